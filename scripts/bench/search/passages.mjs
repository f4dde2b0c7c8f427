// The corpus as every engine of the bench gets it: documents with their passages, cut by our own rules before any clock runs.
import { readCorpus } from './corpus.mjs';

/** `{ id, text, passages: [{ start, end }] }` of each document, as many as hold so many bytes of text; `engine` is our bundle. */
export async function* readPassages({ corpus, bytes }, engine) {
	for await (const { id, text } of readCorpus(corpus, bytes)) {
		yield { id, text, passages: engine.splitPassages({ text, headings: [] }) };
	}
}
