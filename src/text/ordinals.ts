/**
 * Numbers with a point behind them, as German writes days, centuries and whoever comes after others (`am 2. März`, `im 19. Jahrhundert`, `der 3. Senat`), and
 * Danish, Norwegian and the others with points did while they wrote months with capitals. Where a month is written small, Unicode's rules end no sentence.
 */

function set(words: string): ReadonlySet<string> {
	return new Set(words.split(' '));
}

/** Months, and what else is counted so, with which no English sentence begins. */
const months = set(
	'januar jänner januari februar feber februari märz maerz marts mai juni juli oktober dezember desember jän okt dez ' +
		'jahrhundert jahrhunderts jahrhunderte jahrhunderten jh jhd jhdt',
);
/** Months that begin English sentences, too. */
const sharedMonths = set('jan feb mar apr april jun jul aug august sep sept september october nov november december');
/** Stand before a number that counts something, which may end its sentence: `stieg auf 12. Mai 2020 war …`. */
const beforeCounts = set('auf bei um rund etwa ca fast über unter als war waren ist sind to at of by was were is are had');
/** German words before an ordinal, of which none is English: `am` is, and stands before months only. */
const beforeOrdinals = set('der dem den vom zum zur beim im ins jedem jeden jede');
const beforeDays = set('am des ab seit bis nach vor');
/** Join two days, and the last items of a list as well. */
const joiners = set('und oder');
/** Begin sentences, and are no noun: of German, and of Danish and Norwegian, which have `den` as well. */
const starters = set(
	'der die das den dem des ein eine einer einem einen er sie es wir ihr ich man und oder aber doch denn dann da dort hier so nun jetzt auch nur noch nach vor seit ' +
		'bis ab bei mit von vom zu zum zur in im am an auf aus für durch gegen ohne um über unter zwischen während wegen wenn weil obwohl dass ob als wie was wer wo ' +
		'danach davor dabei damit daher darum deshalb trotzdem allerdings jedoch außerdem zudem ferner später zuvor bisher dies diese dieser dieses diesem diesen ' +
		'jede jeder jedes alle alles viele einige manche mehrere beide kein keine keiner nicht ihre ihren sein seine seinen unser unsere laut beim ins sowie sodann ' +
		'han hun det jeg jag vi vil men dette denne disse deretter etter efter da når ifølge også siden',
);

/** Whether a text that ends with a number and a point goes on with what is behind it: `vom 2.` with `März 2021 setzte …`. */
export function goesOnBehindOrdinal(before: string, behind: string): boolean {
	// `1./2. Juni`.
	if (/\d\.$/.test(before) && /^\/\d{1,2}\./.test(behind)) {
		return true;
	}
	const number = /(?:^|[^\p{L}\p{N}.,:/]|\d\.\/)(\d{1,3})\.$/u.exec(before);
	const next = /^\p{Lu}\p{L}*/u.exec(behind)?.[0];
	if (number === null || next === undefined) {
		return false;
	}
	const last = (/(\p{L}+)[\s(]+(?:\d{1,2}\.\/)?\d{1,3}\.$/u.exec(before)?.[1] ?? '').toLowerCase();
	const lower = next.toLowerCase();
	const isBehindGerman = beforeOrdinals.has(last) || beforeDays.has(last) || joiners.has(last);
	if (Number(number[1]) <= 31 && (months.has(lower) || sharedMonths.has(lower))) {
		const isGerman = isBehindGerman && !/\bI am \d+\.$/.test(before);
		const hasYear = !beforeCounts.has(last) && /^\p{L}+\.? \d{4}(?!\d)/u.test(behind);
		// `Montag, 2. März`, `2. – 5. März`.
		return isGerman || (months.has(lower) && (hasYear || /[\p{L}.](?:,| [–-]) \d+\.$/u.test(before)));
	}
	return beforeOrdinals.has(last) && next.length > 2 && !starters.has(lower);
}

/** Whether a line that ends so leads on to an ordinal, so that a number with a point at the start of the next line is no item of a list. */
export function leadsToOrdinal(line: string): boolean {
	const last = (/(?:^|[\s(])(\p{L}+)\s*$/u.exec(line)?.[1] ?? '').toLowerCase();
	return beforeOrdinals.has(last) || beforeDays.has(last);
}
