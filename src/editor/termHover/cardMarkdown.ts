import type { Card, Disagreement, Receipt } from '../../terms/card.ts';
import { yearOf } from '../displayDate.ts';
import { escapeMarkdown } from '../escapeMarkdown.ts';
import { type cardCommandIds, privateCommandIds } from '../ids.ts';
import type { LinkTargets } from '../linkTargets.ts';
import { toPlainLabel } from '../plainLabel.ts';
import { countColumns } from '../textWidth.ts';
import {
	attribute,
	cutAround,
	findTermIn,
	listOtherNames,
	type ReceiptWords,
	toKindWord,
	toMentionCount,
	toPlace,
	withoutRepeats,
} from './receiptWords.ts';

/** What a card is rendered with. */
export interface CardOptions extends ReceiptWords {
	readonly links: LinkTargets;
	/** The words of the note that the card explains; absent where nobody may say of them: not this. */
	readonly words?: string;
	/** What the words may mean as well. */
	readonly otherSenses?: readonly Card[];
}

/** A card longer than this is no glance. In UTF-16 units of Markdown; VS Code itself cuts at 100,000. */
export const maxCardLength = 6_144;

/** So many lines of text are read at a glance; the side view has all. */
const maxTextLines = 8;
/** How many columns stand in one line of a hover, which VS Code makes two thirds as wide as the editor, and 500 pixels at least. */
const lineColumns = 84;

const maxOwnLength = 240;
/** Of what is quoted, in columns. */
const maxDefinitionLength = 170;
const maxEvidenceLength = 105;
const maxTellingLength = 60;
const maxEvidence = 3;
/** A sentence of a second source is worth this much less of it. */
const shorterBy = 45;

type CardCommand = (typeof cardCommandIds)[number];

/** A paragraph of the card, and how many columns of it are seen. */
interface Paragraph {
	readonly markdown: string;
	readonly columns: number;
}

/**
 * A card as Markdown for a hover: what the term is, in the writer's own words and then in those of the documents, each with who says it, where
 * and when, and a link that opens exactly there. All words of documents go through `escapeMarkdown`; the only links are our own commands with
 * a number for an argument. What does not fit into eight lines is left to the side view: the definition comes first, then where sources differ,
 * evidence, figures, related terms; the actions are always there.
 */
export function renderCard(card: Card, options: CardOptions): string {
	const head = renderHead(card, options);
	const foot = renderFoot(card, options);
	const isDefined = card.definition !== null;
	const evidence = withoutRepeats([card.definition], card.evidence).slice(0, maxEvidence);
	const figures = withoutRepeats([card.definition, ...evidence], card.figures);
	// In the order in which they are shown; a smaller number goes first where not all fit.
	const body: Line[] = [];
	const add = (rank: number, paragraph: Paragraph | undefined) => paragraph !== undefined && body.push({ rank, paragraph });
	const addReceipt = (rank: number, receipt: Receipt | null | undefined, maxLength: number) => {
		if (receipt !== null && receipt !== undefined) {
			const lengthen = (by: number) => renderReceipt(receipt, card, options, maxLength + by);
			body.push({ rank, paragraph: lengthen(0), lengthen });
		}
	};
	add(0, card.own === null ? undefined : renderOwn(card.own, options));
	addReceipt(1, card.definition, maxDefinitionLength);
	for (const [index, receipt] of evidence.entries()) {
		addReceipt(index === 0 && !isDefined ? 1 : 3 + index, receipt, maxEvidenceLength);
	}
	addReceipt(3.5, evidence.length > 1 ? undefined : figures[0], maxEvidenceLength);
	add(2, card.disagreements[0] === undefined ? undefined : renderDisagreement(card.disagreements[0], card, options));
	add(1.5, renderOtherSenses(options));
	add(4.5, renderRelated(card, options));
	return [head, ...chooseLines(body, maxTextLines - toLineCount(head) - toLineCount(foot)), foot]
		.map(({ markdown }) => markdown)
		.join('\n\n');
}

/** Something that a card may say. */
interface Line {
	readonly rank: number;
	readonly paragraph: Paragraph;
	/** The same with so many characters more of its quotation. */
	lengthen?(by: number): Paragraph;
}

/**
 * What fits into so many lines of text, at least one of it, in the order given; sentences shorter where they fit only so. What room is left goes to the sentences
 * that were cut, the first first.
 */
