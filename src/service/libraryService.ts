import { neverCancelled, throwIfCancelled } from '../base/cancellation.ts';
import { disposeAll } from '../base/disposable.ts';
import type { Log } from '../base/log.ts';
import type { Problem } from '../base/problem.ts';
import type { Steps } from '../base/steps.ts';
import { Collection } from '../library/collection.ts';
import { type DocumentContent, emptyContent, type FoundFile } from '../library/document.ts';
import type { DocumentSource } from '../library/documentSource.ts';
import { MemoryTextStore } from '../library/memoryTextStore.ts';
import { type CorrectedDocument, isSameMetadata, uncorrected } from '../library/sideFiles/correct.ts';
import { summarise, toFoundFile } from '../library/summary.ts';
import type { PlacedTextStore } from '../library/textStore.ts';
import type { SearchEngine } from '../search/engine.ts';
import { parseQuery } from '../search/query.ts';
import { isGlossaryFile } from '../terms/glossary.ts';
import { splitPassagesInSteps } from '../text/passages.ts';
import { ChangeBatches } from './changeBatches.ts';
import { Explainer } from './explainer.ts';
import { findFacetsInSteps } from './facets.ts';
import { Intake, type IntakeTarget, usualReadAhead } from './intake.ts';
import type { Coverage, Library, LibraryEvents, LibraryStatus, MatchCounts } from './library.ts';
import { countMatchesOf, findMatchSet, getMatchPage, type MatchParts } from './matchSet.ts';
import { findMentions } from './mentions.ts';
import { findNearPassages } from './nearPassages.ts';
import { answerQuery } from './searchAnswers.ts';
import { SideFiles } from './sideFiles.ts';
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

/** Messages that wait are let through after each slice of work this long: a query waits for one slice and what overran it. */
const sliceMs = 15;

