import * as vscode from 'vscode';
import { Cancelled } from '../base/cancellation.ts';
import type { Disposable } from '../base/disposable.ts';

/**
 * The one way in which our commands are registered. What a command throws becomes a notification with "Show Log"; the stack goes to the log.
 * `Cancelled` is no failure. Arguments come from anybody (a keybinding, another extension, a link), so handlers take `unknown`.
 */
export function registerCommand(id: string, log: vscode.LogOutputChannel, handler: (...args: readonly unknown[]) => unknown): Disposable {
	return vscode.commands.registerCommand(id, async (...args: unknown[]) => {
		try {
			return await handler(...args);
		} catch (error) {
			if (!Cancelled.is(error)) {
				reportFailure(log, id, error);
			}
			return undefined;
		}
	});
}

/** A failure of something that the user just asked for. */
export function reportFailure(log: vscode.LogOutputChannel, what: string, error: unknown): void {
	logFailure(log, what, error);
	const showLog = vscode.l10n.t('Show Log');
	vscode.window.showErrorMessage(vscode.l10n.t('Dossier could not do that. The log says why.'), showLog).then(
		(choice) => {
			if (choice === showLog) {
				log.show();
			}
		},
		() => undefined,
	);
}

/** A failure of what nobody asked for: in the log only. */
export function logFailure(log: vscode.LogOutputChannel, what: string, error: unknown): void {
	log.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}
