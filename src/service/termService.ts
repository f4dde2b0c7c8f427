import type { Log } from '../base/log.ts';
import { takeAllSteps } from '../base/steps.ts';
import type { DocumentContent } from '../library/document.ts';
import type { Card } from '../terms/card.ts';
import { isContextiveFile, parseContextive } from '../terms/contextive.ts';
import { extractFindings, findInReading } from '../terms/extraction/extract.ts';
import { readText } from '../terms/extraction/reading.ts';
import { findUtterances } from '../terms/extraction/utterances.ts';
import type { Findings } from '../terms/findings.ts';
import { type GlossaryEntry, parseGlossary } from '../terms/glossary.ts';
import { Lexicon } from '../terms/lexicon.ts';
import { findTerms } from '../terms/matcher.ts';
import type { Said } from '../terms/receipts.ts';
import { copyTable, isWholeTable, type TableBuffer } from '../terms/tableSections.ts';
import type { TermDocument } from '../terms/termDocument.ts';
import { foldForm } from '../terms/termForms.ts';
import { type TermRow, toTermRow } from '../terms/termRow.ts';
import { TermTable } from '../terms/termTable.ts';
import type { Clock, Turns } from './turns.ts';

export interface TermServiceOptions {
	readonly turns: Turns;
	readonly log: Log;
	readonly clock: Clock;
	/** Whether tables are built by themselves after changes; if not, only when asked for. */
	readonly hasEarlyTables: boolean;
	/** What was found in a document. */
	readonly onDidFind: (id: string, findings: Findings) => void;
	/** A new table, or what changed in the last one (`TermTable.update`), for the receiver to keep. */
	readonly onDidBuild: (table: TableBuffer) => void;
}

/** A table of terms, and the glossaries that it was built of. */
export interface KeptTerms {
	readonly table: TableBuffer;
	readonly glossaries: readonly (readonly [id: string, text: string])[];
}

/** What an earlier run knew. */
export interface RestoredTerms {
	readonly ids: readonly string[];
	/** Asked for when a document's text is needed. */
	readonly readContent: (id: string) => DocumentContent | undefined;
	/** What was found in the text of the document; `undefined` if that is not kept. */
	readonly readFindings: (id: string) => Findings | undefined;
	/** The table of just these documents and glossaries; without it one is built. */
	readonly table: TableBuffer | undefined;
	readonly glossaries: KeptTerms['glossaries'];
}

/** Once nothing is being read, the table follows a change after this long: a burst of changes is one table. */
const quietMs = 300;

/** While documents are being read, the first table comes this soon, so that hovers answer early; each next one waits longer. */
const firstWhileReadingMs = 500;

/** While reading, building tables takes at most about a tenth of the time. */
const restPerBuild = 10;

/** The terms of the collection: what each document says of them, and the packed table that answers hovers. */
export class TermService {
	readonly #options: TermServiceOptions;
	readonly #lexicon = new Lexicon();
	readonly #documents = new Map<string, TermDocument>();
	readonly #glossaryTexts = new Map<string, string>();
	/** What each glossary hides. */
	readonly #hiddenForms = new Map<string, ReadonlySet<string>>();
	/** What each document is about, by its own words, best first. */
	readonly #keyTerms = new Map<string, readonly string[]>();
	/** Documents of an earlier run, which the lexicon takes only when a table is to be built. */
	readonly #kept = new Set<string>();
	/** How many documents began to be filed; by id, how many had when the one began that the lexicon has, or when it was removed. */
	#filingCount = 0;
	readonly #filed = new Map<string, number>();
	#readContent: RestoredTerms['readContent'] = () => undefined;
	#readFindings: RestoredTerms['readFindings'] = () => undefined;
	/** Glossaries of an earlier run that were not found yet in this one. */
	readonly #unseenGlossaries = new Set<string>();
	#cards: readonly Card[] | undefined;
	#table: TermTable | undefined;
	/** The table as it is kept; made when it is asked for. */
	#packed: TableBuffer | undefined;
	#isDirty = false;
	#isReading = false;
	#nextPauseMs = firstWhileReadingMs;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#building: Promise<void> | undefined;
	#isDisposed = false;

