import * as vscode from 'vscode';
import type { DocumentKind, DocumentSummary } from '../../library/document.ts';
import { toDisplayDate } from '../displayDate.ts';
import { toFileName, toTitle } from '../documentTitle.ts';
import { escapeMarkdown } from '../escapeMarkdown.ts';
import { privateCommandIds } from '../ids.ts';
import { toPlainLabel } from '../plainLabel.ts';
import type { PartNode } from './documentParts.ts';
import { type DocumentNode, type GroupNode, iconOf } from './treeModel.ts';

/** A group with fewer documents than this, in a tree of few groups, stands open from the start. */
const maxOpenDocuments = 50;

/** A group as a line of the tree; small ones stand open at first if asked. */
export function toGroupItem(group: GroupNode, isOpen: boolean): vscode.TreeItem {
	const item = new vscode.TreeItem(
		toGroupLabel(group),
		isOpen && group.documentCount <= maxOpenDocuments
			? vscode.TreeItemCollapsibleState.Expanded
			: vscode.TreeItemCollapsibleState.Collapsed,
	);
	item.id = group.id;
	const count = [toCount(group.documentCount), ...(group.skippedCount === 0 ? [] : [toSkippedCount(group.skippedCount)])].join(' · ');
	item.description = count;
	item.iconPath = new vscode.ThemeIcon(
		group.by === 'folder' ? (group.isSample ? 'library' : 'folder') : group.by === 'year' ? 'calendar' : 'symbol-file',
	);
	item.contextValue = group.by === 'folder' ? (group.isSample ? 'sampleFolder' : 'folder') : 'group';
	item.accessibilityInformation = { label: `${toGroupLabel(group)}, ${count}` };
	if (group.uri !== undefined) {
		item.tooltip = group.isSample
			? vscode.l10n.t('Documents that come with Dossier, to try it with')
			: toPlainLabel(vscode.Uri.parse(group.uri).fsPath, 1_000);
	}
	return item;
}

