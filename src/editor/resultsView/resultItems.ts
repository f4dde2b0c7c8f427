import * as vscode from 'vscode';
import type { DocumentSummary } from '../../library/document.ts';
import type { SearchHit } from '../../service/library.ts';
import { toDisplayDate } from '../displayDate.ts';
import { toTitle } from '../documentTitle.ts';
import { commandIds, privateCommandIds, resultScheme } from '../ids.ts';
import { toDocumentTooltip, toGroupName } from '../libraryTree/treeItems.ts';
import { iconOf } from '../libraryTree/treeModel.ts';
import { toPlainLabel } from '../plainLabel.ts';
import { toHighlightedLabel } from './highlightedLabel.ts';
import type { MoreNode, ResultDocument, ResultGroup, ResultHit } from './resultsModel.ts';
import { toPassageCount } from './resultWords.ts';

/** What fits into a wide side bar; VS Code cuts what does not. */
const maxLineLength = 160;
const maxSectionLength = 60;
/** Nobody reads a longer tooltip. */
const maxTooltipLength = 1_500;
/** Documents that a tooltip names; all of them stand behind the line. */
const maxNamedDocuments = 8;

/** A line that leads on where there are no results: to what could not be read, or to all documents. */
export interface NoticeNode {
	readonly type: 'notice';
	readonly id: string;
	readonly label: string;
	readonly icon: string;
	readonly command: 'showCoverage' | 'searchInAll' | 'restoreResults';
}

/** A group as a line of the view. `isOpen`: it stands open at first. */
export function toGroupItem(group: ResultGroup, folderName: string | undefined, isOpen: boolean): vscode.TreeItem {
	const label = toLabel(group, folderName);
	const item = new vscode.TreeItem(label, isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed);
	const count = toPassageCount(group.count, vscode.l10n.t, vscode.env.language);
	const documents =
		group.documents.length === 1 ? vscode.l10n.t('1 document') : vscode.l10n.t('{0} documents', toNumber(group.documents.length));
	item.description = vscode.l10n.t('{0} in {1}', toNumber(group.count), documents);
	item.iconPath = new vscode.ThemeIcon(group.by === 'year' ? 'calendar' : group.by === 'folder' ? 'folder' : 'circle-outline');
	item.contextValue = 'resultGroup';
	item.accessibilityInformation = { label: `${label}, ${count}, ${documents}` };
	return item;
}

/** A document as a line of the view: title, how many passages, when. */
export function toDocumentItem(document: ResultDocument, summary: DocumentSummary | undefined, isOpen: boolean): vscode.TreeItem {
	const title = summary === undefined ? vscode.l10n.t('Document') : toTitle(summary, 120);
	const item = new vscode.TreeItem(title, isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed);
	const date = summary?.date == null ? [] : [toPlainLabel(toDisplayDate(summary.date, vscode.env.language), 40)];
	// The badge says how many, as far as it has room.
	const above = document.foldedCount === 0 ? [] : [vscode.l10n.t('{0} as above', toNumber(document.foldedCount))];
	item.description = [...(document.count < 100 ? [] : [toNumber(document.count)]), ...above, ...date].join(' · ');
	item.iconPath = new vscode.ThemeIcon(iconOf(summary?.kind ?? 'other'));
	item.contextValue = 'resultDocument';
	item.resourceUri = toCountUri(document);
	item.accessibilityInformation = {
		label: [title, toPassageCount(document.count, vscode.l10n.t, vscode.env.language), ...above, ...date].join(', '),
	};
	return item;
}

/** In front of a number in such a URI: so many are folded behind a passage. */
const foldedSign = '+';

/** A URI that is no file's: it only carries a count to the badge, which stands at the end of the line however long the title is. */
function toCountUri({ id, count }: ResultDocument): vscode.Uri {
	return vscode.Uri.from({ scheme: resultScheme, path: `/${encodeURIComponent(id)}`, query: String(count) });
}

/** How many passages a document has, or are folded behind one, as a badge of two characters at most; the line itself says it exactly. */
export function toCountDecoration({ scheme, query }: vscode.Uri): vscode.FileDecoration | undefined {
	const count = Number(query);
	if (scheme === resultScheme && query.startsWith(foldedSign) && count > 0) {
		return { badge: count < 10 ? `+${count}` : '9+', tooltip: vscode.l10n.t('+{0} like it', toNumber(count)) };
	}
	return scheme !== resultScheme || !(count > 0)
		? undefined
		: { badge: count < 100 ? String(count) : '9+', tooltip: toPassageCount(count, vscode.l10n.t, vscode.env.language) };
}

/**
 * A passage as a line of the view: its words marked, its page, and how many that say the same are folded behind it. `hasWords`: the query asks for words, so that a passage without any is found by
 * its title or a heading.
 */
