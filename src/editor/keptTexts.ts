import * as vscode from 'vscode';
import type { SourceFolder } from '../library/documentSource.ts';
import type { KeptAmount, TextPlaces } from '../library/textStore.ts';
import type { LibraryHost } from './libraryHost.ts';
import type { Settings } from './settings.ts';
import { type TextLocation, toTextPlaces } from './textPlaces.ts';

const profileFolderName = 'texts';
const keyName = 'dossier.textKey';

/** What the choice of where to keep texts depends on. */
export interface KeptTextsOptions {
	readonly context: Pick<vscode.ExtensionContext, 'storageUri' | 'globalStorageUri' | 'secrets'>;
	readonly settings: Settings;
	readonly log: vscode.LogOutputChannel;
}

/** Knows where texts are kept for this window, and erases them. It holds no text, and its key never leaves the editor's secret storage but to the worker. */
export class KeptTexts {
	readonly #options: KeptTextsOptions;
	/** Of workers with the same name one is alive at a time. */
	readonly #owner = crypto.randomUUID();
	#key: Promise<string | undefined> | undefined;
	#erasedWith: TextLocation | undefined;

	constructor(options: KeptTextsOptions) {
		this.#options = options;
	}

	/** The places for these folders. After everything was erased there are none, until the setting changes or the window starts anew. */
	async getPlaces(folders: readonly SourceFolder[]): Promise<TextPlaces> {
		const location = this.#location;
		if (this.#erasedWith === location) {
			return { places: [], outdated: [] };
		}
		this.#erasedWith = undefined;
		const key = location === 'besideSources' ? await (this.#key ??= this.#findKey()) : undefined;
		return toTextPlaces({ location, folders, profileFolder: this.#profileFolder.toString(), key, owner: this.#owner });
	}

	/** Erases what is kept for this window and for all other workspaces of the profile, and keeps nothing more. Throws if there is no worker to do it. */
	async erase(host: LibraryHost): Promise<KeptAmount> {
		if (host.library === undefined) {
			throw new Error('The library is not running, so nothing was deleted: refresh it, and try again');
		}
		const amount = await host.library.eraseTexts(await this.#findProfileFolders());
		this.#erasedWith = this.#location;
		return amount;
	}

	/** What nobody trusts is not written to, though the person would have it so elsewhere. */
	get #location(): TextLocation {
		const { textLocation } = this.#options.settings.values;
		return textLocation === 'besideSources' && !vscode.workspace.isTrusted ? 'profile' : textLocation;
	}

	get #profileFolder(): vscode.Uri {
		const { storageUri, globalStorageUri } = this.#options.context;
		return vscode.Uri.joinPath(storageUri ?? globalStorageUri, profileFolderName);
	}

	/** Our folders of all workspaces: each has its own beside this one's, under the same name. */
	async #findProfileFolders(): Promise<readonly string[]> {
		const { storageUri, globalStorageUri } = this.#options.context;
		const found = [vscode.Uri.joinPath(globalStorageUri, profileFolderName).toString()];
		if (storageUri !== undefined) {
			const workspaces = vscode.Uri.joinPath(storageUri, '..', '..');
			const extensionName = storageUri.path.slice(storageUri.path.lastIndexOf('/') + 1);
			for (const [name] of await vscode.workspace.fs.readDirectory(workspaces)) {
				found.push(vscode.Uri.joinPath(workspaces, name, extensionName, profileFolderName).toString());
			}
		}
		return found;
	}

	async #findKey(): Promise<string | undefined> {
		const { context, log } = this.#options;
		try {
			const known = await context.secrets.get(keyName);
			if (known !== undefined && /^[0-9a-f]{64}$/.test(known)) {
				return known;
			}
			const bytes = crypto.getRandomValues(new Uint8Array(32));
			const made = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
			await context.secrets.store(keyName, made);
			return made;
		} catch (error) {
			log.warn(
				`There is no secret storage, so nothing is kept beside the sources: ${error instanceof Error ? error.message : String(error)}`,
			);
			return undefined;
		}
	}
}