/** A document as a line of the tree: title, date and source, or why it could not be read. Its tooltip is made later. */
export function toDocumentItem({ id, summary }: DocumentNode): vscode.TreeItem {
	const hasParts = summary.state !== 'skipped' && (summary.pageCount > 0 || summary.headingCount > 0);
	const title = toTitle(summary);
	const item = new vscode.TreeItem(title, hasParts ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
	item.id = id;
	item.description = describe(summary);
	item.iconPath = toIcon(summary);
	item.contextValue = summary.state === 'skipped' ? 'document.skipped' : 'document';
	item.accessibilityInformation = { label: [title, item.description, toKindName(summary.kind)].filter((part) => part !== '').join(', ') };
	item.command = { command: privateCommandIds.openItem, title: vscode.l10n.t('Open'), arguments: [{ id: summary.id, start: 0, end: 0 }] };
	return item;
}

/** What a document is about, made when somebody asks: title, who and when, its opening words, its size, what is wrong with it. */
export function toDocumentTooltip(summary: DocumentSummary): vscode.MarkdownString {
	const lines: string[] = [`**${escapeMarkdown(toTitle(summary), 200)}**`];
	const source = [summary.author, summary.publisher].filter((part) => part !== null).map((part) => escapeMarkdown(part, 120));
	if (summary.date !== null) {
		source.push(escapeMarkdown(toDisplayDate(summary.date, vscode.env.language, 'long')));
	}
	if (source.length > 0) {
		lines.push(source.join(' · '));
	}
	if (summary.opening.trim() !== '') {
		lines.push(`*${escapeMarkdown(closeOpening(summary.opening), 320)}*`);
	}
	lines.push(...summary.problems.map((problem) => escapeMarkdown(problem.detail, 300)));
	const size = [toKindName(summary.kind)];
	if (summary.wordCount > 0) {
		size.push(toWordCount(summary.wordCount));
	}
	if (summary.pageCount > 0) {
		size.push(summary.pageCount === 1 ? vscode.l10n.t('1 page') : vscode.l10n.t('{0} pages', summary.pageCount));
	}
	size.push(escapeMarkdown(toFileName(summary), 200));
	lines.push(size.join(' · '));
	return new vscode.MarkdownString(lines.join('\n\n'));
}

/** A page or section as a line of the tree. */
export function toPartItem(part: PartNode): vscode.TreeItem {
	const label = part.kind === 'page' ? vscode.l10n.t('Page {0}', toPlainLabel(part.label, 40)) : toPlainLabel(part.label);
	const item = new vscode.TreeItem(
		label === '' ? '…' : label,
		part.children.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
	);
	item.id = part.id;
	item.description =
		part.kind === 'page' ? toPlainLabel(part.opening, 80) : part.page === null ? '' : vscode.l10n.t('p. {0}', toPlainLabel(part.page, 20));
	item.iconPath = new vscode.ThemeIcon(part.kind === 'page' ? 'note' : 'symbol-string');
	item.contextValue = 'part';
	item.command = {
		command: privateCommandIds.openItem,
		title: vscode.l10n.t('Open'),
		arguments: [{ id: part.documentId, start: part.start, end: part.start }],
	};
	return item;
}

/** Stands for the children that are not shown yet. */
export function toMoreItem(id: string, hiddenCount: number): vscode.TreeItem {
	const item = new vscode.TreeItem(vscode.l10n.t('Show {0} More…', Math.min(hiddenCount, 1_000).toLocaleString(vscode.env.language)));
	item.id = `more:${id}`;
	item.iconPath = new vscode.ThemeIcon('ellipsis');
	item.command = { command: privateCommandIds.showMore, title: vscode.l10n.t('Show More'), arguments: [id] };
	return item;
}

/** What a group is called: a folder's name, a year, a kind. */
export function toGroupLabel(group: GroupNode): string {
	switch (group.by) {
		case 'folder':
			return toPlainLabel(group.name) || '…';
		case 'year':
			return group.name === '' ? vscode.l10n.t('No Date') : group.name;
		case 'kind':
			return toKindName(group.name as DocumentKind);
	}
}

/** `1 document`, `2,000 documents`. */
export function toCount(documentCount: number): string {
	return documentCount === 1
		? vscode.l10n.t('1 document')
		: vscode.l10n.t('{0} documents', documentCount.toLocaleString(vscode.env.language));
}

function toSkippedCount(skippedCount: number): string {
	return vscode.l10n.t('{0} not read', skippedCount.toLocaleString(vscode.env.language));
}

/** What a kind of document is called. */
export function toKindName(kind: DocumentKind): string {
	switch (kind) {
		case 'txt':
			return vscode.l10n.t('Text');
		case 'md':
			return vscode.l10n.t('Markdown');
		case 'html':
			return vscode.l10n.t('Web Page');
		case 'pdf':
			return vscode.l10n.t('PDF');
		case 'docx':
			return vscode.l10n.t('Word Document');
		case 'odt':
			return vscode.l10n.t('OpenDocument Text');
		case 'rtf':
			return vscode.l10n.t('Rich Text');
		case 'epub':
			return vscode.l10n.t('E-Book');
		case 'eml':
		case 'mbox':
			return vscode.l10n.t('E-Mail');
		case 'csv':
			return vscode.l10n.t('Table');
		case 'tex':
			return vscode.l10n.t('TeX');
		case 'org':
			return vscode.l10n.t('Org');
		case 'rst':
			return vscode.l10n.t('reStructuredText');
		case 'adoc':
			return vscode.l10n.t('AsciiDoc');
		case 'srt':
		case 'vtt':
			return vscode.l10n.t('Subtitles');
		case 'other':
			return vscode.l10n.t('Other File');
	}
}

function describe(summary: DocumentSummary): string {
	if (summary.state === 'skipped') {
		return toPlainLabel(summary.problems[0]?.detail ?? vscode.l10n.t('Could not be read'), 120);
	}
	const parts: string[] = [];
	if (summary.date !== null) {
		parts.push(toPlainLabel(toDisplayDate(summary.date, vscode.env.language), 40));
	}
	const source = summary.author ?? summary.publisher;
	if (source !== null) {
		parts.push(toPlainLabel(source, 60));
	}
	if (parts.length === 0) {
		parts.push(summary.title === null ? toKindName(summary.kind) : toWordCount(summary.wordCount));
	}
	if (summary.state === 'partial') {
		parts.push(vscode.l10n.t('partly read'));
	}
	return parts.join(' · ');
}

function toWordCount(wordCount: number): string {
	return wordCount === 1 ? vscode.l10n.t('1 word') : vscode.l10n.t('{0} words', wordCount.toLocaleString(vscode.env.language));
}

/** The opening words with a sign that they go on, unless a sentence ends there. */
function closeOpening(opening: string): string {
	const text = opening.trim();
	return /[.!?…。！？]["”’»」]?$/.test(text) ? text : `${text}…`;
}

function toIcon(summary: DocumentSummary): vscode.ThemeIcon {
	if (summary.state === 'skipped') {
		return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
	}
	return new vscode.ThemeIcon(iconOf(summary.kind));
}
