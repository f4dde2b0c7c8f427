import createMarkdownIt, { type MarkdownIt, type StateInline, type Token } from 'markdown-it';

/** Where an inline construct stands in the text of its block: set as `meta` on the tokens of links, images, code, HTML, escapes and entities. */
export interface InlinePlace {
	/** Only on the first token of the construct. */
	readonly start?: number;
	/** Only on the last token: where the text goes on, behind its closing marks. */
	readonly end?: number;
}

/**
 * markdown-it set up for reading: CommonMark with tables and strikethrough, HTML recognised, nothing made into links or typographic marks, and
 * inline constructs with their places. markdown-it itself tells lines only; the places are what makes the offset map exact.
 *
 * Nesting is bounded at 100 levels, and what lies deeper is lost: `isCutOff` tells so; all nine kinds of hostile input of libraries.md §5 take less than 0.1 s.
 */
export function parseMarkdown(source: string): Token[] {
	return parser.parse(source, {});
}

/** Whether blocks nest so deep that markdown-it left out what is in them. */
export function isCutOff(tokens: readonly Token[]): boolean {
	return tokens.some(({ type, level }) => (type === 'blockquote_open' || type === 'list_item_open') && level >= maxNesting - 1);
}

/** What markdown-it bounds CommonMark's nesting with, in levels of tokens; a list takes two for each of its own. */
const maxNesting = 100;

const placedRules = new Set(['escape', 'backticks', 'link', 'image', 'autolink', 'html_inline', 'entity']);

const parser = createParser();

function createParser(): MarkdownIt {
	const markdown = createMarkdownIt({ html: true, linkify: false, typographer: false });
	// Joining would lose which characters were escapes and entities, and so where they stand.
	markdown.core.ruler.disable('text_join');
	for (const rule of [...markdown.inline.ruler.__rules__]) {
		if (placedRules.has(rule.name)) {
			markdown.inline.ruler.at(rule.name, withPlaces(rule.fn));
		}
	}
	for (const rule of [...markdown.block.ruler.__rules__]) {
		if (rule.name === 'reference') {
			// `[^1]: ibid.` is a footnote of many dialects, not a link definition: as one, it would vanish from the text.
			const { fn } = rule;
			markdown.block.ruler.at(
				'reference',
				(state, startLine, endLine, silent) => {
					const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
					return !state.src.startsWith('[^', start) && fn(state, startLine, endLine, silent);
				},
				{ alt: rule.alt },
			);
		}
	}
	return markdown;
}

type InlineRule = (state: StateInline, silent: boolean) => boolean;

function withPlaces(rule: InlineRule): InlineRule {
	return (state, silent) => {
		const start = state.pos;
		// Text that is still pending becomes a token of its own first, in front of the construct's.
		const firstIndex = state.tokens.length + (state.pending ? 1 : 0);
		if (!rule(state, silent)) {
			return false;
		}
		const first = state.tokens[firstIndex];
		const last = state.tokens.at(-1);
		if (!silent && first && last) {
			last.meta = { ...last.meta, end: state.pos };
			first.meta = { ...first.meta, start };
		}
		return true;
	};
}

/** The place of a token, if it has one. */
export function placeOf(token: Token): InlinePlace {
	return (token.meta as InlinePlace | null) ?? {};
}
