import { makeStepTest, type Steps } from '../../base/steps.ts';
import type { Token } from '../../text/tokenise.ts';
import type { TermKind } from '../card.ts';
import type { NameFinding } from '../findings.ts';
import { kindAbroad, kindOfGerman } from './kindsAbroad.ts';
import { givenNames, isKnownPlace, titles } from './nameLists.ts';
import { caseOf, type Reading } from './reading.ts';

/** No name has more words, the small ones too. */
const maxWords = 14;

/** What a name begins with in a language, and where it ends. */
interface Grammar {
	/** The kind of what the word with a capital is called, if it begins such a name. */
	readonly kindOf: (word: string) => TermKind | undefined;
	/** The last token of the name that begins with this head; the head itself where nothing joins. */
	readonly findEnd: (reading: Reading, head: number, to: number, isLaw: boolean) => number;
	/** The first token of the name that has this head. */
	readonly findStart: (reading: Reading, head: number) => number;
	/** Words before which it is any of its kind: `ein`, `une`. */
	readonly isAny: ReadonlySet<string>;
}

/**
 * Names of institutions and laws in German and French documents, which have small words inside (`Bundesministerium für Bildung und Forschung`, `Ministère de
 * la Santé et des Services sociaux`, `Loi sur les services de santé`), whole, in the place of what was found of them. Other names stay. In order.
 */
export function* joinContinentalNames(reading: Reading, names: readonly NameFinding[]): Steps<NameFinding[]> {
	const grammar = grammars.get(reading.language ?? '');
	if (grammar === undefined) {
		return [...names];
	}
	const { text, tokens, sentences, firstTokens } = reading;
	const isStepDue = makeStepTest();
	const found: NameFinding[] = [];
	let taken = -1;
	for (let sentence = 0; sentence < sentences.length; sentence++) {
		const to = firstTokens[sentence + 1] ?? 0;
		for (let at = firstTokens[sentence] ?? 0; at < to; at++) {
			const head = tokens[at] as Token;
			if (isStepDue(head.start)) {
				yield;
			}
			const kind = caseOf(text, head) === 'capital' ? grammar.kindOf(head.folded) : undefined;
			if (kind === undefined || grammar.isAny.has(tokens[at - 1]?.folded ?? '') || isAnyWithAdjective(reading, at, grammar)) {
				continue;
			}
			const last = grammar.findEnd(reading, at, Math.min(to, at + maxWords), kind === 'law');
			if (last > at) {
				const start = tokens[Math.max(taken + 1, grammar.findStart(reading, at))]?.start ?? head.start;
				const end = tokens[last]?.end ?? head.end;
				found.push({ text: text.slice(start, end), kind, start, end });
				taken = last;
				at = last;
			}
		}
	}
	let next = 0;
	const others = names.filter((name) => {
		while ((found[next]?.end ?? Number.POSITIVE_INFINITY) <= name.start) {
			next++;
		}
		return (found[next]?.start ?? Number.POSITIVE_INFINITY) >= name.end;
	});
	return [...others, ...found].sort((a, b) => a.start - b.start);
}

/** `ein neues Gesetz für …`, `une nouvelle Loi sur …`. */
function isAnyWithAdjective({ text, tokens }: Reading, head: number, { isAny }: Grammar): boolean {
	const before = tokens[head - 1];
	return before !== undefined && caseOf(text, before) === 'small' && isAny.has(tokens[head - 2]?.folded ?? '');
}

/** What stands before a token, behind the one before it. */
function gapBefore({ text, tokens }: Reading, at: number): string {
	return text.slice(tokens[at - 1]?.end, tokens[at]?.start);
}

function isSpace(gap: string): boolean {
	return gap === ' ' || gap === '\n' || gap === '\u00a0';
}

/** A word with a capital that is neither somebody's title nor given name, nor a place. */
function isTopic({ text, tokens }: Reading, at: number): boolean {
	const token = tokens[at];
	return (
		token !== undefined &&
		caseOf(text, token) !== 'small' &&
		!titles.has(token.folded) &&
		!givenNames.has(token.folded) &&
		!isKnownPlace(token.folded)
	);
}

