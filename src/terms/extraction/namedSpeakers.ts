import { findLastAtOrBefore } from '../../text/range.ts';
import type { Token } from '../../text/tokenise.ts';
import type { NameFinding } from '../findings.ts';
import { withoutGeneration } from '../personNames.ts';
import { roles, titles } from './nameLists.ts';
import type { Reading } from './reading.ts';

/** Who is named in a document, and where. */
export class NamedSpeakers {
	readonly reading: Reading;
	readonly #names: readonly NameFinding[];
	readonly #fullNames = new Map<string, string | undefined>();
	readonly #people: ReadonlySet<string>;

	constructor(reading: Reading, names: readonly NameFinding[]) {
		this.reading = reading;
		this.#names = names;
		const people = names.filter((name) => name.kind === 'person').map((name) => name.text);
		this.#people = new Set(people);
		for (const full of [...people, ...reading.quotes.flatMap((quote) => quote.speaker ?? [])]) {
			const words = withoutGeneration(full).split(/\s+/);
			if (words.length < 2) {
				continue;
			}
			for (const part of new Set([words[0] ?? '', words.at(-1) ?? ''])) {
				// `Amazigh NGOs`, taken for a person, does not speak for all NGOs.
				if (/^\p{Lu}{2,}s$/u.test(part)) {
					continue;
				}
				const known = this.#fullNames.get(part);
				this.#fullNames.set(part, this.#fullNames.has(part) && known !== full ? undefined : full);
			}
		}
	}

	isPerson(name: string): boolean {
		return this.#people.has(name);
	}

	/** The last name that begins at the offset or before, or one that stands `back` names before that. */
	latest(offset: number, back = 0): NameFinding | undefined {
		return this.#names[findLastAtOrBefore(this.#names, offset) - back];
	}

	/** The first name that begins between two offsets, both included. */
	firstWithin(start: number, last: number): NameFinding | undefined {
		const name = this.#names[findLastAtOrBefore(this.#names, start - 1) + 1];
		return name !== undefined && name.start <= last ? name : undefined;
	}

	/** The full name of somebody of whom only a part is named. */
	partOf(name: string): string | undefined {
		return this.#fullNames.get(name);
	}

	/** `says its president, José Juárez`: who the role's bearer is. */
	behindRole(at: number, limit: number): string | undefined {
		const { tokens, text } = this.reading;
		for (let next = at + 1; next < limit; next++) {
			const before = tokens[next - 1] as Token;
			const gap = text.slice(before.end, tokens[next]?.start);
			if (gap === ', ' && (roles.has(before.folded) || titles.has(before.folded))) {
				const isTitled = titles.has(tokens[next]?.folded ?? '');
				return this.at(tokens[next]?.start ?? 0) ?? (isTitled ? this.at(tokens[next + 1]?.start ?? 0) : undefined);
			}
			if (gap !== ' ' && gap !== '-') {
				return undefined;
			}
		}
		return undefined;
	}

	/** `John Smith and Mary Smith argue`: two people, where the sentence begins with the first; elsewhere he may have another part in it. */
	withPartner(from: number, end: number, name: string): string {
		const { tokens, text } = this.reading;
		const [own, other] = [this.latest(end - 1), this.latest(end - 1, 1)];
		const isPair =
			own !== undefined &&
			other !== undefined &&
			own.kind === 'person' &&
			other.kind === 'person' &&
			other.start === tokens[from]?.start &&
			/^\s(?:and|&)\s$/.test(text.slice(other.end, own.start));
		return isPair ? `${this.fullName(other.text)} and ${name}` : name;
	}

	/** The full name that holds the offset. */
	at(start: number): string | undefined {
		const name = this.latest(start);
		return name !== undefined && name.start <= start && start < name.end ? this.fullName(name.text) : undefined;
	}

	/** The full name that ends there. */
	endingAt(end: number): string | undefined {
		const name = this.latest(end - 1);
		// `the Secretary-General`: a part of a word is nobody.
		return name !== undefined && name.end === end && !/[-‐‑]/.test(this.reading.text[name.start - 1] ?? '')
			? this.fullName(name.text)
			: undefined;
	}

	/** What the document calls somebody in full whom it names so. */
	fullName(name: string): string {
		return this.#fullNames.get(name) ?? name.replace(/\s+/g, ' ');
	}
}
