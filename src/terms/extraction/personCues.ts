import { foldWord } from '../../text/normalise.ts';
import type { Token } from '../../text/tokenise.ts';
import { isOrdinaryWord } from '../ordinaryWords.ts';
import { isHead, isKnownPlace, isPeople, kin, placeStarts, roles } from './nameLists.ts';
import type { NameRun } from './nameRuns.ts';
import { caseOf, type Reading } from './reading.ts';

/**
 * How much speaks for a person in what stands around a name of several words, beside its title and its verb: `my neighbour, Osric Tremblath,`, `a man
 * named …`, `Bronwen Tattersall (harbour pilot)`, `Rosalind Achterberg, who …`, an address in her name, a line that says who wrote or who was there.
 * From 1 it is enough by itself, for a name that has no other kind by its words.
 */
export function weighPersonCues(reading: Reading, run: NameRun): number {
	const { text, tokens } = reading;
	const [first, last] = [tokens[run.first], tokens[run.last]];
	// `Afro-Ecuadorians, who …` are many.
	if (first === undefined || last === undefined || !/\s/.test(text.slice(first.start, last.end)) || isHead(last.folded)) {
		return 0;
	}
	const before = text.slice(Math.max(0, first.start - maxAround), first.start);
	const behind = text.slice(last.end, last.end + maxAround);
	// One writes to firms, too, and `She` may be somebody else: neither says anything alone, however often.
	const isMet = metWith.test(before);
	const isAlone = !/\p{Lu}/u.test(/^[^.!?\n]*/.exec(behind)?.[0] ?? '');
	return (
		(isMet && isAlone && /^[^.!?\n]{0,200}[.!?]["”’)]?\s+(?:She|He)\s/.test(behind) ? 1 : 0) +
		weighBefore(reading, run, before) +
		weighBehind(behind, last, /\b(?:at|of|for|from|in|near) $/.test(before)) +
		(isOfTwoFamilies(reading, run) ? 1 : 0)
	);
}

/** More than these cues take. */
const maxAround = 240;

function weighBefore({ text, tokens }: Reading, run: NameRun, before: string): number {
	const word = tokens[run.first - 1];
	const first = tokens[run.first];
	if (word === undefined || first === undefined) {
		return 0;
	}
	const lineStart = before.lastIndexOf('\n') + 1;
	const line = before.slice(lineStart);
	if (line === 'By ' || line === 'by ') {
		const words = tokens.slice(run.first, run.last + 1);
		const isWhole = /^(?:\s*$|,| and | [|–—-] )/.test(text.slice(words.at(-1)?.end, (words.at(-1)?.end ?? 0) + 12).split('\n', 1)[0] ?? '');
		return isWhole && words.length < 4 && !words.some(({ folded }) => isOrdinaryWord(folded)) ? 2 : 0;
	}
	if (line === '' && closing.test(before.slice(0, lineStart).trimEnd().split('\n').at(-1) ?? '')) {
		return 3;
	}
	if (present.test(line) && !/\([^)]*$/.test(line)) {
		return 1;
	}
	const gap = text.slice(word.end, first.start);
	if (caseOf(text, word) !== 'small') {
		return 0;
	}
	if (gap === ' ' && kin.has(word.folded)) {
		return 2;
	}
	if (gap === ' ' && (word.folded === 'named' || word.folded === 'called') && somebody.test(tokens[run.first - 2]?.folded ?? '')) {
		return 3;
	}
	return gap === ', ' && kin.has(word.folded) && text[tokens[run.last]?.end ?? 0] === ',' ? 2 : 0;
}

/** How letters end. */
const closing =
	/^(?:(?:yours|sincerely|respectfully|faithfully|regards)\b[\p{L} ]{0,40}|(?:kind|best|warm|warmest|with|all|many)\b(?: [\p{L} ]{0,40})?\b(?:regards|wishes|greetings|thanks|gratitude|appreciation|respect|love|best)|best),?$/iu;
/** Who was there, as minutes say it. */
const present = /^(?:present|in attendance|attending|attended by|absent|apologies|apologies for absence)\s?:\s/i;
const somebody = /^(?:man|woman|boy|girl|person|somebody|someone|child|farmer|worker|driver|guard|stranger|colleague)$/;
/** What is done with people more often than with firms. */
const metWith =
	/\b(?:(?:spoke|speak|talk|talked|wrote|write|listened) (?:to|with)|met|ring|rang|phoned|telephoned|interviewed|married|befriended|thank|thanked|helped|visited) $/;

function weighBehind(behind: string, last: Token, isSomeonesPlace: boolean): number {
	// `a buyer at Nestel Foods, who …`: somebody else does.
	if (/^, who(?:se)? /.test(behind)) {
		return isSomeonesPlace ? 0 : 1;
	}
	const inside = /^ \(([^()\n]{2,80})\)/.exec(behind)?.[1];
	if (inside !== undefined) {
		const role = /^(?:[\p{Ll} -]{0,40}[ -])?(\p{Ll}[\p{Ll}-]*)$/u.exec(inside)?.[1];
		if (role !== undefined) {
			return roles.has(role) || kin.has(role) ? 2 : 0;
		}
	}
	const address = /^[ ,:(<\n]{0,4}(?:e-?mail:? )?([\w.+-]{2,40})@/.exec(behind)?.[1];
	return address !== undefined && last.folded.length > 2 && foldWord(address).includes(last.folded) ? 3 : 0;
}

/** `Fintan O’Shaughnessy-Bell`, `Leopoldine Achebe-Ross`: two families joined by a hyphen behind one word. */
function isOfTwoFamilies({ text, tokens }: Reading, { first, last }: NameRun): boolean {
	const words = tokens.slice(first, last + 1);
	const [given, one, other] = words;
	return (
		words.length === 3 &&
		given !== undefined &&
		one !== undefined &&
		other !== undefined &&
		!placeStarts.has(given.folded) &&
		/^\s$/.test(text.slice(given.end, one.start)) &&
		/^[-‐‑]$/.test(text.slice(one.end, other.start)) &&
		words.every(
			(word) =>
				word.end - word.start > 2 &&
				caseOf(text, word) === 'capital' &&
				!isOrdinaryWord(word.folded) &&
				!isKnownPlace(word.folded) &&
				!isPeople(word.folded) &&
				!isHead(word.folded),
		)
	);
}
