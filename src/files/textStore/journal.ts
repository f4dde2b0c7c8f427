import type { Steps } from '../../base/steps.ts';
import type { RememberedFile, SetAside } from '../../library/fileMemory.ts';
import type { Seal } from './seal.ts';

/** Where a text stands: in which pack, from which byte, how many bytes. */
export interface TextLocation {
	readonly pack: number;
	readonly offset: number;
	readonly length: number;
	/** What it was read with, see `describeRecipe`; shortened. */
	readonly recipe: string;
}

/** One change of what is known. Read in order, later ones win. */
export type JournalLine =
	| { readonly kind: 'file'; readonly file: RememberedFile }
	| { readonly kind: 'gone'; readonly id: string }
	| { readonly kind: 'text'; readonly textId: string; readonly location: TextLocation }
	| { readonly kind: 'erased'; readonly textId: string }
	/** The folder was listed whole, at that time. */
	| { readonly kind: 'listed'; readonly folder: string; readonly atMs: number };

/** First in the file; another version begins otherwise. */
export const journalHeader = 'dossier texts 1\n';

/** What is behind this is not read: a hundred thousand files take some 60 MB, and a giant in a folder of others must not cost memory. */
export const maxJournalBytes = 128 * 1024 * 1024;

/** Reading so many lines takes some ten milliseconds; then others have their turn. */
export const linesPerTurn = 1_000;

/** Characters of the seal in front of a line: 128 bits. */
const sealLength = 22;

/** A line of the journal: its seal, a space, JSON. Lines are read each by itself, so that damage costs the lines it stands in. */
export function encodeLine(line: JournalLine, seal: Seal): string {
	const json = JSON.stringify(line);
	return `${seal.make([json]).toString('base64url').slice(0, sealLength)} ${json}\n`;
}

export interface ReadJournal {
	/** False for a file that is no journal of this version. */
	readonly isOurs: boolean;
	readonly lines: readonly JournalLine[];
	/** How many lines are not what we wrote. */
	readonly damagedCount: number;
}

/** Reads a journal, in steps of a thousand lines. */
export function* readJournalInSteps(bytes: Buffer, seal: Seal): Steps<ReadJournal> {
	if (bytes.toString('latin1', 0, journalHeader.length) !== journalHeader) {
		return { isOurs: false, lines: [], damagedCount: 0 };
	}
	const lines: JournalLine[] = [];
	let damagedCount = 0;
	let turn = 0;
	for (let start = journalHeader.length; start < bytes.length; ) {
		const found = bytes.indexOf(0x0a, start);
		const end = found < 0 ? bytes.length : found;
		const line = found < 0 ? undefined : decodeLine(bytes.toString('utf8', start, end), seal);
		if (line === undefined) {
			damagedCount += 1;
		} else {
			lines.push(line);
		}
		start = end + 1;
		turn += 1;
		if (turn % linesPerTurn === 0) {
			yield;
		}
	}
	return { isOurs: true, lines, damagedCount };
}

function decodeLine(text: string, seal: Seal): JournalLine | undefined {
	const json = text.slice(sealLength + 1);
	const right = seal.make([json]).toString('base64url').slice(0, sealLength);
	if (text.slice(0, sealLength) !== right || text[sealLength] !== ' ') {
		return undefined;
	}
	try {
		const value: unknown = JSON.parse(json);
		return isLine(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** Where everybody can make a seal, a line may be sealed and still be anything. */
function isLine(value: unknown): value is JournalLine {
	if (!isObject(value)) {
		return false;
	}
	const { kind, file, id, textId, location, folder, atMs } = value;
	switch (kind) {
		case 'file':
			return isRememberedFile(file);
		case 'gone':
			return typeof id === 'string';
		case 'text':
			return typeof textId === 'string' && isLocation(location);
		case 'erased':
			return typeof textId === 'string';
		case 'listed':
			return typeof folder === 'string' && Number.isFinite(atMs);
		default:
			return false;
	}
}

function isRememberedFile(value: unknown): value is RememberedFile {
	if (!isObject(value)) {
		return false;
	}
	const { id, sizeBytes, modifiedMs, changedMs, hash, isFresh, setAside } = value;
	return (
		typeof id === 'string' &&
		Number.isFinite(sizeBytes) &&
		Number.isFinite(modifiedMs) &&
		(changedMs === null || Number.isFinite(changedMs)) &&
		(hash === null || typeof hash === 'string') &&
		typeof isFresh === 'boolean' &&
		(setAside === null || isSetAside(setAside))
	);
}

function isSetAside(value: unknown): value is SetAside {
	return isObject(value) && Number.isInteger(value['count']) && typeof value['caps'] === 'string' && isProblem(value['problem']);
}

function isProblem(value: unknown): boolean {
	return isObject(value) && (value['kind'] === 'timeLimit' || value['kind'] === 'crashed') && typeof value['detail'] === 'string';
}

function isLocation(value: unknown): value is TextLocation {
	const isCount = (count: unknown) => Number.isSafeInteger(count) && (count as number) >= 0;
	return (
		isObject(value) && isCount(value['pack']) && isCount(value['offset']) && isCount(value['length']) && typeof value['recipe'] === 'string'
	);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}
