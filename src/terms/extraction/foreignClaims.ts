import { makeStepTest, type Steps } from '../../base/steps.ts';
import { foldWord } from '../../text/normalise.ts';
import { findLastAtOrBefore, type Range } from '../../text/range.ts';
import type { Token } from '../../text/tokenise.ts';
import type { ClaimFinding, NameFinding } from '../findings.ts';
import type { Reading } from './reading.ts';

/** How a language says who says something. All words are folded. */
interface SpeechWords {
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

/** `il secondo Governo Conte`, `no segundo Congresso`: behind these it counts, and says no source. */
const ordinal = /^(?:il|un|del|al|dal|nel|sul|suo|questo|quel|ogni|o|um|do|ao|no|pelo|num|seu|este|esse|cada)$/;

/**
 * The sentences in German, French, Spanish, Italian and Portuguese in which somebody says something: `laut`, `selon`, `según` somebody, and a name
 * directly before or behind a verb of saying. Quiet: of what has no name only what a comma closes is taken (`Selon le ministère de la santé, …`).
 */
export function* findForeignClaims(reading: Reading, names: readonly NameFinding[]): Steps<ClaimFinding[]> {
	const speech = languages.get(reading.language ?? '');
	const claims: ClaimFinding[] = [];
	if (speech === undefined) {
		return claims;
	}
	const isStepDue = makeStepTest();
	for (let index = 0; index < reading.sentences.length; index++) {
		const sentence = reading.sentences[index] as Range;
		if (isStepDue(sentence.start)) {
			yield;
		}
		const from = reading.firstTokens[index] ?? 0;
		const to = reading.firstTokens[index + 1] ?? from;
		const claim = readSentence(reading, names, speech, from, to);
		if (claim !== undefined) {
			claims.push({ ...claim, start: sentence.start, end: sentence.end });
		}
	}
	return claims;
}

function readSentence(
	reading: Reading,
	names: readonly NameFinding[],
	speech: SpeechWords,
	from: number,
	to: number,
): Pick<ClaimFinding, 'speaker' | 'verb' | 'hedge'> | undefined {
	const { tokens, text } = reading;
	for (let at = from; at < to; at++) {
		const word = tokens[at]?.folded ?? '';
		const isCounting = at > from && /^se(?:condo|gundo)$/.test(word) && ordinal.test(tokens[at - 1]?.folded ?? '');
		const lead = isCounting ? undefined : speech.sources.get(word);
		if (lead?.every((each, back) => tokens[at - lead.length + back]?.folded === each) === true) {
			const speaker = nameBehind(reading, names, speech, at, to) ?? phraseBehind(reading, speech, at, to);
			if (speaker !== undefined) {
				return { speaker, verb: [...lead, word].join(' '), hedge: null };
			}
		}
		if (speech.sourcesBehind.has(word)) {
			const speaker = nameBefore(reading, names, speech, from, at) ?? phraseBefore(reading, speech, from, at);
			if (speaker !== undefined) {
				return { speaker, verb: word, hedge: null };
			}
		}
		const isParticiple = speech.participles.has(word) && speech.auxiliaries.has(tokens[at - 1]?.folded ?? '');
		const hedge = isParticiple ? speech.participles.get(word) : speech.verbs.get(word);
		if (hedge !== undefined) {
			const verb = isParticiple ? at - 1 : at;
			// `Die Gewerkschaft kritisierte Anna Weber`: she says nothing.
			const isClosed = verb > from && /[,»”"“–—]/u.test(text.slice(tokens[verb - 1]?.end, tokens[verb]?.start));
			// `dijo que Ana Torres negó los hechos`, `ha detto a Anna Rossi`: she is not who says so.
			const isOfOther = isJoint(tokens[at + 1]?.folded ?? '', speech);
			const behind = !isOfOther && (isClosed || speech.saying.has(word)) ? nameBehind(reading, names, speech, at, to) : undefined;
			const speaker = nameBefore(reading, names, speech, from, verb) ?? behind;
			if (speaker !== undefined) {
				return { speaker, verb: isParticiple ? `${tokens[verb]?.folded} ${word}` : word, hedge };
			}
		}
	}
	return undefined;
}

/** The name that begins behind the token, maybe behind an article or what somebody is: `selon la ministre Marie Dupont`. */
function nameBehind(
	{ text, tokens }: Reading,
	names: readonly NameFinding[],
	speech: SpeechWords,
	at: number,
	to: number,
): string | undefined {
	for (let next = at + 1; next < Math.min(to, at + 4); next++) {
		const token = tokens[next] as Token;
		if (!/^[\s«»“”"„]+$/.test(text.slice(tokens[next - 1]?.end, token.start))) {
			return undefined;
		}
		const name = names[findLastAtOrBefore(names, token.start)];
		if (name?.start === token.start && !(next > at + 1 && speech.works?.has(tokens[next - 1]?.folded ?? '') === true)) {
			return name.text.replace(/\s+/g, ' ');
		}
		if (next > at + 1 && !speech.articles.has(tokens[next - 1]?.folded ?? '')) {
			return undefined;
		}
	}
	return undefined;
}

/**
 * The name before the verb at `at`: the first words of the sentence, behind an article or what somebody is (`Präsidentin Ulrike Groß erklärte`, `El alcalde,
 * José Peñalver, negó`), and before brackets or a clause between commas (`Hélène Lefèvre, directrice de l’ARS, a déclaré`).
 */
function nameBefore(
	{ text, tokens }: Reading,
	names: readonly NameFinding[],
	speech: SpeechWords,
	from: number,
	at: number,
): string | undefined {
	const start = tokens[from]?.start ?? 0;
	const verb = tokens[at]?.start ?? start;
	const last = at <= from ? -1 : findLastAtOrBefore(names, verb - 1);
	for (let back = last; back >= 0 && last - back < maxNamesBack; back--) {
		const name = names[back];
		if (name === undefined || name.start < start) {
			return undefined;
		}
		const opening = text.slice(start, name.start).trim();
		const isApart = opening.endsWith(',') && roleAhead(opening.slice(0, -1), speech);
		if (
			(isApart ? betweenCommas : beforeVerb).test(text.slice(name.end, verb)) &&
			(isApart || /[,:;»”"–—-]$|^$/u.test(opening) || roleAhead(opening, speech))
		) {
			return name.text.replace(/\s+/g, ' ');
		}
	}
	return undefined;
}

/** More names do not stand between who speaks and the verb. */
const maxNamesBack = 3;

const beforeVerb = /^(?:\s\([^()]{1,40}\))?(?:,\s[^.,;:()«»„“”"]{3,80},)?\s$/u;
/** `El alcalde, José Peñalver, negó` */
const betweenCommas = /^(?:\s\([^()]{1,40}\))?,\s$/u;

/** Whether the words before a name are an article, or what somebody is: `Der Abgeordnete`, `Mme`; not `El juez vio que`, and not `Die Tochter von`. */
function roleAhead(opening: string, speech: SpeechWords): boolean {
	const words = opening.replace(/['’]$/u, '').split(/\s+/u);
	const isPlain = (word: string, place: number) =>
		/^\p{L}[\p{L}’'-]*\.?$/u.test(word) &&
		!isJoint(word.toLowerCase(), speech) &&
		speech.works?.has(foldWord(word.replace(/^\p{L}{1,2}['’]/u, ''))) !== true &&
		(place === 0 || !speech.articles.has(word.toLowerCase())) &&
		!speech.auxiliaries.has(foldWord(word)) &&
		!speech.verbs.has(foldWord(word));
	return words.length <= maxRole && words.every(isPlain);
}

/** What somebody is takes so many words at most, the article counted. */
const maxRole = 4;

/** Portuguese articles are written as words that in other languages lead to somebody else. */
function isJoint(word: string, speech: SpeechWords): boolean {
	return joints.has(word) && !(/^[ao]$/.test(word) && speech.articles.has(word));
}

/** Words that begin a clause, deny it, or lead to somebody else. */
const joints = set(
	`que qui dont où quand lorsque si comme parce puisque dass daß ob wenn falls weil als wie und oder nicht kein keine cuando porque mientras aunque quien
	no ni y e o che non quando perché quem não ne pas aucun niemand nadie
	von vom im am an auf bei beim mit nach für seit unter über vor zu zum zur aus durch gegen ohne um
	a de del du di da do della dei
	sur sous dans en à au aux avec pour par contre sans chez entre con por para sobre sin hasta desde al tras d per tra fra com sem`,
);

/** `Laut Gesetz ist das verboten`: in German the verb stands behind whoever it is. */
const germanFinite =
	/^(?:ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|soll|sollen|kann|konnen|muss|mussen|darf|gibt|gab)$/;

/** `Selon le ministère de la santé, …`: the words up to a comma, or in German to the verb. */
function phraseBehind({ text, tokens, language }: Reading, speech: SpeechWords, at: number, to: number): string | undefined {
	let first = at + 1;
	while (first < to && speech.articles.has(tokens[first]?.folded ?? '')) {
		first++;
	}
	// `Sie sprach laut und viel, …`
	if (first === at + 1 && !/^\p{Lu}/u.test(text.slice(tokens[first]?.start, tokens[first]?.end))) {
		return undefined;
	}
	for (let last = first; last < Math.min(to - 1, first + maxPhrase); last++) {
		const gap = text.slice(tokens[last]?.end, tokens[last + 1]?.start);
		if (gap === ', ' || (language === 'de' && gap === ' ' && germanFinite.test(tokens[last + 1]?.folded ?? ''))) {
			return text.slice(tokens[first]?.start, tokens[last]?.end).replace(/\s+/g, ' ');
		}
		if (!/^[\s'’-]+$/.test(gap)) {
			return undefined;
		}
	}
	return undefined;
}

/** `Dem Bericht zufolge`: the words from the start of the sentence. */
function phraseBefore({ text, tokens }: Reading, speech: SpeechWords, from: number, at: number): string | undefined {
	const first = speech.articles.has(tokens[from]?.folded ?? '') ? from + 1 : from;
	const phrase = text.slice(tokens[first]?.start, tokens[at - 1]?.end);
	return first < at && at - first <= maxPhrase && /^[^.,;:!?]+$/.test(phrase) ? phrase.replace(/\s+/g, ' ') : undefined;
}

/** A phrase that says who speaks has at most so many words. */
const maxPhrase = 8;

function set(words: string): ReadonlySet<string> {
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
	return new Map(hedges.flatMap(([words, hedge]) => [...set(words)].map((word) => [word, hedge] as const)));
}

const none: ReadonlyMap<string, string | null> = new Map();

const languages: ReadonlyMap<string, SpeechWords> = new Map([
	[
		'de',
		{
			sources: new Map([
				['laut', []],
				['angaben', ['nach']],
				['einschatzung', ['nach']],
				['auffassung', ['nach']],
				['ansicht', ['nach']],
				['darstellung', ['nach']],
				['informationen', ['nach']],
				['erkenntnissen', ['nach']],
			]),
			sourcesBehind: set('zufolge'),
			verbs: verbs(
				'sagt sagte sagten erklart erklarte erklarten betont betonte betonten warnt warnte warnten kritisiert kritisierte kritisierten fordert forderte forderten meldet meldete meldeten berichtet berichtete berichteten',
				'bestreitet bestritt bestritten dementiert dementierte dementierten',
				'behauptet behauptete behaupteten',
				'schatzt schatzte schatzten',
			),
			participles: none,
			auxiliaries: set(''),
			articles: set('der die das dem den des ein eine einem einer eines von'),
			saying: set('sagt sagte sagten betont betonte betonten'),
		},
	],
	[
		'fr',
		{
			sources: new Map([
				['selon', []],
				['apres', ['d']],
			]),
			sourcesBehind: set(''),
			verbs: verbs(
				'affirme affirment affirmait declare declarent explique expliquent estime estiment indique indiquent souligne soulignent annonce annoncent precise precisent denonce denoncent assure assurent soutient soutiennent rappelle rappellent',
				'dement dementent nie nient conteste contestent',
				'',
				'evalue evaluent',
			),
			participles: verbs(
				'declare affirme dit explique estime indique souligne annonce precise denonce assure ajoute rappele ecrit repondu',
				'dementi nie conteste rejete',
				'accuse',
				'evalue',
			),
			auxiliaries: set('a ont avait avaient'),
			articles: set('le la les l un une des du de'),
			works: set(
				'loi lois decret ordonnance arrete reglement code traite accord plan projet rapport etude sondage enquete affaire commission comite fondation hopital clinique lycee college ecole institut universite musee theatre stade prix rue place groupe',
			),
			saying: set('affirme dit'),
		},
	],
	[
		'es',
		{
			sources: new Map([['segun', []]]),
			sourcesBehind: set(''),
			verbs: verbs(
				'dijo dice dijeron afirmo afirma afirmaron declaro declara declararon senalo senala senalaron aseguro asegura aseguraron denuncio denuncia denunciaron explico explica explicaron anuncio anuncia anunciaron informo informa informaron sostiene sostuvo advirtio advierte',
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
			auxiliaries: set('ha han habia habian'),
			articles: set('el la los las un una del de'),
			works: set(
				'ley decreto reglamento codigo tratado acuerdo plan proyecto informe estudio encuesta caso comision comite fundacion hospital clinica colegio escuela instituto universidad museo teatro estadio premio calle plaza grupo',
			),
			saying: set('dijo dice dijeron afirmo afirma afirmaron'),
		},
	],
	[
		'it',
		{
			sources: new Map([['secondo', []]]),
			sourcesBehind: set(''),
			verbs: verbs(
				'dice disse afferma affermo dichiara dichiaro spiega spiego sostiene sottolinea annuncia avverte',
				'nega nego smentisce',
				'accusa',
				'stima',
			),
			participles: verbs(
				'detto affermato dichiarato spiegato sostenuto sottolineato annunciato avvertito aggiunto',
				'negato smentito',
				'accusato',
				'stimato',
			),
			auxiliaries: set('ha hanno aveva avevano'),
			articles: set('il lo la i gli le l un una del della dei'),
			works: set(
				'legge decreto codice trattato piano progetto rapporto studio sondaggio caso commissione comitato fondazione ospedale clinica liceo scuola istituto universita museo teatro stadio premio via piazza gruppo',
			),
			saying: set('dice disse detto afferma affermo affermato'),
		},
	],
	[
		'pt',
		{
			sources: new Map([['segundo', []]]),
			sourcesBehind: set(''),
			verbs: verbs(
				'disse diz disseram afirmou afirma afirmaram declarou declara explicou explica anunciou anuncia informou informa alertou alerta',
				'negou nega negaram',
				'acusou acusa',
				'estimou estima',
			),
			participles: none,
			auxiliaries: set(''),
			articles: set('o a os as um uma do da'),
			works: set(
				'lei decreto codigo tratado acordo plano projeto relatorio estudo sondagem caso comissao comite fundacao hospital clinica colegio escola instituto universidade museu teatro estadio premio rua praca grupo',
			),
			saying: set('disse diz disseram afirmou afirma afirmaram'),
		},
	],
]);
