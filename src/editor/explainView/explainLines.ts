import type { Card, Receipt, TermKind } from '../../terms/card.ts';
import type { Range } from '../../text/range.ts';
import { toPlainLabel } from '../plainLabel.ts';
import {
	attribute,
	findTermIn,
	listOtherNames,
	type ReceiptWords,
	toKindWord,
	toMentionCount,
	toPlace,
	withoutRepeats,
} from '../termHover/receiptWords.ts';

/** A line of the side view: plain words, whatever a document brought. */
export interface ExplainLine {
	/** Stays the same while the term does, so that what was closed stays closed. */
	readonly id: string;
	readonly type: 'head' | 'section' | 'words' | 'receipt' | 'term' | 'mentions';
	readonly icon: string;
	readonly label: string;
	/** The part of the label that is the term. */
	readonly mark: Range | undefined;
	readonly description: string;
	/** What a screen reader says: all of it, not only what fits. */
	readonly spoken: string;
	/** Shown whole when the mouse rests on the line. */
	readonly tooltip: string;
	/** Where it leads. */
	readonly receipt: Receipt | undefined;
	/** The term that it names: of the card for `head` and `mentions`, another one for `term`. */
	readonly term: string | undefined;
	readonly children: readonly ExplainLine[];
}

/** So much is read in one line of a side bar of its usual width; tree lines do not wrap by themselves. Of wide characters half as much. */
const wrapWidth = 34;
/** A quotation of more lines goes on in its tooltip, and where it leads. */
const maxWrappedLines = 10;
/** A screen reader, and a tooltip, get no more than this of one sentence. */
const maxWholeLength = 1_000;

/**
 * A card in full as lines of a tree: the term, the writer's own words, the definition, evidence, figures, where sources differ, related terms, and
 * how often it stands where. What the writer wrote and what documents say stand in sections of their own names.
 */
export function toExplainLines(card: Card, words: ReceiptWords, otherSenses: readonly Card[] = []): readonly ExplainLine[] {
	const { translate } = words;
	const toReceipts = (section: string, receipts: readonly Receipt[]) =>
		receipts.flatMap((receipt, index) => toReceiptLines(`${section}:${index}`, receipt, card, words));
	const evidence = withoutRepeats([card.definition], card.evidence);
	const figures = withoutRepeats([card.definition, ...evidence], card.figures);
	const sections = [
		toSection('own', 'edit', translate('Your Glossary'), toOwnLines(card.own, translate('your glossary'))),
		toSection(
			'definition',
			'book',
			translate('Definition in Your Sources'),
			card.definition === null ? [] : toReceipts('definition', [card.definition]),
		),
		toSection('evidence', 'quote', translate('What Your Sources Say'), toReceipts('evidence', evidence)),
		toSection('figures', 'symbol-numeric', translate('Figures'), toReceipts('figures', figures)),
		...card.disagreements.map(({ what, receipts }, index) =>
			toSection(
				`differ:${index}`,
				'warning',
				translate('Sources Differ: {0}', toPlainLabel(what, 120)),
				toReceipts(`differ:${index}`, receipts),
			),
		),
		toSection(
			'senses',
			'question',
			translate('May Also Mean'),
			otherSenses.map((sense, index) => toTermLine(`sense:${index}`, sense.term, sense.expansion)),
		),
		toSection(
			'related',
			'link',
			translate('Related Terms'),
			card.related.map((term, index) => toTermLine(`related:${index}`, term)),
		),
	];
	return [toHeadLine(card, words), ...sections.filter((section) => section.children.length > 0), ...toMentionsLine(card, words)];
}

/** The icon of a term, by what it is. */
export function toTermIcon(kind: TermKind): string {
	switch (kind) {
		case 'own':
			return 'edit';
		case 'acronym':
			return 'symbol-key';
		case 'person':
			return 'person';
		case 'organisation':
			return 'organization';
		case 'place':
			return 'location';
		case 'law':
			return 'law';
		case 'programme':
			return 'project';
		case 'concept':
			return 'symbol-keyword';
	}
}

function toHeadLine(card: Card, { translate }: ReceiptWords): ExplainLine {
	const label = toPlainLabel(card.term, 160) || '…';
	const isSame = (text: string) => text.toLowerCase() === card.term.toLowerCase();
	const kind = card.kind === 'own' ? translate('your term') : toKindWord(card.kind, translate);
	const expansion = card.expansion === null || isSame(card.expansion) ? [] : [toPlainLabel(card.expansion, 200)];
	const aliases = listOtherNames(card)
		.filter((alias) => alias !== card.expansion)
		.map((alias) => toPlainLabel(alias, 100));
	const also = aliases.length === 0 ? [] : [translate('also {0}', aliases.slice(0, 12).join(', '))];
	const description = [...expansion, ...(kind === undefined ? [] : [kind]), ...also].join(' · ');
	return {
		id: 'head',
		type: 'head',
		icon: toTermIcon(card.kind),
		label,
		mark: { start: 0, end: label.length },
		description,
		spoken: [label, description.replaceAll(' · ', ', ')].filter((part) => part !== '').join(', '),
		tooltip: [label, description].filter((part) => part !== '').join('\n'),
		receipt: undefined,
		term: card.term,
		children: [],
	};
}

