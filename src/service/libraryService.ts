import { neverCancelled, throwIfCancelled } from '../base/cancellation.ts';
import { disposeAll } from '../base/disposable.ts';
import type { Log } from '../base/log.ts';
import type { Problem } from '../base/problem.ts';
import type { Steps } from '../base/steps.ts';
import { Collection } from '../library/collection.ts';
import { type DocumentContent, type DocumentSummary, emptyContent, type FoundFile, type LibraryDocument } from '../library/document.ts';
import type { DocumentSource } from '../library/documentSource.ts';
import { MemoryTextStore } from '../library/memoryTextStore.ts';
import { type CorrectedDocument, isSameMetadata, uncorrected } from '../library/sideFiles/correct.ts';
import { summarise, toFoundFile } from '../library/summary.ts';
import type { PlacedTextStore, TextPlaces } from '../library/textStore.ts';
import type { SearchEngine } from '../search/engine.ts';
import { parseQuery } from '../search/query.ts';
import { SearchIndex } from '../search/searchIndex.ts';
import { isGlossaryFile } from '../terms/glossary.ts';
import { splitPassagesInSteps } from '../text/passages.ts';
import { ChangeBatches } from './changeBatches.ts';
import { usualReadAhead } from './documentIntake.ts';
import { Explainer } from './explainer.ts';
import { findFacetsInSteps } from './facets.ts';
import { isSameFile } from './foundFiles.ts';
import { noBytes, type ReadBytes } from './heldHashes.ts';
import { Intake, type IntakeTarget } from './intake.ts';
import { KeptLibrary, type RestoredLibrary } from './keptLibrary.ts';
import type { Coverage, LibraryConfiguration, LibraryEvents, LibraryStatus, LocalLibrary, MatchCounts } from './library.ts';
import { findLikeMatchesInSteps } from './likeMatches.ts';
import { countMatchesInSteps, findMatchSetInSteps, getMatchPageInSteps, type MatchParts } from './matchSet.ts';
import { findMentions } from './mentions.ts';
import { findNearPassagesInSteps } from './nearPassages.ts';
import { makeTextSource } from './passageTexts.ts';
import { answerQueryInSteps } from './searchAnswers.ts';
import { SideFiles } from './sideFiles.ts';
import { findTermFacetInSteps } from './termFacet.ts';
import { TermService } from './termService.ts';
import { type Clock, Turns } from './turns.ts';

export interface LibraryOptions {
	readonly source: DocumentSource;
	/** What was read is kept in it; in memory if left out. */
	readonly store?: PlacedTextStore;
	/** A new, empty engine. */
	readonly engine: SearchEngine;
	readonly events: LibraryEvents;
	readonly log: Log;
	readonly clock?: Clock;
	readonly uses?: LibraryUses;
	/** How many documents are read at once; 1 leaves a core to others while one is indexed. */
	readonly readAhead?: number;
}

/** What to do with documents beside reading them; everything if left out. What is left out finds nothing. */
export interface LibraryUses {
	readonly search: boolean;
	readonly terms: boolean;
	/** Tables of terms are built while documents are still being read, and after each change. */
	readonly earlyTables: boolean;
}

/**
 * Messages that wait are let through after each slice of work this long: a question waits for one slice and what overran it. A letter has 50 ms from the key to
 * the list, of which the window takes the most.
 */
const sliceMs = 4;

