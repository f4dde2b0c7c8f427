import { createHash } from 'node:crypto';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { append } from '../../base/append.ts';
import { BoundedCache } from '../../base/boundedCache.ts';
import type { Log } from '../../base/log.ts';
import { type Steps, takeAllSteps } from '../../base/steps.ts';
import type { Caps } from '../../library/caps.ts';
import type { DocumentContent, FoundFile } from '../../library/document.ts';
import { contentOfSetAside, describeRecipe, toTextId } from '../../library/fileMemory.ts';
import { extensionOf } from '../../library/format.ts';
import { type KeptText, toKeptText } from '../../library/keptText.ts';
import type { KeptAmount, KeptReading, TextStore } from '../../library/textStore.ts';
import { IndexFiles } from '../indexStore/indexFiles.ts';
import { errorCode, toWriteFault } from '../systemProblem.ts';
import { type Disk, makeFolder, realDisk, writeIfNone } from './disk.ts';
import { eraseFolder } from './eraseFolder.ts';
import { type JournalLine, linesPerTurn, type TextLocation } from './journal.ts';
import { type JournalAnswer, JournalFile } from './journalFile.ts';
import { KnownTexts } from './knownTexts.ts';
import { Packs } from './packs.ts';
import { Patience } from './patience.ts';
import { Seal } from './seal.ts';
import { encodeRecord, type RecordSource, TextRecord } from './textRecord.ts';
import { tidyPacks } from './tidyPacks.ts';
import { WriterLock } from './writerLock.ts';

export interface TextFilesOptions {
	/** The path of our folder; it is made when something is written. */
	readonly folder: string;
	/** See `TextPlace.key`. */
	readonly key?: string;
	/** See `TextPlace.owner`. */
	readonly owner: string;
	/** See `TextPlace.isReadOnly`. */
	readonly isReadOnly?: boolean;
	readonly isAsKept?: boolean;
	/** Which reader makes the contents: another one's are not believed. */
	readonly version: string;
	/** Which Dossier makes an index of them. */
	readonly indexVersion?: string;
	readonly log: Log;
	/** Told once, in words for people, when nothing more can be written: from then on memory alone serves. */
	readonly onFault: (reason: string) => void;
	readonly disk?: Disk;
	/** How long the disk may take for one thing, in milliseconds; then nothing more is asked of it. A quarter of a minute if left out: a drive that sleeps wakes in ten seconds. */
	readonly patienceMs?: number;
	/** Milliseconds since 1970. */
	readonly now?: () => number;
}

/** What waits to be written goes out after this long, or once it is this much. One write and one wait for the disk, for hundreds of documents. */
const writeEveryMs = 1_000;
const maxWaitingBytes = 4 * 1024 * 1024;

/** So many UTF-16 units of passages that were shown are held. */
const maxPieceUnits = 2 * 1024 * 1024;

/** How often a window that only reads asks whether it may write. */
const askEveryMs = 5_000;

/**
 * Keeps texts in a folder of ours: records in packs, and a journal of what is known of files and where their texts stand. Everything is sealed;
 * what is not as we wrote it is dropped, with one line in the log, and read again from the source. One window at a time writes.
 *
 * A process that ends at any moment leaves a journal with a torn last line or a pack with a torn last record, and neither fits its seal.
 */
export class TextFiles implements TextStore {
	readonly #options: TextFilesOptions;
	readonly #disk: Disk;
	readonly #seal: Seal;
	readonly #packs: Packs;
	readonly #journal: JournalFile;
	readonly #patienceMs: number;
	readonly #patience: Patience;
	readonly #lock: WriterLock;
	/** The files of an index, kept beside the texts. */
	readonly index: IndexFiles;
	readonly #now: () => number;
	readonly #known = new KnownTexts();
	/** Contents on their way to the disk, so that they are found meanwhile. */
	readonly #onTheWay = new Map<string, { readonly recipe: string; readonly content: DocumentContent }>();
	/** By limits, by extension. */
	readonly #recipes = new WeakMap<Caps, Map<string, string>>();
	/** Pieces of texts that were read last, by where they stand. */
	readonly #pieces = new BoundedCache<string>(maxPieceUnits, (piece) => piece.length);
	#state: 'reading' | 'writing' | 'ended' = 'reading';
	#lines: JournalLine[] = [];
	#records: { readonly textId: string; readonly recipe: string; readonly bytes: Buffer }[] = [];
	#waitingBytes = 0;
	#work: Promise<void> = Promise.resolve();
	#timer: NodeJS.Timeout | undefined;
	#askTimer: NodeJS.Timeout | undefined;
	#hasWarned = false;
	#hasJournal = false;
	/** Texts that no file holds are to be erased, but for those that this says are used. */
	#isUsed: ((hash: string) => boolean) | undefined;
	/** Texts that this process wrote or read. Of others the journal may still speak though they were wiped: who wiped them was killed. */
	readonly #sound = new Set<string>();
	/** Texts that stand in a pack, and not yet in the journal. */
	readonly #unwritten = new Set<string>();
	/** The journal is not there, not whole, names what is gone, or says much twice. */
	#isStale = false;

