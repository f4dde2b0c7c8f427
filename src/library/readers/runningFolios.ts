import { isCounted } from '../furnitureOfPages.ts';
import type { Lines } from './lines.ts';

/** Page numbers that stand in running heads or feet: `44 HARBOUR LIGHTS`, `THE KEEPERS   211`. */
export interface RunningFolios {
	/** For pages, by their place in the file, the number printed on them. */
	readonly labels: ReadonlyMap<number, string>;
	/** The heads and feet themselves: the same words stand on other pages, with the number that belongs there. */
	readonly lines: readonly number[];
}

interface Candidate {
	readonly page: number;
	readonly line: number;
	readonly number: number;
	/** The line without its number. */
	readonly words: string;
}

const maxHeadLength = 100;
/** How the number is parted from the head's words. */
const numberFirst = /^(\d{1,4})(?:\s+|\s?[|·•/–—-]\s?)(.{2,})$/u;
const numberLast = /^(.{2,}?)(?:\s+|\s?[|·•/–—-]\s?)(\d{1,4})$/u;
/**
 * Finds the numbers in the first and last lines of the pages that form feeds part. They count up by one with the pages, and the words beside them
 * stand on another page too; words that are numbered themselves (`Chapter 1`) and years are none. `pageStarts` holds each page's first line.
 */
export function findRunningFolios(lines: Lines, pageStarts: readonly number[]): RunningFolios {
	const byOffset = new Map<number, Candidate[]>();
	for (const [page, start] of pageStarts.entries()) {
		const end = pageStarts[page + 1] ?? lines.count;
		for (const candidate of candidatesOf(lines, page, start, end)) {
			const offset = candidate.number - page;
			const others = byOffset.get(offset);
			if (others) {
				others.push(candidate);
			} else {
				byOffset.set(offset, [candidate]);
			}
		}
	}
	let best: { readonly fitting: readonly Candidate[]; readonly repeated: readonly Candidate[]; readonly pages: number } | undefined;
	for (const fitting of byOffset.values()) {
		const repeated = withRepeatedWords(fitting);
		const pages = new Set(repeated.map((candidate) => candidate.page)).size;
		if (pages > (best?.pages ?? 0)) {
			best = { fitting, repeated, pages };
		}
	}
	if (!best || best.pages < Math.max(2, pageStarts.length * 0.4)) {
		return { labels: new Map(), lines: [] };
	}
	// An unnumbered plate shifts the count: the same words with another number are a head too.
	const heads = new Set(best.repeated.map((candidate) => candidate.words));
	const others = [...byOffset.values()].flat().filter(({ words }) => heads.has(words));
	return {
		labels: new Map([...others, ...best.fitting].map((candidate) => [candidate.page, String(candidate.number)])),
		lines: [...new Set(others.map((candidate) => candidate.line))],
	};
}

function candidatesOf(lines: Lines, page: number, start: number, end: number): Candidate[] {
	const found: Candidate[] = [];
	for (const line of new Set([firstFilled(lines, start, end, 1), firstFilled(lines, end - 1, start - 1, -1)])) {
		if (line === undefined || lines.lengthOf(line) > maxHeadLength) {
			continue;
		}
		const text = lines.slice(line);
		const first = numberFirst.exec(text);
		const last = numberLast.exec(text);
		if (first) {
			add(found, { page, line, number: Number(first[1]), words: keyOf(first[2] ?? '') });
		}
		if (last && !isCounted(last[1] ?? '')) {
			add(found, { page, line, number: Number(last[2]), words: keyOf(last[1] ?? '') });
		}
	}
	return found;
}

function add(found: Candidate[], candidate: Candidate): void {
	const isYear = candidate.number >= 1500 && candidate.number < 2100;
	if (candidate.number > 0 && !isYear && /\p{L}{2}/u.test(candidate.words) && !/[.!?;:,]$/u.test(candidate.words)) {
		found.push(candidate);
	}
}

function firstFilled(lines: Lines, from: number, to: number, step: 1 | -1): number | undefined {
	for (let at = from; at !== to; at += step) {
		if (!lines.isBlank(at)) {
			return at;
		}
	}
	return undefined;
}

function keyOf(words: string): string {
	return words.toLowerCase().replace(/\s+/gu, ' ').trim();
}

function withRepeatedWords(candidates: readonly Candidate[]): Candidate[] {
	const pagesOf = new Map<string, Set<number>>();
	for (const { words, page } of candidates) {
		pagesOf.set(words, (pagesOf.get(words) ?? new Set()).add(page));
	}
	return candidates.filter(({ words }) => (pagesOf.get(words)?.size ?? 0) >= 2);
}
