import { isNounOfOneSyllable, splitParticles } from '../../text/korean.ts';
import { nounOfVerb } from '../../text/koreanVerbs.ts';
import type { Token } from '../../text/tokenise.ts';
import { endsInHangul } from '../formWords.ts';

/** A Korean noun in a text: the word without its particles. */
export interface KoreanNoun {
	readonly stem: string;
	readonly particles: string;
	readonly start: number;
	/** Behind the stem. */
	readonly end: number;
}

/**
 * The noun of a token; `undefined` for verbs, adverbs, counters and anything but composed Hangul. What `whole` holds keeps its end, though it looks like
 * a particle.
 */
export function readNoun(token: Token, whole?: ReadonlySet<string>): KoreanNoun | undefined {
	if (!endsInHangul(token.folded) || token.end - token.start !== token.folded.length || isPredicate(token.folded)) {
		return undefined;
	}
	const { stem, particles } = whole?.has(token.folded) === true ? { stem: token.folded, particles: '' } : splitParticles(token.folded);
	return stem.length < 2 || smallWords.has(stem) ? undefined : { stem, particles, start: token.start, end: token.start + stem.length };
}

/** Finite verbs and adjectives, and their adnominal and connective forms, by their endings. */
function isPredicate(word: string): boolean {
	return (
		hasVerbalFinal(word) ||
		/(?:다|까|요|죠|하는|되는|있는|없는|하고|되고|하며|되며|해야|하여|되어|하기로|주고받기로|했던|따라|따르면|대해|대한|위해|위한|통해|의해|관한|관련|으며|지만|면서|려고|도록|거나)$/u.test(
			word,
		)
	);
}

const smallWords = new Set(
	'그것 이것 저것 우리 그들 사람 경우 때문 정도 이상 이하 이후 이전 당시 지난해 올해 내년 오늘 어제 내일 지금 현재 최근 모두 가장 매우 또한 그리고 그러나 하지만 따라서 이런 그런 저런 다른 모든 여러 많은 같은 이번 지난 다음 각각 약간 일부 대부분 것으로 등을 등의 등이 가운데 사이 동안 부분 문제 방법 결과 내용 이유 상황 필요 가능 것이 것을 것은'.split(
		' ',
	),
);

/** Final consonants that hardly a noun has: `않`, `잃`, `있`, `했`, `좋`. */
const verbalFinals: ReadonlySet<number> = new Set([6, 15, 20, 27]);

function hasVerbalFinal(word: string): boolean {
	for (let at = 0; at < word.length; at++) {
		const syllable = word.charCodeAt(at) - 0xac00;
		if (syllable >= 0 && syllable < 11_172 && verbalFinals.has(syllable % 28)) {
			return true;
		}
	}
	return word.includes('없');
}

/** The noun of a token that a document may be about: no form of a verb made of a noun, no number, and more than a syllable with its particles (`씨의`, `년에`). */
export function readTopicNoun(token: Token, whole: ReadonlySet<string>): KoreanNoun | undefined {
	const { folded } = token;
	const isWhole = whole.has(folded);
	return (!isWhole && (nounOfVerb(folded) !== undefined || isNounOfOneSyllable(folded) || adnominal.test(folded))) || number.test(folded)
		? undefined
		: readNoun(token, whole);
}

/** `끄는`, `남은`, `받을`, `그를`: nouns of two syllables end otherwise but for these. And `밝힌`, `보낸`, `가진`, `못한`, as hardly a noun ends. */
const adnominal =
	/^(?:(?!마을|가을|노을|고을|수은|한은|산은)[가-힣][는은을를]|[가-힣]{1,3}[힌낸킨]|가진|만든|숨진|다친|떠난|드러난|나타난|[알열걸올내풀몰틀]린|못[한하해할했][가-힣]{0,3})$/u;
/** `천만`, `수십억`, `3천만원`. */
const number = /^(?:[수몇][십백천]|[십백천][만억조]|[만억]{2})[십백천만억조]*원?[가-힣]?$/u;

/** Words of a document that end as if with a particle (`한들도시철도`), and have one behind them elsewhere (`한들도시철도의`): nothing follows a particle so. */
export function findWholeNouns(tokens: readonly Token[]): Set<string> {
	const whole = new Set<string>();
	for (const { folded } of tokens) {
		if (!endsInHangul(folded)) {
			continue;
		}
		const { stem, particles } = splitParticles(folded);
		if (particles !== '' && (splitParticles(stem).particles !== '' || isNounOfOneSyllable(stem))) {
			whole.add(stem);
		}
	}
	return whole;
}
