import type { Card, Receipt, TermKind } from '../../terms/card.ts';
import { toDisplayDate } from '../displayDate.ts';
import { escapeMarkdown } from '../escapeMarkdown.ts';
import { type cardCommandIds, privateCommandIds } from '../ids.ts';
import type { LinkTargets } from '../linkTargets.ts';
import { toPlainLabel } from '../plainLabel.ts';
import { isSpoken } from '../spokenWords.ts';
import type { Translate } from '../translate.ts';

/** What a card is rendered with. */
export interface CardOptions {
	readonly translate: Translate;
	readonly locale: string;
	readonly links: LinkTargets;
	/** What a document is called, and who wrote it, by its id; a document that is gone has neither. */
	readonly sourceOf: (documentId: string) => { readonly title: string; readonly author: string | null } | undefined;
}

/** A card longer than this is no glance. In UTF-16 units of Markdown; VS Code itself cuts at 100,000. */
export const maxCardLength = 4_096;

/** A quoted sentence is cut here; the link leads to the whole. About two and a half lines of a hover. */
const maxQuoteLength = 240;
const maxOwnLength = 600;
const maxEvidence = 3;

type CardCommand = (typeof cardCommandIds)[number];

/**
 * A card as Markdown for a hover: what the term is, in the writer's own words and then in those of the documents, each with who says it, where
 * and when, and a link that opens exactly there. All words of documents go through `escapeMarkdown`; the only links are our own commands with
 * a number for an argument. Lines that do not fit into `maxCardLength` are left out from the end, the actions never.
 */
export function renderCard(card: Card, options: CardOptions): string {
	const { translate } = options;
	const head = renderHead(card, translate);
	const lines: string[] = [];
	if (card.own !== null) {
		lines.push(`${escapeMarkdown(card.own, maxOwnLength)} — *${translate('your glossary')}*`);
	}
	if (card.definition !== null) {
		lines.push(renderReceipt(card.definition, options));
	}
	const evidenceCount = Math.max(1, maxEvidence - lines.length);
	lines.push(
		...withoutRepeats(card)
			.slice(0, evidenceCount)
			.map((receipt) => renderReceipt(receipt, options)),
	);
	for (const disagreement of card.disagreements.slice(0, 1)) {
		const values = disagreement.receipts.slice(0, 2).map((receipt) => renderReceipt(receipt, options));
		lines.push(`**${translate('Sources differ')}:** ${escapeMarkdown(disagreement.what, 120)}`, ...values);
	}
	const foot = renderFoot(card, options);
	const kept = [head];
	let length = head.length + foot.length + 2;
	for (const line of lines) {
		length += line.length + 2;
		if (length > maxCardLength) {
			break;
		}
		kept.push(line);
	}
	return [...kept, foot].join('\n\n');
}

/** The evidence without sentences that stand in the card already: copies of one document say nothing new. */
function withoutRepeats({ definition, evidence }: Card): readonly Receipt[] {
	const told = new Set(definition === null ? [] : [definition.text]);
	return evidence.filter(({ text }) => !told.has(text) && told.add(text));
}

/** `**AWC** · Andean Water Council`, `**Harbour Project** · organisation · also Harbour` */
function renderHead(card: Card, translate: Translate): string {
	const parts = [`**${escapeMarkdown(card.term, 120)}**`];
	const kind = toKindWord(card.kind, translate);
	const isSame = (text: string) => text.toLowerCase() === card.term.toLowerCase();
	if (card.expansion !== null && !isSame(card.expansion)) {
		parts.push(escapeMarkdown(card.expansion, 160));
	} else {
		if (kind !== undefined && card.kind !== 'acronym') {
			parts.push(kind);
		}
		const aliases = card.aliases.filter((alias) => !isSame(alias)).slice(0, 3);
		if (aliases.length > 0) {
			parts.push(translate('also {0}', aliases.map((alias) => escapeMarkdown(alias, 80)).join(', ')));
		}
	}
	return parts.join(' · ');
}

