import type { TermKind } from '../card.ts';

/**
 * Words by which names of French, Spanish, Italian, Portuguese and German tell their kind: the first word of `Corte Suprema de Justicia`, the end of a
 * German compound (`Verwaltungsgericht Nordheim`). Folded as everywhere, so that `ministère` and `ministere` are one.
 */
function set(words: string): ReadonlySet<string> {
	return new Set(words.split(/\s+/).filter((word) => word !== ''));
}

/** First words of institutions that are no words of English. */
const institutions = set(`
	ministere ministeres ministerio ministerios ministero conseil consejo consiglio conselho cour corte tribunaux tribunales tribunale agence agencia agenzia
	assemblee asamblea assemblea assembleia senat senado senato parlement parlamento congreso congresso chambre camara camera comite comision comissao
	commissione universite universidad universita universidade ecole escuela scuola escola instituto istituto oficina direccion direzione direcao secretaria
	secretariat defensoria contraloria fiscalia procuraduria procura ouvidoria mairie ayuntamiento municipalidad prefeitura fondation fundacion fondazione
	fundacao asociacion associazione associacao syndicat sindicato confederacion confederazione federacion federazione federacao ligue liga lega sociedad
	societe societa compagnie compania compagnia companhia empresa banque banco caisse caja cassa partido partito mouvement movimiento movimento collectif colectivo
	collettivo reseau rede organizacion organizzazione organizacao hopital ospedale musee museo museu policia polizia gendarmerie ejercito armee observatoire
	observatorio osservatorio autorite autoridad autoridade superintendencia delegacion comisaria cruz croix
`);

/** The same, but words of English too: their names have a small word of another language in them. */
const likeEnglish = set(
	'commission association organisation union tribunal hospital direction office bureau institut centre parti federation confederation haut alta alto',
);

const laws = set(
	'loi ley legge lei decret decreto traite tratado trattato convencion convenzione convencao constitucion costituzione constituicao reglamento reglement regolamento codigo codice',
);
const lawsLikeEnglish = set('code convention constitution directive accord protocole charte protocolo');

const connectors = set('de del du des d di della dei delle dello dell do da dos das la los las sur sobre pour para per pela');

/** Ends of German words for institutions, and of laws. */
const germanInstitution =
	/(?:ministerium|gericht|gerichtshof|rechnungshof|gesellschaft|agentur|behorde|zentrale|verband|verein|stiftung|institut|universitat|hochschule|kammer|gewerkschaft|partei|kommission|ausschuss|versammlung|anstalt|genossenschaft|initiative|klinikum|krankenhaus|sparkasse|akademie|(?<=\p{L}{4})(?:amt|bund|bank|polizei)|(?:bundes|stadt|gemeinde|kreis|sicherheits|europa|betriebs|aufsichts)rat)(?:e?s)?$/u;
const noInstitution =
	/^(?:gesamt|insgesamt|datenbank|staatsverband|aktiengesellschaft|gesellschaft|initiative|partei|zentrale|verband|verein)$/u;
const germanLaw = /(?:gesetz|gesetzbuch|verordnung|richtlinie|staatsvertrag|abkommen)(?:e?s)?$/u;

/** The kind that the end of one German word tells: `Umweltministerium`, `Landgerichts`, `Pachtgesetz`. */
export function kindOfGerman(word: string): TermKind | undefined {
	return germanLaw.test(word) ? 'law' : germanInstitution.test(word) ? 'organisation' : undefined;
}

/** What stands behind the head of a German name: `Gesellschaft für …`, `Verband der …`. */
const germanJoints = set('fur der des zur zum gegen uber von in am');

/** The kind that the words of a name tell in these languages; `undefined` where they tell none. */
export function kindAbroad(words: readonly string[]): TermKind | undefined {
	const [first = ''] = words;
	if (words.length > 1) {
		const isJoined = words.some((word) => connectors.has(word));
		if (laws.has(first) || (lawsLikeEnglish.has(first) && isJoined)) {
			return 'law';
		}
		if (institutions.has(first) || (likeEnglish.has(first) && isJoined)) {
			return 'organisation';
		}
	}
	const joint = words.findIndex((word) => germanJoints.has(word));
	const heads = [first, joint > 0 ? words[joint - 1] : words.at(-1)];
	for (const head of heads) {
		const kind = head === undefined ? undefined : kindOfGerman(head);
		if (kind === 'law' || (kind !== undefined && !(head === first && noInstitution.test(head)))) {
			return kind;
		}
	}
	return undefined;
}

/** What people are before their names: `la ministra Graciela Ontiveros`, `die Bürgermeisterin Anke Wolters`; German compounds by their ends. */
const rolesAbroad = set(`
	ministre ministra ministro prefet prefete maire alcalde alcaldesa sindaco prefeito prefeita directeur directrice director directora direttore direttrice diretor diretora
	presidente presidenta portavoz juez jueza juge giudice depute deputee diputado diputada deputato deputata senateur senatrice senador senadora avocat
	avocate abogado abogada avvocato avvocata gobernador gobernadora governatore procureur procureure procurador procuradora secretario secretaria segretario
	medecin medico medica journaliste periodista giornalista jornalista chercheur chercheuse investigador investigadora commissaire comisario comisaria
	ministerin prasident prasidentin kanzler kanzlerin burgermeister burgermeisterin sprecher sprecherin richter richterin geschaftsfuhrer geschaftsfuhrerin
	vorsitzender vorsitzende vorsitzenden direktor direktorin leiter leiterin landrat landratin anwalt anwaltin staatsanwalt staatsanwaltin senatorin abgeordneter abgeordnete
`);
const germanRole =
	/^\p{L}{3,}(?:minister|ministerin|prasident|prasidentin|kanzler|kanzlerin|burgermeister|burgermeisterin|sprecher|sprecherin|richter|richterin|anwalt|anwaltin|direktor|direktorin|leiter|leiterin|sekretar|sekretarin|chefin)$/u;

/** Whether the folded word says of somebody in one of these languages what they are. */
export function isRoleAbroad(word: string): boolean {
	return rolesAbroad.has(word) || germanRole.test(word);
}
