import type * as vscode from 'vscode';
import { TermHover, type TermHoverOptions } from './termHover.ts';

/** Makes the cards that explain key terms in notes. */
export function registerTermHover(options: TermHoverOptions): vscode.Disposable {
	return new TermHover(options);
}
