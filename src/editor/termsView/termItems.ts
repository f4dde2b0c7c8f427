import * as vscode from 'vscode';
import type { TermKind } from '../../terms/card.ts';
import type { TermRow } from '../../terms/termRow.ts';
import { toTermIcon } from '../explainView/explainLines.ts';
import { privateCommandIds } from '../ids.ts';
import { toPlainLabel } from '../plainLabel.ts';
import { listOtherNames, toKindWord, toMentionCount, toMentionRange } from '../termHover/receiptWords.ts';
import type { TermNode, TermOrder } from './termsModel.ts';

/** A term as a line of a tree: what it stands for, and how often it stands where. It opens in the side view. */
export function toTermItem(row: TermRow, id: string): vscode.TreeItem {
	const label = toPlainLabel(row.term, 160) || '…';
	const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
	item.id = id;
	const isSame = row.expansion?.toLowerCase() === row.term.toLowerCase();
	const expansion = row.expansion === null || isSame ? [] : [toPlainLabel(row.expansion, 80)];
	const count = toCount(row);
	item.description = [...expansion, ...count].join(' · ');
	item.iconPath = row.isContested
		? new vscode.ThemeIcon('warning', new vscode.ThemeColor('dossier.contestedTermUnderline'))
		: new vscode.ThemeIcon(toTermIcon(row.isOwn ? 'own' : row.kind));
	item.contextValue = 'term';
	const kind = row.isOwn ? vscode.l10n.t('your term') : toKindWord(row.kind, vscode.l10n.t);
	const notes = [...(kind === undefined ? [] : [kind]), ...(row.isContested ? [vscode.l10n.t('sources differ')] : [])];
	const aliases = listOtherNames(row)
		.slice(0, 8)
		.map((alias) => toPlainLabel(alias, 80));
	const also = aliases.length === 0 ? [] : [vscode.l10n.t('also {0}', aliases.join(', '))];
	item.tooltip = [label, ...expansion, ...notes, ...also, ...count].join('\n');
	item.accessibilityInformation = { label: [label, ...expansion, ...notes, ...count].join(', ') };
	item.command = { command: privateCommandIds.explainName, title: vscode.l10n.t('Explain this term'), arguments: [{ term: row.term }] };
	return item;
}

/** A kind or a run of terms as a line of the tree. `isOpen`: it stands open at first. */
export function toTermGroupItem(node: Exclude<TermNode, { readonly type: 'term' }>, order: TermOrder, isOpen: boolean): vscode.TreeItem {
	const label = node.type === 'kind' ? toKindTitle(node.kind) : toRangeLabel(node.first, node.last, order);
	const item = new vscode.TreeItem(label, isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed);
	item.id = node.id;
	item.description = toTermCount(node.type === 'kind' ? node.count : node.children.length);
	item.iconPath = new vscode.ThemeIcon(node.type === 'kind' ? toTermIcon(node.kind) : 'list-unordered');
	item.contextValue = node.type;
	item.accessibilityInformation = { label: `${label}, ${item.description}` };
	return item;
}

/** `1 term`, `2,000 terms`. */
export function toTermCount(count: number): string {
	return count === 1 ? vscode.l10n.t('1 term') : vscode.l10n.t('{0} terms', count.toLocaleString(vscode.env.language));
}

function toCount(row: TermRow): readonly string[] {
	return row.mentions === 0
		? []
		: [toMentionCount(row, { translate: vscode.l10n.t, locale: vscode.env.language, sourceOf: () => undefined })];
}

function toRangeLabel(first: TermRow, last: TermRow, order: TermOrder): string {
	if (order !== 'name') {
		return toMentionRange(first.mentions, last.mentions, { translate: vscode.l10n.t, locale: vscode.env.language });
	}
	const [from, to] = [toPlainLabel(first.term, 28) || '…', toPlainLabel(last.term, 28) || '…'];
	return from === to ? from : `${from} – ${to}`;
}

function toKindTitle(kind: TermKind): string {
	switch (kind) {
		case 'own':
			return vscode.l10n.t('Your Terms');
		case 'acronym':
			return vscode.l10n.t('Abbreviations');
		case 'person':
			return vscode.l10n.t('People');
		case 'organisation':
			return vscode.l10n.t('Organisations');
		case 'place':
			return vscode.l10n.t('Places');
		case 'law':
			return vscode.l10n.t('Laws');
		case 'programme':
			return vscode.l10n.t('Programmes');
		case 'concept':
			return vscode.l10n.t('Other Terms');
	}
}
