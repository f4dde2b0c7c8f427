import { sortInSteps } from '../../base/sortInSteps.ts';
import type { TermRow } from '../../terms/termRow.ts';
import { fitParticles, isParticleChain } from '../../text/korean.ts';
import type { Range } from '../../text/range.ts';
import { foldLine } from '../libraryTree/treeOrder.ts';

/** A term that is offered: what is written, over which part of the line. */
export interface Suggestion {
	readonly row: TermRow;
	/** The form that fits what was typed: the term, or another form of it. */
	readonly form: string;
	/** The form with the particle that stands behind the caret, as it is written behind this form. */
	readonly text: string;
	/** What stands there already: the typed words, and the particle behind them. */
	readonly range: Range;
	/** What the editor compares with the typed words. */
	readonly typed: string;
}

/** So many are looked at in a list. */
export const maxSuggestions = 60;
/** Forms are looked for behind so many words back: `the Ministry of Gen|`. */
const maxTypedWords = 5;
/** Fewer letters begin too many terms; of a script whose letters are syllables one is enough. */
const minTyped = 2;

interface Form {
	readonly key: string;
	readonly form: string;
	readonly row: TermRow;
}

/** All forms of all terms in the order of their letters, for the terms that some typed letters begin. */
export class SuggestionIndex {
	readonly #forms: readonly Form[];

	private constructor(forms: readonly Form[]) {
		this.#forms = forms;
	}

	/** In steps of about a millisecond. */
	static *makeInSteps(rows: readonly TermRow[]): Generator<void, SuggestionIndex, void> {
		const forms: Form[] = [];
		for (const [index, row] of rows.entries()) {
			for (const form of new Set([row.term, ...row.aliases])) {
				forms.push({ key: foldLine(form), form, row });
			}
			if (index % 100 === 99) {
				yield;
			}
		}
		return new SuggestionIndex(yield* sortInSteps(forms, (a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)));
	}

	/**
	 * The terms that the words before `caret` begin, those of more typed words first, then those that are mentioned most. Behind the caret a Korean
	 * particle may stand: it is written anew as the term asks for.
	 */
	suggest(line: string, caret: number): readonly Suggestion[] {
		const particle = /^[\uac00-\ud7a3]{1,8}/.exec(line.slice(caret))?.[0] ?? '';
		const found: Suggestion[] = [];
		const seen = new Set<TermRow>();
		for (const start of wordStartsBefore(line, caret)) {
			const typed = line.slice(start, caret);
			const key = foldLine(typed);
			if (key.length < (/[\uac00-\ud7a3\u3040-\u30ff\u4e00-\u9fff]/.test(key) ? 1 : minTyped)) {
				continue;
			}
			for (const { form, row } of this.#beginningWith(key)) {
				if (!seen.has(row)) {
					seen.add(row);
					const fitted = particle === '' ? '' : fitParticles(form, particle);
					const isChain = fitted !== '' && isParticleChain(form, fitted);
					const text = isChain ? form + fitted : form;
					found.push({ row, form, text, range: { start, end: caret + (isChain ? particle.length : 0) }, typed });
				}
			}
			if (found.length >= maxSuggestions) {
				break;
			}
		}
		return found.slice(0, maxSuggestions);
	}

	#beginningWith(key: string): readonly Form[] {
		let low = 0;
		let high = this.#forms.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.#forms[middle]?.key ?? '') < key) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		const found: Form[] = [];
		// Of two letters thousands may begin; the most mentioned of the first few hundred are near enough to what is meant.
		for (let at = low; at < this.#forms.length && found.length < 500; at++) {
			const form = this.#forms[at];
			if (form === undefined || !form.key.startsWith(key)) {
				break;
			}
			found.push(form);
		}
		return found.sort((a, b) => Number(b.row.isOwn) - Number(a.row.isOwn) || b.row.mentions - a.row.mentions).slice(0, maxSuggestions);
	}
}

/** Where the last words before the caret start, the farthest first; never over a mark that ends a clause. */
function wordStartsBefore(line: string, caret: number): readonly number[] {
	const starts: number[] = [];
	let at = caret;
	while (starts.length < maxTypedWords) {
		let start = at;
		while (start > 0 && /[\p{L}\p{M}\p{N}'’-]/u.test(line[start - 1] ?? '')) {
			start--;
		}
		if (start === at) {
			break;
		}
		starts.push(start);
		if (line[start - 1] !== ' ') {
			break;
		}
		at = start - 1;
	}
	return starts.reverse();
}
