import { foldWord } from '../text/normalise.ts';
import { isContentWord } from '../text/stopWords.ts';
import { tokenise } from '../text/tokenise.ts';
import type { TermKind } from './card.ts';
import { mostCounted } from './counts.ts';
import { isAcronymLike, isLetterSign } from './formCheck.ts';
import type { JoinedTerm } from './joinedTerm.ts';
import { toNameCase } from './nameCase.ts';
import { isFamilyWithParticles, withSmallParticles } from './personNames.ts';
import { singularShort } from './shortForms.ts';
import { isShortReference } from './shortReferences.ts';
import type { TermGroup } from './termGroups.ts';
import type { FormMode, TermForm } from './termTable.ts';

/** A form of a term. */
export interface TermNameForm extends Omit<TermForm, 'cardIndex'> {
	/** The keys of its words, where it is known that it has no others; an article before them may be left out. */
	readonly keys?: readonly string[];
}

/** The names of a term: what is shown, what it stands for, and every form by which it is recognised. */
export interface TermNames {
	readonly term: string;
	readonly aliases: readonly string[];
	readonly expansion: string | null;
	readonly forms: readonly TermNameForm[];
	/** Words by which the writer does not want it recognised. */
	readonly exclusions: readonly string[];
}

/** At most so many forms are listed on a card; all of them are recognised. */
const maxAliases = 8;

/** Names a joined term. An acronym whose long form is no name of its own kind is shown itself: `KMP`, with its long form as expansion. */
export function nameTerm(joined: JoinedTerm): TermNames {
	return nameSingle(joined) ?? nameJoined(joined);
}

/** The names of a term of one group that has no more than its name, as most are; `undefined` for others. */
function nameSingle({ groups, kind, shorts, titled, alone }: JoinedTerm): TermNames | undefined {
	const [group] = groups;
	if (group === undefined || groups.length > 1 || group.isAcronym || shorts.size > 0) {
		return undefined;
	}
	const { own } = group;
	if (own !== undefined && own.aliases.length + own.exclusions.length > 0) {
		return undefined;
	}
	const term = bestForm(group, kind);
	// Were it in the letters of an acronym, so would be the group.
	const mode = own === undefined ? modeOf(term, kind, group) : isLetterSign(term) ? 'acronym' : 'phrase';
	const role = kind === 'person' ? mostCounted(group.roles) : undefined;
	const form = { text: term, mode, keys: group.keys };
	const forms: TermNameForm[] = [form];
	if (titled !== undefined) {
		forms.push({ text: titled, mode: 'titled' });
	}
	if (alone !== undefined) {
		forms.push({ text: alone, mode: 'family' });
	}
	return { term, aliases: alone === undefined ? none : [alone], expansion: role ?? null, forms, exclusions: none };
}

const none: readonly string[] = [];

