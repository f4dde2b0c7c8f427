import * as vscode from 'vscode';
import type { Coverage, SearchAnswer, SearchHit } from '../../service/library.ts';
import { toDisplayDate } from '../displayDate.ts';
import { toTitle } from '../documentTitle.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import { iconOf } from '../libraryTree/treeModel.ts';
import { toIconFreeLabel } from '../plainLabel.ts';
import type { ChosenScope } from '../searchScope.ts';
import { toHitSnippet } from './markedSnippet.ts';
import { toAbsenceLine, toQueryLine } from './searchWords.ts';

/** A passage in the list. */
export interface HitItem extends vscode.QuickPickItem {
	readonly hit: SearchHit;
}

/** A line that says something and leads somewhere, such as "No match in 2 of 2 documents". */
export interface NoticeItem extends vscode.QuickPickItem {
	readonly action: 'showTree' | 'searchAll';
}

/** Any line of the list: a passage, a notice, or a separator. */
export type SearchItem = HitItem | NoticeItem | vscode.QuickPickItem;

/** Opens a passage beside the note. */
export const openBesideButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('split-horizontal'),
	tooltip: vscode.l10n.t('Open to the Side'),
};
/** Copies a passage's sentences with their source. */
export const copyQuotationButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('quote'),
	tooltip: vscode.l10n.t('Copy Quotation'),
};

/** Ends the scope: searches look in all documents again. */
export const searchAllButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('list-selection'),
	tooltip: vscode.l10n.t('Search in All Documents'),
};

/** What fits into the list at its usual width, whose details are one line. */
const maxSnippetLength = 100;

/** The answer as lines of a list, in the library's order; passages with a part of the words stand below a line that says so. Without a hit it
 * says in how many documents none was found, and in a scope offers to search in all. */
export function toSearchItems(answer: SearchAnswer, documents: KnownDocuments, scope: ChosenScope | undefined): SearchItem[] {
	if (answer.hits.length === 0) {
		const chosen = scope?.searchScope === undefined ? undefined : scope.coverage;
		return answer.query.trim() === '' ? [] : [toNotice(answer, chosen), ...(chosen === undefined ? [] : [toWayOut(answer)])];
	}
	const items: SearchItem[] = [];
	let isPartial = false;
	for (const hit of answer.hits) {
		if (hit.missing.length > 0 && !isPartial) {
			isPartial = true;
			items.push({ label: vscode.l10n.t('with a part of the words'), kind: vscode.QuickPickItemKind.Separator });
		}
		items.push(toHitItem(hit, documents));
	}
	return items;
}

/** Whether the line is a passage. */
export function isHitItem(item: SearchItem | undefined): item is HitItem {
	return item !== undefined && 'hit' in item;
}

/** Whether the line leads somewhere else than to a passage. */
export function isNoticeItem(item: SearchItem | undefined): item is NoticeItem {
	return item !== undefined && 'action' in item;
}

function toHitItem(hit: SearchHit, documents: KnownDocuments): HitItem {
	const summary = documents.get(hit.documentId);
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
	const title = summary === undefined ? (hit.title ?? vscode.l10n.t('Document')) : toTitle(summary, 120);
	return {
		hit,
		label: toIconFreeLabel(title, 120),
		description: place.join(' · '),
		detail: toHitSnippet(hit, maxSnippetLength),
		iconPath: new vscode.ThemeIcon(iconOf(summary?.kind ?? 'other')),
		// VS Code hides what the typed text does not match, and knows neither stems nor typing errors.
		alwaysShow: true,
		buttons: [openBesideButton, copyQuotationButton],
	};
}

function toWayOut({ coverage }: SearchAnswer): NoticeItem {
	return {
		action: 'searchAll',
		label: vscode.l10n.t('Search in all {0} documents', coverage.found.toLocaleString(vscode.env.language)),
		iconPath: searchAllButton.iconPath,
		alwaysShow: true,
	};
}

function toNotice(answer: SearchAnswer, chosen: Coverage | undefined): NoticeItem {
	const coverage = chosen ?? answer.coverage;
	return {
		action: 'showTree',
		label:
			toQueryLine({ query: answer.query, coverage }, vscode.l10n.t, vscode.env.language) ??
			toAbsenceLine(coverage, vscode.l10n.t, vscode.env.language, chosen && answer.coverage.found),
		// Beside a line of gaps it would be cut off.
		detail: vscode.l10n.t('Show the documents'),
		iconPath: new vscode.ThemeIcon('search-stop'),
		alwaysShow: true,
	};
}
