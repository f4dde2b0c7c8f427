import { franc } from 'franc';

/**
 * The language of a text as BCP 47 (`en`, `ko`, `zh`), told by its script where that is enough, else by franc on the first 2,000 letters.
 * Null if the text is too short to tell, or two languages are about as likely. `declared` is what the document says of itself (`lang`); it is
 * believed if the text does not plainly speak against it, because templates declare English for everything.
 */
export function findLanguage(text: string, declared: string | null): string | null {
	const sample = takeSample(text);
	const byScript = findByScript(sample);
	const plausible = declared && toTag(declared);
	if (byScript) {
		return plausible && baseOf(plausible) === byScript ? plausible : byScript;
	}
	if (plausible && !isWrittenIn(sample, baseOf(plausible))) {
		return identify(sample);
	}
	const identified = identify(sample);
	if (plausible && (!identified || baseOf(plausible) === identified || sample.length < 400)) {
		return plausible;
	}
	return identified;
}

/** franc and eld agree from about here on; below, franc is right in 91 % of sentences only. */
const minLetters = 60;
const sampleLength = 2000;

/** Letters and spaces from the beginning and the middle, so that a foreign first page does not decide alone. */
function takeSample(text: string): string {
	const middle = text.length > 4 * sampleLength ? text.slice(text.length >> 1, (text.length >> 1) + sampleLength) : '';
	return `${text.slice(0, 2 * sampleLength)} ${middle}`
		.replace(/[^\p{L}\p{M}]+/gu, ' ')
		.trim()
		.slice(0, 2 * sampleLength);
}

/** Scripts that one language nearly owns. Shares are of all letters. */
function findByScript(sample: string): string | null {
	const letters = countOf(sample, /\p{L}/gu);
	if (letters < 2) {
		return null;
	}
	const share = (pattern: RegExp) => countOf(sample, pattern) / letters;
	const kana = share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
	const han = share(/\p{Script=Han}/gu);
	if (share(/\p{Script=Hangul}/gu) > 0.3) {
		return 'ko';
	}
	if (kana + han > 0.3) {
		// Japanese always carries kana; a Chinese text may quote a few.
		return kana > 0.05 * (kana + han) ? 'ja' : 'zh';
	}
	if (share(/\p{Script=Cyrillic}/gu) > 0.5 && letters >= minCyrillicLetters) {
		const language = findByCyrillicLetters(sample);
		if (language) {
			return language;
		}
	}
	for (const [language, pattern] of ownScripts) {
		if (share(pattern) > 0.5) {
			return language;
		}
	}
	return null;
}

const minCyrillicLetters = 20;

/** Letters that only one of the large Cyrillic languages has; franc takes Russian sentences for Bulgarian. */
function findByCyrillicLetters(sample: string): string | null {
	const text = sample.toLowerCase();
	if (text.includes('ў')) {
		return 'be';
	}
	if (/[їєґ]/.test(text)) {
		return 'uk';
	}
	return /[ыэ]/.test(text) && !/[іңғқөүұһӣӯҷ]/.test(text) ? 'ru' : null;
}

const ownScripts: readonly (readonly [string, RegExp])[] = [
	['th', /\p{Script=Thai}/gu],
	['el', /\p{Script=Greek}/gu],
	['he', /\p{Script=Hebrew}/gu],
	['ka', /\p{Script=Georgian}/gu],
	['hy', /\p{Script=Armenian}/gu],
	['km', /\p{Script=Khmer}/gu],
	['lo', /\p{Script=Lao}/gu],
	['my', /\p{Script=Myanmar}/gu],
	['am', /\p{Script=Ethiopic}/gu],
	['ta', /\p{Script=Tamil}/gu],
	['te', /\p{Script=Telugu}/gu],
	['bn', /\p{Script=Bengali}/gu],
];

/** Whether the letters are of a script in which the language is written; only said for the few where a wrong declaration is common. */
function isWrittenIn(sample: string, language: string): boolean {
	const letters = countOf(sample, /\p{L}/gu);
	if (letters < 10) {
		return true;
	}
	const script = nonLatin.get(language) ?? /\p{Script=Latin}/gu;
	return countOf(sample, script) >= letters * 0.3;
}