function chooseLines(body: readonly Line[], maxLines: number): readonly Paragraph[] {
	const ranked = [...body].sort((a, b) => a.rank - b.rank);
	const kept = new Map<Line, Paragraph>();
	let linesLeft = maxLines;
	let lengthLeft = maxCardLength / 2;
	const fits = (paragraph: Paragraph | undefined) =>
		paragraph !== undefined && paragraph.markdown.length <= lengthLeft && toLineCount(paragraph) <= linesLeft;
	for (const line of ranked) {
		const fitting = fits(line.paragraph) ? line.paragraph : [line.lengthen?.(-shorterBy)].find(fits);
		const chosen = fitting ?? (kept.size === 0 ? line.paragraph : undefined);
		if (chosen !== undefined) {
			kept.set(line, chosen);
			linesLeft -= toLineCount(chosen);
			lengthLeft -= chosen.markdown.length;
		}
	}
	for (const line of ranked) {
		const short = kept.get(line);
		for (let lines = linesLeft; short !== undefined && lines > 0; lines--) {
			const long = line.lengthen?.(lines * lineColumns) ?? short;
			const more = toLineCount(long) - toLineCount(short);
			if (more <= linesLeft && long.markdown.length - short.markdown.length <= lengthLeft) {
				kept.set(line, long);
				linesLeft -= more;
				lengthLeft -= long.markdown.length - short.markdown.length;
				break;
			}
		}
	}
	return body.flatMap((line) => kept.get(line) ?? []);
}

function toLineCount({ columns }: Paragraph): number {
	return Math.max(1, Math.ceil(columns / lineColumns));
}

/** `**AWC** · Andean Water Council`, `**Harbour Project** · organisation · also Harbour` */
function renderHead(card: Card, { translate }: ReceiptWords): Paragraph {
	const head = new Writer().add('**').words(card.term, 120).add('**');
	const kind = toKindWord(card.kind, translate);
	const isSame = (text: string) => text.toLowerCase() === card.term.toLowerCase();
	if (card.expansion !== null && !isSame(card.expansion)) {
		head.say(' · ').words(card.expansion, 160);
	} else {
		if (kind !== undefined && card.kind !== 'acronym') {
			head.say(` · ${kind}`);
		}
		const aliases = listOtherNames(card).slice(0, 3);
		if (aliases.length > 0) {
			const list = aliases.map((alias) => toPlainLabel(alias, 80)).join(', ');
			head.add(` · ${translate('also {0}', escapeMarkdown(list, 260))}`, countColumns(list) + 8);
		}
	}
	return head.end();
}

/** `What the moon does. — *your glossary*` */
function renderOwn(own: string, { translate }: ReceiptWords): Paragraph {
	const said = translate('your glossary');
	return new Writer().words(own, maxOwnLength).say(' — ').add(`*${said}*`, countColumns(said)).end();
}

/** `“The sentence.” — Ana Ruiz, in [a river without people, p. 12](command:…)` */
function renderReceipt(receipt: Receipt, card: Card, options: CardOptions, maxLength: number): Paragraph {
	const quoted = quote(receipt.text, card, maxLength);
	const place = toPlace(receipt, options, escapeMarkdown);
	const link = toReceiptLink(receipt, place, options);
	const said = attribute(receipt, link, options, escapeMarkdown);
	const shownPlace = toPlace(receipt, options, toPlainLabel);
	const shownSaid = attribute(receipt, shownPlace, options, toPlainLabel);
	return { markdown: `${quoted.markdown} — ${said}`, columns: quoted.columns + 3 + countColumns(shownSaid) };
}

/** `**Sources differ:** in which year it opened: “…opened in 1850…” [The Sea](command:…) · “…since 1851…” [Tides](command:…)` */
function renderDisagreement({ what, receipts }: Disagreement, card: Card, options: CardOptions): Paragraph {
	const said = options.translate('Sources differ');
	const line = new Writer().add(`**${said}:** `, countColumns(said) + 2).words(what, 80);
	for (const [index, receipt] of receipts.slice(0, 2).entries()) {
		const title = toPlainLabel(receipt.title ?? options.sourceOf(receipt.documentId)?.title ?? options.translate('document'), 40);
		const year = yearOf(receipt.date);
		// Which of two came first often tells why they differ.
		const place = year !== undefined && !title.includes(year) ? `${title}, ${year}` : title;
		const quoted = quote(
			receipt.text,
			{ ...card, aliases: [/\b\d{4}\b/.exec(receipt.text)?.[0] ?? card.term], term: '' },
			maxTellingLength,
		);
		line
			.say(index === 0 ? ' ' : ' · ')
			.add(quoted.markdown, quoted.columns)
			.say(' ')
			.add(toReceiptLink(receipt, escapeMarkdown(place, 50), options), countColumns(place));
	}
	return line.end();
}

/** `Or: [ICC, Interstate Commerce Commission](command:…)` */
function renderOtherSenses({ otherSenses = [], translate, links }: CardOptions): Paragraph | undefined {
	const shown = otherSenses.slice(0, 3).map(({ term, expansion }) => toPlainLabel(expansion === null ? term : `${term}, ${expansion}`, 60));
	if (shown.length === 0) {
		return undefined;
	}
	const list = otherSenses
		.slice(0, 3)
		.map((card, index) =>
			toLink(
				escapeMarkdown(shown[index] ?? '', 60),
				privateCommandIds.explainMore,
				links.add({ kind: 'card', card }),
				translate('Explain this meaning'),
			),
		);
	const said = (senses: readonly string[]) => translate('May also mean: {0}', senses.join(' · '));
	return { markdown: said(list), columns: countColumns(said(shown)) };
}

