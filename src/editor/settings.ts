import * as vscode from 'vscode';
import type { Disposable } from '../base/disposable.ts';
import { Emitter, type Event } from '../base/event.ts';
import { settingIds } from './ids.ts';
import { defaultFolders, readSettings, readStrings, type SettingValues } from './settingValues.ts';

const section = 'dossier';

/** The patterns of `dossier.folders` for one root (or for the window), by who wrote them. */
export interface FolderPatterns {
	readonly patterns: readonly string[];
	/**
	 * Whether the person's own settings hold them. What a workspace's settings file says is the workspace's word: from an untrusted one only
	 * patterns below its own root are taken.
	 */
	readonly isUsers: boolean;
}

/** Dossier's settings: read anew when they change, wrong values replaced by their defaults with one warning each in the log. */
export class Settings implements Disposable {
	readonly #emitter = new Emitter<vscode.ConfigurationChangeEvent>();
	readonly #listener: vscode.Disposable;
	readonly #warned = new Set<string>();
	readonly #log: vscode.LogOutputChannel;
	#values: SettingValues;

	/** Fires after `values` changed. */
	readonly onDidChange: Event<vscode.ConfigurationChangeEvent> = this.#emitter.event;

	constructor(log: vscode.LogOutputChannel) {
		this.#log = log;
		this.#values = this.#read();
		this.#listener = vscode.workspace.onDidChangeConfiguration((change) => {
			if (change.affectsConfiguration(section)) {
				this.#warned.clear();
				this.#values = this.#read();
				this.#emitter.fire(change);
			}
		});
	}

	get values(): SettingValues {
		return this.#values;
	}

	/** Patterns for a root folder; without one, those for the window as a whole. */
	getFolderPatterns(root: vscode.WorkspaceFolder | undefined): FolderPatterns {
		const found = vscode.workspace.getConfiguration(section, root?.uri ?? null).inspect<unknown>(settingIds.folders);
		const ofWorkspace = found?.workspaceFolderValue ?? found?.workspaceValue;
		return {
			patterns: readStrings(ofWorkspace ?? found?.globalValue, defaultFolders, () => this.#warn(settingIds.folders)),
			isUsers: ofWorkspace === undefined,
		};
	}

	/** Patterns of the person's own settings, whatever a workspace says. */
	getUsersFolderPatterns(): readonly string[] {
		const found = vscode.workspace.getConfiguration(section, null).inspect<unknown>(settingIds.folders);
		return readStrings(found?.globalValue, defaultFolders, () => this.#warn(settingIds.folders));
	}

	dispose(): void {
		this.#listener.dispose();
		this.#emitter.dispose();
	}

	#read(): SettingValues {
		const configuration = vscode.workspace.getConfiguration(section);
		return readSettings(
			(id) => configuration.get<unknown>(id),
			(id) => this.#warn(id),
		);
	}

	#warn(id: string): void {
		if (!this.#warned.has(id)) {
			this.#warned.add(id);
			this.#log.warn(`The setting ${section}.${id} has a value that does not fit; its default is used.`);
		}
	}
}
