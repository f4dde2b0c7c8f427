/** A number as an office document writes it; `format` is Word's word for the way of numbering (ECMA-376, ST_NumberFormat). Unknown ways give figures. */
export function formatNumber(number: number, format: string): string {
	switch (format) {
		case 'none':
			return '';
		case 'lowerRoman':
			return toRoman(number).toLowerCase();
		case 'upperRoman':
			return toRoman(number);
		case 'lowerLetter':
			return toLetters(number).toLowerCase();
		case 'upperLetter':
			return toLetters(number);
		case 'decimalZero':
			return String(number).padStart(2, '0');
		case 'ordinal':
			return `${number}${ordinalEnding(number)}`;
		default: {
			const letters = series.get(format);
			return letters?.[number - 1] ?? String(number);
		}
	}
}

/** Ways of numbering that count through a list of characters. */
const series: ReadonlyMap<string, readonly string[]> = new Map(
	(
		[
			['ganada', '가나다라마바사아자차카타파하'],
			['chosung', 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'],
			['decimalEnclosedCircle', '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'],
			['decimalEnclosedCircleChinese', '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'],
			['japaneseCounting', '一二三四五六七八九十'],
			['chineseCounting', '一二三四五六七八九十'],
			['chineseCountingThousand', '一二三四五六七八九十'],
			['ideographDigital', '一二三四五六七八九'],
			['ideographTraditional', '甲乙丙丁戊己庚辛壬癸'],
			['aiueo', 'アイウエオカキクケコサシスセソタチツテト'],
			['iroha', 'イロハニホヘトチリヌルヲ'],
			['russianLower', 'абвгдежзиклмнопрстуфхцчшщыэюя'],
			['russianUpper', 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ'],
			['hebrew1', 'אבגדהוזחטי'],
			['arabicAlpha', 'أبتثجحخدذر'],
		] as const
	).map(([name, letters]) => [name, [...letters]]),
);

const romanSteps: readonly (readonly [number, string])[] = [
	[1000, 'M'],
	[900, 'CM'],
	[500, 'D'],
	[400, 'CD'],
	[100, 'C'],
	[90, 'XC'],
	[50, 'L'],
	[40, 'XL'],
	[10, 'X'],
	[9, 'IX'],
	[5, 'V'],
	[4, 'IV'],
	[1, 'I'],
];

/** Beyond 3,999 in figures. */
function toRoman(number: number): string {
	if (number < 1 || number > 3999) {
		return String(number);
	}
	let rest = number;
	let text = '';
	for (const [value, letters] of romanSteps) {
		while (rest >= value) {
			text += letters;
			rest -= value;
		}
	}
	return text;
}

/** A to Z, then AA to ZZ with the same letter twice, as Word counts. */
function toLetters(number: number): string {
	const round = Math.ceil(number / 26);
	return number < 1 || round > 10 ? String(number) : String.fromCharCode(65 + ((number - 1) % 26)).repeat(round);
}

function ordinalEnding(number: number): string {
	const isTeen = Math.floor(number / 10) % 10 === 1;
	return isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
}
