import { isDigit } from './digitGroups.ts';
import type { Token } from './tokenise.ts';

/**
 * Numbers that are written together with what they count, or with what says which kind of number they are: `25km`, `7pm`, `€1.4m`, `v2.3.1`,
 * `2021-03-04T10:15`. Each is one token; who asks for `25 km`, `2.3.1` or `2021-03-04` means it too. Names with digits stay whole: `H5N1`, `A4`, `4x4`, `20th`.
 */
interface NumberWord {
	/** As folded. */
	readonly number: string;
	/** What stands behind the number: a unit, or a second number. */
	readonly behind: string | undefined;
}

/** Of hostile texts no longer words are looked at. UTF-16 units. */
const maxLength = 16;

/** What is written right behind numbers. Of single letters those that mostly count: `5s`, `4k` and `3d` are names. */
const units: ReadonlySet<string> = new Set(
	(
		'am pm hr hrs min mins sec ms h km m cm mm nm μm ft yd mi mph kmh kph kt kts kg g mg μg kt mt gt lb lbs oz ha m2 km2 cm2 m3 km3 cm3 l ml cl hl ' +
		'kw mw gw tw kwh mwh gwh twh kv hz khz mhz ghz db kb mb gb tb mbps gbps bit px dpi ppm ppb psi bar kpa hpa mn mln bn tn'
	).split(' '),
);
const scales: ReadonlyMap<string, string> = new Map([
	['m', 'million'],
	['mn', 'million'],
	['mln', 'million'],
	['bn', 'billion'],
	['tn', 'trillion'],
]);

/** The words, folded, as which a token of a text counts besides itself; none for nearly all. `25km` is `25` and `km` as well, `$4m` is `million` too. */
export function wordsOfNumber(text: string, token: Token): readonly string[] {
	const found = readNumberWord(text, token);
	if (found === undefined) {
		return none;
	}
	const { number, behind } = found;
	if (behind === undefined) {
		return [number];
	}
	const scale = scales.get(behind);
	const isMoney = scale !== undefined && (behind !== 'm' || money.test(text.slice(Math.max(0, token.start - 14), token.start)));
	if (isMoney) {
		return [number, behind, scale];
	}
	return isName(text, token, behind) ? none : [number, behind];
}

/** The rows of words as which a token that is asked for may stand as well: `25` `km` for `25km`, `7` `pm` or `7` `p` `m` for `7pm`. */
export function rowsOfNumber(text: string, token: Token): readonly (readonly string[])[] {
	const found = readNumberWord(text, token);
	if (found === undefined) {
		return none;
	}
	const { number, behind } = found;
	if (behind === undefined) {
		return [[number]];
	}
	const scale = scales.get(behind);
	const spelt = scale !== undefined ? [[number, scale]] : behind === 'am' || behind === 'pm' ? [[number, behind.charAt(0), 'm']] : [];
	// Who asks for `1.4M` means no name.
	const isDecimal = /^\d[.,]$/.test(text.slice(Math.max(0, token.start - 2), token.start));
	return isName(text, token, behind) && !isDecimal ? spelt : [[number, behind], ...spelt];
}

/** One letter in capitals is a name: `5G`. */
function isName(text: string, token: Token, behind: string): boolean {
	return behind.length === 1 && text.charAt(token.end - 1) !== behind;
}

const none: readonly never[] = [];

/** An amount of money before the number that ends it: `$`, `€ 1.`. */
const money = /\p{Sc}[ \u00a0]?[\d.,]*$/u;

function readNumberWord(text: string, { start, end, folded }: Token): NumberWord | undefined {
	if (!isDigit(folded.charCodeAt(0))) {
		const isVersion =
			folded.charCodeAt(0) === smallV &&
			isDigit(folded.charCodeAt(1)) &&
			/^v\d{1,4}$/.test(folded) &&
			/^\.\d/.test(text.slice(end, end + 2));
		return isVersion ? { number: folded.slice(1), behind: undefined } : undefined;
	}
	const digits = countDigits(folded);
	if (digits === folded.length || folded.length > maxLength) {
		return undefined;
	}
	const number = folded.slice(0, digits);
	const behind = folded.slice(digits);
	if (digits <= 2 && /^[ht]\d{2}$/.test(behind)) {
		// The letter of `04T10:15` stands between a date and a time only.
		const isTime = behind.startsWith('h') || (text.charAt(start - 1) === '-' && text.charAt(end) === ':');
		return isTime ? { number, behind: behind.slice(1) } : undefined;
	}
	if (/^v\d{1,2}$/.test(behind)) {
		// The version of a preprint: `2101.00001v2`.
		return text.charAt(start - 1) === '.' ? { number, behind: undefined } : undefined;
	}
	return units.has(behind) ? { number, behind } : undefined;
}

function countDigits(folded: string): number {
	let count = 1;
	while (isDigit(folded.charCodeAt(count))) {
		count++;
	}
	return count;
}

const smallV = 0x76;