function nameJoined(joined: JoinedTerm): TermNames {
	const shown = joined.groups.map((group) => ({ group, form: bestForm(group, joined.kind) }));
	const own = joined.groups.find((group) => group.own !== undefined)?.own;
	const exclusions = joined.groups.flatMap((group) => group.own?.exclusions ?? []);
	const acronyms = shown.filter(({ group }) => group.isAcronym);
	const term = own?.term ?? (joined.kind === 'acronym' ? acronyms[0]?.form : undefined) ?? shown[0]?.form ?? '';
	const forms = new Map<string, TermNameForm>();
	const add = (text: string, mode: FormMode) => {
		if (!forms.has(text)) {
			forms.set(text, { text, mode });
		}
	};
	if (own !== undefined) {
		for (const form of [own.term, ...own.aliases]) {
			add(form, ownModeOf(form));
		}
	}
	for (const { group, form } of shown) {
		for (const written of group.isAcronym ? [form, ...group.forms.keys()] : [form]) {
			const mode = group.isAcronym ? 'acronym' : modeOf(written, joined.kind, group);
			add(mode === 'family' ? withSmallParticles(written) : written, mode);
		}
	}
	for (const { group } of shown) {
		for (const short of joined.shorts.get(group) ?? []) {
			add(short, isShortReference(short) ? 'called' : 'acronym');
		}
	}
	if (joined.titled !== undefined) {
		add(joined.titled, 'titled');
	}
	if (joined.alone !== undefined) {
		add(joined.alone, 'family');
	}
	const excluded = new Set(exclusions.map(foldForm));
	const isExcluded = (form: string) => excluded.size > 0 && excluded.has(foldForm(form));
	// Acronyms in every form in which documents have them (`KMPs`, `U.S.`); of other names the one that is most usual.
	const listed = [
		...(own?.aliases ?? []),
		...shown.flatMap(({ group, form }) => (group.isAcronym ? [form, ...group.forms.keys()] : [form, ...(joined.shorts.get(group) ?? [])])),
	];
	if (joined.alone !== undefined) {
		listed.push(joined.alone);
	}
	const aliases = [...new Set(listed)].filter((form) => form !== term && !isExcluded(form)).slice(0, maxAliases);
	// States have many names; an acronym's long form is said only where documents give it.
	const given = acronyms
		.map(({ group, form }) => ({ form, long: mostCounted(group.longs) }))
		// `Northgate` of `Northgate Capital Partners` stands for nothing: it is another name.
		.find(({ form, long }) => long !== undefined && !`${foldForm(long)} `.includes(`${foldForm(form)} `))?.long;
	const role = joined.kind === 'person' ? mostCounted(joined.groups[0]?.roles ?? new Map<string, number>()) : undefined;
	return {
		term,
		aliases,
		expansion: role ?? given ?? null,
		forms: [...forms.values()].filter((form) => !isExcluded(form.text)),
		exclusions,
	};
}

/** A form by its words, folded as everywhere: `Café’s` and `cafe` are one. */
export function foldForm(form: string): string {
	return form.trim().split(/\s+/).map(foldWord).join(' ');
}

/** The written form that is shown: the one found most often; of an acronym its singular, of a person not in capitals. */
function bestForm(group: TermGroup, kind: TermKind): string {
	if (group.own !== undefined) {
		return group.own.term;
	}
	const written = mostCounted(group.forms) ?? group.keys.join(' ');
	if (group.isAcronym) {
		return singularShort(written);
	}
	return kind === 'person' && /\s/.test(written) ? toNameCase(written) : written;
}

/** How strictly a form of the writer's own glossary is compared. */
function ownModeOf(form: string): FormMode {
	return isAcronymLike(form) || isLetterSign(form) ? 'acronym' : 'phrase';
}

/**
 * How strictly a form is compared. Names of one word, of people, and names with small words in them (`Save the Children`) ask for their
 * capitals; other names are long enough to be themselves in small letters.
 */
function modeOf(form: string, kind: TermKind, group: TermGroup): FormMode {
	if (isAcronymLike(form) || isLetterSign(form)) {
		return 'acronym';
	}
	if (group.nameCount === 0 || !/\p{Lu}/u.test(form)) {
		return 'phrase';
	}
	const tokens = tokenise(form);
	if (kind === 'person' && (tokens.length === 1 || !/\s/.test(form) || isFamilyWithParticles(form))) {
		return 'family';
	}
	// `Raku`, written `raku` elsewhere, or only ever at the start of a sentence.
	const isWrittenSmall = [...group.forms.keys()].some((other) => !/\p{Lu}/u.test(other));
	if (tokens.length === 1 && kind === 'concept' && isWrittenSmall && group.definitions.length > 0) {
		return 'phrase';
	}
	if (kind === 'person' && tokens.length > 1) {
		return 'person';
	}
	if (tokens.length === 1 || kind === 'place') {
		return 'capital';
	}
	const holdsPlainWord = tokens.some((token) => !isContentWord(token.folded) && !['of', 'and', 'for', 'the', 'on'].includes(token.folded));
	return holdsPlainWord || (kind === 'concept' && tokens.length === 2) ? 'capital' : 'phrase';
}
