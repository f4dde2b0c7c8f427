// The library as the palette has it, and the queries as people type them there.

/** `isFinished`: with a star where it is the start of a word, since nobody is typing any more. */
export function toQuery(name, words, isFinished = false) {
	switch (name) {
		case 'OR':
			return words.join(' OR ');
		case 'phrase':
			return `"${words.join(' ')}"`;
		case 'prefix':
			return isFinished ? `${words[0]}*` : words[0];
		default:
			return words.join(' ');
	}
}

/**
 * A library of these texts, by id, when all are read. With a `place` that is read only it is opened as it was kept there; else it is kept there.
 * `usesIndex: false` is for an index that holds the texts already.
 */
export async function startLibrary({ engine, texts, index, store, place, usesIndex = true }) {
	const { createLibrary, defaultCaps, emptyContent, silentLog } = engine;
	const files = [...texts].map(([id, text]) => ({
		...{ id: `bench:/${id}`, folder: 'bench:/', relativePath: id, sizeBytes: Buffer.byteLength(text), modifiedMs: 1, changedMs: 1 },
	}));
	const library = createLibrary({
		source: {
			findFiles: async (_, onBatch) => onBatch(files),
			findFile: async (_, id) => files.find((file) => file.id === id),
			readDocument: async ({ id, relativePath }) => ({
				hash: Buffer.from(id).toString('hex').padStart(64, '0').slice(-64),
				content: { ...emptyContent('txt', []), language: 'en', text: texts.get(relativePath) ?? '' },
			}),
			readSideFile: async () => undefined,
		},
		...(store && { store }),
		engine: usesIndex ? index : withoutFiling(index),
		events: { onDidChangeDocuments() {}, onDidChangeStatus() {}, onDidBuildTermTable() {} },
		log: silentLog,
		uses: { search: usesIndex, terms: false, earlyTables: false },
	});
	const places = { places: place ? [place] : [], outdated: [] };
	if (place?.isReadOnly) {
		if ((await library.openAsKept(places)) === undefined) {
			throw new Error('What was kept could not be opened');
		}
	} else {
		const folders = [{ uri: 'bench:/', name: 'bench', excludes: [], isSample: false }];
		await library.open({ folders, caps: defaultCaps, glossaryFiles: [], texts: places });
		await library.whenReady();
	}
	return library;
}

/** The index, deaf to what is given to it. */
function withoutFiling(index) {
	return new Proxy(index, {
		get: (target, name) => {
			if (name === 'replaceDocumentInSteps' || name === 'tidyInSteps') {
				return function* () {};
			}
			const value = target[name];
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
}
