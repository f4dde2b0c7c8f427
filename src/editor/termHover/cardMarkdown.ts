import type { Card, Receipt, TermKind } from '../../terms/card.ts';
import { toDisplayDate } from '../displayDate.ts';
import { escapeMarkdown } from '../escapeMarkdown.ts';
import { type cardCommandIds, privateCommandIds } from '../ids.ts';
import type { LinkTargets } from '../linkTargets.ts';
import type { Translate } from '../translate.ts';

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
	lines.push(...card.evidence.slice(0, evidenceCount).map((receipt) => renderReceipt(receipt, options)));
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

/** `**KMPs** · acronym · Korean massage parlors` */
function renderHead(card: Card, translate: Translate): string {
	const parts = [`**${escapeMarkdown(card.term, 120)}**`];
	const kind = toKindWord(card.kind, translate);
	if (card.expansion !== null) {
		parts.push(escapeMarkdown(card.expansion, 160));
	} else if (kind !== undefined) {
		parts.push(kind);
	}
	if (card.aliases.length > 0 && card.expansion === null) {
		parts.push(
			translate(
				'also {0}',
				card.aliases
					.slice(0, 3)
					.map((alias) => escapeMarkdown(alias, 80))
					.join(', '),
			),
		);
	}
	return parts.join(' · ');
}

/** `“The sentence.” — Kim Yeo-ni in [nowhere to turn, p. 39](command:…)` */
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
	const speaker = receipt.speaker ?? source?.author ?? null;
	const who = speaker === null ? '' : `${escapeMarkdown(speaker, 80)}, `;
	return `${quote(receipt.text)} — ${who}${link}`;
}

/** `6 mentions in 2 documents · Open · Find All Mentions · Copy Quotation` */
function renderFoot(card: Card, { translate, links }: CardOptions): string {
	const first = card.definition ?? card.evidence[0];
	const parts: string[] = [];
	if (card.mentions > 0) {
		parts.push(toMentionCount(card, translate));
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

function toMentionCount({ mentions, documents }: Card, translate: Translate): string {
	if (mentions === 1) {
		return translate('1 mention');
	}
	return documents === 1
		? translate('{0} mentions in 1 document', mentions)
		: translate('{0} mentions in {1} documents', mentions, documents);
}

/**
 * A sentence in quotation marks. One that brings its own has them closed where the quotation goes on beyond the sentence, as printers do:
 * no sign of ours ever stands where it could be taken for the document's.
 */
function quote(text: string): string {
	const escaped = escapeMarkdown(text, maxQuoteLength);
	const opened = text.split('“').length - text.split('”').length;
	if (/^\s*“/.test(text)) {
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
