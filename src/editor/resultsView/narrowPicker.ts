import * as vscode from 'vscode';
import type { DocumentKind } from '../../library/document.ts';
import { unknownValue } from '../../search/filters.ts';
import { type QueryText, withFieldValues, withTerms } from '../../search/queryFields.ts';
import type { Facet, FacetValue } from '../../service/library.ts';
import { toGroupName, toKindName } from '../libraryTree/treeItems.ts';
import { iconOf } from '../libraryTree/treeModel.ts';
import { toIconFreeLabel } from '../plainLabel.ts';
import { toPassageCount } from './resultWords.ts';

interface ValueItem extends vscode.QuickPickItem {
	readonly field: Facet['field'];
	readonly value: string;
}

/**
 * Lets the writer check values of kinds, years, authors, sites, languages, folders and terms, each with what the query would find of it, and gives the
 * query that asks for those that are checked. `undefined` if nothing was changed.
 */
export async function pickFacets(facets: readonly Facet[], query: QueryText): Promise<QueryText | undefined> {
	const items: (ValueItem | vscode.QuickPickItem)[] = [];
	for (const { field, values, moreCount } of facets) {
		// One value for all documents chooses nothing.
		if (values.length > (field === 'term' ? 0 : 1) || values.some(({ isChosen }) => isChosen)) {
			items.push({ label: toHeading(field, values.length, moreCount), kind: vscode.QuickPickItemKind.Separator });
			items.push(...values.map((value) => toItem(field, value)));
		}
	}
	if (items.length === 0) {
		await vscode.window.showInformationMessage(vscode.l10n.t('All that was found is alike: there is nothing to narrow it by.'));
		return undefined;
	}
	const picked = await vscode.window.showQuickPick(items, {
		canPickMany: true,
		title: vscode.l10n.t('Narrow the Results'),
		placeHolder: vscode.l10n.t('Check what to keep; nothing checked of a kind keeps all of it'),
		matchOnDescription: true,
	});
	if (picked === undefined) {
		return undefined;
	}
	let narrowed = query;
	for (const { field, values } of facets) {
		const before = values.filter(({ isChosen }) => isChosen).map(({ value }) => value);
		const after = picked.flatMap((item) => ('field' in item && item.field === field ? [item.value] : []));
		if (before.length !== after.length || after.some((value) => !before.includes(value))) {
			narrowed = field === 'term' ? withTerms(narrowed, after) : withFieldValues(narrowed, field, after);
		}
	}
	return narrowed.text === query.text ? undefined : narrowed;
}

/**
 * What stands above the values of a field, and whether they are all of them: whoever misses one can type it into the query. Terms are looked for in the best passages
 * only, and never are all.
 */
function toHeading(field: Facet['field'], count: number, moreCount: number): string {
	const name = toFieldName(field);
	if (field === 'term') {
		return vscode.l10n.t('{0}: the {1} most frequent', name, toNumber(count));
	}
	return moreCount > 0 ? vscode.l10n.t('{0}: the {1} most frequent, of {2}', name, toNumber(count), toNumber(count + moreCount)) : name;
}

function toItem(field: Facet['field'], { value, count, documentCount, isChosen }: FacetValue): ValueItem {
	const documents = documentCount === 1 ? vscode.l10n.t('1 document') : vscode.l10n.t('{0} documents', toNumber(documentCount));
	return {
		field,
		value,
		label: toIconFreeLabel(toValueName(field, value), 80),
		description: vscode.l10n.t('{0} in {1}', toPassageCount(count, vscode.l10n.t, vscode.env.language), documents),
		iconPath: new vscode.ThemeIcon(toIcon(field, value)),
		picked: isChosen,
	};
}

function toFieldName(field: Facet['field']): string {
	switch (field) {
		case 'type':
			return vscode.l10n.t('Kind');
		case 'date':
			return vscode.l10n.t('Year');
		case 'author':
			return vscode.l10n.t('Author');
		case 'site':
			return vscode.l10n.t('Site');
		case 'language':
			return vscode.l10n.t('Language');
		case 'path':
			return vscode.l10n.t('Folder');
		case 'term':
			return vscode.l10n.t('Term');
	}
}

function toValueName(field: Facet['field'], value: string): string {
	switch (field) {
		case 'type':
			return toKindName(toKind(value));
		case 'date':
			return toGroupName('year', value === unknownValue ? '' : value);
		case 'author':
			return value === unknownValue ? vscode.l10n.t('No Author') : value;
		case 'site':
			return value === unknownValue ? vscode.l10n.t('No Site') : value;
		case 'language':
			return toGroupName('language', value === unknownValue ? '' : value);
		case 'path':
			return value.replace(/^\/|\/$/g, '');
		case 'term':
			return value;
	}
}

/** A kind that is called so: what a query calls `mail` and `subtitles` is several. */
function toKind(value: string): DocumentKind {
	return value === 'mail' ? 'eml' : value === 'subtitles' ? 'srt' : (value as DocumentKind);
}

function toIcon(field: Facet['field'], value: string): string {
	switch (field) {
		case 'type':
			return iconOf(toKind(value));
		case 'date':
			return 'calendar';
		case 'author':
			return 'person';
		case 'site':
			return 'globe';
		case 'language':
			return 'comment-discussion';
		case 'path':
			return 'folder';
		case 'term':
			return 'tag';
	}
}

function toNumber(count: number): string {
	return count.toLocaleString(vscode.env.language);
}