/** `Related: [neap tide](command:…), [moon](command:…)` */
function renderRelated({ related }: Card, { translate, links }: CardOptions): Paragraph | undefined {
	const terms = related.slice(0, 4);
	if (terms.length === 0) {
		return undefined;
	}
	const shown = terms.map((term) => toPlainLabel(term, 60));
	const list = terms.map((term, index) =>
		toLink(
			escapeMarkdown(shown[index] ?? '', 60),
			privateCommandIds.explainName,
			links.add({ kind: 'term', term }),
			translate('Explain this term'),
		),
	);
	return { markdown: translate('Related: {0}', list.join(', ')), columns: countColumns(translate('Related: {0}', shown.join(', '))) };
}

/** `6 mentions in 2 documents · Open · Find All Mentions · Copy Quotation · Insert · Define · Hide · Not This · More` */
function renderFoot(card: Card, options: CardOptions): Paragraph {
	const { translate, links } = options;
	const first = card.definition ?? card.evidence[0];
	const foot = new Writer();
	if (card.mentions > 0) {
		foot.say(toMentionCount(card, options)).say(' · ');
	}
	const act = (label: string, command: CardCommand, handle: number, title: string) => {
		foot.add(toLink(label, command, handle, title), countColumns(label)).say(' · ');
	};
	if (first !== undefined) {
		const handle = links.add({ kind: 'receipt', receipt: first });
		act(translate('Open'), privateCommandIds.openReceipt, handle, translate('Open the first passage in the reader'));
	}
	if (card.mentions > 0) {
		const handle = links.add({ kind: 'mentions', term: card.term });
		act(translate('Find All Mentions'), privateCommandIds.findMentions, handle, translate('List every place where it stands'));
	}
	if (first !== undefined) {
		const handle = links.add({ kind: 'receipt', receipt: first });
		act(translate('Copy Quotation'), privateCommandIds.copyReceipt, handle, translate('Copy the first sentence with its source'));
		act(
			translate('Insert'),
			privateCommandIds.insertReceipt,
			handle,
			translate('Insert the first sentence with its source below this line'),
		);
	}
	const handle = links.add({ kind: 'card', card });
	const define = card.own === null ? translate('Define') : translate('Edit Definition');
	act(define, privateCommandIds.defineCard, handle, translate('Write what it means into your glossary'));
	if (options.words !== undefined && (options.otherSenses ?? []).length > 0) {
		const sense = links.add({ kind: 'sense', words: options.words, term: card.term });
		act(translate('Not This'), privateCommandIds.excludeSense, sense, translate('In this workspace the words do not mean this'));
	} else {
		act(translate('Hide'), privateCommandIds.hideCard, handle, translate('Never explain this term; your glossary remembers it'));
	}
	foot.add(
		toLink(translate('More'), privateCommandIds.explainMore, handle, translate('Show all that the documents say in the side bar')),
		countColumns(translate('More')),
	);
	return foot.end();
}

function toReceiptLink(receipt: Receipt, label: string, { links, translate }: CardOptions): string {
	return toLink(label, privateCommandIds.openReceipt, links.add({ kind: 'receipt', receipt }), translate('Open this passage'));
}

/**
 * A sentence in quotation marks, cut around the term. One that brings its own has them closed where the quotation goes on beyond the sentence,
 * as printers do: no sign of ours ever stands where it could be taken for the document's.
 */
function quote(text: string, card: Card, maxLength: number): Paragraph {
	const whole = toPlainLabel(text, 2_000);
	// So many characters take as many columns.
	const fitting = Math.floor((maxLength * whole.length) / Math.max(1, countColumns(whole)));
	// Nobody is spared anything by a word or two less.
	const room = whole.length <= fitting * 1.15 ? whole.length : fitting;
	const shown = cutAround(whole, findTermIn(whole, card), room);
	const escaped = escapeMarkdown(shown, room);
	const opened = shown.split('“').length - shown.split('”').length;
	const before = shown.startsWith('“') ? '' : '“';
	const after = shown.startsWith('“') ? (opened > 0 ? '”' : '') : opened < 0 ? '' : '”';
	return { markdown: before + escaped + after, columns: countColumns(shown) + 2 };
}

function toLink(label: string, command: CardCommand, handle: number, title: string): string {
	return `[${label}](command:${command}?${encodeURIComponent(JSON.stringify([handle]))} "${title.replace(/["\\\n]/g, ' ')}")`;
}

/** Writes a paragraph and counts the columns that are seen of it. */
class Writer {
	#markdown = '';
	#columns = 0;

	/** Markdown of ours of which so many columns are seen. */
	add(markdown: string, columns = 0): this {
		this.#markdown += markdown;
		this.#columns += columns;
		return this;
	}

	/** Plain words of ours. */
	say(words: string): this {
		return this.add(words, countColumns(words));
	}

	/** Words of a document or of the writer. */
	words(text: string, maxLength: number): this {
		const label = toPlainLabel(text, maxLength);
		return this.add(escapeMarkdown(label, maxLength), countColumns(label));
	}

	end(): Paragraph {
		return { markdown: this.#markdown, columns: this.#columns };
	}
}
