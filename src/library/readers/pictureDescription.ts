/** What office programs write by themselves, in the languages of their user interface. */
const guessed =
	/automatically generated|automatisch (?:generiert|erstellt)|automatiquement|automáticamente|automaticamente|automatisch gegenereerd|자동으로 생성|自动生成|自動的に生成/i;

/** Whether what is said of a picture for those who do not see it is said by somebody: words, no address, and not what a program guesses. */
export function isDescription(text: string): boolean {
	return (
		/\S\s+\S+\s+\S/.test(text.slice(0, 500)) && !/^\s*(?:https?:|www\.|file:|[a-z]:\\)/i.test(text) && !guessed.test(text.slice(0, 4096))
	);
}
