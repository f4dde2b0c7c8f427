import type { EngineAnswer, SearchEngine, TextSource } from '../search/engine.ts';

/** Every passage, as far as anyone reads on, in which the words stand next to each other in this order. */
export function searchPhrase(engine: SearchEngine, phrase: string, limit: number, textOf: TextSource): EngineAnswer {
	const clause = { kind: 'phrase', text: phrase, isPrefix: false, isExcluded: false } as const;
	return engine.search({ text: `"${phrase}"`, clauses: [clause], filters: [] }, { limit, by: 'passage', isTyping: false }, textOf);
}