/** Words for offices and the like beside those that are told by themselves. */
const germanOffices = /^(?:amt|rat|bank)$|(?:zentrum|buro|museum|archiv|netzwerk|beirat|direktion|verwaltung|dienst|kanzlei)$/;
const noGermanOffices = /^(?:gesamt|insgesamt|datenbank|sitzbank|aktiengesellschaft|verdienst|gottesdienst)$/;

const german: Grammar = {
	kindOf: (word) =>
		noGermanOffices.test(word) ? undefined : (kindOfGerman(word) ?? (germanOffices.test(word) ? 'organisation' : undefined)),
	isAny: new Set(
		'ein eine einen einem einer eines kein keine keinen keinem keiner jedes jede jeder jeden jedem solche solches viele mehrere manche welche welches'.split(
			' ',
		),
	),
	findStart: ({ text, tokens }, head) => {
		// `Deutsche Gesellschaft für …`, `Bayerisches Landesamt für …`
		const before = tokens[head - 1];
		const isAdjective =
			before !== undefined &&
			text.slice(before.end, tokens[head]?.start) === ' ' &&
			caseOf(text, before) === 'capital' &&
			before.end - before.start > 5 &&
			/e[rsnm]?$/.test(before.folded);
		return isAdjective ? head - 1 : head;
	},
	findEnd: (reading, head, to, isLaw) => {
		const { tokens } = reading;
		let last = head;
		let hasTopic = false;
		while (last + 1 < to) {
			const listed = hasTopic ? findEndOfList(reading, last, to) : undefined;
			if (listed !== undefined) {
				last = listed;
				continue;
			}
			const word: string = isSpace(gapBefore(reading, last + 1)) ? (tokens[last + 1]?.folded ?? '') : '';
			// `Verkehr mit Arzneimitteln`: with what it is done is said of what a law is about, and of no office.
			const isTopicAhead: boolean =
				/^(?:fur|gegen|uber)$/.test(word) || (isLaw && hasTopic && word === 'mit') || isPurpose(reading, last + 1);
			const isAnd = last > head && /^(?:und|sowie)$/.test(word);
			const end: number | undefined =
				isTopicAhead || isAnd || /^(?:der|des)$/.test(word) ? findGermanTopic(reading, last + 2, to, isAnd) : undefined;
			if (end === undefined) {
				break;
			}
			hasTopic ||= isTopicAhead || /^(?:fur|gegen|uber)$/.test(tokens[last + 2]?.folded ?? '');
			last = end;
		}
		// `Rat der Stadt` is found without this, as all names with such a word are.
		return hasTopic ? last : head;
	},
};

/** `zum Schutz`, `zur Förderung`: what an office is for, or a law; neither `zum Beispiel` nor `zur Verfügung`. */
function isPurpose({ tokens }: Reading, at: number): boolean {
	const noun = tokens[at + 1]?.folded ?? '';
	return (
		/^(?:zum|zur)$/.test(tokens[at]?.folded ?? '') &&
		/(?:ung|schutz|abwehr|erhalt|pflege|hilfe)$/.test(noun) &&
		!/(?:verfugung|sitzung|anhorung|vernehmung|verhandlung|zeitung|wohnung|abstimmung|eroffnung)$/.test(noun)
	);
}

/** The last token of `, Umwelt und Verbraucherschutz`, which begins behind `last`. */
function findEndOfList(reading: Reading, last: number, to: number): number | undefined {
	const { tokens } = reading;
	let at = last + 1;
	while (at < to && gapBefore(reading, at) === ', ' && isTopic(reading, at)) {
		at++;
	}
	const isClosed =
		at > last + 1 &&
		at + 1 < to &&
		tokens[at]?.folded === 'und' &&
		isSpace(gapBefore(reading, at)) &&
		isSpace(gapBefore(reading, at + 1)) &&
		isTopic(reading, at + 1) &&
		german.kindOf(tokens[at + 1]?.folded ?? '') === undefined;
	return isClosed ? at + 1 : undefined;
}

