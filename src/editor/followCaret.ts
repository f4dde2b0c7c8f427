import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../base/disposable.ts';

/** What a view that follows the caret is told by, beside the caret itself. */
export interface CaretFollower extends Disposable {
	/** Something else changed that the view shows. */
	soon(): void;
}

/** Runs `follow` once the caret has rested for `restMs`, as long as the view can be seen. `follow` answers for its own failures. */
export function followCaret(view: vscode.TreeView<unknown>, restMs: number, follow: () => Promise<void>): CaretFollower {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const soon = () => {
		clearTimeout(timer);
		if (view.visible) {
			timer = setTimeout(() => void follow(), restMs);
		}
	};
	const disposables: Disposable[] = [
		{ dispose: () => clearTimeout(timer) },
		vscode.window.onDidChangeTextEditorSelection(soon),
		vscode.window.onDidChangeActiveTextEditor(soon),
		view.onDidChangeVisibility(soon),
	];
	return { soon, dispose: () => disposeAll(disposables) };
}
