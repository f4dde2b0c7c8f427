/** Numbers of Korean in digits and words, which people write with or without a space before what they count: `3만 명` and `3만명`, `제9조 제1항` and `제9조제1항`. */

/** The words behind digits that are part of the number, and 여, which is "more than". 조 is a trillion, but not in 조건, a condition, and 조장, who leads a group. */
const numeral = /^(?:[십백천]?(?:[만억]|조(?![건장]))(?:[십백천]?[만억])?|[백천])?여?/u;

/** What is counted so. Anything else behind such a word may be the rest of another one: `3조각` are three pieces, `3만큼` is as much as three. */
const counted =
	/^(?:명|원|달러|엔|유로|위안|파운드|프랑|루블|루피|페소|톤|개|대(?!로)|건|가구|세대|평|미터|킬로|리터|제곱|세제곱|헥타르|주(?!의)|권|부(?!터)|장|마리|그루|표|배|년|시간|회|곳|쪽|인(?![가데지]))/u;

/** What a number counts in a law, before what opens the next one. */
const unitOfLaw = /^[편장절관조항호](?=제$)/u;

/** What a number counts, before a particle with which it would be another word: 항의 is a protest, 명의 a name. */
const unitWithParticle = /^[편장절관조항호명회개대원부주시인건권](?=의$)/u;

/** Where the Hangul at `[start, end)` of a run of letters and digits is parted behind what belongs to the number before it. */
export function partNumeral(run: string, start: number, end: number): readonly number[] {
	if (!isDigit(run.charAt(start - 1))) {
		return [];
	}
	const behind = run.slice(start, Math.min(end, start + maxLooked));
	const length = numeral.exec(behind)?.[0].length ?? 0;
	const isNumeralFirst = length > 0 && counted.test(behind.slice(length));
	const at = isNumeralFirst ? length : 0;
	const isUnit = unitWithParticle.test(behind.slice(at)) || (at === 0 && isDigit(run.charAt(end)) && unitOfLaw.test(behind));
	return [...(isNumeralFirst ? [start + length] : []), ...(isUnit ? [start + at + 1] : [])];
}

/** Whether a word is such a part of a number. */
export function isNumeral(folded: string): boolean {
	return folded !== '' && numeral.exec(folded)?.[0] === folded;
}

/** The longest number in words, and the longest word for what is counted. */
const maxLooked = 8;

function isDigit(character: string): boolean {
	return /^\p{Nd}$/u.test(character);
}
