import type { TextSource } from '../../src/search/engine.ts';

/** The texts of documents, by id, as an engine asks for them. */
export function textSourceOf(texts: ReadonlyMap<string, string>): TextSource {
	return ({ documentId, start, end }) => {
		const text = texts.get(documentId);
		return text === undefined ? undefined : { text, start, end };
	};
}
