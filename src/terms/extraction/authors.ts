import type { TermKind } from '../card.ts';
import { kindAbroad } from './kindsAbroad.ts';
import { kindByWords } from './nameKinds.ts';
import { foldPhrase } from './nameLists.ts';

/** Somebody, or an institution, whom a document names as its author. */
export interface NamedAuthor {
	readonly name: string;
	readonly kind: TermKind;
}

/**
 * The authors of a document, each by itself: `Miriam Okonkwo, Stefan Lauterbach` are two people, `Electoral Commission of Tarrow County` is an institution.
 * `Renn, Tobias` is one, with the family name first, and `Renn, Tobias; Holt, Ana` are two.
 */
export function readAuthors(author: string): NamedAuthor[] {
	return author.split(/;\s/).flatMap(splitAtCommas);
}

function splitAtCommas(author: string): NamedAuthor[] {
	const parts = author.split(/,\s(?:and\s)?|\s(?:and|&)\s/);
	const whole = kindOfAuthor(author);
	const names = whole === undefined && parts.every((part) => /\S\s\S/.test(part.trim())) ? parts : [author];
	return names.flatMap((written) => {
		const name = written.trim();
		return name === '' ? [] : [{ name, kind: kindOfAuthor(name) ?? 'person' }];
	});
}

/** `undefined` for people, whose names tell no kind. */
function kindOfAuthor(author: string): TermKind | undefined {
	const words = foldPhrase(author).split(' ');
	return kindByWords(words) ?? kindAbroad(words);
}
