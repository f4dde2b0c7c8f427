import { type Caps, defaultCaps } from '../library/caps.ts';
import { type TermKind, termKinds } from '../terms/card.ts';
import type { Script } from '../terms/recognise.ts';
import { defaultCitationFormat } from './citation.ts';
import { fitsLimit, limitSettings } from './limitSettings.ts';
import type { TextLocation } from './textPlaces.ts';
import type { UnderlineMode } from './underlines/underlineChoice.ts';

/** When the documents that come with Dossier are shown: only while there are no others, always, never. */
export type SampleChoice = 'auto' | 'on' | 'off';

/** The scripts that can be switched off by themselves. */
export const termScripts: readonly Script[] = ['latin', 'hangul', 'han', 'kana', 'other'];

/** When terms are offered for completion: never, on Ctrl+Space, or while typing too. */
export type CompletionChoice = 'off' | 'onRequest' | 'whileTyping';

/** Folders of the usual names, at any depth. */
export const defaultFolders: readonly string[] = ['**/{seeds,sources,documents,library}'];
/** Languages that people write notes in. */
export const defaultHoverLanguages: readonly string[] = ['markdown', 'plaintext', 'latex', 'tex', 'restructuredtext', 'asciidoc', 'typst'];

/** Settings as they are used, whatever stood in the file. */
export interface SettingValues {
	readonly sampleCollection: SampleChoice;
	readonly isHoverEnabled: boolean;
	readonly hoverLanguages: readonly string[];
	readonly citationFormat: string;
	/** Which places of terms have a line under them. */
	readonly underline: UnderlineMode;
	/** In which scripts terms are explained and underlined. */
	readonly termScripts: readonly Script[];
	/** When terms are offered for completion. */
	readonly completion: CompletionChoice;
	/** Which kinds of terms are explained and underlined. */
	readonly termKinds: readonly TermKind[];
	readonly caps: Caps;
	readonly textLocation: TextLocation;
	/** Whether the view's icon says how many documents could not be read. */
	readonly hasTreeBadge: boolean;
	/** Whether the view of near passages follows the caret. */
	readonly isNearFollowing: boolean;
}

/** Bounds for what a settings file may ask for: more patterns than this are hardly typed by a person. */
const maxListLength = 100;
const maxTextLength = 1_000;

/**
 * Reads settings with `get`; what has the wrong type, is out of range or is too long becomes its default, and `warn` hears the setting's name.
 */
export function readSettings(get: (id: string) => unknown, warn: (id: string) => void): SettingValues {
	const choice = get('sampleCollection');
	if (choice !== undefined && choice !== 'auto' && choice !== 'on' && choice !== 'off') {
		warn('sampleCollection');
	}
	return {
		sampleCollection: choice === 'on' || choice === 'off' ? choice : 'auto',
		isHoverEnabled: readTyped(get, warn, 'hover.enabled', true, (value) => typeof value === 'boolean'),
		hoverLanguages: readStrings(get('hover.languages'), defaultHoverLanguages, () => warn('hover.languages')),
		citationFormat: readTyped(
			get,
			warn,
			'citation.format',
			defaultCitationFormat,
			(value) => typeof value === 'string' && value.trim() !== '' && value.length <= maxTextLength,
		),
		underline: readTyped<UnderlineMode>(
			get,
			warn,
			'terms.underline',
			'quiet',
			(value) => value === 'off' || value === 'quiet' || value === 'first' || value === 'all',
		),
		termScripts: readChoices(get('terms.scripts'), termScripts, () => warn('terms.scripts')),
		completion: readTyped<CompletionChoice>(
			get,
			warn,
			'terms.completion',
			'onRequest',
			(value) => value === 'off' || value === 'onRequest' || value === 'whileTyping',
		),
		termKinds: readChoices(get('terms.kinds'), termKinds, () => warn('terms.kinds')),
		hasTreeBadge: readTyped(get, warn, 'tree.badge', true, (value) => typeof value === 'boolean'),
		isNearFollowing: readTyped(get, warn, 'near.followCaret', false, (value) => typeof value === 'boolean'),
		caps: readCaps(get, warn),
		textLocation: readTyped<TextLocation>(
			get,
			warn,
			'index.location',
			'profile',
			(value) => value === 'profile' || value === 'besideSources' || value === 'memory',
		),
	};
}

/** A list of words: trimmed, without empty or doubled ones. Not a list, or too long: `fallback`. Items that are no words are left out. */
export function readStrings(value: unknown, fallback: readonly string[], warn: () => void): readonly string[] {
	if (value === undefined) {
		return fallback;
	}
	if (!Array.isArray(value) || value.length > maxListLength) {
		warn();
		return fallback;
	}
	const items: string[] = [];
	for (const item of value as readonly unknown[]) {
		if (typeof item !== 'string' || item.length > maxTextLength) {
			warn();
		} else if (item.trim() !== '' && !items.includes(item.trim())) {
			items.push(item.trim());
		}
	}
	return items;
}

/** Those of the choices that the setting names; names of none are left out. */
function readChoices<T extends string>(value: unknown, choices: readonly T[], warn: () => void): readonly T[] {
	const names = readStrings(value, choices, warn);
	const chosen = choices.filter((choice) => names.includes(choice));
	if (chosen.length < names.length) {
		warn();
	}
	return chosen;
}

function readCaps(get: (id: string) => unknown, warn: (id: string) => void): Caps {
	const read = limitSettings.map((limit): Partial<Caps> => {
		const value = readTyped(get, warn, limit.id, defaultCaps[limit.cap] / limit.unit, (found) => fitsLimit(limit, found));
		return { [limit.cap]: value * limit.unit };
	});
	return Object.assign({}, defaultCaps, ...read);
}

function readTyped<T>(
	get: (id: string) => unknown,
	warn: (id: string) => void,
	id: string,
	fallback: T,
	fits: (value: unknown) => boolean,
): T {
	const value = get(id);
	if (value === undefined) {
		return fallback;
	}
	if (!fits(value)) {
		warn(id);
		return fallback;
	}
	return value as T;
}