/** Makes a library over a source of documents: finds, reads, indexes, explains. It holds everything in memory, and does no input or output. */
export function createLibrary(options: LibraryOptions): Library {
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
	const collection = new Collection();
	const turns = new Turns(sliceMs, clock);
	const sideFiles = new SideFiles(turns, log);
	const terms = new TermService({
		turns,
		log,
		clock,
		hasEarlyTables: uses.earlyTables,
		onDidBuild: (table) => events.onDidBuildTermTable(table),
	});

	const getCoverage = (): Coverage => {
		const { read, partial, skipped } = collection.counts;
		// What is known and not yet read is found as well: at the end the three are all of it.
		return { found: Math.max(intake.progress.total, read + partial + skipped), read, partial, skipped };
	};
	const getStatus = (): LibraryStatus => ({ ...intake.progress, coverage: getCoverage() });
	const batches = new ChangeBatches(events, getStatus);

	const removeFromIndexes = (id: string): void => {
		engine.removeDocument(id);
		terms.removeDocument(id);
	};
	const putDocument = (file: FoundFile, { content, extra }: CorrectedDocument): void => {
		const summary = { ...summarise(file, content), ...extra };
		collection.put([{ summary, content }]);
		batches.upsert(summary);
	};
	const indexInSteps = function* (file: FoundFile, document: CorrectedDocument): Steps<void> {
		const passages = uses.search ? yield* splitPassagesInSteps(document.content) : [];
		const { title, language, text } = document.content;
		yield* engine.replaceDocumentInSteps({ id: file.id, title: title ?? '', language, text, passages });
		// In one step with the engine's last: a hit's range must count in the text that the collection holds.
		putDocument(file, document);
	};
	const indexDocument = async (file: FoundFile, document: CorrectedDocument): Promise<void> => {
		await turns.run(indexInSteps(file, document));
		await turns.run(engine.tidyInSteps());
		await turns.pause();
		if (uses.terms) {
			await terms.replaceDocument(file.id, document.content);
			explainer.forgetPhrases();
		}
	};
	const takeDocument = async (file: FoundFile, content: DocumentContent): Promise<void> => {
		sideFiles.noteDocument(file);
		const document = sideFiles.correct(file, content);
		const known = collection.find(file.id)?.content;
		if (known !== undefined && isSameContent(known, document.content)) {
			putDocument(file, document);
			return;
		}
		try {
			await indexDocument(file, document);
		} catch (error) {
			// Our own fault, at this one document: it shows as not read, and the rest goes on.
			log.error(`A document could not be indexed: ${error instanceof Error ? error.stack : String(error)}`);
			removeFromIndexes(file.id);
			const name = error instanceof Error ? error.name : 'Error';
			const problem: Problem = { kind: 'crashed', detail: `Dossier failed to index it (${name})` };
			putDocument(file, { content: emptyContent(content.kind, [problem]), extra: {} });
		}
		await turns.pause();
	};
	/** What was read stays as it is; only documents of which side files say something else now are indexed anew, from memory. */
	const correctDocuments = async (): Promise<void> => {
		for (const { summary, content } of [...collection.documents()]) {
			const own = uncorrected(content, summary);
			const corrected = sideFiles.correct(summary, own);
			if (!isSameMetadata(summary, { ...corrected.content, ...corrected.extra })) {
				await takeDocument(toFoundFile(summary), own);
			}
			await turns.pause();
		}
	};

	const target: IntakeTarget = {
		takeDocument,
		dropDocument: (id) => {
			const known = collection.find(id);
			if (known !== undefined) {
				sideFiles.forgetDocument(known.summary);
			}
			collection.remove([id]);
			removeFromIndexes(id);
			batches.remove(id);
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
			if (sideFiles.takeChange()) {
				await correctDocuments();
			}
		},
		didProgress: () => {
			batches.statusChanged();
			const { phase } = intake.progress;
			terms.setReading(phase === 'finding' || phase === 'reading');
		},
	};
	const intake = new Intake(source, store ?? new MemoryTextStore(), target, log, readAhead);
	const explainer = new Explainer(engine, terms);
	const watching = collection.onDidChange(() => explainer.forgetPhrases());

	const getMatchParts = (): MatchParts => ({ engine, collection, coverage: getCoverage() });

	return {
		open: async (configuration) => {
			await store?.setPlaces(configuration.texts ?? { places: [], outdated: [] });
			intake.open(configuration);
		},
		refresh: async (changedIds) => intake.refresh(changedIds),
		whenReady: async () => {
			await intake.whenDone();
			await terms.whenBuilt();
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
			return answerQuery(engine, collection, getCoverage(), parseQuery(query), searchOptions);
		},
		findNear: async (question, cancel) => {
			if (cancel !== undefined) {
				throwIfCancelled(cancel);
			}
			return findNearPassages({ engine, collection, terms: terms.table, coverage: getCoverage() }, question);
		},
		findMatches: async (question) => findMatchSet(getMatchParts(), question),
		getMatches: async (question, page) => getMatchPage(getMatchParts(), question, page),
		countMatches: async (queries, scope, cancel = neverCancelled) => {
			const counts: MatchCounts[] = [];
			for (const query of queries) {
				counts.push(countMatchesOf(getMatchParts(), { query, isTyping: false, ...(scope && { scope }) }));
				await turns.pause();
				throwIfCancelled(cancel);
			}
			return counts;
		},
		findFacets: (question, cancel) => turns.run(findFacetsInSteps(getMatchParts(), question), cancel),
		findMentions: async (term, limit) => findMentions({ engine, collection, terms, coverage: getCoverage() }, term, limit),
		getCards: async () => terms.getCards(),
		getTerms: async () => terms.getTerms(),
		getDocumentTerms: async (id, limit) => terms.getDocumentTerms(id, limit),
		explainPhraseAt: async (text, prose, offset) => explainer.explainPhraseAt(text, prose, offset),
		explainNote: async (text, languageId) => explainer.explainNote(text, languageId),
		eraseTexts: async (alsoFolders) => (await store?.erase(alsoFolders)) ?? { textCount: 0, bytes: 0 },
		dispose: () => disposeAll([intake, batches, terms, watching, collection]),
	};
}

/** Whether a document that was read again says the same: then neither index nor terms have anything to do. */
function isSameContent(a: DocumentContent, b: DocumentContent): boolean {
	return a.text === b.text && JSON.stringify({ ...a, text: '', offsetMap: [] }) === JSON.stringify({ ...b, text: '', offsetMap: [] });
}
