/** How a language says who says something. All words are folded. */
export interface SpeechWords {
	/** What stands before who says it: `selon`, `nach Angaben`. Of several words the last one is the key. */
	readonly sources: ReadonlyMap<string, readonly string[]>;
	/** What stands behind: `dem Bericht zufolge`. */
	readonly sourcesBehind: ReadonlySet<string>;
	readonly verbs: ReadonlyMap<string, string | null>;
	/** Verbs whose participle says it, behind one of these: `a déclaré`. */
	readonly participles: ReadonlyMap<string, string | null>;
	readonly auxiliaries: ReadonlySet<string>;
	readonly articles: ReadonlySet<string>;
	/** What bears somebody’s name and is, or says, something itself: `la loi Dupont`, `el hospital José Peñalver`. */
	readonly works?: ReadonlySet<string>;
	/** Of the verbs those behind which somebody speaks even where nothing closed before: `am Montag sagte Anna Weber`. Behind others it may be who is meant. */
	readonly saying: ReadonlySet<string>;
}

/** The words of a list. */
export function setOf(words: string): ReadonlySet<string> {
	return new Set(words.split(/\s+/).filter((word) => word !== ''));
}

/** `told, then hedges`: verbs by what they say of how sure they are. */
function verbs(plain: string, denied: string, alleged: string, estimated: string): ReadonlyMap<string, string | null> {
	const hedges: readonly (readonly [string, string | null])[] = [
		[plain, null],
		[denied, 'denied'],
		[alleged, 'alleged'],
		[estimated, 'estimated'],
	];
	return new Map(hedges.flatMap(([words, hedge]) => [...setOf(words)].map((word) => [word, hedge] as const)));
}

const none: ReadonlyMap<string, string | null> = new Map();

/** By language. */
export const speechWords: ReadonlyMap<string, SpeechWords> = new Map([
	[
		'de',
		{
			sources: new Map([
				['laut', []],
				['so', []],
				['angaben', ['nach']],
				['einschatzung', ['nach']],
				['auffassung', ['nach']],
				['ansicht', ['nach']],
				['darstellung', ['nach']],
				['informationen', ['nach']],
				['erkenntnissen', ['nach']],
			]),
			sourcesBehind: setOf('zufolge'),
			verbs: verbs(
				'sagt sagte sagten erklart erklarte erklarten betont betonte betonten warnt warnte warnten kritisiert kritisierte kritisierten fordert forderte forderten meldet meldete meldeten berichtet berichtete berichteten erlautert erlauterte mitteilt mitteilte mitteilten',
				'bestreitet bestritt bestritten dementiert dementierte dementierten',
				'behauptet behauptete behaupteten',
				'schatzt schatzte schatzten',
			),
			participles: none,
			auxiliaries: setOf(''),
			articles: setOf('der die das dem den des ein eine einem einer eines von'),
			saying: setOf('sagt sagte sagten betont betonte betonten'),
		},
	],
	[
		'fr',
		{
			sources: new Map([
				['selon', []],
				['apres', ['d']],
			]),
			sourcesBehind: setOf(''),
			verbs: verbs(
				'affirme affirment affirmait declare declarent explique expliquent estime estiment indique indiquent souligne soulignent annonce annoncent precise precisent denonce denoncent assure assurent soutient soutiennent rappelle rappellent',
				'dement dementent nie nient conteste contestent',
				'',
				'evalue evaluent',
			),
			participles: verbs(
				'declare affirme dit explique estime indique souligne annonce precise denonce assure ajoute rappele ecrit repondu reconnu averti regrette confie',
				'dementi nie conteste rejete',
				'accuse',
				'evalue',
			),
			auxiliaries: setOf("a ont avait avaient l'a l'ont l'avait l'avaient"),
			articles: setOf('le la les l un une des du de'),
			works: setOf(
				'loi lois decret ordonnance arrete reglement code traite accord plan projet rapport etude sondage enquete affaire commission comite fondation hopital clinique lycee college ecole institut universite musee theatre stade prix rue place groupe',
			),
			saying: setOf('affirme dit'),
		},
	],
	[
		'es',
		{
			sources: new Map([
				['segun', []],
				['con', ['de', 'acuerdo']],
			]),
			sourcesBehind: setOf(''),
			verbs: verbs(
				'dijo dice dijeron afirmo afirma afirmaron declaro declara declararon senalo senala senalaron aseguro asegura aseguraron denuncio denuncia denunciaron explico explica explicaron anuncio anuncia anunciaron informo informa informaron sostiene sostuvo advirtio advierte recuerda recordo',
				'nego niega negaron rechazo rechaza rechazaron',
				'alego alega acuso acusa',
				'estimo estima estimaron',
			),
			participles: verbs(
				'dicho afirmado declarado senalado asegurado denunciado explicado anunciado informado',
				'negado rechazado',
				'acusado',
				'estimado',
			),
			auxiliaries: setOf('ha han habia habian'),
			articles: setOf('el la los las un una del de'),
			works: setOf(
				'ley decreto reglamento codigo tratado acuerdo plan proyecto informe estudio encuesta caso comision comite fundacion hospital clinica colegio escuela instituto universidad museo teatro estadio premio calle plaza grupo',
			),
			saying: setOf('dijo dice dijeron afirmo afirma afirmaron'),
		},
	],
	[
		'it',
		{
			sources: new Map([
				['secondo', []],
				['a', ['stando']],
			]),
			sourcesBehind: setOf(''),
			verbs: verbs(
				'dice disse afferma affermo dichiara dichiaro spiega spiego sostiene sottolinea annuncia avverte ricorda denuncia denuncio replica replico comunica',
				'nega nego smentisce',
				'accusa',
				'stima',
			),
			participles: verbs(
				'detto affermato dichiarato spiegato sostenuto sottolineato annunciato avvertito aggiunto ricordato denunciato replicato comunicato',
				'negato smentito',
				'accusato',
				'stimato',
			),
			auxiliaries: setOf('ha hanno aveva avevano'),
			articles: setOf('il lo la i gli le l un una del della dei'),
			works: setOf(
				'legge decreto codice trattato piano progetto rapporto studio sondaggio caso commissione comitato fondazione ospedale clinica liceo scuola istituto universita museo teatro stadio premio via piazza gruppo',
			),
			saying: setOf('dice disse detto afferma affermo affermato'),
		},
	],
	[
		'pt',
		{
			sources: new Map([['segundo', []]]),
			sourcesBehind: setOf(''),
			verbs: verbs(
				'disse diz disseram afirmou afirma afirmaram declarou declara explicou explica anunciou anuncia informou informa alertou alerta',
				'negou nega negaram',
				'acusou acusa',
				'estimou estima',
			),
			participles: none,
			auxiliaries: setOf(''),
			articles: setOf('o a os as um uma do da'),
			works: setOf(
				'lei decreto codigo tratado acordo plano projeto relatorio estudo sondagem caso comissao comite fundacao hospital clinica colegio escola instituto universidade museu teatro estadio premio rua praca grupo',
			),
			saying: setOf('disse diz disseram afirmou afirma afirmaram'),
		},
	],
]);
