import * as vscode from 'vscode';
import { readerLanguageId } from '../ids.ts';
import type { LibraryHost } from '../libraryHost.ts';
import type { OpenContents } from '../reader/openContents.ts';
import type { Reader } from '../reader/reader.ts';
import type { Settings } from '../settings.ts';
import type { NoteTerms } from '../termHover/noteTerms.ts';
import { TermDefinitions } from './termDefinitions.ts';
import { TermReferences } from './termReferences.ts';

/** What definitions and references need of the rest. */
export interface TermPlacesOptions {
	readonly host: LibraryHost;
	readonly terms: NoteTerms;
	readonly reader: Reader;
	readonly contents: OpenContents;
	readonly settings: Settings;
}

/** Makes "Go to Definition" and "Find All References" for terms, in the languages of notes and in the reader. */
export function registerTermPlaces({ host, terms, reader, contents, settings }: TermPlacesOptions): vscode.Disposable {
	const register = () => {
		const selector = [...settings.values.hoverLanguages, readerLanguageId].map((language) => ({ language }));
		return vscode.Disposable.from(
			vscode.languages.registerDefinitionProvider(selector, new TermDefinitions(terms, reader, contents)),
			vscode.languages.registerReferenceProvider(selector, new TermReferences(host, terms, reader, contents, settings)),
		);
	};
	let registration = register();
	const listener = settings.onDidChange((change) => {
		if (change.affectsConfiguration('dossier.hover.languages')) {
			registration.dispose();
			registration = register();
		}
	});
	return new vscode.Disposable(() => {
		listener.dispose();
		registration.dispose();
	});
}
