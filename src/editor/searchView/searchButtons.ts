import * as vscode from 'vscode';
import { searchKeys } from './queryHelp.ts';

/** What can be done with the passage that the list stands on. */
export type HitAction = 'openToSide' | 'insertQuotation' | 'copyQuotation' | 'narrow' | 'showLike';

/** What can be done with the list. */
export type ListAction =
	| 'leaveDocument'
	| 'showAll'
	| 'olderQuery'
	| 'newerQuery'
	| 'showHistory'
	| 'showHelp'
	| 'searchAll'
	| 'removeQuery';

/** What buttons and keys do. */
export type SearchAction = HitAction | ListAction;

/** A button that says what it does. */
export interface SearchButton extends vscode.QuickInputButton {
	readonly action: SearchAction;
}

/** Ends the scope: searches look in all documents again. */
export const searchAllButton = button('searchAll', 'list-selection', vscode.l10n.t('Search in All Documents'));
/** Takes a query out of those of before. */
export const removeQueryButton = button('removeQuery', 'close', vscode.l10n.t('Remove from Recent Searches'));

const openToSide = button('openToSide', 'split-horizontal', vscode.l10n.t('Open to the Side ({0})', searchKeys.openToSide));
const insertQuotation = button(
	'insertQuotation',
	'quote',
	vscode.l10n.t('Insert Quotation into the Note ({0})', searchKeys.insertQuotation),
);
const copyQuotation = button('copyQuotation', 'copy', vscode.l10n.t('Copy Quotation ({0})', searchKeys.copyQuotation));
const narrow = button('narrow', 'list-filter', vscode.l10n.t('Search in This Document Only ({0})', searchKeys.narrow));
const leaveDocument = button('leaveDocument', 'close-all', vscode.l10n.t('Search in the Other Documents Too ({0})', searchKeys.narrow));
const showLike = button('showLike', 'fold-down', vscode.l10n.t('Show Those Like It ({0})', searchKeys.showLike));
const hideLike = button('showLike', 'fold-up', vscode.l10n.t('Hide Those Like It ({0})', searchKeys.showLike));
const showAll = button('showAll', 'list-tree', vscode.l10n.t('Show All in the Side Bar ({0})', searchKeys.showAll));
const showHistory = button('showHistory', 'history', vscode.l10n.t('Recent Searches ({0})', searchKeys.olderQuery));
const showHelp = button('showHelp', 'question', vscode.l10n.t('What Can Be Typed, and Keys'));

/** The buttons of a passage. `like`: whether others say the same, and are shown. */
export function hitButtons(shown: {
	readonly isInOneDocument: boolean;
	readonly like: 'none' | 'folded' | 'shown';
}): readonly SearchButton[] {
	return [
		...(shown.like === 'none' ? [] : [shown.like === 'folded' ? showLike : hideLike]),
		insertQuotation,
		copyQuotation,
		openToSide,
		...(shown.isInOneDocument ? [] : [narrow]),
	];
}

/** The buttons of the list. */
export function listButtons(shown: {
	readonly isInOneDocument: boolean;
	readonly isInScope: boolean;
	/** Not all mentions of a term, which no query asks for. */
	readonly isQuery: boolean;
}): readonly SearchButton[] {
	return [
		...(shown.isInOneDocument ? [leaveDocument] : []),
		...(shown.isInScope ? [searchAllButton] : []),
		...(shown.isQuery ? [showAll] : []),
		showHistory,
		showHelp,
	];
}

/** Whether the action needs a passage. */
export function isHitAction(action: SearchAction): action is HitAction {
	return (
		action === 'openToSide' || action === 'insertQuotation' || action === 'copyQuotation' || action === 'narrow' || action === 'showLike'
	);
}

/** Whether the button is one of ours. */
export function isSearchButton(found: vscode.QuickInputButton): found is SearchButton {
	return 'action' in found;
}

function button(action: SearchAction, icon: string, tooltip: string): SearchButton & { readonly iconPath: vscode.ThemeIcon } {
	return { action, iconPath: new vscode.ThemeIcon(icon), tooltip };
}
