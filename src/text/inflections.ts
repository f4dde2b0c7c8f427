import type { ProseLanguage } from './proseLanguage.ts';

/**
 * Other forms of words in languages that change their ends, folded as `foldWord` has them (`Länder` is `lander`), and only those that a rule is sure
 * enough of to look them up: whether one of them is meant, the list in which it is looked up decides. English needs none, see `singularOf`.
 */

/** The forms that a noun may have besides the one that stands there: of `gesetzes` in German `gesetz`. `isCapital`: German asks for a capital. */
export function listNounForms(folded: string, language: ProseLanguage, isCapital: boolean): readonly string[] {
	switch (language) {
		case 'de':
			return isCapital && folded.length >= minGermanLength && !germanWordsApart.has(folded) ? germanNounForms(folded) : [];
		case 'es':
			return spanishForms(folded);
		case 'fr':
			return frenchForms(folded);
		case 'pt':
			return portugueseForms(folded);
		case 'it':
			return italianForms(folded);
		case 'en':
			return [];
	}
}

/** The forms of an adjective that stands before a noun: of `kunstlichen` in German `kunstliche`, `kunstlicher`, `kunstliches`. */
export function listAdjectiveForms(folded: string, language: ProseLanguage): readonly string[] {
	const stem = language === 'de' && folded.length >= minGermanLength ? /^(.{3,})(?:e|en|em|er|es)$/.exec(folded)?.[1] : undefined;
	return stem === undefined ? [] : ['e', 'en', 'er', 'es'].map((end) => stem + end).filter((form) => form !== folded);
}

/** `Rat` and `Raten`, `Tat` and `Taten`: of shorter words too many are others. */
const minGermanLength = 5;
const minGermanStem = 4;
/** A word that stands in the list in its plural is looked for in the singular only if it is as long as this: `Recht` is not `die Rechte`. */
const minGermanSingular = 7;

/** Words of their own, though another one with this end is too: coal, the rich, costs, masses. */
const germanWordsApart = new Set(
	'kohle kohlen reiche reichen kosten masse massen messe messen waren heide heiden linke linken grune grunen deutsche deutschen'.split(' '),
);

/** Nouns with the plural in `er`, with their vowels folded, and so their compounds: `Bundesländer`. Of others `er` makes somebody: `Handwerker`. */
const germanErNouns =
	/(?:land|amt|haus|buch|kind|bild|feld|geld|gut|glied|dorf|wald|volk|wort|band|dach|bad|blatt|rad|schloss|grab|tal|licht|schild|glas|fass|loch|holz|mann|rand|geist|denkmal|tum|schlecht|spital)$/;

/** `gerichten` → `gericht`, `strassen` → `strasse`, `ministerien` → `ministerium`, `lander` → `land`; `menschenrecht` → `menschenrechte`. */
function germanNounForms(word: string): readonly string[] {
	const forms: string[] = [];
	const add = (stem: string, end = '') => {
		if (stem.length >= minGermanStem) {
			forms.push(stem + end);
		}
	};
	const bare = /^(.+?)(?:es|en|e)$/.exec(word)?.[1];
	if (bare !== undefined) {
		add(bare);
	}
	const behindEn = /^(.+)en$/.exec(word)?.[1];
	if (behindEn !== undefined) {
		for (const end of ['um', 'us', 'a', 'o']) {
			add(behindEn, end);
		}
	}
	if (/(?:en|ern|eln)$/.test(word)) {
		add(word.slice(0, -1));
	}
	const many = /^(.+?)ern?$/.exec(word)?.[1];
	if (many !== undefined && germanErNouns.test(many)) {
		add(many);
	}
	if (word.endsWith('innen')) {
		add(word.slice(0, -3));
	}
	if (word.length >= minGermanSingular) {
		forms.push(`${word}e`, `${word}en`, `${word}n`);
		if (germanErNouns.test(word)) {
			forms.push(`${word}er`);
		}
		if (word.endsWith('ium')) {
			forms.push(`${word.slice(0, -2)}en`);
		}
	}
	return forms;
}

/** `concesiones` → `concesion`, `leyes` → `ley`, `jueces` → `juez`, and back. */
function spanishForms(word: string): readonly string[] {
	if (/^.{2,}ces$/.test(word)) {
		return [`${word.slice(0, -3)}z`];
	}
	if (/[aeiou][lrndjysx]es$/.test(word)) {
		return [word.slice(0, -2)];
	}
	if (word.length >= 3 && /[aeiou]z$/.test(word)) {
		return [`${word.slice(0, -1)}ces`];
	}
	return word.length >= 3 && /[aeiou][lrndjy]$/.test(word) ? [`${word}es`] : [];
}

/** `travaux` → `travail`, `enjeux` → `enjeu`, and back: most plurals `singularOf` knows. */
function frenchForms(word: string): readonly string[] {
	if (/^.{3,}aux$/.test(word)) {
		return [`${word.slice(0, -3)}ail`];
	}
	if (/^.{2,}eux$/.test(word) || word.endsWith('oux')) {
		return [word.slice(0, -1)];
	}
	if (/^.{3,}al$/.test(word)) {
		return [`${word.slice(0, -1)}ux`];
	}
	if (/^.{2,}ail$/.test(word)) {
		return [`${word.slice(0, -2)}ux`];
	}
	return /^.{2,}eu$/.test(word) ? [`${word}x`] : [];
}

/** `concessoes` → `concessao`, `animais` → `animal`, `imagens` → `imagem`, `mulheres` → `mulher`. */
function portugueseForms(word: string): readonly string[] {
	if (/^.{2,}(?:oes|aes|aos)$/.test(word)) {
		return [`${word.slice(0, -3)}ao`];
	}
	if (/^.{2,}[aeou]is$/.test(word)) {
		return [`${word.slice(0, -2)}l`];
	}
	if (/^.{3,}ns$/.test(word)) {
		return [`${word.slice(0, -2)}m`];
	}
	return /^.{2,}[aeiou][rz]es$/.test(word) ? [word.slice(0, -2)] : [];
}

/** `diritti` → `diritto`, `leggi` → `legge`, `acque` → `acqua`, `banche` → `banca`, and back from the singular. */
function italianForms(word: string): readonly string[] {
	if (word.length < minItalianLength) {
		return [];
	}
	const stem = word.slice(0, -1);
	if (/[cg]h[ie]$/.test(word)) {
		return [`${word.slice(0, -2)}${word.endsWith('i') ? 'o' : 'a'}`];
	}
	switch (word.at(-1)) {
		case 'i':
			return [`${stem}o`, `${stem}e`, `${word}o`, ...(stem.endsWith('ist') ? [`${stem}a`] : [])];
		case 'e':
			return [`${stem}a`, `${stem}i`];
		case 'o':
			return [/[cg]o$/.test(word) ? `${stem}hi` : `${stem}i`, ...(stem.endsWith('i') ? [stem] : [])];
		case 'a':
			return [/[cg]a$/.test(word) ? `${stem}he` : `${stem}e`];
		default:
			return [];
	}
}

const minItalianLength = 5;
