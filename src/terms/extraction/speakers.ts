import { findLastAtOrBefore } from '../../text/range.ts';
import { isContentWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import type { NameFinding } from '../findings.ts';
import { withoutGeneration } from '../personNames.ts';
import { isAdverb } from '../wordLists.ts';
import { doneSomehow, hasListener, hasObject, isSpeakingNoun, participles, plainlySaying } from './claimWords.ts';
import { roles, titles } from './nameLists.ts';
import { caseOf, findTokenAt, type Reading } from './reading.ts';
import { prepositions } from './sentenceWords.ts';
import { beforeBrackets, closing, doneBy, isWork, leadsSomebody, nounBefore, openingPhrase, phraseAround } from './speakerPhrases.ts';

/** `she says` is looked up in at most so many sentences before. */
const maxSentencesBack = 6;

/** Who is named in the document, and who `she` is. */
export class Speakers {
	readonly #reading: Reading;
	readonly #names: readonly NameFinding[];
	readonly #fullNames = new Map<string, string | undefined>();
	readonly #people: ReadonlySet<string>;
	/** Who said the sentence before, and which one that is. */
	#last: { readonly sentence: number; readonly name: string | null } = { sentence: -1, name: null };

	constructor(reading: Reading, names: readonly NameFinding[]) {
		this.#reading = reading;
		this.#names = names;
		const people = names.filter((name) => name.kind === 'person').map((name) => name.text);
		this.#people = new Set(people);
		for (const full of [...people, ...reading.quotes.flatMap((quote) => quote.speaker ?? [])]) {
			const words = withoutGeneration(full).split(/\s+/);
			if (words.length < 2) {
				continue;
			}
			for (const part of new Set([words[0] ?? '', words.at(-1) ?? ''])) {
				const known = this.#fullNames.get(part);
				this.#fullNames.set(part, this.#fullNames.has(part) && known !== full ? undefined : full);
			}
		}
	}

	/** Who said a sentence, told in order: `they said` in the next one is the same speaker. */
	heard(sentence: number, name: string | null): void {
		this.#last = { sentence, name };
	}

	/** Who stands behind `according to`: a name within the next words, with what it is of whom it only tells (`friends of Ann Lee`), else the words up to a mark. */
	speakerFrom(at: number, to: number): string | null {
		const { tokens, text } = this.#reading;
		const first = tokens[at];
		if (first === undefined) {
			return null;
		}
		const limit = Math.min(to, at + 8);
		// The full stop of `Dr.` ends nothing.
		const isShortTitle = titles.has(first.folded) && text[first.end] === '.';
		const afterTitle = isShortTitle ? first.end + 1 : first.start;
		for (let index = findLastAtOrBefore(this.#names, (tokens[limit - 1] as Token).start); index >= 0; index--) {
			const candidate = this.#names[index] as NameFinding;
			if (candidate.start < first.start) {
				break;
			}
			if (!/[,;.]/.test(text.slice(afterTitle, candidate.start))) {
				const earlier = this.#names[index - 1];
				if (earlier === undefined || earlier.start < first.start) {
					return phraseAround(this.#reading, at, candidate) ?? this.#fullName(candidate.text);
				}
			}
		}
		const titled = this.#nameBehindRole(at, limit);
		if (titled !== undefined) {
			return titled;
		}
		if (isShortTitle) {
			return null;
		}
		let end = first.end;
		for (let next = at + 1; next < limit && /^[\s'’-]+$/.test(text.slice(end, tokens[next]?.start)); next++) {
			end = (tokens[next] as Token).end;
		}
		const words = text.slice(first.start, end).replace(/\s+/g, ' ');
		return isContentWord(first.folded) || /^(?:the|a|an|one|some|its|their)\b/i.test(words) ? withoutTail(words) : null;
	}

	/**
	 * `The wells are old, said Ann Lee.`, `“…”, says the mayor of Orrin`: who stands behind the verb that a comma parts from what is said. What follows
	 * must end the clause: in `the board met, said Ann Lee was late` she does not speak. `undefined` where nobody speaks so.
	 */
	speakerBehind(from: number, verb: number, to: number): { readonly name: string } | undefined {
		const { tokens, text } = this.#reading;
		const [before, token, next] = [tokens[verb - 1], tokens[verb] as Token, tokens[verb + 1]];
		const isSaidAloud = plainlySaying.has(token.folded) && !hasListener.has(token.folded);
		if (verb <= from || verb + 1 >= to || before === undefined || next === undefined || !isSaidAloud) {
			return undefined;
		}
		if (!/^[.)]?["”’»]?,\s$/.test(text.slice(before.end, token.start)) || text.slice(token.end, next.start) !== ' ') {
			return undefined;
		}
		if (hasObject.has(token.folded) && !/["”’»]/u.test(text.slice(before.end, token.start))) {
			return undefined;
		}
		const titled = this.#nameBehindRole(verb + 1, Math.min(to, verb + 7));
		if (titled !== undefined) {
			return { name: titled };
		}
		const isLead = leadsSomebody.has(next.folded) || titles.has(next.folded) || roles.has(next.folded);
		const named = this.#names[findLastAtOrBefore(this.#names, (isLead ? tokens[verb + 2] : next)?.start ?? 0)];
		if (named !== undefined && named.start >= next.start) {
			return endsClause.test(text.slice(named.end, named.end + 30)) ? { name: this.#fullName(named.text) } : undefined;
		}
		for (let last = verb + 2; isLead && last < Math.min(to, verb + 7) && text[(tokens[last] as Token).start - 1] === ' '; last++) {
			const noun = tokens[last] as Token;
			if (isSpeakingNoun(noun.folded) || roles.has(noun.folded)) {
				const isAll = endsClause.test(text.slice(noun.end, noun.end + 30));
				const found = isAll ? nounBefore(this.#reading, verb + 1, last, true)?.name : undefined;
				return typeof found === 'string' ? { name: found } : undefined;
			}
		}
		return undefined;
	}

	/** Who says what the verb at `verb` introduces; `undefined` where that is no claim of somebody. */
	speakerOf(index: number, from: number, verb: number, to: number): { readonly name: string | null } | undefined {
		const { tokens, text } = this.#reading;
		const verbToken = tokens[verb] as Token;
		// `“…,” says Ruiz.`
		const isBehindQuote = /[”"’»]\s*$/.test(text.slice(verbToken.start - 3, verbToken.start));
		const next = tokens[verb + 1];
		if (isBehindQuote && next !== undefined && verb + 1 < to) {
			const name = this.#nameAt(next.start);
			return { name: name ?? (isPronoun(next.folded) ? this.#personBefore(index, verbToken.start) : this.speakerFrom(verb + 1, to)) };
		}
		let before = verb - 1;
		while (
			before > from &&
			(isAdverb(tokens[before]?.folded ?? '') ||
				/^(?:also|has|have|had|then|later|further|often|once|still|now|who)$/.test(tokens[before]?.folded ?? ''))
		) {
			before--;
		}
		const inBrackets = beforeBrackets(this.#reading, from, before);
		let subject = tokens[inBrackets ?? before];
		const cited = this.#citedAuthors(from, inBrackets ?? before, before);
		if (cited !== undefined) {
			return { name: cited };
		}
		const behind = text.slice(tokens[before]?.end, tokens[before + 1]?.start);
		if (before < from || subject === undefined || !/^[\s,]+$/.test(inBrackets === undefined ? behind : behind.replace(closing, ''))) {
			return undefined;
		}
		before = inBrackets ?? before;
		if (isPronoun(subject.folded)) {
			return { name: this.#personBefore(index, subject.start) };
		}
		if (/^(?:it|they)$/.test(subject.folded)) {
			const same = plainlySaying.has(verbToken.folded) ? this.#sameSpeaker(index, subject) : undefined;
			return same === undefined ? undefined : { name: same };
		}
		const isSaid =
			plainlySaying.has(verbToken.folded) && !(participles.has(verbToken.folded) && doneSomehow.has(tokens[verb + 1]?.folded ?? ''));
		const clause = this.#clauseAround(from, before, behind);
		if (clause !== undefined) {
			const { start, end } = tokens[clause] as Token;
			const owner = this.#namePlacedBy(from, end, isSaid);
			if (owner === null) {
				return undefined;
			}
			const name = owner ?? this.#nameEndingAt(end) ?? this.#fullNames.get(text.slice(start, end));
			return name === undefined ? nounBefore(this.#reading, from, clause, isSaid) : { name: this.#withPartner(from, end, name) };
		}
		// `in Oslo, Norway, said`: the country belongs to the town.
		const town = behind.includes(',') ? this.#townBefore(from, before) : undefined;
		before = town ?? before;
		subject = tokens[before] as Token;
		const isApposed = town === undefined && behind.includes(',');
		const clauseName = this.#nameBeforeClause(from, subject.end, verbToken.start);
		const placed = clauseName === undefined ? this.#namePlacedBy(from, subject.end, isSaid) : undefined;
		if (placed === null) {
			return undefined;
		}
		const name =
			clauseName ??
			placed ??
			(isSaid && !isApposed ? openingPhrase(this.#reading, from, before) : undefined) ??
			this.#nameEndingAt(subject.end);
		if (name !== undefined) {
			return { name: this.#withPartner(from, subject.end, name) };
		}
		return isApposed ? undefined : nounBefore(this.#reading, from, before, isSaid);
	}

	/**
	 * `Lopez (2019) argues`, `Lopez and Oduya (2019, p. 4) argue`, `Lopez et al. argue`: whom a text cites. `last` is the last token of the names,
	 * `closed` the last one of the brackets behind them, or `last`.
	 */
	#citedAuthors(from: number, last: number, closed: number): string | undefined {
		const { tokens, text } = this.#reading;
		const [end, behind] = [tokens[last]?.end ?? 0, tokens[closed]?.end ?? 0];
		const isDated = closed > last && /^\.?\s\((?:1[89]|20)\d\d[a-z]?[,;:)]/.test(text.slice(end, end + 10));
		const isMany = tokens[last]?.folded === 'al' && text[end] === '.';
		if (last < from || !(isDated || isMany) || !/^[.)]\s/.test(text.slice(behind, behind + 2))) {
			return undefined;
		}
		const start = Math.max(tokens[from]?.start ?? 0, end - 80);
		const found = authorsBefore.exec(text.slice(start, end));
		if (found === null || (found.index === 0 && start > (tokens[from]?.start ?? 0))) {
			return undefined;
		}
		const names = found[0].split(/, (?!and )/);
		const first = (names[0] ?? '').toLowerCase();
		const authors = names.length > 1 && (!isContentWord(first) || isAdverb(first)) ? names.slice(1).join(', ') : found[0];
		const article = /(\p{L}+)\s$/u.exec(text.slice(start, start + found.index))?.[1];
		if (article !== undefined && leadsSomebody.has(article.toLowerCase())) {
			return undefined;
		}
		const named = this.#nameEndingAt(end);
		return named?.includes(authors) === true ? named : this.#fullName(`${authors}${isMany ? '.' : ''}`);
	}

	/** `Maria Lopez, who leads the Water Trust, said`: the name at the start of the sentence, if a clause between commas stands behind it. */
	#nameBeforeClause(from: number, end: number, verb: number): string | undefined {
		const { tokens, text } = this.#reading;
		if (!/^,\s/.test(text.slice(end, verb))) {
			return undefined;
		}
		const isLead = (folded: string) => folded === 'the' || titles.has(folded);
		const first = isLead(tokens[from]?.folded ?? '') && (tokens[from + 1]?.start ?? end) < end ? from + 1 : from;
		const name = this.#names[findLastAtOrBefore(this.#names, tokens[first]?.start ?? 0)];
		if (name === undefined || name.start > (tokens[first]?.start ?? 0) || name.start < (tokens[from]?.start ?? 0) || name.end >= end) {
			return undefined;
		}
		const clause = text.slice(name.end, end).replace(/^\s\([^()]{1,60}\)/, '');
		const isClause =
			/^,\s[^,;:.]{1,120}$/.test(clause) && (/^,\s(?:who|which|an?|the|whose|\d)\b/.test(clause) || this.#isRoleNear(name.end, end));
		return isClause ? this.#fullName(name.text) : undefined;
	}

	/**
	 * `The company, owned by Harbour Capital, denied it`, `Lopez, who led the trust, said`: the token before the clause between commas that ends before
	 * the verb, if the clause begins with a participle, `who` or whose somebody is; whom it names does not speak. It may end in somebody by his role:
	 * `Lopez, who is married to its head, Bo Kim, said`.
	 */
	#clauseAround(from: number, last: number, behind: string): number | undefined {
		const { tokens, text } = this.#reading;
		if (!/^[.”’"']?\)?,\s/.test(behind)) {
			return undefined;
		}
		const end = (tokens[last] as Token).end;
		let isNamed = false;
		for (let at = last; at > from && last - at < maxClause; at--) {
			const start = (tokens[at] as Token).start;
			const gap = text.slice((tokens[at - 1] as Token).end, start);
			if (/^[.”’"']?\)?,\s$/.test(gap)) {
				if ((isNamed ? withWho : besideSubject).test(text.slice(start, end))) {
					return beforeBrackets(this.#reading, from, at - 1) ?? at - 1;
				}
				const name = this.#names[findLastAtOrBefore(this.#names, start)];
				isNamed = !isNamed && name?.start === start && name.end === end && roles.has(tokens[at - 1]?.folded ?? '');
				if (!isNamed) {
					return undefined;
				}
			} else if (/[,;:()“”"]/.test(gap)) {
				return undefined;
			}
		}
		return undefined;
	}

	/** `, deputy head of the trust`: whether one of the next four words says what somebody is, all of them small. */
	#isRoleNear(offset: number, end: number): boolean {
		const { tokens, text } = this.#reading;
		const first = findTokenAt(tokens, offset);
		for (let at = first; at < first + 4; at++) {
			const token = tokens[at];
			if (token === undefined || token.start >= end || caseOf(text, token) !== 'small') {
				return false;
			}
			if (roles.has(token.folded) || titles.has(token.folded)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * `Ann Lee of the Water Trust said`, `the operator of the Orrin Dam denied`: the last name only tells whose or where the speaker is. Then the
	 * person, or the words from the noun on, is who speaks; `undefined` where the name that ends here speaks itself, null where it is only what is
	 * spoken of, and nobody speaks: `the death of Ann Lee showed`, `the man accused of killing Ann Lee denied`.
	 */
	#namePlacedBy(from: number, end: number, isSaid: boolean): string | null | undefined {
		const { tokens, text } = this.#reading;
		const own = this.#names[findLastAtOrBefore(this.#names, end - 1)];
		if (own === undefined || own.end !== end) {
			return undefined;
		}
		let joint = findTokenAt(tokens, own.start) - 1;
		if (this.#isInRelative(from, joint) || (own.kind === 'person' && joint - 1 > from && this.#isActedOn(from, joint, own.start))) {
			return null;
		}
		if (tokens[joint]?.folded === 'the') {
			joint--;
		}
		if (tokens[joint]?.folded === 'by') {
			return doneBy(this.#reading, from, joint, end);
		}
		const [noun, preposition] = [tokens[joint - 1], tokens[joint]];
		if (
			joint <= from ||
			noun === undefined ||
			preposition === undefined ||
			!/^(?:of|at|in|on|from|for|against|about|to)$/.test(preposition.folded) ||
			!/^\s(?:\S+\s){1,2}$/.test(text.slice(preposition.start - 1, own.start))
		) {
			return undefined;
		}
		const owner = this.#names[findLastAtOrBefore(this.#names, preposition.start)];
		const gap = owner === undefined ? '' : text.slice(owner.end, preposition.start);
		if (owner !== undefined && owner !== own && owner.start >= (tokens[from]?.start ?? 0) && /^\s(?:\([^()\s]{1,12}\)\s)?$/.test(gap)) {
			return owner.kind === 'person' || gap.length > 1 ? this.#fullName(owner.text) : text.slice(owner.start, end).replace(/\s+/g, ' ');
		}
		// `A friend of Ann Lee said`, `Opponents of Ann Lee claim`, `A letter to the trust said`; `a man close to Ann Lee` is called otherwise.
		const isOfPerson = own.kind === 'person' && /^(?:of|for)$/.test(preposition.folded) && !isWork(noun.folded);
		const isAbout = isOfPerson || /^(?:against|about|to)$/.test(preposition.folded);
		const isNoun = (joint - 1 === from || caseOf(text, noun) === 'small') && isContentWord(noun.folded) && !isAdverb(noun.folded);
		if (isAbout && isNoun && !noun.folded.startsWith('spokes')) {
			const speaks = (isSaid || /[^s]s$/.test(noun.folded)) && text.slice(noun.end, preposition.start) === ' ';
			return speaks && !/ed$|^(?:close|next|due|loyal|similar|known)$/.test(noun.folded)
				? text.slice(noun.start, end).replace(/\s+/g, ' ')
				: null;
		}
		// `A man in Porto claimed`: a place does not speak.
		const isOfPlace = own.kind === 'place' && /^(?:in|at|on|from)$/.test(preposition.folded) && isContentWord(noun.folded);
		// `Nurses on the Skerries say`: many, with whom the sentence begins.
		const areMany = joint - 1 === from && own.kind !== 'person' && /[^s]s$/.test(noun.folded) && isContentWord(noun.folded);
		const isSomebody = isOfPlace || areMany || roles.has(noun.folded) || (preposition.folded !== 'from' && isSpeakingNoun(noun.folded));
		return isSomebody && !noun.folded.startsWith('spokes') && text.slice(noun.end, preposition.start) === ' '
			? text.slice(noun.start, end).replace(/\s+/g, ' ')
			: undefined;
	}

	/** `Oslo, Norway`: the last token of the town, if the country's name ends with the token at `last`. */
	#townBefore(from: number, last: number): number | undefined {
		const { tokens, text } = this.#reading;
		const at = findLastAtOrBefore(this.#names, (tokens[last] as Token).start);
		const [town, country] = [this.#names[at - 1], this.#names[at]];
		const isPair =
			town?.kind === 'place' &&
			country?.kind === 'place' &&
			country.end === tokens[last]?.end &&
			town.start > (tokens[from]?.start ?? 0) &&
			text.slice(town.end, country.start) === ', ';
		return isPair ? findTokenAt(tokens, town.end) - 1 : undefined;
	}

	/** `The company suing Ann Lee said`, `the man accused of killing Ann Lee`; not `At the hearing Ann Lee said`. `before` is the token before the name. */
	#isActedOn(from: number, before: number, start: number): boolean {
		const { tokens, text } = this.#reading;
		const [noun, verb] = [tokens[before - 1] as Token, tokens[before] as Token];
		return (
			/^\p{Ll}{2,}ing$/u.test(text.slice(verb.start, verb.end)) &&
			!/^(?:king|viking|sibling|being)$|^(?:morn|even)ing$/.test(verb.folded) &&
			text.slice(verb.end, start) === ' ' &&
			text.slice(noun.end, verb.start) === ' ' &&
			/^(?:the|an?|another|one)$/.test(tokens[from]?.folded ?? '') &&
			(noun.folded === 'of' || (isContentWord(noun.folded) && caseOf(text, noun) === 'small'))
		);
	}

	/** `The man who attacked Ann Lee in Orrin said`, `the company that had sued the trust`: whether the token at `last` is in what tells of another. */
	#isInRelative(from: number, last: number): boolean {
		const { tokens, text } = this.#reading;
		for (let at = last; at > from && last - at < maxRelative && /^\.?\s$/.test(text.slice(tokens[at]?.end, tokens[at + 1]?.start)); at--) {
			const word = tokens[at]?.folded ?? '';
			if (at < last && /^(?:who|that|which)$/.test(word)) {
				const verb = tokens[at + 1] as Token;
				return (
					text.slice(tokens[at - 1]?.end, tokens[at]?.start) === ' ' &&
					caseOf(text, verb) === 'small' &&
					(word === 'who' || /ed$|^ha[sd]$|^have$/.test(verb.folded))
				);
			}
		}
		return false;
	}

	/** `says its president, José Juárez`: who the role's bearer is. */
	#nameBehindRole(at: number, limit: number): string | undefined {
		const { tokens, text } = this.#reading;
		for (let next = at + 1; next < limit; next++) {
			const before = tokens[next - 1] as Token;
			const gap = text.slice(before.end, tokens[next]?.start);
			if (gap === ', ' && (roles.has(before.folded) || titles.has(before.folded))) {
				const isTitled = titles.has(tokens[next]?.folded ?? '');
				return this.#nameAt(tokens[next]?.start ?? 0) ?? (isTitled ? this.#nameAt(tokens[next + 1]?.start ?? 0) : undefined);
			}
			if (gap !== ' ' && gap !== '-') {
				return undefined;
			}
		}
		return undefined;
	}

	/** `John Smith and Mary Smith argue`: two people, where the sentence begins with the first; elsewhere he may have another part in it. */
	#withPartner(from: number, end: number, name: string): string {
		const { tokens, text } = this.#reading;
		const at = findLastAtOrBefore(this.#names, end - 1);
		const [own, other] = [this.#names[at], this.#names[at - 1]];
		const isPair =
			own !== undefined &&
			other !== undefined &&
			own.kind === 'person' &&
			other.kind === 'person' &&
			other.start === tokens[from]?.start &&
			/^\s(?:and|&)\s$/.test(text.slice(other.end, own.start));
		return isPair ? `${this.#fullName(other.text)} and ${name}` : name;
	}

	#nameAt(start: number): string | undefined {
		const name = this.#names[findLastAtOrBefore(this.#names, start)];
		return name !== undefined && name.start <= start && start < name.end ? this.#fullName(name.text) : undefined;
	}

	#nameEndingAt(end: number): string | undefined {
		const name = this.#names[findLastAtOrBefore(this.#names, end - 1)];
		// `the Secretary-General`: a part of a word is nobody.
		return name !== undefined && name.end === end && !/[-‐‑]/.test(this.#reading.text[name.start - 1] ?? '')
			? this.#fullName(name.text)
			: undefined;
	}

	#fullName(name: string): string {
		return this.#fullNames.get(name) ?? name.replace(/\s+/g, ' ');
	}

	/** Who `he` or `she` is. */
	#personBefore(index: number, offset: number): string | null {
		const { sentence, name } = this.#last;
		return this.#lastPerson(index, offset) ?? (name !== null && this.#people.has(name) && this.#isNext(sentence, index) ? name : null);
	}

	/** `It noted that`, `However, they said`, at the start of a sentence behind one that somebody said who is no person, or are several. */
	#sameSpeaker(index: number, subject: Token): string | undefined {
		const { sentence, name } = this.#last;
		const start = this.#reading.sentences[index]?.start ?? 0;
		const opening = subject.start - start > maxOpening ? ' ' : this.#reading.text.slice(start, subject.start);
		if (name === null || !this.#isNext(sentence, index) || this.#people.has(name) || !/^(?:\p{L}+,\s)?$/u.test(opening)) {
			return undefined;
		}
		return subject.folded === 'they' || !/(?:^|\s)\p{Ll}+[^s]s$/u.test(name) ? name : undefined;
	}

	/** Whether the sentence at `next` follows the other one in the same paragraph. */
	#isNext(sentence: number, next: number): boolean {
		const { text, sentences } = this.#reading;
		return sentence === next - 1 && !text.slice(sentences[sentence]?.start, sentences[next]?.start).includes('\n\n');
	}

	/** The person last named before the offset in this paragraph as somebody who does something. */
	#lastPerson(index: number, offset: number): string | null {
		const { text, sentences, tokens } = this.#reading;
		const earliest = sentences[Math.max(0, index - maxSentencesBack)]?.start ?? 0;
		const paragraph = earliest + text.slice(earliest, offset).lastIndexOf('\n\n');
		for (let at = findLastAtOrBefore(this.#names, offset - 1); at >= 0; at--) {
			const name = this.#names[at] as NameFinding;
			if (name.start < earliest || (paragraph >= earliest && name.end <= paragraph)) {
				break;
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
				return this.#fullName(name.text);
			}
		}
		return null;
	}
}

/** `Lopez`, `Lopez and Oduya`, `Lopez, Oduya & Holm`, `Lopez et al`: family names at the end of a text. */
const authorsBefore =
	/(?<![\p{L}\p{N}.’'-])(?:\p{Lu}[\p{L}’'-]{1,30}, ){0,3}(?:\p{Lu}[\p{L}’'-]{1,30},? (?:and|&) )?\p{Lu}[\p{L}’'-]{1,30}(?: et al)?$/u;

/** How a clause between commas begins behind whom it is about: `owned by`, `who led`, `of the Water Trust`, `no relation of`; not `who the mayor`. */
const withWho = /^(?:who|whose)\s(?!(?:the|an?|his|her|its|their|one)\s)\p{Ll}/u;
const besideSubject = new RegExp(
	String.raw`${withWho.source}|^(?:of|from|no)\s|^(?:\p{Ll}{3,}(?:ed|ing)|led|run|held|built|set\sup)\s(?:about|of|whether|if|together|by|in|on|at|to|for|from|with|as)\s`,
	'u',
);

/** Such a clause has at most so many words. */
const maxClause = 24;

/** Such words without commas, up to whom or what they name, are at most so many. */
const maxRelative = 9;

/** What may follow who says something behind the verb: a mark, or where, when and to whom. */
const endsClause =
	/^(?:[.,;:!?]|\s\(|$|\s(?:in|on|at|of|from|last|this|yesterday|today|after|before|during|while|when|as|who|to|through|via)(?![\p{L}\p{N}]))/u;

/** A word with its comma may stand before `it said`, of at most so many units. */
const maxOpening = 30;

/** `met Ann Lee after`, `praised Ann Lee when`: behind whom the sentence goes on so, nothing is told that she does. */
function isJoint(folded: string): boolean {
	return prepositions.has(folded) || /^(?:and|or|but|nor|as|than|when|while|whereas|where|because|although|though|if|unless)$/.test(folded);
}

function isPronoun(folded: string): boolean {
	return folded === 'he' || folded === 'she';
}

/** Words behind a name that are no part of who speaks: `the ministry website`. */
function withoutTail(words: string): string {
	return words.replace(
		/\s+(?:website|site|homepage|report|statement|spokesman|spokeswoman|spokesperson|data|figures|statistics|estimates)$/i,
		'',
	);
}
