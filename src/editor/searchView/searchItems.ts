import * as vscode from 'vscode';
import { type Fold, foldNearDuplicates } from '../../search/nearDuplicates.ts';
import { widerQueries } from '../../search/widerQueries.ts';
import type { Coverage, SearchAnswer, SearchHit } from '../../service/library.ts';
import { toDisplayDate } from '../displayDate.ts';
import { toTitle } from '../documentTitle.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import { iconOf } from '../libraryTree/treeModel.ts';
import { toIconFreeLabel } from '../plainLabel.ts';
import type { ChosenScope } from '../searchScope.ts';
import { toHitSnippet } from './markedSnippet.ts';
import { queryHelp } from './queryHelp.ts';
import { toRowTitle } from './rowTitle.ts';
import { hitButtons, removeQueryButton, searchAllButton } from './searchButtons.ts';
import { isAtFault, toAbsenceLine, toQueryLine } from './searchWords.ts';

/** A passage in the list. */
export interface HitItem extends vscode.QuickPickItem {
	readonly hit: SearchHit;
	/** How many say the same as it, and are behind it; 0 for those that are behind another one. */
	readonly likeCount: number;
}

/** What else a line of the list may lead to. */
export type NoticeAction = 'showTree' | 'showCoverage' | 'searchAll' | 'leaveDocument' | 'showAll';

/** A line that says something and leads somewhere, such as "No match in 2 of 2 documents". */
export interface NoticeItem extends vscode.QuickPickItem {
	readonly action: NoticeAction;
}

/** A query that is typed when its line is chosen: one of before, an example, or one that finds more. */
export interface QueryItem extends vscode.QuickPickItem {
	readonly query: string;
}

/** Any line of the list: a passage, what leads elsewhere, or a separator. */
export type SearchItem = HitItem | NoticeItem | QueryItem | vscode.QuickPickItem;

/** What the lines say beyond the answer. */
export interface ListedIn {
	readonly documents: KnownDocuments;
	/** The documents that were chosen in the tree; `undefined` where that does not count. */
	readonly scope: ChosenScope | undefined;
	/** The title of the only document that is searched. */
	readonly documentTitle: string | undefined;
	/** The passages whose like are shown. */
	readonly unfolded: ReadonlySet<SearchHit>;
	/** Whether the side bar can show what the list leaves out. */
	readonly canShowAll: boolean;
	/** Somebody types: only the line that is active from the start has buttons. The editor needs a fifth of its time for a key to make those of all. */
	readonly isLive: boolean;
}

/** What fits into the list at its usual width, whose details are one line. */
const maxSnippetLength = 100;
/** Page, date and what is missing stand behind it. */
const maxSectionLength = 44;

/**
 * The answer as lines of a list, in the library's order; passages with a part of the words stand below a line that says so, and passages that say the
 * same behind one of them. Without a hit it says in how many documents none was found and how many could not be read, and offers to look further.
 */
export function toSearchItems(answer: SearchAnswer, listed: ListedIn): SearchItem[] {
	if (answer.hits.length === 0) {
		return answer.query.trim() === '' ? [] : [...toNotices(answer, listed), ...toWiderItems(answer.query)];
	}
	const items: SearchItem[] = [];
	let isPartial = false;
	for (const [index, fold] of foldNearDuplicates(answer.hits).entries()) {
		if (fold.first.missing.length > 0 && !isPartial) {
			isPartial = true;
			items.push({ label: vscode.l10n.t('with a part of the words'), kind: vscode.QuickPickItemKind.Separator });
		}
		items.push(...toFoldItems(fold, listed, !listed.isLive || index === 0));
	}
	const total = answer.total + answer.partialTotal;
	if (total > answer.hits.length && listed.canShowAll) {
		const count = total.toLocaleString(vscode.env.language);
		items.push(notice('showAll', vscode.l10n.t('Show all {0} passages in the side bar', count), 'list-tree'));
	}
	return items;
}

