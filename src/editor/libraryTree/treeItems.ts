import * as vscode from 'vscode';
import type { ReadState } from '../../base/problem.ts';
import type { DocumentKind, DocumentSummary } from '../../library/document.ts';
import { toDisplayDate } from '../displayDate.ts';
import { toFileName, toTitle } from '../documentTitle.ts';
import { escapeMarkdown } from '../escapeMarkdown.ts';
import { privateCommandIds } from '../ids.ts';
import { toPlainLabel } from '../plainLabel.ts';
import type { PartNode } from './documentParts.ts';
import { toLanguageName } from './languageName.ts';
import { type DocumentNode, type GroupNode, iconOf, type RangeNode } from './treeModel.ts';
import { type GroupBy, sourceOf, type TreeOrder } from './treeOrder.ts';

/** Of each end of a range so much is shown, in UTF-16 units. */
const maxRangeEndLength = 32;

/** A group as a line of the tree. `isOpen`: it stands open at first. `isScoped`: with a checkbox that says whether searches look in it. */
export function toGroupItem(group: GroupNode, isOpen: boolean, isScoped: boolean): vscode.TreeItem {
	const label = toGroupLabel(group);
	const item = new vscode.TreeItem(label, isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed);
	item.id = group.id;
	const parts = [toCount(group.documentCount)];
	if (group.skippedCount > 0) {
		parts.push(vscode.l10n.t('{0} not read', toNumber(group.skippedCount)));
	}
	if (isScoped && group.outCount > 0 && group.outCount < group.documentCount) {
		parts.push(vscode.l10n.t('{0} searched', toNumber(group.documentCount - group.outCount)));
	}
	item.description = parts.join(' · ');
	item.iconPath = new vscode.ThemeIcon(toGroupIcon(group));
	item.contextValue = group.by === 'folder' ? (group.isSample ? 'sampleFolder' : 'folder') : 'group';
	item.accessibilityInformation = { label: `${label}, ${item.description.replaceAll(' · ', ', ')}` };
	if (isScoped) {
		addCheckbox(item, label, group.outCount === 0);
	}
	if (group.uri !== undefined) {
		item.tooltip = group.isSample
			? vscode.l10n.t('Documents that come with Dossier, to try it with')
			: toPlainLabel(vscode.Uri.parse(group.uri).fsPath, 1_000);
	}
	return item;
}

/** A range of a long list as a line of the tree: its first and last line. */
export function toRangeItem({ id, chunk }: RangeNode, order: TreeOrder, isScoped: boolean): vscode.TreeItem {
	const [first, last] = [chunk.items[0], chunk.items.at(-1)];
	const ends = [first, last].map((node) => (node === undefined ? '' : toPlainLabel(toRangeEnd(node, order), maxRangeEndLength)) || '…');
	const label = ends[0] === ends[1] ? String(ends[0]) : `${ends[0]} – ${ends[1]}`;
	const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
	item.id = id;
	const count = toNumber(chunk.items.length);
	item.description = first?.type === 'group' ? vscode.l10n.t('{0} groups', count) : toCount(chunk.items.length);
	item.iconPath = new vscode.ThemeIcon('list-unordered');
	item.contextValue = 'range';
	item.accessibilityInformation = { label: vscode.l10n.t('From {0} to {1}, {2}', String(ends[0]), String(ends[1]), item.description) };
	if (isScoped && first?.type === 'document') {
		addCheckbox(
			item,
			label,
			(chunk.items as readonly DocumentNode[]).every((node) => !node.isOut),
		);
	}
	return item;
}

/** A document as a line of the tree: title, date, source and pages, or why it could not be read. Its tooltip is made later. */
export function toDocumentItem({ id, summary, isOut }: DocumentNode, isScoped: boolean): vscode.TreeItem {
	const hasParts = summary.state !== 'skipped' && (summary.wordCount > 0 || summary.pageCount > 0 || summary.headingCount > 0);
	// Who looks for a file that was not read knows it by its whole name.
	const title = summary.state === 'skipped' && summary.title === null ? toFileName(summary) : toTitle(summary);
	const item = new vscode.TreeItem(title, hasParts ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
	item.id = id;
	const parts = describe(summary);
	item.description = parts.join(' · ');
	item.iconPath = toIcon(summary);
	item.contextValue = summary.state === 'skipped' ? 'document.skipped' : 'document';
	const state = summary.state === 'skipped' ? [toStateName(summary.state)] : [];
	const kind = toKindName(summary.kind);
	item.accessibilityInformation = { label: [kind, title, ...state, ...parts.filter((part) => part !== kind)].join(', ') };
	item.command = { command: privateCommandIds.openItem, title: vscode.l10n.t('Open'), arguments: [{ id: summary.id, start: 0, end: 0 }] };
	if (isScoped) {
		addCheckbox(item, title, !isOut);
	}
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
		size.push(toPageCount(summary.pageCount));
	}
	size.push(escapeMarkdown(toFileName(summary), 200));
	if (summary.citationKey !== undefined) {
		size.push(escapeMarkdown(`@${summary.citationKey}`, 100));
	}
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
	item.accessibilityInformation = { label: [label, item.description].filter((part) => part !== '').join(', ') || '…' };
	item.command = {
		command: privateCommandIds.openItem,
		title: vscode.l10n.t('Open'),
		arguments: [{ id: part.documentId, start: part.start, end: part.start }],
	};
	return item;
}

