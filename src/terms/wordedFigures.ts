import type { Range } from '../text/range.ts';
import { tokenise } from '../text/tokenise.ts';
import { ofWhole, readUnit } from './extraction/figures.ts';
import type { FigureFinding } from './findings.ts';

const small =
	'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const values: ReadonlyMap<string, number> = new Map([
	...small.map((word, at): [string, number] => [word, at + 2]),
	...tens.flatMap((ten, at): [string, number][] => [
		[ten, (at + 2) * 10],
		...['one', ...small.slice(0, 8)].map((one, unit): [string, number] => [`${ten}-${one}`, (at + 2) * 10 + unit + 1]),
	]),
]);

const written = `(?<word>(?:${tens.join('|')})(?:-(?:one|${small.slice(0, 8).join('|')}))?|${[...small].reverse().join('|')})`;

/** Where newspapers spell a number: at the start of a sentence, and below ten of the dead and injured. */
const counted = new RegExp(
	`(?:^|,\\s|\\b(?:killed|injured|wounded|claimed|left)\\s(?:the\\slives\\sof\\s)?)(?<loose>(?:at least|about|around|some|nearly|almost|more than|over)\\s)?${written}\\s(?!hundred|thousand|million|billion|dozen|per\\s)`,
	'iu',
);

/** The number that a sentence without digits spells out with what it counts: `Seventeen people died`, `killed nine miners`; `undefined` if there is none. */
export function readWordedFigure(text: string, sentence: Range): FigureFinding | undefined {
	const told = text.slice(sentence.start, sentence.end);
	const found = counted.exec(told);
	const { word = '', loose } = found?.groups ?? {};
	if (found === null || (found.index === 0 && !/^\p{Lu}/u.test(told) && !loose)) {
		return undefined;
	}
	const start = sentence.start + found.index + found[0].length - word.length - 1;
	const numberEnd = start + word.length;
	const end = numberEnd + (ofWhole.exec(text.slice(numberEnd, numberEnd + 40))?.[0].length ?? 0);
	const unit = readUnit(text, tokenise(text, end, sentence.end), 0, end);
	return (
		unit && {
			value: values.get(word.toLowerCase()) ?? 0,
			unit: unit.unit,
			qualifier: loose?.trim().toLowerCase() ?? null,
			term: null,
			start,
			end: unit.end,
		}
	);
}
