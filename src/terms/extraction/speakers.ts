import { isContentWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import type { NameFinding } from '../findings.ts';
import { isAdverb } from '../wordLists.ts';
import { citedAuthors } from './citedAuthors.ts';
import { doneSomehow, hasListener, hasObject, isSpeakingNoun, participles, plainlySaying } from './claimWords.ts';
import { NamedSpeakers } from './namedSpeakers.ts';
import { honours, roles, titles } from './nameLists.ts';
import { namePlacedBy, townBefore } from './placedNames.ts';
import { caseOf, type Reading } from './reading.ts';
import { clauseAround, isWhoseName, nameBeforeClause } from './speakerClauses.ts';
import { beforeBrackets, closing, leadsSomebody, nounBefore, openingPhrase, phraseAround, withGroup } from './speakerPhrases.ts';
import { SpokenBefore } from './spokenBefore.ts';

/** Who says a sentence of a document. */
export class Speakers {
	readonly #reading: Reading;
	readonly #names: NamedSpeakers;
	readonly #before: SpokenBefore;

	constructor(reading: Reading, names: readonly NameFinding[]) {
		this.#reading = reading;
		this.#names = new NamedSpeakers(reading, names);
		this.#before = new SpokenBefore(this.#names);
	}

	/** Who said a sentence, told in order: `they said` in the next one is the same speaker. */
	heard(sentence: number, name: string | null): void {
		this.#before.heard(sentence, name);
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
		const named = this.#names.firstWithin(first.start, (tokens[limit - 1] as Token).start);
		if (named !== undefined && !/[,;.]/.test(text.slice(afterTitle, named.start))) {
			return phraseAround(this.#reading, at, named) ?? withGroup(this.#reading, named) ?? this.#names.fullName(named.text);
		}
		const titled = this.#names.behindRole(at, limit);
		if (titled !== undefined) {
			return titled;
		}
		if (isShortTitle) {
			return null;
		}
		let end = first.end;
		let next = at + 1;
		for (; next < limit && /^[\s'’-]+$/.test(text.slice(end, tokens[next]?.start)); next++) {
			end = (tokens[next] as Token).end;
		}
		const all = text.slice(first.start, end).replace(/\s+/g, ' ');
		// Where so many words name nobody yet, those before the first that only tells of whom they name: `a survey in May showed that`.
		const words = next === at + 8 ? all.replace(tellsOf, '') : all;
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
		const titled = this.#names.behindRole(verb + 1, Math.min(to, verb + 7));
		if (titled !== undefined) {
			return { name: titled };
		}
		const isLead = leadsSomebody.has(next.folded) || titles.has(next.folded) || roles.has(next.folded);
		const named = this.#names.latest((isLead ? tokens[verb + 2] : next)?.start ?? 0);
		if (named !== undefined && named.start >= next.start) {
			return endsClause.test(text.slice(named.end, named.end + 30)) ? { name: this.#names.fullName(named.text) } : undefined;
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
			const name =
				this.#names.at(next.start) ??
				(isPronoun(next.folded) ? this.#before.person(index, verbToken.start) : this.speakerFrom(verb + 1, to));
			// `“x” indicates a line was wrapped`
			return name !== null && /\s(?:is|are|was|were|has|had)\s/.test(name) ? undefined : { name };
		}
		let before = verb - 1;
		while (
			before > from &&
			(isAdverb(tokens[before]?.folded ?? '') ||
				/^(?:also|has|have|had|then|later|further|often|once|still|now|who)$/.test(tokens[before]?.folded ?? ''))
		) {
			before--;
		}
		const relative = tokens.slice(before + 1, verb).find(({ folded }) => folded === 'who');
		if (relative !== undefined && text[relative.start - 2] !== ',' && tokens[from]?.folded !== 'it') {
			// `Police held a man who said it was late`: the sentence is not his.
			return undefined;
		}
		const inBrackets = beforeBrackets(this.#reading, from, before);
		let subject = tokens[inBrackets ?? before];
		const cited = citedAuthors(this.#names, from, inBrackets ?? before, before);
		if (cited !== undefined) {
			return { name: cited };
		}
		const behind = text.slice(tokens[before]?.end, tokens[before + 1]?.start);
		if (before < from || subject === undefined || !/^[\s,]+$/.test(inBrackets === undefined ? behind : behind.replace(closing, ''))) {
			return undefined;
		}
		if (isModal.test(subject.folded) && caseOf(text, subject) !== 'capital') {
			return undefined;
		}
		before = inBrackets ?? before;
		const bearer = tokens[before - 1];
		if (bearer !== undefined && before > from && honours.test(text.slice(subject.start, subject.end)) && this.#names.endingAt(bearer.end)) {
			// `Ngozi Abara KC, said`
			subject = bearer;
			before--;
		}
		if (isPronoun(subject.folded)) {
			return { name: this.#before.person(index, subject.start) };
		}
		if (/^(?:it|they)$/.test(subject.folded)) {
			const same = plainlySaying.has(verbToken.folded) ? this.#before.same(index, subject) : undefined;
			return same === undefined ? undefined : { name: same };
		}
		const isThat = next?.folded === 'that' && !isOfThings.test(verbToken.folded);
		const isParticiple =
			participles.has(verbToken.folded) &&
			doneSomehow.has(next?.folded ?? '') &&
			!tellsThat.test(text.slice(verbToken.end, verbToken.end + 80));
		const isSaid = isThat || (plainlySaying.has(verbToken.folded) && !isParticiple);
		if (isWhoseName(this.#names, from, before)) {
			return undefined;
		}
		const clause = clauseAround(this.#names, from, before, behind);
		if (clause !== undefined) {
			const { start, end } = tokens[clause] as Token;
			const owner = namePlacedBy(this.#names, from, end, isSaid);
			if (owner === null) {
				return undefined;
			}
			const name = owner ?? this.#names.endingAt(end) ?? this.#names.partOf(text.slice(start, end));
			return name === undefined ? nounBefore(this.#reading, from, clause, isSaid) : { name: this.#names.withPartner(from, end, name) };
		}
		// `in Oslo, Norway, said`: the country belongs to the town.
		const town = behind.includes(',') ? townBefore(this.#names, from, before) : undefined;
		before = town ?? before;
		subject = tokens[before] as Token;
		const isApposed = town === undefined && behind.includes(',');
		const clauseName = nameBeforeClause(this.#names, from, subject.end, verbToken.start);
		const placed = clauseName === undefined ? namePlacedBy(this.#names, from, subject.end, isSaid) : undefined;
		if (placed === null) {
			return undefined;
		}
		// `Members of the union reported` speak, too; in `Minister of Justice Ann Lee reported` and `the Bureau of Fisheries reported` the name does.
		const own = this.#names.latest(subject.end - 1);
		const isWhole = own?.end === subject.end && (own.kind === 'person' || /\s(?:of|for|in|on)\s/.test(own.text));
		const mayBePhrase = !isApposed && (isSaid || (!isWhole && /ed$|^found$/.test(verbToken.folded)));
		const name =
			clauseName ?? placed ?? (mayBePhrase ? openingPhrase(this.#reading, from, before) : undefined) ?? this.#names.endingAt(subject.end);
		if (name !== undefined) {
			return { name: this.#names.withPartner(from, subject.end, name) };
		}
		return isApposed ? undefined : nounBefore(this.#reading, from, before, isSaid);
	}
}

/** `The server MUST reply to it`. */
const isModal = /^(?:must|should|shall|may|might|can|could|will|would|cannot|not)$/;

/** What a river does as well as a ministry: `The flood showed that`. */
const isOfThings = /^(?:show|indicat|suggest|reveal|f[io]u?nd|document|highlight|expect|call|confirm)/;

/** `stated under oath that the door was open`; not `the plan announced in May that is new`. */
const tellsThat = /^\s[^.;:,]{1,60}?\sthat\s(?:the|an?|he|she|it|they|we|his|her|its|their|there|no|all|some|\p{Lu}\p{L}+|\d+)\s/u;

/** What may follow who says something behind the verb: a mark, or where, when and to whom. */
const endsClause =
	/^(?:[.,;:!?]|\s\(|$|\s(?:in|on|at|of|from|last|this|yesterday|today|after|before|during|while|when|as|who|to|through|via)(?![\p{L}\p{N}]))/u;

function isPronoun(folded: string): boolean {
	return folded === 'he' || folded === 'she';
}

/** Words that only tell more of whom the words before them name, up to the end. */
const tellsOf = /\s(?:who|which|that|in|at|on|from|for|with|during|(?:\p{Ll}+(?:ed|ing)|written|made)\s(?:by|in|on|for))\s.*$/su;

/** Words behind a name that are no part of who speaks: `the ministry website`; not what would leave nobody: `the report`, `a February report`. */
function withoutTail(words: string): string {
	const speaker = words.replace(
		/\s+(?:website|site|homepage|report|statement|spokesman|spokeswoman|spokesperson|data|figures|statistics|estimates)$/i,
		'',
	);
	const last = speaker.split(' ').at(-1) ?? '';
	return isSpeakingNoun(last.toLowerCase()) || roles.has(last) ? speaker : words;
}