/** `“The sentence.” — Ana Ruiz, in [a river without people, p. 12](command:…)` */
function renderReceipt(receipt: Receipt, options: CardOptions): string {
	const { translate, locale, links, sourceOf } = options;
	const source = sourceOf(receipt.documentId);
	const place = [escapeMarkdown(receipt.title ?? source?.title ?? translate('document'), 90)];
	if (receipt.page !== null) {
		place.push(translate('p. {0}', escapeMarkdown(receipt.page, 20)));
	}
	if (receipt.date !== null) {
		place.push(escapeMarkdown(toDisplayDate(receipt.date, locale, 'short'), 40));
	}
	const link = toLink(
		place.join(', '),
		privateCommandIds.openReceipt,
		links.add({ kind: 'receipt', receipt }),
		translate('Open this passage'),
	);
	return `${quote(receipt.text)} — ${attribute(receipt, source?.author ?? null, link, translate)}`;
}

/**
 * Who says it, around the link to where. Words in quotation marks are the speaker's own; a sentence that reports what somebody says is the
 * author's, who cites the speaker. Nobody is given words that another wrote.
 */
function attribute({ speaker, text }: Receipt, author: string | null, link: string, translate: Translate): string {
	if (speaker !== null && isSpoken(text)) {
		return translate('{0}, in {1}', escapeMarkdown(speaker, 80), link);
	}
	const place = author === null ? link : `${escapeMarkdown(author, 80)}, ${link}`;
	return speaker === null || speaker === author ? place : translate('{0}, citing {1}', place, escapeMarkdown(speaker, 80));
}

/** `6 mentions in 2 documents · Open · Find All Mentions · Copy Quotation` */
function renderFoot(card: Card, options: CardOptions): string {
	const { translate, links } = options;
	const first = card.definition ?? card.evidence[0];
	const parts: string[] = [];
	if (card.mentions > 0) {
		parts.push(toMentionCount(card, options));
	}
	if (first !== undefined) {
		const handle = links.add({ kind: 'receipt', receipt: first });
		parts.push(toLink(translate('Open'), privateCommandIds.openReceipt, handle, translate('Open the first passage in the reader')));
	}
	if (card.mentions > 0) {
		const handle = links.add({ kind: 'mentions', term: card.term });
		parts.push(
			toLink(translate('Find All Mentions'), privateCommandIds.findMentions, handle, translate('List every place where it stands')),
		);
	}
	if (first !== undefined) {
		const handle = links.add({ kind: 'receipt', receipt: first });
		parts.push(
			toLink(translate('Copy Quotation'), privateCommandIds.copyReceipt, handle, translate('Copy the first sentence with its source')),
		);
	}
	return parts.join(' · ');
}

function toMentionCount({ mentions, documents }: Card, { translate, locale }: CardOptions): string {
	if (mentions === 1) {
		return translate('1 mention');
	}
	return documents === 1
		? translate('{0} mentions in 1 document', mentions.toLocaleString(locale))
		: translate('{0} mentions in {1} documents', mentions.toLocaleString(locale), documents.toLocaleString(locale));
}

/**
 * A sentence in quotation marks. One that brings its own has them closed where the quotation goes on beyond the sentence, as printers do:
 * no sign of ours ever stands where it could be taken for the document's.
 */
function quote(text: string): string {
	const shown = toPlainLabel(text, maxQuoteLength);
	const escaped = escapeMarkdown(shown, maxQuoteLength);
	const opened = shown.split('“').length - shown.split('”').length;
	if (shown.startsWith('“')) {
		return opened > 0 ? `${escaped}”` : escaped;
	}
	return opened < 0 ? `“${escaped}` : `“${escaped}”`;
}

function toLink(label: string, command: CardCommand, handle: number, title: string): string {
	return `[${label}](command:${command}?${encodeURIComponent(JSON.stringify([handle]))} "${title.replace(/["\\\n]/g, ' ')}")`;
}

function toKindWord(kind: TermKind, translate: Translate): string | undefined {
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