/** The noun of `für Gesundheit`, `über den Schutz`, `für Internationale Zusammenarbeit`: with a capital, behind at most an article. */
function findGermanTopic(reading: Reading, from: number, to: number, isAnd: boolean): number | undefined {
	const { tokens, text } = reading;
	let at = from;
	// Behind `und` an article begins something else, and what is for it is said with `für` once more: `der Justiz und für Verbraucherschutz`.
	if (isAnd ? /^(?:fur|zur|zum)$/.test(tokens[at]?.folded ?? '') : /^(?:die|den|das|dem|der|des)$/.test(tokens[at]?.folded ?? '')) {
		at++;
	}
	// `für politische Bildung`, `gegen den unlauteren Wettbewerb`
	const adjective = isAnd ? undefined : tokens[at];
	if (adjective !== undefined && caseOf(text, adjective) === 'small' && /^[a-z]{4,}e[nrsm]?$/.test(adjective.folded)) {
		at++;
	}
	if (
		at >= to ||
		!isSpace(gapBefore(reading, at)) ||
		!isTopic(reading, at) ||
		(isAnd && german.kindOf(tokens[at]?.folded ?? '') !== undefined)
	) {
		return undefined;
	}
	const isAdjective = /(?:ische|iche|ale|elle|ige|ive|are)[rsnm]?$/.test(tokens[at]?.folded ?? '');
	if (isAdjective && at + 1 < to && gapBefore(reading, at + 1) === ' ' && isTopic(reading, at + 1)) {
		at++;
	}
	// `der Stadt Nordheim`
	const isNamed = /^(?:stadt|gemeinde|region|provinz|insel|hansestadt|landkreises|kreises|landes)$/.test(tokens[at]?.folded ?? '');
	const named = isNamed && at + 1 < to && gapBefore(reading, at + 1) === ' ' ? tokens[at + 1] : undefined;
	if (named !== undefined && caseOf(text, named) === 'capital') {
		return at + 1;
	}
	// `Finanz- und Wirtschaftsfragen`
	if (text[tokens[at]?.end ?? 0] === '-' && tokens[at + 1]?.folded === 'und' && at + 2 < to && isTopic(reading, at + 2)) {
		at += 2;
	}
	return at;
}

const frenchOffices = new Set('fonds academie regie laboratoire alliance cercle inspection commissariat office'.split(' '));
const frenchLaws = new Set('charte ordonnance reglement'.split(' '));

const french: Grammar = {
	kindOf: (word) => kindAbroad([word, 'de']) ?? (frenchLaws.has(word) ? 'law' : frenchOffices.has(word) ? 'organisation' : undefined),
	isAny: new Set('un une aucun aucune chaque toute quelque plusieurs cette ce cet'.split(' ')),
	findStart: (_, head) => head,
	findEnd: (reading, head, to, isLaw) => {
		let last = skipFrenchAdjectives(reading, head, to);
		let joint = '';
		let topic: Token | undefined;
		while (last + 1 < to) {
			const next = readFrenchJoint(reading, last + 1, to);
			const at = next === undefined ? to : next.end + (beforeNouns.test(reading.tokens[next.end]?.folded ?? '') ? 1 : 0);
			const noun = reading.tokens[at];
			if (next === undefined || noun === undefined || at >= to || !isFrenchNoun(reading, at)) {
				break;
			}
			// `Loi sur …`, `Comité pour …`; `Bureau d’audiences publiques sur …`. Elsewhere these begin something else. What `et` joins is joined as what
			// stands before it, and written as it: `de la Santé et des Services`, `sur les services de santé et les services sociaux`.
			const isFitting = next.isAnd
				? topic !== undefined &&
					(next.isOf || isLaw) &&
					caseOf(reading.text, topic) === caseOf(reading.text, noun) &&
					french.kindOf(noun.folded) === undefined
				: next.isOf || joint === '' || (joint === 'bare' && next.word === 'sur');
			if (!isFitting) {
				break;
			}
			joint = next.isBare ? 'bare' : 'whole';
			topic ??= noun;
			last = skipFrenchAdjectives(reading, at, to);
		}
		return last;
	},
};

/** The small words that join, and the token behind them. */
interface FrenchJoint {
	readonly word: string;
	/** `de la`, `des`, `d’`. */
	readonly isOf: boolean;
	/** `d’audiences`: without an article. */
	readonly isBare: boolean;
	/** `et des`, `et les`. */
	readonly isAnd: boolean;
	readonly end: number;
}

