import type { Pair } from './acronymPairs.ts';
import type { Reading } from './reading.ts';

/** A name before its brackets: Han and Katakana, which Kana or a mark part from what stands before it. */
const nameBefore = /[\p{Script=Han}\p{Script=Katakana}ー々]{4,24}$/u;

/** `（FSIO）`, `（以下「文科省」という。）` */
const short =
	/^(?:以下、?)?(?:「(?<called>[\p{Script=Han}\p{Script=Katakana}ー々]{2,10})」(?:という。?|と(?:略す|いう)。?)?|(?<letters>\p{Lu}[\p{Lu}\d-]{1,9}))$/u;

/**
 * The pair that wide brackets make of a Japanese name: `食品安全検査機構（FSIO）`, `文部科学省（以下「文科省」という。）`. A short form in Han is made of characters of
 * the long one in their order; its end alone (`以下「機構」`) names it in this document only. Not for Chinese, where nothing says where the name begins.
 */
export function readJapaneseShort({ text }: Reading, open: number, close: number): Pair | undefined {
	const inside = text.slice(open + 1, close);
	const { called, letters } = short.exec(inside)?.groups ?? {};
	const name =
		called === undefined && letters === undefined ? undefined : nameBefore.exec(text.slice(Math.max(0, open - maxName), open))?.[0];
	const written = called ?? letters ?? '';
	if (name === undefined || (called !== undefined && !isMadeOf(called, name))) {
		return undefined;
	}
	const start = open + 1 + inside.indexOf(written);
	return { short: { start, end: start + written.length }, long: { start: open - name.length, end: open } };
}

const maxName = 25;

function isMadeOf(called: string, name: string): boolean {
	let at = 0;
	for (const character of name) {
		at += character === called[at] ? 1 : 0;
	}
	return at === called.length && called.length < name.length && called[0] === name[0];
}