export function toHitItem(node: ResultHit, title: string, hasWords: boolean): vscode.TreeItem {
	const { hit, like, elsewhere } = node;
	const label = toHighlightedLabel(hit, maxLineLength);
	const { None, Collapsed } = vscode.TreeItemCollapsibleState;
	// Behind a line of another document it says the same: what is news is which document says so too.
	const isOfOther = node.behind !== undefined && node.behind.parent !== node.parent;
	const item = new vscode.TreeItem(isOfOther ? title : label, like.length + elsewhere.length === 0 ? None : Collapsed);
	const date = isOfOther && hit.date !== null ? [toPlainLabel(toDisplayDate(hit.date, vscode.env.language), 40)] : [];
	const section = toSectionWords(hit);
	const page = toPageWords(hit);
	const without = hit.missing.length === 0 ? [] : [vscode.l10n.t('without {0}', toPlainLabel(hit.missing.join(', '), 60))];
	const marks = hit.highlights.length;
	const byTitle = hasWords && marks === 0 ? [vscode.l10n.t('by its title')] : [];
	const folded = toFoldWords(node);
	item.description = [...section, ...page, ...date, ...byTitle, ...without, ...folded].join(' · ');
	item.contextValue = 'resultHit';
	if (like.length + elsewhere.length > 0) {
		item.resourceUri = vscode.Uri.from({
			scheme: resultScheme,
			path: `/${encodeURIComponent(node.id)}`,
			query: `${foldedSign}${like.length + elsewhere.length}`,
		});
	}
	item.accessibilityInformation = {
		label: [
			title,
			...section,
			...(hit.page === null ? [] : [vscode.l10n.t('page {0}', toPlainLabel(hit.page, 20))]),
			...(marks === 0 ? byTitle : [marks === 1 ? vscode.l10n.t('1 match') : vscode.l10n.t('{0} matches', toNumber(marks))]),
			...without,
			...folded,
			label.label,
		].join(', '),
	};
	item.command = {
		command: privateCommandIds.openResult,
		title: vscode.l10n.t('Open'),
		arguments: [node],
	};
	return item;
}

/** The line behind the last one that is shown of many. */
export function toMoreItem(node: MoreNode): vscode.TreeItem {
	const { parent, restCount } = node;
	const item = new vscode.TreeItem(vscode.l10n.t('Show More'), vscode.TreeItemCollapsibleState.None);
	item.description =
		parent?.type === 'document'
			? restCount === 1
				? vscode.l10n.t('1 more passage')
				: vscode.l10n.t('{0} more passages', toNumber(restCount))
			: restCount === 1
				? vscode.l10n.t('1 more document')
				: vscode.l10n.t('{0} more documents', toNumber(restCount));
	item.iconPath = new vscode.ThemeIcon('more');
	item.contextValue = 'resultMore';
	item.accessibilityInformation = { label: `${vscode.l10n.t('Show More')}, ${item.description}` };
	item.command = { command: privateCommandIds.showMoreResults, title: vscode.l10n.t('Show More'), arguments: [node] };
	return item;
}

/** A line of words that leads somewhere. */
export function toNoticeItem({ label, icon, command }: NoticeNode): vscode.TreeItem {
	const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
	item.iconPath = new vscode.ThemeIcon(icon);
	item.contextValue = 'resultNotice';
	item.tooltip = label;
	item.command = { command: commandIds[command], title: label };
	return item;
}

/** The passage as it stands below its source, and what a narrow side bar cuts off its line, for who rests on it; of a document what the tree says of it. */
export function toTooltip(
	node: ResultHit | ResultDocument,
	findSummary: (documentId: string) => DocumentSummary | undefined,
): vscode.TreeItem['tooltip'] {
	const summary = findSummary(node.type === 'hit' ? node.hit.documentId : node.documentId);
	if (node.type === 'hit') {
		const place = [...(summary === undefined ? [] : [toTitle(summary, 120)]), ...toSectionWords(node.hit), ...toPageWords(node.hit)];
		const lines = node.hit.text.slice(0, maxTooltipLength).split('\n');
		const others = [...new Set(node.elsewhere.map(({ documentId }) => documentId))]
			.slice(0, maxNamedDocuments)
			.flatMap((id) => findSummary(id) ?? []);
		return [
			place.join(' · '),
			'',
			...lines.map((line) => toPlainLabel(line, maxTooltipLength)),
			...toFoldWords(node).flatMap((words) => ['', words]),
			...others.map((other) => `– ${toTitle(other, 120)}`),
		].join('\n');
	}
	return summary && toDocumentTooltip(summary);
}

function toLabel(group: ResultGroup, folderName: string | undefined): string {
	switch (group.by) {
		case 'year':
			return toGroupName('year', group.name);
		case 'folder':
			return toPlainLabel(`${folderName ?? ''}${group.name}`) || '…';
		case 'partial':
			return vscode.l10n.t('With a part of the words');
	}
}

/** The heading of the section that a passage stands in. */
function toSectionWords({ section }: SearchHit): string[] {
	return section === null ? [] : [toPlainLabel(section, maxSectionLength)];
}

function toPageWords({ page }: SearchHit): string[] {
	return page === null ? [] : [vscode.l10n.t('p. {0}', toPlainLabel(page, 20))];
}

/** `+2 like it`, if any are. */
function toFoldWords({ like, elsewhere }: ResultHit): string[] {
	const count = like.length + elsewhere.length;
	return count === 0 ? [] : [vscode.l10n.t('+{0} like it', toNumber(count))];
}

function toNumber(count: number): string {
	return count.toLocaleString(vscode.env.language);
}
