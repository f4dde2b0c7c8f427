/** The shipped list of English words, packed by `scripts/wordList.mjs` out of dictionary-en when bundling; opened by `wordList.ts`. */
declare module 'dossier:words-en' {
	export const packedEnglishWords: string;
}
