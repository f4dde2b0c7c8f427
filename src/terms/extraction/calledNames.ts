import { findLastAtOrBefore } from '../../text/range.ts';
import type { NameFinding } from '../findings.ts';
import { organisationEnds, organisationHeads } from './nameLists.ts';

/** What a document calls a name further on, in so many words: `Harbour Fisheries Ltd (“the Company”)`. */
export interface CalledName {
	/** Without its article. */
	readonly short: string;
	readonly shortStart: number;
	readonly long: string;
}

/** `(hereinafter the “Company”)`, `(“the Company”)`, `(the Company)`. Without its article it is another name: `(“Northgate”)`. */
const clause =
	/\((?:(?:[Hh]ereinafter|[Hh]ereafter|collectively|referred\sto\s(?:herein\s)?as|in\sthis\s\p{Ll}{3,12}|im\sFolgenden|nachfolgend|kurz|ci-après|en\sadelante)[\s,]{1,3}){0,3}(?:(?:[Tt]he|die|der|das|l[ea]|el)\s["“„«]\s?(?<quoted>\p{Lu}\p{Ll}{2,24}(?:\s\p{Lu}\p{Ll}{2,24}){0,2})\s?["”“»]|["“„«]\s?[Tt]he\s(?<inside>\p{Lu}\p{Ll}{2,24}(?:\s\p{Lu}\p{Ll}{2,24}){0,2})\s?["”“»]|[Tt]he\s(?<bare>\p{Lu}\p{Ll}{2,24}))\s?\)/gu;

/** What may stand between a name and such a clause: the form of a company, what it is or where it is registered. */
const between =
	/^(?:,?\s(?:plc|PLC|[Ll]td\.?|[Ll]imited|[Ii]nc\.?|LLC|LLP|[Cc]orp\.?|Co\.?|GmbH|AG|SA|S\.A\.|BV|NV|AB))?(?:\s\([^()“”"]{1,60}\))?(?:,\s(?:an?|the|whose|with|incorporated|registered|established)\s[^.;“”"]{1,160}?)?,?\s$/u;

const maxBetween = 250;
/** `…, a company registered in England and Wales`: places. */
const maxNamesBetween = 3;

/** What names are called by a clause behind them, in order of place. `names` are all of the text. Linear in its length. */
export function findCalledNames(text: string, names: readonly NameFinding[]): CalledName[] {
	const found: CalledName[] = [];
	for (const match of text.matchAll(clause)) {
		const { quoted, inside, bare } = match.groups ?? {};
		const short = quoted ?? inside ?? bare ?? '';
		const last = findLastAtOrBefore(names, match.index - 1);
		const name = names
			.slice(Math.max(0, last - maxNamesBetween), last + 1)
			.findLast(
				({ text: written, end }) => /\s/.test(written) && match.index - end <= maxBetween && between.test(text.slice(end, match.index)),
			);
		// `Maastricht (the Netherlands)` is called nothing.
		const isKind = bare === undefined || organisationEnds.has(bare.toLowerCase()) || organisationHeads.has(bare.toLowerCase());
		if (name !== undefined && isKind) {
			found.push({ short, shortStart: match.index + match[0].lastIndexOf(short), long: name.text });
		}
	}
	return found;
}
