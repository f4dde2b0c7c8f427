import { findDate } from '../../library/metadata/date.ts';
import type { Card, Receipt, TermKind } from '../../terms/card.ts';
import type { Range } from '../../text/range.ts';
import { toDisplayDate } from '../displayDate.ts';
import { cutLabel } from '../plainLabel.ts';
import { isSpoken } from '../spokenWords.ts';
import type { Translate } from '../translate.ts';

/** What the words around a receipt are said with. */
export interface ReceiptWords {
	readonly translate: Translate;
	readonly locale: string;
	/** What a document is called, and who wrote it, by its id; a document that is gone has neither. */
	readonly sourceOf: (documentId: string) => { readonly title: string; readonly author: string | null } | undefined;
}

/** More of a title is not shown where a receipt stands. */
const maxTitleLength = 90;

/** Where a receipt stands: `a river without people, p. 12, Mar 1, 2008`; no date that the title says itself. `plain` makes words of documents fit for where they are shown. */
export function toPlace(
	receipt: Receipt,
	{ translate, locale, sourceOf }: ReceiptWords,
	plain: (text: string, maxLength: number) => string,
): string {
	const title = receipt.title ?? sourceOf(receipt.documentId)?.title ?? translate('document');
	const place = [plain(title, maxTitleLength)];
	if (receipt.page !== null) {
		place.push(translate('p. {0}', plain(receipt.page, 20)));
	}
	if (receipt.date !== null && findDate(title.slice(0, maxTitleLength))?.date !== receipt.date) {
		place.push(plain(toDisplayDate(receipt.date, locale, 'short'), 40));
	}
	return place.join(', ');
}

/**
 * Who says it, around where. Words in quotation marks are the speaker's own; a sentence that reports what somebody says is the author's, who
 * cites the speaker. Nobody is given words that another wrote.
 */
export function attribute(
	{ documentId, speaker, text, writer }: Receipt,
	where: string,
	{ translate, sourceOf }: ReceiptWords,
	plain: (text: string, maxLength: number) => string,
): string {
	const author = writer === undefined ? (sourceOf(documentId)?.author ?? null) : writer;
	if (speaker !== null && (speaker === writer || isSpoken(text))) {
		return translate('{0}, in {1}', plain(speaker, 80), where);
	}
	const place = author === null ? where : `${plain(author, 80)}, ${where}`;
	return speaker === null || speaker === author ? place : translate('{0}, citing {1}', place, plain(speaker, 80));
}

/** `1 mention`, `6 mentions in 2 documents`. */
export function toMentionCount({ mentions, documents }: Pick<Card, 'mentions' | 'documents'>, { translate, locale }: ReceiptWords): string {
	if (mentions === 1) {
		return translate('1 mention');
	}
	return documents === 1
		? translate('{0} mentions in 1 document', mentions.toLocaleString(locale))
		: translate('{0} mentions in {1} documents', mentions.toLocaleString(locale), documents.toLocaleString(locale));
}

/** How often the terms of a run of a list are mentioned: `1 mention`, `9 – 4 mentions`. */
export function toMentionRange(from: number, to: number, { translate, locale }: Pick<ReceiptWords, 'translate' | 'locale'>): string {
	const [first, last] = [from.toLocaleString(locale), to.toLocaleString(locale)];
	return from === 1 && to === 1 ? translate('1 mention') : translate('{0} mentions', from === to ? first : `${first} – ${last}`);
}

/** What a kind of term is called; `undefined` where there is nothing to say. */
export function toKindWord(kind: TermKind, translate: Translate): string | undefined {
	switch (kind) {
		case 'own':
		case 'concept':
			return undefined;
		case 'acronym':
			return translate('abbreviation');
		case 'person':
			return translate('person');
		case 'organisation':
			return translate('organisation');
		case 'place':
			return translate('place');
		case 'law':
			return translate('law');
		case 'programme':
			return translate('programme');
	}
}

/** The evidence and figures without sentences that stand in the card already: copies of one document say nothing new. */
export function withoutRepeats(shown: readonly (Receipt | null)[], receipts: readonly Receipt[]): readonly Receipt[] {
	const told = new Set(shown.map((receipt) => receipt?.text));
	return receipts.filter(({ text }) => !told.has(text) && told.add(text));
}

/** Where a form of the term stands in words of a document; `undefined` if it stands there in another form (a plural, with accents). */
export function findTermIn(text: string, card: Pick<Card, 'term' | 'aliases' | 'expansion'>): Range | undefined {
	const lower = text.toLowerCase();
	if (lower.length !== text.length) {
		return undefined;
	}
	for (const form of [card.term, ...card.aliases, card.expansion ?? '']) {
		const start = form === '' ? -1 : lower.indexOf(form.toLowerCase());
		if (start >= 0) {
			return { start, end: start + form.length };
		}
	}
	return undefined;
}

/**
 * At most `maxLength` units of a sentence, with a place in it: cut at words, with `…` where it goes on. Its beginning stays as long as the place
 * fits behind it, for it says who or what the sentence is about; only then is it cut on both sides of the place.
 */
export function cutAround(text: string, place: Range | undefined, maxLength: number): string {
	if (text.length <= maxLength) {
		return text;
	}
	if (place === undefined || findWordEnd(text, place.end, maxLength) < maxLength) {
		return cutLabel(text, maxLength);
	}
	const tail = Math.floor(maxLength / 3);
	// Less before the term than behind it: what is said of it mostly follows.
	let start = Math.min(Math.max(0, place.start - tail), Math.max(0, text.length - maxLength + 1));
	const space = text.indexOf(' ', start);
	start = space >= 0 && space + 1 < place.start && space - start < 24 ? space + 1 : start;
	const code = text.charCodeAt(start);
	if (code >= 0xdc00 && code <= 0xdfff) {
		start++;
	}
	return `…${cutLabel(text.slice(start), maxLength - 1)}`;
}

/** Where the word that stands at the offset ends, with its marks; no further than `limit`. */
function findWordEnd(text: string, offset: number, limit: number): number {
	let end = offset;
	while (end < limit && text[end] !== ' ' && end < text.length) {
		end++;
	}
	return end;
}

/** A term's other names: not the one shown in other letters, and not `Renn, Tobias` beside `Tobias Renn`, which would read as two. */
export function listOtherNames(card: Pick<Card, 'term' | 'kind' | 'aliases'>): readonly string[] {
	const shown = card.term.toLowerCase();
	return card.aliases.filter((alias) => alias.toLowerCase() !== shown && !(card.kind === 'person' && alias.includes(', ')));
}