/** The queries of before, newest first. */
export function toRecentItems(queries: readonly string[]): SearchItem[] {
	const recent = queries.map(
		(query): QueryItem => ({
			query,
			label: toIconFreeLabel(query),
			iconPath: new vscode.ThemeIcon('history'),
			alwaysShow: true,
			buttons: [removeQueryButton],
		}),
	);
	return recent.length === 0 ? [] : [{ label: vscode.l10n.t('recent searches'), kind: vscode.QuickPickItemKind.Separator }, ...recent];
}

/** What can be typed, by examples, and what the keys do. */
export function toHelpItems(): SearchItem[] {
	const { syntax, keys } = queryHelp(vscode.l10n.t);
	return [
		{ label: vscode.l10n.t('what can be typed'), kind: vscode.QuickPickItemKind.Separator },
		...syntax.map(({ example, meaning }): QueryItem => ({ query: example, label: example, description: meaning, alwaysShow: true })),
		{ label: vscode.l10n.t('keys'), kind: vscode.QuickPickItemKind.Separator },
		...keys.map(({ key, meaning }) => ({ label: key, description: meaning, alwaysShow: true })),
	];
}

/** Whether the line is a passage. */
export function isHitItem(item: SearchItem | undefined): item is HitItem {
	return item !== undefined && 'hit' in item;
}

/** Whether the line leads somewhere else than to a passage. */
export function isNoticeItem(item: SearchItem | undefined): item is NoticeItem {
	return item !== undefined && 'action' in item;
}

/** Whether the line is a query to type. */
export function isQueryItem(item: SearchItem | undefined): item is QueryItem {
	return item !== undefined && 'query' in item;
}

/** Whether two passages are the same one. */
export function isSamePlace(a: SearchHit, b: SearchHit): boolean {
	return a.documentId === b.documentId && a.start === b.start;
}

/** Whether two passages are one, with the same words to be marked: more of them than a line shows. */
function isSameHit(a: SearchHit, b: SearchHit): boolean {
	return (
		isSamePlace(a, b) &&
		a.highlights.length === b.highlights.length &&
		a.highlights.every((range, index) => range.start === b.highlights[index]?.start && range.end === b.highlights[index]?.end)
	);
}

/** Whether two lists look the same, lead to the same places, and mark the same there. */
export function isSameList(items: readonly SearchItem[], shown: readonly SearchItem[]): boolean {
	return (
		items.length === shown.length &&
		items.every((item, index) => {
			const other = shown[index];
			return (
				other?.label === item.label &&
				other.description === item.description &&
				other.detail === item.detail &&
				other.buttons?.length === item.buttons?.length &&
				(!isHitItem(item) || (isHitItem(other) && isSameHit(item.hit, other.hit)))
			);
		})
	);
}

function toFoldItems({ first, others }: Fold<SearchHit>, listed: ListedIn, hasButtons: boolean): SearchItem[] {
	const isOpen = listed.unfolded.has(first);
	return [
		toHitItem(first, others.length, listed, hasButtons),
		...(isOpen ? others.map((hit) => toHitItem(hit, undefined, listed, hasButtons)) : []),
	];
}

