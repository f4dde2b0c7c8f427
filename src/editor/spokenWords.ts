/**
 * Whether a sentence is given in the words of a speaker: it begins with a quotation mark. Else it reports what somebody says, in the words of the
 * document's author, and must not be put into the speaker's mouth.
 */
export function isSpoken(sentence: string): boolean {
	return /^\s*[“"‘«「]/.test(sentence);
}