const nonLatin = new Map<string, RegExp>([
	['ko', /\p{Script=Hangul}/gu],
	['ja', /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu],
	['zh', /\p{Script=Han}/gu],
	...['ru', 'uk', 'bg', 'sr', 'mk', 'be', 'kk', 'ky', 'mn', 'tg'].map((tag) => [tag, /[\p{Script=Cyrillic}\p{Script=Latin}]/gu] as const),
	...['ar', 'fa', 'ur', 'ps', 'ug', 'ku'].map((tag) => [tag, /[\p{Script=Arabic}\p{Script=Latin}]/gu] as const),
	...['hi', 'mr', 'ne', 'sa'].map((tag) => [tag, /\p{Script=Devanagari}/gu] as const),
	...ownScripts,
	...['yi', 'ti', 'pa', 'gu', 'kn', 'ml', 'si', 'or', 'as', 'bo', 'dv', 'chr'].map((tag) => [tag, /\p{L}/gu] as const),
]);

/** ISO 639-3, as franc says it, to BCP 47. Only languages that a researcher's folder may well hold; more would cost accuracy on short texts. */
const knownLanguages = new Map<string, string>([
	['eng', 'en'],
	['deu', 'de'],
	['fra', 'fr'],
	['spa', 'es'],
	['por', 'pt'],
	['ita', 'it'],
	['nld', 'nl'],
	['dan', 'da'],
	['swe', 'sv'],
	['nob', 'nb'],
	['nno', 'nn'],
	['fin', 'fi'],
	['pol', 'pl'],
	['ces', 'cs'],
	['slk', 'sk'],
	['hun', 'hu'],
	['ron', 'ro'],
	['hrv', 'hr'],
	['slv', 'sl'],
	['est', 'et'],
	['lit', 'lt'],
	['lav', 'lv'],
	['tur', 'tr'],
	['vie', 'vi'],
	['ind', 'id'],
	['tgl', 'tl'],
	['cat', 'ca'],
	['rus', 'ru'],
	['ukr', 'uk'],
	['bul', 'bg'],
	['srp', 'sr'],
	['mkd', 'mk'],
	['bel', 'be'],
	['arb', 'ar'],
	['pes', 'fa'],
	['urd', 'ur'],
	['hin', 'hi'],
	['mar', 'mr'],
	['npi', 'ne'],
	['swh', 'sw'],
	['als', 'sq'],
	['isl', 'is'],
	['afr', 'af'],
]);

function identify(sample: string): string | null {
	if (sample.length < minLetters) {
		return null;
	}
	const found = franc(sample.slice(0, sampleLength), { only: [...knownLanguages.keys()], minLength: minLetters });
	const language = knownLanguages.get(found) ?? null;
	return language === null || hasItsWords(sample, language) ? language : null;
}

/** The commonest words of languages that franc finds in names, lists and code; no text of them is without. */
const commonWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
	[
		[
			'fr',
			'le la les des une un est et que qui pour dans sur par au aux du de en ne pas plus ce cette il elle ils sont avec se son sa ses nous vous je',
		],
		[
			'de',
			'der die das den dem des ein eine und ist sind war nicht mit von zu im in auf für als auch sich es er sie wir ich an bei aus nach wie',
		],
		['es', 'el la los las de del que y en un una es se por con para no su al lo como más sus fue son'],
		['pt', 'o a os as de do da dos das que e em um uma é se por com para não no na seu sua ao como mais foi são'],
		['it', 'il lo la i gli le di del della che e in un una è si per con non da al alla come più sono nel nella'],
		['nl', 'de het een en van in is op te dat die voor met zijn niet aan er om ook als bij door naar uit'],
		['ca', 'el la els les de del que i en un una és es per amb no al com més seu seva va són'],
		['tr', 've bir bu için ile de da ne gibi daha çok olarak olan ki o en kadar sonra olduğu'],
		['ro', 'și de la în a cu pe o un nu se că din care este sunt mai pentru ce'],
	].map(([language = '', words = '']): [string, ReadonlySet<string>] => [language, new Set(words.split(' '))]),
);
/** So many words in a hundred must be such ones. In prose it is one in three. */
const minCommonShare = 0.05;

function hasItsWords(sample: string, language: string): boolean {
	const common = commonWords.get(language);
	if (!common) {
		return true;
	}
	const words = sample.slice(0, sampleLength).toLowerCase().split(' ');
	return words.filter((word) => common.has(word)).length >= Math.max(1, words.length * minCommonShare);
}

/** A well formed tag, with its parts in the usual case (`en-us` → `en-US`); null for what is none. */
function toTag(declared: string): string | null {
	const value = declared.trim().replaceAll('_', '-');
	if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(value)) {
		return null;
	}
	try {
		return Intl.getCanonicalLocales(value)[0] ?? null;
	} catch (error) {
		if (error instanceof RangeError) {
			return null;
		}
		throw error;
	}
}

function baseOf(tag: string): string {
	return tag.split('-')[0] ?? tag;
}

function countOf(text: string, pattern: RegExp): number {
	return (text.match(pattern) ?? []).length;
}