function readFrenchJoint(reading: Reading, from: number, to: number): FrenchJoint | undefined {
	const { tokens } = reading;
	const wordAt = (at: number) => (at < to && /^[\s’']$/.test(gapBefore(reading, at)) ? (tokens[at]?.folded ?? '') : '');
	if (!isSpace(gapBefore(reading, from))) {
		return undefined;
	}
	let at = from;
	const isAnd = wordAt(at) === 'et';
	if (isAnd) {
		at++;
	}
	const word = wordAt(at);
	if (!/^(?:de|d|du|des|sur|pour|contre|relative|aux)$/.test(word) && !(isAnd && /^(?:la|le|les|l)$/.test(word))) {
		return undefined;
	}
	at++;
	const hasArticle = /^(?:la|le|les|l)$/.test(wordAt(at));
	if (hasArticle) {
		at++;
	}
	const isOf = /^(?:de|d|du|des)$/.test(word);
	return { word, isOf, isBare: /^(?:de|d)$/.test(word) && !hasArticle, isAnd, end: at };
}

/** A noun with a capital, or a small one that is no small word. Numbers and people end the name. */
function isFrenchNoun(reading: Reading, at: number): boolean {
	const { text, tokens } = reading;
	const token = tokens[at];
	return (
		token !== undefined &&
		/^[\s’']$/.test(gapBefore(reading, at)) &&
		token.end - token.start > 2 &&
		/^\p{L}/u.test(text.slice(token.start, token.start + 2)) &&
		!noFrenchNoun.test(token.folded) &&
		!givenNames.has(token.folded)
	);
}

/** Adjectives that stand before their noun: `Tribunal de grande instance`. */
const beforeNouns = /^(?:grande?s?|hautes?|hauts?|petite?s?|premiere|bonnes?|bons?|jeunes?)$/;

const noFrenchNoun =
	/^(?:los|las|del|the|and|der|die|den|das|son|ses|leur|leurs|notre|nos|votre|vos|mes|mon|ces|cette|cet|ceux|celui|celle|celles|tous|toutes|tout|toute|deux|trois|quatre|cinq|plus|plusieurs|qui|que|dont|nouveau|nouvelle|premier|premiere|dernier|derniere|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monsieur|madame|mme|presidente?|directeur|directrice|ministre|semaine|mois|annee|annees|jour|jours)$/;

/** Behind a noun its adjectives, told by their ends: `générale`, `publiques`, `économiques et sociales`. */
function skipFrenchAdjectives(reading: Reading, noun: number, to: number): number {
	const { tokens, text } = reading;
	const isAdjective = (at: number) => {
		const token = tokens[at];
		return (
			token !== undefined &&
			at < to &&
			isSpace(gapBefore(reading, at)) &&
			frenchAdjective.test(token.folded) &&
			!frenchVerb.test(text.slice(token.start, token.end))
		);
	};
	let last = noun;
	while (last - noun < 4) {
		if (isAdjective(last + 1)) {
			last++;
		} else if (last > noun && tokens[last + 1]?.folded === 'et' && isSpace(gapBefore(reading, last + 1)) && isAdjective(last + 2)) {
			// `recherches géologiques et minières`
			last += 2;
		} else {
			break;
		}
	}
	return last;
}

const frenchAdjective =
	/(?:[^e]al|ale|aux|ales|nel|nelle|nels|nelles|[a-z]{2}ique|iques|[st]if|[st]ive|[st]ifs|[st]ives|[lt]aire|[lt]aires|[cd]iaire|[rt]ien|ienne|iens|iennes|[a-z]icoles?|[dgn]ois|oise|oises|cais|caise|caises|[^t]eenne?|eens|eennes|[a-z]ibles?|[a-z]ables?|[a-z]{2}iers?|[a-z]{2}ieres?|humains?|humaines?|supremes?|superieure?s?|publics?|libres?|generaux|sociaux|civils?|civiles?|unies?)$/;
/** What ends as an adjective and is a verb: `publique` never is, `applique` is. */
const frenchVerb = /^(?:applique|explique|indique|implique|complique|communique|critique|pratique|fabrique|revendique|est|fait)s?$/;

const grammars: ReadonlyMap<string, Grammar> = new Map([
	['de', german],
	['fr', french],
]);
