import * as vscode from 'vscode';
import type { SideField } from '../../library/sideFiles/sideFields.ts';

/** What a field is for, in a sentence. */
export function wordField(field: SideField): string {
	switch (field) {
		case 'title':
			return vscode.l10n.t('What the document is called in lists, cards and quotations.');
		case 'author':
			return vscode.l10n.t('Who wrote it: a name, or a list of names.');
		case 'date':
			return vscode.l10n.t('When it came out: 2008-03-01, 2008-03 or 2008.');
		case 'publisher':
			return vscode.l10n.t('Who published it, or the site it stood on.');
		case 'language':
			return vscode.l10n.t('The code of its language: en, ko, pt-BR.');
		case 'citationKey':
			return vscode.l10n.t('The key by which your bibliography cites it; {key} in the format of quotations.');
	}
}