/** Makes a library over a source of documents: finds, reads, indexes, explains. It holds everything in memory, and does no input or output. */
export function createLibrary(options: LibraryOptions): LocalLibrary {
	const {
		source,
		store,
		engine,
		events,
		log,
		clock = () => performance.now(),
		uses = { search: true, terms: true, earlyTables: true },
		readAhead = usualReadAhead,
	} = options;
	let kept: KeptLibrary | undefined;
	const collection = new Collection();
	const turns = new Turns(sliceMs, clock);
	const sideFiles = new SideFiles(turns, log);
	const terms = new TermService({
		turns,
		log,
		clock,
		hasEarlyTables: uses.earlyTables,
		onDidFind: (id, findings) => kept?.noteFindings(id, findings),
		onDidBuild: (table) => {
			kept?.noteNews();
			events.onDidBuildTermTable(table);
		},
	});

	/** How many documents there were, where these are taken as they were kept. */
	let keptFoundCount = 0;
	const getCoverage = (): Coverage => {
		const { read, partial, skipped } = collection.counts;
		// What is known and not yet read is found as well: at the end the three are all of it.
		return { found: Math.max(intake.progress.total, read + partial + skipped, keptFoundCount), read, partial, skipped };
	};
	const getStatus = (): LibraryStatus => ({ ...intake.progress, coverage: getCoverage() });
	const batches = new ChangeBatches(events, getStatus);

	const removeFromIndexes = (id: string): void => {
		engine.removeDocument(id);
		terms.removeDocument(id);
	};
	/** `bytes`: what the content was read from; left out where these are the same as before. */
	const putDocument = (file: FoundFile, { content, extra }: CorrectedDocument, bytes?: ReadBytes): void => {
		const summary = { ...summarise(file, content), ...extra };
		kept?.remember(file.id, bytes);
		collection.put([{ summary, content }]);
		kept?.noteChange(file.id);
		batches.upsert(summary);
	};
	const fileInSteps = function* (id: string, content: DocumentContent): Steps<void> {
		const passages = uses.search ? yield* splitPassagesInSteps(content) : [];
		const { title, language, text } = content;
		yield* engine.replaceDocumentInSteps({ id, title: title ?? '', language, text, passages });
	};
	const indexInSteps = function* (file: FoundFile, document: CorrectedDocument, bytes?: ReadBytes): Steps<void> {
		yield* fileInSteps(file.id, document.content);
		kept?.forgetFindings(file.id);
		// In one step with the engine's last: a hit's range must count in the text that the collection holds.
		putDocument(file, document, bytes);
	};
	const indexDocument = async (file: FoundFile, document: CorrectedDocument, bytes?: ReadBytes): Promise<void> => {
		// Found before the terms of the last change are made.
		await turns.runSoon(indexInSteps(file, document, bytes));
		await turns.run(engine.tidyInSteps());
		await turns.pause();
		if (uses.terms) {
			await terms.replaceDocument(file.id, document.content);
			explainer.forgetPhrases();
		}
	};
	const takeContent = async (file: FoundFile, content: DocumentContent, bytes?: ReadBytes): Promise<void> => {
		sideFiles.noteDocument(file);
		const document = sideFiles.correct(file, content);
		// What was lost where it was kept may have been taken for an empty text by who asked for it.
		const known = kept?.isLost(file.id) === true ? undefined : collection.find(file.id)?.content;
		if (known !== undefined && isSameContent(known, document.content)) {
			putDocument(file, document, bytes);
			return;
		}
		try {
			await indexDocument(file, document, bytes);
		} catch (error) {
			// Our own fault, at this one document: it shows as not read, and the rest goes on.
			log.error(`A document could not be indexed: ${error instanceof Error ? error.stack : String(error)}`);
			removeFromIndexes(file.id);
			const name = error instanceof Error ? error.name : 'Error';
			const problem: Problem = { kind: 'crashed', detail: `Dossier failed to index it (${name})` };
			putDocument(file, { content: emptyContent(content.kind, [problem]), extra: {} }, noBytes);
		}
		await turns.pause();
	};
	/** What was read stays as it is; only documents of which side files say something else now are indexed anew. */
	const correctDocuments = async (): Promise<void> => {
		for (const document of [...collection.documents()]) {
			const { summary } = document;
			// By what lists show of it: most texts need not be looked at.
			const shown = sideFiles.correct(summary, contentAsShown(summary));
			if (!isSameMetadata(summary, { ...shown.content, ...shown.extra })) {
				await takeContent(toFoundFile(summary), uncorrected(document.content, summary));
			}
			await turns.pause();
		}
	};
	/** Documents that are held, and that the index does not know any more. */
	const indexAgain = async (ids: readonly string[]): Promise<void> => {
		for (const id of ids) {
			for (let filed: LibraryDocument | undefined; filed !== collection.find(id); ) {
				filed = collection.find(id);
				if (filed === undefined) {
					engine.removeDocument(id);
				} else {
					await turns.run(fileInSteps(id, filed.content));
				}
			}
		}
		await turns.run(engine.tidyInSteps());
		kept?.noteNews();
	};

	const target: IntakeTarget = {
		heldHash: (id, caps) => kept?.heldHash(id, caps),
		takeUnchanged: (file) => {
			sideFiles.noteDocument(file);
			const known = collection.find(file.id);
			if (known !== undefined && !isSameFile(known.summary, file)) {
				if (known.summary.folder !== file.folder) {
					// Side files speak of the documents of their own source folder.
					sideFiles.forgetDocument(known.summary);
					sideFiles.expectChange();
				}
				const { problem: _, changedMs: __, ...before } = known.summary;
				const summary = { ...before, ...toFoundFile(file) };
				const { content } = known;
				kept?.remember(file.id);
				collection.put([{ summary, content }]);
				batches.upsert(summary);
				kept?.noteChange(file.id);
			}
		},
		takeDocument: (file, content, hash, caps) => takeContent(file, content, { hash, caps }),
		dropDocument: (id) => {
			const known = collection.find(id);
			if (known !== undefined) {
				sideFiles.forgetDocument(known.summary);
			}
			collection.remove([id]);
			kept?.forgetFindings(id);
			removeFromIndexes(id);
			batches.remove(id);
			kept?.noteChange(id);
		},
		takeSideFile: async (id, file, text) => {
			if (file !== undefined && !isGlossaryFile(file.relativePath)) {
				return text !== undefined && (await sideFiles.take(file, text));
			}
			if (uses.terms) {
				terms.setGlossary(id, text);
			}
			return true;
		},
		dropSideFile: (id) => {
			sideFiles.drop(id);
			terms.setGlossary(id, undefined);
		},
		didTakeAll: async () => {
			terms.didTakeGlossaries();
			if (sideFiles.takeChange()) {
				await correctDocuments();
			}
		},
		didProgress: () => {
			batches.statusChanged();
			const { phase } = intake.progress;
			terms.setReading(phase === 'finding' || phase === 'reading');
		},
		didSettle: () => kept?.settle(),
	};
	const intake = new Intake(source, store ?? new MemoryTextStore(), target, log, readAhead);
	const explainer = new Explainer(engine, terms, turns, makeTextSource(collection));
	const watching = collection.onDidChange(() => explainer.forgetPhrases());
	const keptOptions = store !== undefined && engine instanceof SearchIndex ? { engine, collection, store, terms, turns, log } : undefined;
	const startKeeping = () =>
		keptOptions &&
		new KeptLibrary({
			...keptOptions,
			usesTerms: uses.terms,
			countFound: () => getCoverage().found,
			onDidLose: (ids) => intake.readAgain(ids),
		});
	let texts = JSON.stringify({ places: [], outdated: [] });
	/** Resolves when the documents of damaged parts are indexed anew. */
	let recovery: Promise<void> | undefined;
	const losing = keptOptions?.engine.onDidLoseDocuments((ids) => {
		log.warn('A part of the kept index is damaged; its documents are indexed anew.');
		const before = recovery;
		const now = (async () => {
			await before;
			await indexAgain(ids);
		})().catch((error) => log.error(`Documents could not be indexed anew: ${error instanceof Error ? error.stack : String(error)}`));
		recovery = now;
	});
	/** Asks once more where it was found, in asking, that a part of the index is damaged: the first answer is of what is left. */
	const askWhole = async <T>(ask: () => T | Promise<T>): Promise<T> => {
		for (;;) {
			const before = recovery;
			const answer = await ask();
			if (recovery === before) {
				return answer;
			}
			await recovery;
		}
	};
	/** Where things are kept changes: what is kept now is taken into memory before, and what was kept there is restored. */
	const setPlaces = async (places: TextPlaces, configuration: LibraryConfiguration | undefined): Promise<RestoredLibrary | undefined> => {
		if (JSON.stringify(places) === texts) {
			return undefined;
		}
		texts = JSON.stringify(places);
		await kept?.leave(places.places);
		await store?.setPlaces(places);
		kept ??= startKeeping();
		kept?.enter();
		const restored = collection.size === 0 ? await kept?.restore(configuration) : undefined;
		if (restored !== undefined && configuration !== undefined) {
			for (const { summary } of collection.documents()) {
				sideFiles.noteDocument(summary);
				batches.upsert(summary);
				await turns.pause();
			}
			kept?.checkPlaces();
			sideFiles.expectChange();
		}
		return restored;
	};

	/** One after another: what is kept goes into an empty library, before anything is found. */
	let opening: Promise<unknown> = Promise.resolve();
	const afterOpening = <T>(open: () => Promise<T>): Promise<T> => {
		const done = opening.then(open);
		opening = done.catch(() => undefined);
		return done;
	};

	const getMatchParts = (): MatchParts => ({ engine, collection, coverage: getCoverage() });

	return {
		open: (configuration) =>
			afterOpening(async () => {
				const restored = await setPlaces(configuration.texts ?? { places: [], outdated: [] }, configuration);
				kept?.setConfiguration(configuration);
				if (restored !== undefined && kept !== undefined) {
					intake.restore(configuration, kept.listFiles());
				}
				intake.open(configuration);
			}),
		openAsKept: async (places) => {
			const asKept = places.places.map((place) => ({ ...place, isReadOnly: true, isAsKept: true }));
			const restored = await setPlaces({ ...places, places: asKept }, undefined);
			keptFoundCount = restored?.foundCount ?? 0;
			return restored;
		},
		whenKept: async () => kept?.save(true),
		refresh: async (changedIds) => intake.refresh(changedIds),
		whenReady: async () => {
			do {
				await intake.whenDone();
				await recovery;
				await terms.whenBuilt();
				// In building, documents may turn out to be lost where they were kept, and are read again.
			} while (intake.isAtWork);
			batches.flush();
		},
		stopReading: async () => intake.stop(),
		getSummaries: async () => [...collection.documents()].map((document) => document.summary),
		getContent: async (id) => collection.find(id)?.content,
		getOutline: async (id) => {
			const content = collection.find(id)?.content;
			return content && { pages: content.pages, headings: content.headings };
		},
		search: async (query, searchOptions, cancel) => {
			if (cancel !== undefined) {
				throwIfCancelled(cancel);
			}
			return askWhole(() =>
				turns.runFirst(answerQueryInSteps(engine, collection, getCoverage(), parseQuery(query), searchOptions), cancel),
			);
		},
		findNear: async (question, cancel) => {
			if (cancel !== undefined) {
				throwIfCancelled(cancel);
			}
			return askWhole(() =>
				turns.runFirst(findNearPassagesInSteps({ engine, collection, terms: terms.table, coverage: getCoverage() }, question), cancel),
			);
		},
		// While they are counted nothing is filed: numbers of one answer are of one state of the collection.
		findMatches: async (question, cancel) => askWhole(() => turns.runFirst(findMatchSetInSteps(getMatchParts(), question), cancel)),
		getMatches: async (question, page, cancel) =>
			askWhole(() => turns.runFirst(getMatchPageInSteps(getMatchParts(), question, page), cancel)),
		findLikeMatches: async (question, lists, cancel) =>
			askWhole(() => turns.run(findLikeMatchesInSteps(getMatchParts(), question, lists), cancel)),
		countMatches: async (queries, scope, cancel = neverCancelled) => {
			const counts: MatchCounts[] = [];
			for (const query of queries) {
				const steps = () => countMatchesInSteps(getMatchParts(), { ...query, ...(scope && { scope }) });
				counts.push(await askWhole(() => turns.runFirst(steps(), cancel)));
				await turns.pause();
				throwIfCancelled(cancel);
			}
			return counts;
		},
		findFacets: async (question, cancel) =>
			askWhole(async () => [
				...(await turns.runFirst(findFacetsInSteps(getMatchParts(), question), cancel)),
				await turns.runFirst(findTermFacetInSteps({ ...getMatchParts(), table: terms.table }, question), cancel),
			]),
		findMentions: async (term, limit) => askWhole(() => findMentions({ engine, collection, terms, coverage: getCoverage() }, term, limit)),
		getCards: async () => terms.getCards(),
		getCard: async (term) => terms.getCard(term),
		getTerms: async () => terms.getTerms(),
		getDocumentTerms: async (id, limit) => terms.getDocumentTerms(id, limit),
		explainPhraseAt: async (text, prose, offset) => explainer.explainPhraseAt(text, prose, offset),
		explainNote: async (text, languageId) => explainer.explainNote(text, languageId),
		findUnknownNames: async (text, languageId) => explainer.findUnknownNames(text, languageId),
		eraseTexts: (alsoFolders) =>
			afterOpening(async () => {
				await kept?.end();
				kept = undefined;
				texts = '';
				return (await store?.erase(alsoFolders)) ?? { textCount: 0, bytes: 0 };
			}),
		dispose: () => disposeAll([intake, ...(kept ? [kept] : []), batches, terms, watching, ...(losing ? [losing] : []), collection]),
	};
}

/** As much of a document as its summary tells, without what side files say of it. */
function contentAsShown(summary: DocumentSummary): DocumentContent {
	const { title, author, date, publisher, language } = summary.found ?? summary;
	const problems = summary.problems.filter(({ kind }) => kind !== 'metadataIgnored');
	return { ...emptyContent(summary.kind, problems), title, author, date, publisher, language };
}

/** Whether a document that was read again says the same: then neither index nor terms have anything to do. */
function isSameContent(a: DocumentContent, b: DocumentContent): boolean {
	return a.text === b.text && JSON.stringify({ ...a, text: '', offsetMap: [] }) === JSON.stringify({ ...b, text: '', offsetMap: [] });
}
