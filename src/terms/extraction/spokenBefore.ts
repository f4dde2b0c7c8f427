import type { Token } from '../../text/tokenise.ts';
import type { NamedSpeakers } from './namedSpeakers.ts';
import { caseOf, findTokenAt } from './reading.ts';
import { prepositions } from './sentenceWords.ts';

/** `she says` is looked up in at most so many sentences before. */
const maxSentencesBack = 6;

/** Who `she`, `it` and `they` are, by what was said before. */
export class SpokenBefore {
	readonly #names: NamedSpeakers;
	/** Who said the sentence before, and which one that is. */
	#last: { readonly sentence: number; readonly name: string | null } = { sentence: -1, name: null };

	constructor(names: NamedSpeakers) {
		this.#names = names;
	}

	/** Who said a sentence, told in order: `they said` in the next one is the same speaker. */
	heard(sentence: number, name: string | null): void {
		this.#last = { sentence, name };
	}

	/** Who `he` or `she` is. */
	person(index: number, offset: number): string | null {
		const { sentence, name } = this.#last;
		return this.#lastPerson(index, offset) ?? (name !== null && this.#names.isPerson(name) && this.#isNext(sentence, index) ? name : null);
	}

	/** `It noted that`, `However, they said`, at the start of a sentence behind one that somebody said who is no person, or are several. */
	same(index: number, subject: Token): string | undefined {
		const { sentence, name } = this.#last;
		const start = this.#names.reading.sentences[index]?.start ?? 0;
		const opening = subject.start - start > maxOpening ? ' ' : this.#names.reading.text.slice(start, subject.start);
		if (name === null || !this.#isNext(sentence, index) || this.#names.isPerson(name) || !/^(?:\p{L}+,\s)?$/u.test(opening)) {
			return undefined;
		}
		return subject.folded === 'they' || !/(?:^|\s)\p{Ll}+[^s]s$/u.test(name) ? name : undefined;
	}

	/** Whether the sentence at `next` follows the other one in the same paragraph. */
	#isNext(sentence: number, next: number): boolean {
		const { text, sentences } = this.#names.reading;
		return sentence === next - 1 && !text.slice(sentences[sentence]?.start, sentences[next]?.start).includes('\n\n');
	}

	/** The person last named before the offset in this paragraph as somebody who does something. */
	#lastPerson(index: number, offset: number): string | null {
		const { text, sentences, tokens } = this.#names.reading;
		const earliest = sentences[Math.max(0, index - maxSentencesBack)]?.start ?? 0;
		const paragraph = earliest + text.slice(earliest, offset).lastIndexOf('\n\n');
		for (let back = 0; ; back++) {
			const name = this.#names.latest(offset - 1, back);
			if (name === undefined || name.start < earliest || (paragraph >= earliest && name.end <= paragraph)) {
				return null;
			}
			if (name.kind !== 'person') {
				continue;
			}
			const next = tokens[findTokenAt(tokens, name.end)];
			const gap = next === undefined ? '' : text.slice(name.end, next.start);
			const acts =
				next !== undefined &&
				(gap === ' ' || (gap === ', ' && /^(?:who|an?|the)$/.test(next.folded))) &&
				caseOf(text, next) === 'small' &&
				!isJoint(next.folded);
			if (acts) {
				return this.#names.fullName(name.text);
			}
		}
	}
}

/** A word with its comma may stand before `it said`, of at most so many units. */
const maxOpening = 30;

/** `met Ann Lee after`, `praised Ann Lee when`: behind whom the sentence goes on so, nothing is told that she does. */
function isJoint(folded: string): boolean {
	return prepositions.has(folded) || /^(?:and|or|but|nor|as|than|when|while|whereas|where|because|although|though|if|unless)$/.test(folded);
}
