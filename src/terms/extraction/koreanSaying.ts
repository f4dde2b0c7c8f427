import type { Token } from '../../text/tokenise.ts';
import { findSentenceIndex, type Reading } from './reading.ts';

/** Stems of verbs of saying, and the endings in which a sentence closes with them. */
const saying =
	/(?:밝|말|주장|설명|전|덧붙|강조|지적|비판|반박|부인|보고|발표|추정|추산|보도|경고|일축|촉구|요구|인정|해명|답|우려|호소|제안|약속|다짐|선언|시인|증언|진술|평가|분석|예상|전망|당부|반발|질타|항의|토로|회상)(?:혔다|힌다|혔습니다|했다|한다|했습니다|합니다|였다|인다|였습니다|하고있다)[.。”"’」]*$/u;

/** `환영한다고 했다`, `없다고 적었다`: verbs that tell what somebody says where its words end before them. */
const sayingBehindWords = /^(?:(?:했|적었|썼|물었|되물었|알렸|보았|봤)(?:다|습니다)|본다|봅니다)[.。”"’」]*$/u;
const endOfWords = /[다라자냐]고$/u;

/** Whether a sentence that ends in `verb` says what somebody says; `before` is the word before it. */
export function isSaying(before: Token | undefined, verb: Token): boolean {
	return saying.test(verb.folded) ? !isMeaning(before, verb) : sayingBehindWords.test(verb.folded) && endOfWords.test(before?.folded ?? '');
}

/** `… 것을 말한다`: this is what a word means, nobody says it. */
function isMeaning(object: Token | undefined, verb: Token): boolean {
	return /^말(?:한다|합니다)/.test(verb.folded) && /[을를]$/.test(object?.folded ?? '');
}

/** Whether the sentence of the token at `at` ends so. */
export function endsInSaying(reading: Reading, at: number): boolean {
	const end = reading.firstTokens[findSentenceIndex(reading, reading.tokens[at]?.start ?? 0) + 1] ?? 0;
	const verb = reading.tokens[end - 1];
	return verb !== undefined && isSaying(reading.tokens[end - 2], verb);
}
