/** `SANA O’NEIL-MCKAY` as somebody's name is written elsewhere: `Sana O’Neil-McKay`. Initials stay; a name that has small letters is returned as it is. */
export function toNameCase(name: string): string {
	return /\p{Ll}/u.test(name)
		? name
		: name
				.split(/(?<=\s)/)
				.map(toWordCase)
				.join('');
}

function toWordCase(word: string): string {
	return /^(?:\p{Lu}\.)+\s?$/u.test(word)
		? word
		: word
				.toLowerCase()
				.replace(/^mc(?=\p{Ll}{2})/u, 'mc-')
				.replace(/(?:^|[-'’.])\p{Ll}/gu, (letter) => letter.toUpperCase())
				.replace(/^Mc-/, 'Mc');
}
