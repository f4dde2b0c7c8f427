/** A query as it was understood. What is not a clause is text: nothing that people type is an error. */
export interface Query {
	/** As typed. */
	readonly text: string;
	readonly clauses: readonly Clause[];
}

/** `phrase` must stand as typed, words in order; `isExcluded` clauses remove what holds them. */
export interface Clause {
	readonly kind: 'word' | 'phrase';
	/** As typed, without quotation marks, minus or star. */
	readonly text: string;
	/** `word*`: anything that starts so. */
	readonly isPrefix: boolean;
	readonly isExcluded: boolean;
}