/** What a group is called: a folder's name, a year, a kind, a source, a language. */
function toGroupLabel(group: GroupNode): string {
	return group.by === 'folder' ? toPlainLabel(group.name) || '…' : toGroupName(group.by, group.name);
}

/** What a group that is no folder is called. */
export function toGroupName(by: GroupBy, name: string): string {
	switch (by) {
		case 'year':
			return name === '' ? vscode.l10n.t('No Date') : name;
		case 'kind':
			return toKindName(name as DocumentKind);
		case 'source':
			return toPlainLabel(name, 120) || vscode.l10n.t('No Author or Site');
		case 'language':
			return name === '' ? vscode.l10n.t('No Language') : toPlainLabel(toLanguageName(name, vscode.env.language), 60) || '…';
		case 'folder':
		case 'none':
			return toPlainLabel(name) || '…';
	}
}

/** `1 document`, `2,000 documents`. */
export function toCount(documentCount: number): string {
	return documentCount === 1 ? vscode.l10n.t('1 document') : vscode.l10n.t('{0} documents', toNumber(documentCount));
}

/** What is said of a document that was not read whole; `''` of one that was. */
export function toStateName(state: ReadState): string {
	switch (state) {
		case 'read':
			return '';
		case 'partial':
			return vscode.l10n.t('partly read');
		case 'skipped':
			return vscode.l10n.t('not read');
	}
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

function describe(summary: DocumentSummary): readonly string[] {
	if (summary.state === 'skipped') {
		return [toPlainLabel(summary.problems[0]?.detail ?? vscode.l10n.t('Could not be read'), 120)];
	}
	// What is wrong comes first: a narrow side bar cuts the end off.
	const state = summary.state === 'partial' ? [toStateName(summary.state)] : [];
	const parts: string[] = [];
	if (summary.date !== null) {
		parts.push(toPlainLabel(toDisplayDate(summary.date, vscode.env.language), 40));
	}
	const source = toPlainLabel(sourceOf(summary), 60);
	if (source !== '') {
		parts.push(source);
	}
	if (summary.pageCount > 0) {
		parts.push(toPageCount(summary.pageCount));
	}
	if (parts.length === 0) {
		parts.push(summary.title === null && summary.wordCount > 0 ? toKindName(summary.kind) : toWordCount(summary.wordCount));
	}
	return [...state, ...parts];
}

function toPageCount(pageCount: number): string {
	return pageCount === 1 ? vscode.l10n.t('1 page') : vscode.l10n.t('{0} pages', toNumber(pageCount));
}

function toNumber(count: number): string {
	return count.toLocaleString(vscode.env.language);
}

function toWordCount(wordCount: number): string {
	if (wordCount === 0) {
		return vscode.l10n.t('no words');
	}
	return wordCount === 1 ? vscode.l10n.t('1 word') : vscode.l10n.t('{0} words', toNumber(wordCount));
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

function toGroupIcon(group: GroupNode): string {
	switch (group.by) {
		case 'folder':
			return group.isSample ? 'library' : 'folder';
		case 'year':
			return 'calendar';
		case 'kind':
			return iconOf(group.name as DocumentKind);
		case 'source':
			return 'person';
		case 'language':
			return 'comment-discussion';
		case 'none':
			return 'list-flat';
	}
}

/** What the first or last line of a range is told apart by: its name, or what it is sorted by. */
function toRangeEnd(node: GroupNode | DocumentNode, { sortBy }: TreeOrder): string {
	if (node.type === 'group') {
		return toGroupLabel(node);
	}
	const { summary } = node;
	switch (sortBy) {
		case 'title':
			return toTitle(summary);
		case 'date':
			return summary.date === null ? vscode.l10n.t('No Date') : toDisplayDate(summary.date, vscode.env.language);
		case 'source':
			return sourceOf(summary) || vscode.l10n.t('No Author or Site');
		case 'path':
			return summary.relativePath;
		case 'length':
			return toWordCount(summary.wordCount);
		case 'changed':
			return new Date(summary.modifiedMs).toLocaleDateString(vscode.env.language);
	}
}

/** VS Code knows only two states: a group with some documents in and some out is unchecked, and its description says how many are in. */
function addCheckbox(item: vscode.TreeItem, label: string, isIn: boolean): void {
	item.checkboxState = {
		state: isIn ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
		tooltip: isIn ? vscode.l10n.t('Searched; uncheck to leave it out') : vscode.l10n.t('Not searched; check to take it in'),
		accessibilityInformation: {
			label: isIn ? vscode.l10n.t('{0}, searched', label) : vscode.l10n.t('{0}, not searched', label),
			role: 'checkbox',
		},
	};
}