/** `likeCount`: how many are behind it; `undefined` for one that was behind another, and is shown with it. */
function toHitItem(hit: SearchHit, likeCount: number | undefined, listed: ListedIn, hasButtons: boolean): HitItem {
	const place: string[] = [];
	if (hit.page !== null) {
		place.push(vscode.l10n.t('p. {0}', toIconFreeLabel(hit.page, 20)));
	}
	if (hit.date !== null) {
		place.push(toIconFreeLabel(toDisplayDate(hit.date, vscode.env.language), 40));
	}
	if (hit.missing.length > 0) {
		place.push(vscode.l10n.t('without {0}', toIconFreeLabel(hit.missing.join(', '), 60)));
	}
	if (likeCount !== undefined && likeCount > 0) {
		place.push(vscode.l10n.t('+{0} like it', likeCount.toLocaleString(vscode.env.language)));
	}
	const title = (likeCount === undefined ? '↳ ' : '') + titleOf(hit, listed, 120);
	// The section comes last: it is long, and a page or a date behind it would be cut off.
	const section = hit.section === null ? [] : [toIconFreeLabel(hit.section, maxSectionLength)];
	return {
		hit,
		likeCount: likeCount ?? 0,
		label: toRowTitle(title, place.join(' · ')),
		description: [...place, ...section].join(' · '),
		detail: toHitSnippet(hit, maxSnippetLength),
		iconPath: new vscode.ThemeIcon(iconOf(listed.documents.get(hit.documentId)?.kind ?? 'other')),
		// VS Code hides what the typed text does not match, and knows neither stems nor typing errors.
		alwaysShow: true,
		...(hasButtons && {
			buttons: hitButtons({
				isInOneDocument: listed.documentTitle !== undefined,
				like: likeCount ? (listed.unfolded.has(hit) ? 'shown' : 'folded') : 'none',
			}),
		}),
	};
}

function titleOf(hit: SearchHit, { documents }: ListedIn, maxLength: number): string {
	const summary = documents.get(hit.documentId);
	return toIconFreeLabel(summary === undefined ? (hit.title ?? vscode.l10n.t('Document')) : toTitle(summary, maxLength), maxLength);
}

/** What it means that nothing was found, and each way on. */
function toNotices(answer: SearchAnswer, { scope, documentTitle }: ListedIn): NoticeItem[] {
	const locale = vscode.env.language;
	if (documentTitle !== undefined) {
		return [
			notice(
				'leaveDocument',
				vscode.l10n.t('No match in “{0}”', documentTitle),
				'search-stop',
				vscode.l10n.t('Search in the other documents too'),
			),
		];
	}
	const chosen = scope?.searchScope === undefined ? undefined : scope.coverage;
	const coverage: Coverage = chosen ?? answer.coverage;
	const line =
		toQueryLine({ query: answer.query, coverage }, vscode.l10n.t, locale) ??
		toAbsenceLine(coverage, vscode.l10n.t, locale, chosen && answer.coverage.found);
	const areGapsNamed = coverage.skipped + coverage.partial > 0 && !isAtFault(answer.query);
	return [
		areGapsNamed
			? notice('showCoverage', line, 'search-stop', vscode.l10n.t('Show which, and why'))
			: notice('showTree', line, 'search-stop', vscode.l10n.t('Show the documents')),
		...(chosen === undefined
			? []
			: [
					notice(
						'searchAll',
						vscode.l10n.t('Search in all {0} documents', answer.coverage.found.toLocaleString(locale)),
						searchAllButton.iconPath,
					),
				]),
	];
}

/** The query without its quotation marks, and without its fields. */
function toWiderItems(text: string): QueryItem[] {
	return widerQueries(text).map(({ fields, query }) => ({
		query,
		label:
			fields === undefined
				? vscode.l10n.t('Search without quotation marks')
				: vscode.l10n.t('Search without {0}', toIconFreeLabel(fields, 60)),
		detail: toIconFreeLabel(query, maxSnippetLength),
		iconPath: new vscode.ThemeIcon('search'),
		alwaysShow: true,
	}));
}

/** The way on stands below what is said: beside it, it would be cut off. */
function notice(action: NoticeAction, label: string, icon: string | vscode.QuickInputButton['iconPath'], wayOn?: string): NoticeItem {
	return {
		action,
		label,
		...(wayOn === undefined ? {} : { detail: wayOn }),
		...(typeof icon === 'string' ? { iconPath: new vscode.ThemeIcon(icon) } : { iconPath: icon }),
		alwaysShow: true,
	};
}