	private constructor(options: TextFilesOptions) {
		this.#options = options;
		this.#disk = options.disk ?? realDisk;
		this.#now = options.now ?? Date.now;
		this.#seal = new Seal(options.key);
		this.#packs = new Packs(this.#disk, options.folder);
		this.#journal = new JournalFile(this.#disk, options.folder, this.#seal);
		this.#patienceMs = options.patienceMs ?? 15_000;
		this.#patience = new Patience(this.#patienceMs, () => {
			this.#known.texts.clear();
			this.#fail(noAnswer()).catch(() => undefined);
		});
		this.#lock = new WriterLock({ disk: this.#disk, folder: options.folder, owner: options.owner });
		this.index = new IndexFiles({
			disk: this.#disk,
			folder: options.folder,
			seal: this.#seal,
			isShared: options.key !== undefined,
			isAsKept: options.isAsKept ?? false,
			version: `${options.version} ${options.indexVersion ?? ''}`,
			log: options.log,
			canWrite: () => this.#state === 'writing',
			mayWrite: () => this.#inTime(this.#lock.isHeld()),
			inTime: (step) => this.#inTime(step),
			onFault: (error) => {
				this.#fail(error).catch(() => undefined);
			},
		});
	}

	/** Opens what the folder holds. Never rejects: what cannot be used is as if it were not there. */
	static async open(options: TextFilesOptions): Promise<TextFiles> {
		const store = new TextFiles(options);
		await store.#start();
		return store;
	}

	/** Whether this one writes; another window does if not. */
	get isWriter(): boolean {
		return this.#state === 'writing';
	}

	async find(file: FoundFile, caps: Caps): Promise<DocumentContent | undefined> {
		const known = this.#known.files.findSame(file);
		if (known === undefined) {
			return undefined;
		}
		return known.hash === null ? contentOfSetAside(known, caps) : this.load(file, known.hash, caps);
	}

	getKnownHashes(file: FoundFile, caps: Caps): readonly string[] {
		const recipe = this.#toRecipe(file.id, caps);
		return this.#known.files.getLikelyHashes(file).filter((hash) => {
			const textId = toTextId(file.id, hash);
			return (this.#onTheWay.get(textId) ?? this.#known.texts.get(textId))?.recipe === recipe;
		});
	}

	findHash(file: FoundFile, caps: Caps): string | undefined {
		const hash = this.#known.files.findSame(file)?.hash ?? undefined;
		if (hash === undefined) {
			return undefined;
		}
		const textId = toTextId(file.id, hash);
		return (this.#onTheWay.get(textId) ?? this.#known.texts.get(textId))?.recipe === this.#toRecipe(file.id, caps) ? hash : undefined;
	}

	async load(file: FoundFile, hash: string, caps: Caps): Promise<DocumentContent | undefined> {
		const textId = toTextId(file.id, hash);
		const recipe = this.#toRecipe(file.id, caps);
		const onTheWay = this.#onTheWay.get(textId);
		if (onTheWay?.recipe === recipe) {
			return onTheWay.content;
		}
		const location = this.#known.texts.get(textId);
		if (location?.recipe !== recipe) {
			return undefined;
		}
		const bytes = await this.#patience.wait(this.#packs.read(location.pack, location.offset, location.length));
		const content = bytes && (await TextRecord.open(sourceOf(bytes), bytes.length, textId, recipe, this.#seal)?.loadContent());
		if (content !== undefined) {
			this.#sound.add(textId);
		} else if (this.#known.texts.get(textId) === location) {
			this.#known.texts.delete(textId);
			// Erased, and ended before the journal said so: that is no damage.
			if (bytes?.every((byte) => byte === 0) !== true) {
				this.#warnOnce('a text is not as it was written');
			}
		}
		return content;
	}

	loadNow(id: string, hash: string, caps: Caps, place?: string): DocumentContent | undefined {
		const onTheWay = this.#findOnTheWay(id, hash, caps);
		return onTheWay ?? this.#useRecord(id, hash, caps, place, 'whole', (record) => record.readContent());
	}

	openText(id: string, hash: string, caps: Caps, place?: string): KeptText | undefined {
		const onTheWay = this.#findOnTheWay(id, hash, caps);
		if (onTheWay !== undefined) {
			return toKeptText(onTheWay);
		}
		return this.#useRecord(id, hash, caps, place, 'pieces', (record, name): KeptText => {
			const readPiece = (piece: number): string | undefined => {
				const key = `${name} ${piece}`;
				const text = this.#pieces.get(key) ?? record.readPiece(piece);
				if (text !== undefined) {
					this.#pieces.set(key, text);
				}
				return text;
			};
			return {
				length: record.length,
				read: ({ start, end }) => record.readText(start, end, readPiece),
				readPlaces: () => record.readPlaces(),
			};
		});
	}

	placeOf(id: string, hash: string, caps: Caps): string | undefined {
		const textId = toTextId(id, hash);
		const location = this.#unwritten.has(textId) ? undefined : this.#known.texts.get(textId);
		return location?.recipe === this.#toRecipe(id, caps) ? `${location.pack} ${location.offset} ${location.length}` : undefined;
	}

	async keep(reading: KeptReading): Promise<void> {
		const { file, caps, content } = reading;
		const remembered = this.#known.files.toRemembered(reading);
		if (remembered === undefined) {
			return;
		}
		const before = this.#known.files.get(file.id);
		const isNews = !isDeepStrictEqual(before, remembered);
		this.#known.files.put(remembered);
		if (before !== undefined && before.hash !== remembered.hash) {
			this.#known.leave(before);
		}
		if (this.#state !== 'writing') {
			return;
		}
		if (isNews) {
			this.#lines.push({ kind: 'file', file: remembered });
		}
		if (remembered.hash !== null) {
			const textId = toTextId(file.id, remembered.hash);
			if (this.#known.texts.has(textId) && !this.#sound.has(textId)) {
				await this.load(file, remembered.hash, caps);
			}
			await this.#keepText(textId, this.#toRecipe(file.id, caps), content);
		}
		if (this.#waitingBytes >= maxWaitingBytes) {
			await this.#patience.wait(this.#write());
		} else {
			this.#timer ??= setTimeout(() => this.#writeLater(), writeEveryMs).unref();
		}
	}

	forget(id: string): void {
		this.#known.files.forget(id);
	}

	didList(folderUri: string, ids: ReadonlySet<string>, unseen: ReadonlySet<string>): void {
		this.#lines.push(...this.#known.didList(folderUri, ids, unseen, this.#now()));
	}

	async settle(): Promise<void> {
		append(this.#lines, this.#known.dropGone(this.#now()));
		if (this.#options.indexVersion === undefined) {
			await this.eraseUnheld(() => false);
		} else {
			await this.#patience.wait(this.#write());
		}
	}

	async eraseUnheld(isUsed: (hash: string) => boolean): Promise<void> {
		this.#isUsed = isUsed;
		await this.#patience.wait(this.#write());
	}

	/** Writes what waits, and lets the next one write. */
	async close(): Promise<void> {
		await this.#patience.wait(this.#write());
		await this.#patience.wait(this.#end());
		await this.#patience.wait(this.index.close());
	}

	/** Removes all files of ours, and the folder if nothing else is in it; gives how much it was. Rejects if that cannot be done. */
	async erase(): Promise<KeptAmount> {
		await this.#patience.wait(this.#work);
		const textCount = this.#known.texts.size;
		await this.#patience.wait(this.#end());
		await this.#patience.wait(this.index.close());
		this.#known.texts.clear();
		// With a patience of its own: the disk may have been slow once, and this is asked for by a person.
		const patience = new Patience(this.#patienceMs, () => undefined);
		const bytes = await patience.wait(eraseFolder(this.#options.folder, this.#disk));
		if (bytes === undefined) {
			throw noAnswer();
		}
		return { textCount, bytes };
	}

	#findOnTheWay(id: string, hash: string, caps: Caps): DocumentContent | undefined {
		const onTheWay = this.#onTheWay.get(toTextId(id, hash));
		return onTheWay?.recipe === this.#toRecipe(id, caps) ? onTheWay.content : undefined;
	}

	/** What `use` makes of the record of a text, where it stands or stood when `place` was said; read at once. `name` is one that no other text has. */
	#useRecord<T>(
		id: string,
		hash: string,
		caps: Caps,
		place: string | undefined,
		reads: 'whole' | 'pieces',
		use: (record: TextRecord, name: string) => T | undefined,
	): T | undefined {
		const textId = toTextId(id, hash);
		const recipe = this.#toRecipe(id, caps);
		const useAt = (location: TextPlaceInPacks | undefined): T | undefined => {
			if (location === undefined) {
				return undefined;
			}
			const { pack, offset, length } = location;
			const readRange: RecordSource = (start, end) => this.#packs.readNow(pack, offset + start, end - start);
			const whole = reads === 'whole' ? readRange(0, length) : undefined;
			const record = TextRecord.open(whole ? sourceOf(whole) : readRange, length, textId, recipe, this.#seal);
			return record && use(record, `${textId} ${recipe}`);
		};
		const findKnown = () => {
			const known = this.#known.texts.get(textId);
			return known?.recipe === recipe ? known : undefined;
		};
		const used = useAt(findKnown() ?? parsePlace(place));
		if (used !== undefined || this.#hasJournal || this.#options.isAsKept !== true) {
			return used;
		}
		takeAllSteps(this.#takeInSteps(this.#journal.readNow()));
		return useAt(findKnown());
	}

	async #start(): Promise<void> {
		const { folder, isReadOnly = false, isAsKept = false } = this.#options;
		try {
			if (isReadOnly) {
				// Who takes what is kept as it is knows where the texts stand: the journal is read only if they have moved.
				await (isAsKept ? undefined : this.#inTime(this.#load()));
				return;
			}
			await this.#inTime(makeFolder(this.#disk, folder));
			const isWriter = await this.#inTime(this.#lock.tryTake());
			await this.#inTime(this.#load());
			if (isWriter) {
				await this.#tidy();
				this.#state = 'writing';
			} else {
				this.#askTimer = setInterval(() => this.#askForLock(), askEveryMs).unref();
			}
		} catch (error) {
			await this.#patience.wait(this.#fail(error));
		}
	}

	/** The answer, or an error if it takes too long: what comes next must not be done by somebody who was given up. */
	async #inTime<T>(answer: Promise<T>): Promise<T> {
		const given = await this.#patience.wait(answer);
		if (this.#patience.hasEnded) {
			throw noAnswer();
		}
		return given as T;
	}

	async #load(): Promise<void> {
		const steps = this.#takeInSteps(await this.#journal.read());
		while (steps.next().done !== true) {
			await new Promise((resolve) => setImmediate(resolve));
		}
	}

	/** Takes what the journal says. */
	*#takeInSteps({ lines, isThere, damage }: JournalAnswer): Steps<void> {
		this.#hasJournal = true;
		if (damage !== undefined) {
			this.#warnOnce(damage);
		}
		for (const [index, line] of lines.entries()) {
			this.#known.apply(line);
			if (index % linesPerTurn === 0) {
				yield;
			}
		}
		this.#known.didApplyAll();
		this.#isStale =
			!isThere || damage !== undefined || lines.some(({ kind }) => kind === 'gone') || lines.length > 2 * this.#known.size + 1_000;
	}

	/** As the new writer: leaves no waste behind, and one line for each thing that is known. */
	async #tidy(): Promise<void> {
		const waste = await tidyPacks(this.#packs, this.#known.texts, (step) => this.#inTime(step));
		if (this.#isStale || waste.length > 0) {
			await this.#inTime(writeIfNone(this.#disk, path.join(this.#options.folder, '.gitignore'), '*\n'));
			await this.#inTime(this.#journal.replace(this.#known.toLines()));
		}
		for (const pack of waste) {
			await this.#inTime(this.#packs.remove(pack));
		}
	}

	async #keepText(textId: string, recipe: string, content: DocumentContent): Promise<void> {
		if ((this.#onTheWay.get(textId) ?? this.#known.texts.get(textId))?.recipe === recipe) {
			return;
		}
		this.#onTheWay.set(textId, { recipe, content });
		const bytes = await encodeRecord(content, textId, recipe, this.#seal);
		this.#records.push({ textId, recipe, bytes });
		this.#waitingBytes += bytes.length;
	}

	#writeLater(): void {
		this.#write().catch((error: unknown) => this.#options.log.error(String(error)));
	}

	/** Writes what waits, after what is being written. */
	#write(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#work = this.#work.then(() => this.#writeNow());
		return this.#work;
	}

	async #writeNow(): Promise<void> {
		if (this.#state !== 'writing') {
			this.#lines = [];
			return;
		}
		const records = this.#records;
		const lines = this.#lines;
		this.#records = [];
		this.#lines = [];
		this.#waitingBytes = 0;
		const isUsed = this.#isUsed;
		this.#isUsed = undefined;
		try {
			if (records.length + lines.length === 0 && !(isUsed !== undefined && this.#known.hasLeft)) {
				return;
			}
			if (!(await this.#lock.isHeld())) {
				// Of a folder that is gone the system says so.
				await this.#disk.lstat(this.#options.folder);
				this.#options.log.info('The lock of the texts is not this window’s any more; it only reads them now');
				await this.#end();
				return;
			}
			const places = await this.#packs.append(records.map(({ bytes }) => bytes));
			for (const [index, { textId, recipe, bytes }] of records.entries()) {
				const location = { ...(places[index] as { pack: number; offset: number }), length: bytes.length, recipe };
				const before = this.#known.texts.get(textId);
				if (before !== undefined) {
					await this.#packs.wipe(before.pack, before.offset, before.length);
				}
				this.#sound.add(textId);
				this.#unwritten.add(textId);
				this.#known.texts.set(textId, location);
				this.#onTheWay.delete(textId);
				lines.push({ kind: 'text', textId, location });
			}
			if (isUsed !== undefined) {
				append(lines, await this.#eraseUnheld(isUsed));
			}
			await this.#journal.append(lines);
			this.#unwritten.clear();
		} catch (error) {
			await this.#fail(error);
		}
	}

	/** Wipes texts that no file holds any more, and says so in lines for the journal. */
	async #eraseUnheld(isUsed: (hash: string) => boolean): Promise<readonly JournalLine[]> {
		const erased: string[] = [];
		const packs = new Set<number>();
		for (const textId of this.#known.takeUnheld(isUsed)) {
			const location = this.#known.texts.get(textId);
			// While others were erased, a file may have come that holds it.
			if (location !== undefined && !this.#known.files.holds(textId)) {
				this.#known.texts.delete(textId);
				this.#sound.delete(textId);
				erased.push(textId);
				packs.add(location.pack);
				await this.#packs.wipe(location.pack, location.offset, location.length);
			}
		}
		await this.#packs.sync(packs);
		return erased.map((textId) => ({ kind: 'erased', textId }));
	}

	#askForLock(): void {
		this.#work = this.#work.then(async () => {
			try {
				if (this.#state === 'reading' && (await this.#lock.tryTake())) {
					clearInterval(this.#askTimer);
					this.#packs.closeNow();
					await this.#load();
					// What was read here meanwhile stands in no journal yet.
					this.#isStale = true;
					await this.#tidy();
					this.#state = 'writing';
				}
			} catch (error) {
				await this.#fail(error);
			}
		});
	}

	/** Nothing more is written. What was read can be read still. */
	async #end(): Promise<void> {
		this.#state = 'ended';
		clearTimeout(this.#timer);
		clearInterval(this.#askTimer);
		this.#lines = [];
		this.#records = [];
		this.#onTheWay.clear();
		try {
			await this.#packs.close();
			await this.#lock.release();
		} catch (error) {
			this.#options.log.debug(`The text store was not closed well: ${errorCode(error) ?? String(error)}`);
		}
	}

	async #fail(error: unknown): Promise<void> {
		if (this.#state === 'ended') {
			return;
		}
		const why = toWriteFault(error);
		const detail = errorCode(error) ?? (error instanceof Error ? error.stack : String(error));
		this.#options.log.warn(`Texts are kept in memory only from now on: ${why} (${detail})`);
		const ending = this.#end();
		this.#options.onFault(why);
		await ending;
	}

	#warnOnce(what: string): void {
		if (!this.#hasWarned) {
			this.#hasWarned = true;
			this.#options.log.warn(`The text store is damaged (${what}); what is missing is read again.`);
		}
	}

	#toRecipe(id: string, caps: Caps): string {
		const byExtension = this.#recipes.get(caps) ?? new Map<string, string>();
		this.#recipes.set(caps, byExtension);
		const extension = extensionOf(id);
		const known = byExtension.get(extension);
		if (known !== undefined) {
			return known;
		}
		const recipe = createHash('sha256')
			.update(describeRecipe(id, caps, this.#options.version))
			.digest('base64url')
			.slice(0, 16);
		byExtension.set(extension, recipe);
		return recipe;
	}
}

/** Bytes that were read already. */
function sourceOf(bytes: Buffer): RecordSource {
	return (start, end) => bytes.subarray(start, end);
}

type TextPlaceInPacks = Pick<TextLocation, 'pack' | 'offset' | 'length'>;

function parsePlace(place: string | undefined): TextPlaceInPacks | undefined {
	const [pack, offset, length] = place?.split(' ').map(Number) ?? [];
	return pack !== undefined && offset !== undefined && length !== undefined ? { pack, offset, length } : undefined;
}

function noAnswer(): Error {
	return Object.assign(new Error('The disk does not answer'), { code: 'ETIMEDOUT' });
}