function toSection(id: string, icon: string, label: string, children: readonly ExplainLine[]): ExplainLine {
	const count = children.filter(({ type }) => type !== 'words').length;
	const description = count > 1 ? String(count) : '';
	return {
		id: `section:${id}`,
		type: 'section',
		icon,
		label,
		mark: undefined,
		description,
		spoken: description === '' ? label : `${label}, ${description}`,
		tooltip: label,
		receipt: undefined,
		term: undefined,
		children,
	};
}

/** The writer's own text: as it was written, not as Markdown draws it. */
function toOwnLines(own: string | null, source: string): readonly ExplainLine[] {
	const paragraphs = (own ?? '')
		.slice(0, 20_000)
		.split('\n')
		.map((line) => toPlainLabel(line, maxWholeLength))
		.filter((line) => line !== '');
	return paragraphs
		.slice(0, 30)
		.flatMap((paragraph, index) => toWordLines(`own:${index}`, paragraph, { spoken: `${paragraph}, ${source}`, tooltip: paragraph }));
}

/** A sentence in lines that can be read in a side bar, and below it who says it and where. The first line is spoken whole. */
function toReceiptLines(id: string, receipt: Receipt, card: Card, words: ReceiptWords): readonly ExplainLine[] {
	const whole = toPlainLabel(receipt.text, maxWholeLength) || '…';
	const said = attribute(receipt, toPlace(receipt, words, toPlainLabel), words, toPlainLabel);
	const tooltip = `${whole}\n— ${said}`;
	return [
		...toWordLines(id, whole, { spoken: `${whole}, ${said}`, tooltip, receipt, mark: findTermIn(whole, card) }),
		{
			id: `${id}:source`,
			type: 'receipt',
			icon: 'quote',
			label: '',
			mark: undefined,
			description: said,
			spoken: said,
			tooltip,
			receipt,
			term: undefined,
			children: [],
		},
	];
}

/** Words in several lines, each with its part of the mark. */
function toWordLines(
	id: string,
	text: string,
	{ spoken, tooltip, receipt, mark }: Pick<ExplainLine, 'spoken' | 'tooltip'> & Partial<Pick<ExplainLine, 'receipt' | 'mark'>>,
): readonly ExplainLine[] {
	return wrap(text, wrapWidth, maxWrappedLines).map(({ start, end }, index) => {
		const label = text.slice(start, end).trimEnd() + (index === maxWrappedLines - 1 && end < text.length ? '…' : '');
		const from = Math.max(mark?.start ?? 0, start) - start;
		const to = Math.min(mark?.end ?? 0, end) - start;
		return {
			id: `${id}:${index}`,
			type: 'words',
			icon: '',
			label,
			mark: from < to ? { start: from, end: Math.min(to, label.length) } : undefined,
			description: '',
			spoken: index === 0 ? spoken : label,
			tooltip,
			receipt,
			term: undefined,
			children: [],
		};
	});
}

/** The lines of a text as ranges: broken at spaces where there are any, wide characters counted twice. The last of `maxLines` is cut like the others. */
export function wrap(text: string, width: number, maxLines: number): readonly Range[] {
	const lines: Range[] = [];
	let start = 0;
	while (start < text.length && lines.length < maxLines) {
		let end = start;
		let used = 0;
		let lastSpace = -1;
		while (end < text.length) {
			const code = text.codePointAt(end) ?? 0;
			used +=
				code >= 0x1100 && /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\uff00-\uff60]/u.test(String.fromCodePoint(code)) ? 2 : 1;
			if (used > width && end > start) {
				break;
			}
			if (text[end] === ' ') {
				lastSpace = end;
			}
			end += code > 0xffff ? 2 : 1;
		}
		if (end < text.length && text[end] !== ' ' && lastSpace > start) {
			end = lastSpace;
		}
		lines.push({ start, end });
		start = text[end] === ' ' ? end + 1 : end;
	}
	return lines;
}

function toTermLine(id: string, term: string, expansion: string | null = null): ExplainLine {
	const label = toPlainLabel(term, 160) || '…';
	const description = expansion === null ? '' : toPlainLabel(expansion, 160);
	return {
		id,
		type: 'term',
		icon: 'symbol-keyword',
		label,
		mark: undefined,
		description,
		spoken: [label, description].filter((part) => part !== '').join(', '),
		tooltip: [label, description].filter((part) => part !== '').join('\n'),
		receipt: undefined,
		term,
		children: [],
	};
}

function toMentionsLine(card: Card, words: ReceiptWords): readonly ExplainLine[] {
	if (card.mentions === 0) {
		return [];
	}
	const label = toMentionCount(card, words);
	return [
		{
			id: 'mentions',
			type: 'mentions',
			icon: 'list-selection',
			label,
			mark: undefined,
			description: '',
			spoken: label,
			tooltip: words.translate('List every place where it stands'),
			receipt: undefined,
			term: card.term,
			children: [],
		},
	];
}
