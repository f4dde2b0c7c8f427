import type { MatchCounts } from '../../service/library.ts';
import type { SavedSearch } from './savedSearches.ts';
import type { CountedQuery } from './searchCounts.ts';

/** A query of a list, and the line that it was made of. */
export interface RunQuery extends CountedQuery {
	readonly line: string;
}

/** A list of queries that was run. */
export interface RunList {
	/** What it was made of: a file's name, say. */
	readonly name: string;
	readonly queries: readonly RunQuery[];
	/** Lines that were left out since there are too many. */
	readonly leftCount: number;
}

/** Any line of the view of searches. */
export type SearchesNode = SavedNode | ListNode | NoMatchNode | QueryNode;

/** A search that was saved. */
export interface SavedNode {
	readonly type: 'saved';
	readonly id: string;
	readonly search: SavedSearch;
	readonly counts: MatchCounts | undefined;
}

/** A list of queries, with how many of them find nothing. */
export interface ListNode {
	readonly type: 'list';
	readonly id: string;
	readonly list: RunList;
	readonly children: readonly (NoMatchNode | QueryNode)[];
	readonly noMatchCount: number;
}

/** The queries of a list that find nothing. */
export interface NoMatchNode {
	readonly type: 'noMatch';
	readonly id: string;
	readonly children: readonly QueryNode[];
}

/** A query of a list. */
export interface QueryNode {
	readonly type: 'query';
	readonly id: string;
	readonly query: RunQuery;
	readonly counts: MatchCounts | undefined;
}

/** The lines of the view: the list that was run last, those without a match first and together, the others in the list's order; then what was saved. */
export function toSearchesNodes(
	list: RunList | undefined,
	saved: readonly SavedSearch[],
	countsOf: (query: CountedQuery) => MatchCounts | undefined,
): readonly (ListNode | SavedNode)[] {
	const nodes: (ListNode | SavedNode)[] = saved.map((search) => ({
		type: 'saved',
		id: `saved:${search.name}`,
		search,
		counts: countsOf(search),
	}));
	return list === undefined ? nodes : [toListNode(list, countsOf), ...nodes];
}

function toListNode(list: RunList, countsOf: (query: CountedQuery) => MatchCounts | undefined): ListNode {
	const queries = list.queries.map((query): QueryNode => ({ type: 'query', id: `query:${query.query}`, query, counts: countsOf(query) }));
	const [found, missed] = [queries.filter((node) => !isWithoutMatch(node)), queries.filter(isWithoutMatch)];
	const noMatch: NoMatchNode[] = missed.length === 0 ? [] : [{ type: 'noMatch', id: 'noMatch', children: missed }];
	return { type: 'list', id: `list:${list.name}`, list, children: [...noMatch, ...found], noMatchCount: missed.length };
}

/** Whether no passage holds everything of the query. */
function isWithoutMatch({ counts }: QueryNode): boolean {
	return counts?.total === 0;
}

/** The words of a report of a list. */
export interface ReportWords {
	readonly heading: string;
	/** What was searched. */
	readonly summary: string;
	readonly noMatch: string;
	readonly columns: readonly [query: string, passages: string, documents: string];
}

/** A list with its counts in Markdown: those without a match first. `escape` makes plain words of a line, which may not end a table's cell. */
export function toListReport({ list, children }: ListNode, words: ReportWords, escape: (text: string) => string): string {
	const lines = [`# ${words.heading}`, '', words.summary, ''];
	const [first] = children;
	if (first?.type === 'noMatch') {
		lines.push(`## ${words.noMatch}`, '', ...first.children.map(({ query }) => `- ${escape(query.line)}`), '');
	}
	const found = children.filter((node) => node.type === 'query');
	if (found.length > 0) {
		lines.push(`| ${words.columns.join(' | ')} |`, '| --- | ---: | ---: |');
		lines.push(
			...found.map(({ query, counts }) => `| ${escape(query.line)} | ${counts?.total ?? ''} | ${counts?.documentCount ?? ''} |`),
			'',
		);
	}
	return list.queries.length === 0 ? '' : lines.join('\n');
}