	constructor(options: TermServiceOptions) {
		this.#options = options;
	}

	/** The table as it was last built; `undefined` before the first one. */
	get table(): TermTable | undefined {
		return this.#table;
	}

	/** Starts with what an earlier run knew. Its table serves who has none: that of others would miss what is known already, and not be what changes follow. */
	restore({ ids, readContent, readFindings, table, glossaries }: RestoredTerms): void {
		const isNew = this.#table === undefined && this.#building === undefined && !this.#isDirty;
		this.#readContent = readContent;
		this.#readFindings = readFindings;
		for (const id of ids) {
			this.#kept.add(id);
		}
		for (const [id, text] of glossaries) {
			this.setGlossary(id, text);
			this.#unseenGlossaries.add(id);
		}
		if (table === undefined || !isNew) {
			this.#becomeDirty();
			return;
		}
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#isDirty = false;
		this.#takeTable(table);
		this.#packed = table;
		this.#options.onDidBuild(copyTable(table));
	}

	/** The table as it is, for who keeps it; `undefined` while another one is to be built. */
	get kept(): KeptTerms | undefined {
		if (this.#isDirty || this.#building !== undefined || this.#table === undefined) {
			return undefined;
		}
		this.#packed ??= this.#table.pack();
		return { table: this.#packed, glossaries: [...this.#glossaryTexts] };
	}

	async replaceDocument(id: string, content: DocumentContent): Promise<void> {
		const findings = await this.#fileDocument(id, content);
		if (findings !== undefined) {
			this.#options.onDidFind(id, findings);
			this.#kept.delete(id);
			this.#becomeDirty();
		}
	}

	/** Gives what was found in it; `undefined` if the document changed again or went meanwhile, and this counts no more. */
	async #fileDocument(id: string, content: DocumentContent, known?: Findings): Promise<Findings | undefined> {
		const number = ++this.#filingCount;
		const document = toTermDocument(id, content);
		const reading = await this.#options.turns.run(readText(content));
		const findings = known ?? (await this.#options.turns.run(findInReading(reading)));
		const entry = await this.#options.turns.run(this.#lexicon.readDocumentInSteps(document, findings, reading));
		// Of two that are filed at once the later one counts, though it is done first.
		if (number <= (this.#filed.get(id) ?? 0)) {
			return undefined;
		}
		this.#filed.set(id, number);
		this.#lexicon.putDocument(entry);
		this.#documents.set(id, document);
		this.#keyTerms.set(id, listKeyTerms(findings));
		return findings;
	}

	removeDocument(id: string): void {
		const isKept = this.#kept.delete(id);
		this.#filed.set(id, this.#filingCount);
		if (this.#documents.delete(id) || isKept) {
			this.#lexicon.removeDocument(id);
			this.#keyTerms.delete(id);
			this.#becomeDirty();
		}
	}

	/** `undefined`: there is no such glossary any more. The same text again changes nothing: some glossaries are read at every look. */
	setGlossary(id: string, text: string | undefined): void {
		this.#unseenGlossaries.delete(id);
		if (this.#glossaryTexts.get(id) === text) {
			return;
		}
		if (text === undefined) {
			this.#glossaryTexts.delete(id);
			this.#hiddenForms.delete(id);
			this.#lexicon.setGlossary(id, undefined);
		} else {
			const entries = this.#parseGlossary(id, text);
			this.#glossaryTexts.set(id, text);
			this.#hiddenForms.set(id, new Set(entries.flatMap(({ term, isHidden }) => (isHidden === true ? [foldForm(term)] : []))));
			this.#lexicon.setGlossary(id, entries);
		}
		this.#becomeDirty();
	}

	/** Whether a glossary hides these words, a term or not. */
	isHidden(words: string): boolean {
		const form = foldForm(words);
		return [...this.#hiddenForms.values()].some((forms) => forms.has(form));
	}

	#parseGlossary(id: string, text: string): readonly GlossaryEntry[] {
		if (!isContextiveFile(id)) {
			return parseGlossary(text);
		}
		const { entries, faultCount, hasImports } = parseContextive(text);
		if (faultCount > 0) {
			this.#options.log.warn(`Terms or contexts of a Contextive glossary that could not be understood: ${faultCount}`);
		}
		if (hasImports) {
			this.#options.log.info('A Contextive glossary imports others, which are not read: put them into the folder');
		}
		return entries;
	}

	/** All glossaries that there are were told of. */
	didTakeGlossaries(): void {
		for (const id of [...this.#unseenGlossaries]) {
			this.setGlossary(id, undefined);
		}
	}

	findDocument(id: string): TermDocument | undefined {
		const content = this.#kept.has(id) ? this.#readContent(id) : undefined;
		return content === undefined ? this.#documents.get(id) : toTermDocument(id, content);
	}

	/** Who says what in the document; `undefined` if it is not known. */
	findSaid(id: string): Said | undefined {
		const content = this.#kept.has(id) ? this.#readContent(id) : undefined;
		const claims = this.#findingsOfKept(id)?.claims;
		return content === undefined || claims === undefined
			? this.#lexicon.findSaid(id)
			: { claims, utterances: takeAllSteps(findUtterances(content.text, content.headings)) };
	}

	/** All cards, up to date. */
	async getCards(): Promise<readonly Card[]> {
		await this.whenBuilt();
		return this.#listCards();
	}

	/** See `Library.getCard`. */
	getCard(term: string): Card | undefined {
		return this.#listCards().find((card) => card.term === term);
	}

	/** See `Library.getTerms`: as the last table has them, without waiting for the next. */
	getTerms(): readonly TermRow[] {
		return this.#listCards().map(toTermRow);
	}

	/** See `Library.getDocumentTerms`. */
	getDocumentTerms(id: string, limit: number): readonly TermRow[] {
		const table = this.#table;
		const rows = new Map<string, TermRow>();
		const findings = this.#findingsOfKept(id);
		const keyTerms = findings === undefined ? this.#keyTerms.get(id) : listKeyTerms(findings);
		for (const term of table === undefined ? [] : (keyTerms ?? [])) {
			// As if it stood in a sentence: at the start of one a capital proves nothing.
			const text = `of ${term}`;
			const [match] = table === undefined ? [] : findTerms(table, text, [{ start: 0, end: text.length }]);
			const card = match === undefined ? undefined : table?.getCard(match.cardIndex);
			if (card !== undefined && rows.size < limit) {
				rows.set(card.term, toTermRow(card));
			}
		}
		return [...rows.values()];
	}

	/** While documents are being read, tables are built now and then; afterwards soon after each change. */
	setReading(isReading: boolean): void {
		if (isReading && !this.#isReading) {
			this.#nextPauseMs = firstWhileReadingMs;
		}
		const ended = this.#isReading && !isReading;
		this.#isReading = isReading;
		if (ended && this.#isDirty) {
			this.#schedule();
		}
	}

	/** Builds the table now if anything changed since the last one. */
	async whenBuilt(): Promise<void> {
		while ((this.#isDirty || this.#building !== undefined) && !this.#isDisposed) {
			await this.#buildOnce();
		}
	}

	dispose(): void {
		this.#isDisposed = true;
		clearTimeout(this.#timer);
	}

	#becomeDirty(): void {
		this.#isDirty = true;
		// While reading, the first change starts the clock; in quiet, the last one does.
		if (!this.#isReading || this.#timer === undefined) {
			this.#schedule();
		}
	}

	#schedule(): void {
		if (this.#isDisposed || !this.#options.hasEarlyTables) {
			return;
		}
		clearTimeout(this.#timer);
		const pauseMs = this.#isReading ? this.#nextPauseMs : quietMs;
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			// Once: what comes while it is built is for the next time, or building would never end while documents come.
			this.#buildOnce().catch((error) => {
				this.#options.log.error(`The terms could not be built: ${error instanceof Error ? error.stack : String(error)}`);
			});
		}, pauseMs);
	}

	#listCards(): readonly Card[] {
		const table = this.#table;
		this.#cards ??= table === undefined ? [] : table.listCards();
		return this.#cards;
	}

	/** What a document of an earlier run says of terms; `undefined` for those that the lexicon has. */
	#findingsOfKept(id: string): Findings | undefined {
		const content = this.#kept.has(id) ? this.#readContent(id) : undefined;
		return content && (this.#readFindings(id) ?? extractFindings(content));
	}

	/** The buffer of a whole table is the table's from now on. */
	#takeTable(buffer: TableBuffer): void {
		this.#table = TermTable.update(this.#table, buffer);
		this.#packed = undefined;
		this.#cards = undefined;
	}

	/** Takes the documents of an earlier run into the lexicon. */
	async #fileKept(): Promise<void> {
		for (const id of [...this.#kept]) {
			const content = this.#kept.has(id) ? this.#readContent(id) : undefined;
			if (content === undefined) {
				this.#kept.delete(id);
				continue;
			}
			const known = this.#readFindings(id);
			const findings = await this.#fileDocument(id, content, known);
			if (known === undefined && findings !== undefined && this.#readContent(id)?.text === content.text) {
				this.#options.onDidFind(id, findings);
			}
			this.#kept.delete(id);
		}
	}

	#buildOnce(): Promise<void> {
		this.#building ??= this.#build();
		return this.#building;
	}

	async #build(): Promise<void> {
		const { turns, clock, onDidBuild } = this.#options;
		const start = clock();
		this.#isDirty = false;
		try {
			await this.#fileKept();
			// To the end, though documents change meanwhile: they count as they were, and what changed makes the next table.
			const { cards, table } = await turns.run(this.#lexicon.buildInSteps());
			// Ours is a copy: the receiver takes the buffer itself to another thread. Of what changed in a table nothing is held.
			this.#takeTable(isWholeTable(table) ? copyTable(table) : table);
			this.#cards = cards;
			if (!this.#isDisposed) {
				onDidBuild(table);
			}
		} finally {
			this.#building = undefined;
			this.#nextPauseMs = Math.max(this.#nextPauseMs * 2, (clock() - start) * restPerBuild);
			if (this.#isDirty && this.#timer === undefined) {
				this.#schedule();
			}
		}
	}
}

/** Key terms that are kept of one document. */
const maxKeyTerms = 60;

/** Its key terms, the names that it names most, its abbreviations and what it defines, one of each in turn. */
function listKeyTerms({ keyTerms, names, acronyms, definitions }: Findings): readonly string[] {
	const counts = new Map<string, number>();
	for (const { text } of names) {
		counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	const lists = [
		keyTerms.map(({ term }) => term),
		[...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name),
		acronyms.map(({ short }) => short),
		definitions.map(({ term }) => term),
	].map((list) => [...new Set(list)]);
	const listed = new Set<string>();
	for (let rank = 0; listed.size < maxKeyTerms && lists.some((list) => rank < list.length); rank++) {
		for (const list of lists) {
			const term = list[rank];
			if (term !== undefined) {
				listed.add(term);
			}
		}
	}
	return [...listed];
}

function toTermDocument(id: string, content: DocumentContent): TermDocument {
	const { title, author, publisher, date, language, text, pages, headings, quotes } = content;
	return { id, title, author, publisher, date, language, text, pages, headings, quotes };
}
