import assert from 'node:assert/strict';
import type { Card } from '../../../src/terms/card.ts';
import { findTermAt, findTerms } from '../../../src/terms/matcher.ts';
import { findProse } from '../../../src/terms/noteProse.ts';
import { type FormMode, type TermForm, TermTable } from '../../../src/terms/termTable.ts';
import { packTermTable } from '../../../src/terms/termTableBuilder.ts';

function cardOf(term: string): Card {
	return {
		term,
		kind: 'concept',
		aliases: [],
		expansion: null,
		own: null,
		definition: null,
		evidence: [],
		figures: [],
		disagreements: [],
		related: [],
		mentions: 1,
		documents: 1,
	};
}

/** `massage parlor` is a phrase, `=WHO` an acronym, `^Kim Yeo-ni` a form with capitals, `!x` excluded words. Every form has its own card. */
function tableOf(forms: readonly string[]): TermTable {
	const modes = new Map<string, FormMode>([
		['=', 'acronym'],
		['^', 'capital'],
		['!', 'phrase'],
	]);
	const packed = forms.map((form, at): TermForm => {
		const mode = modes.get(form[0] ?? '');
		const text = mode === undefined ? form : form.slice(1);
		return { text, cardIndex: form.startsWith('!') ? -1 : at, mode: mode ?? 'phrase' };
	});
	return TermTable.open(
		packTermTable(
			packed.map((form) => cardOf(form.text)),
			packed,
		),
	);
}

/** Expected are the texts of the matches, in order; `=> form` behind one names the form it is a match of. */
function check(name: string, forms: readonly string[], note: string, expected: readonly string[]): void {
	it(name, () => {
		const table = tableOf(forms);
		const prose = findProse(note, 'markdown');
		const matches = findTerms(table, note, prose);
		const found = matches.map((match, at) => {
			const text = note.slice(match.start, match.end);
			return expected[at]?.includes(' => ') ? `${text} => ${table.getCard(match.cardIndex).term}` : text;
		});
		assert.deepEqual(found, expected);
		let end = 0;
		for (const match of matches) {
			assert.ok(match.start >= end && match.end > match.start && match.end <= note.length);
			end = match.end;
			assert.deepEqual(findTermAt(table, note, prose, match.start), match);
			assert.deepEqual(findTermAt(table, note, prose, match.end - 1), match);
		}
	});
}

describe('matcher', () => {
	describe('English forms', () => {
		check('finds a term as written', ['massage parlor'], 'a massage parlor here', ['massage parlor']);
		check('in any case and number', ['massage parlor'], 'Massage Parlors, massage parlor', ['Massage Parlors', 'massage parlor']);
		check('a plural form finds the singular', ['Korean massage parlors'], 'one Korean massage parlor', ['Korean massage parlor']);
		check('head-first plurals', ['attorney general'], 'two attorneys general met', ['attorneys general']);
		check('in all spellings', ['labour organisation', 'care center'], 'Labor organizations, care centres', [
			'Labor organizations',
			'care centres',
		]);
		check('joined, in all spellings', ['data center', 'plow-horse'], 'a datacentre, plowhorse and plough horse', [
			'datacentre',
			'plowhorse',
			'plough horse',
		]);
		check('places in all spellings', ['^Pearl Harbor'], 'Pearl Harbour, pearl harbour', ['Pearl Harbour']);
		check('people who are spelt as words are', ['^Edward Grey'], 'Edward Grey, Edward Gray', ['Edward Grey']);
		check('what only ends alike is no spelling', ['prize committee', 'tour'], 'a prise committee, tor', []);
		check('leaves out possessives', ['Polaris Project'], "the Polaris Project's and Polaris Project’s view", [
			'Polaris Project',
			'Polaris Project',
		]);
		check('possessive of a plural', ['sex worker'], 'the sex workers’ union', ['sex workers']);
		check('over a line break', ['Korean massage parlor'], 'Korean\nmassage parlors', ['Korean\nmassage parlors']);
		check('over a Windows line break', ['Korean massage parlor'], 'Korean\r\nmassage parlors', ['Korean\r\nmassage parlors']);
		check('over a quoted line break', ['Korean massage parlor'], '> the Korean\n> massage parlors', ['Korean\n> massage parlors']);
		check('not over an empty line', ['Korean massage parlor'], 'Korean\n\nmassage parlors', []);
		check('not over a sentence end', ['massage parlor'], 'They give a massage. Parlor games.', []);
		check('not over a comma', ['massage parlor'], 'massage, parlor', []);
		check('over emphasis', ['Korean massage parlor'], '**Korean** _massage_ parlors', ['Korean** _massage_ parlors']);
		check('over tags', ['Korean massage parlor'], '<b>Korean</b> <i>massage</i> parlors', ['Korean</b> <i>massage</i> parlors']);
		check('hyphen and space', ['long-term care'], 'long term care, long-term care', ['long term care', 'long-term care']);
		check('hyphenated form joined', ['whistle-blower'], 'whistleblowers and whistle blowers', ['whistleblowers', 'whistle blowers']);
		check('joined form hyphenated', ['whistleblower'], 'a whistle-blower', ['whistle-blower']);
		check('spaced form joined', ['policy maker'], 'Policymakers', ['Policymakers']);
		check('joined form spaced', ['whistleblower'], 'whistle blowers', ['whistle blowers']);
		check('a hyphen left out inside of a form', ['non-governmental organization'], 'nongovernmental organizations', [
			'nongovernmental organizations',
		]);
		check('small words are not joined', ['therapist', 'offset'], 'the rapist is off set', []);
		check('names are not joined', ['Strangelove'], 'Strange Love', []);
		check('the opposite', ['violence'], 'non-violence and violence', ['violence']);
		check('over the mark of a footnote', ['massage parlor'], 'massage[^1] parlor', ['massage[^1] parlor']);
		check('not over two items of a list', ['massage parlor'], '- massage\n- parlor', []);
		check('an elided article', ['coup d’état'], "a coup d'etat", ["coup d'etat"]);
		check('a point inside', ['Node.js'], 'Node.js, node js', ['Node.js']);
		check('signs behind', ['C++', 'C#'], 'C, C++ and C#', ['C++', 'C#']);
		check('a number of a law', ['Rule 12(b)(6)', 'policy'], 'under Rule 12(b)(6), Rule 12(b)(7), Rule 12 b 6, policy(6)', [
			'Rule 12(b)(6)',
			'policy',
		]);
		check('a case at law', ['Smith v. Jones'], 'Smith v. Jones, Smith v Jones, Smith. Jones', ['Smith v. Jones', 'Smith v Jones']);
		check('signs of two letters', ['=pH', '=dB'], 'pH 7, PH 123, ph, 3 dB, DB', ['pH', 'dB']);
		check('somebody of that name', ['millet'], 'Mr Millet, Dr. Millet and Millet, millet', ['Millet', 'millet']);
		check('part of a number', ['version 2'], 'version 2.5, version 2.', ['version 2']);
		check('names of files and variables', ['kmp'], 'kmp.pdf my_kmp _kmp_', ['kmp']);
		check('accents', ['São Tomé'], 'Sao Tome and São Tomé', ['Sao Tome', 'São Tomé']);
		check('decomposed accents', ['São Tomé'], 'São Tomé'.normalize('NFD'), ['São Tomé'.normalize('NFD')]);
		check('curly and straight apostrophes', ["women's rights"], 'women’s rights', ['women’s rights']);
		check('the longest wins', ['gender', 'gender equality', 'Ministry of Gender Equality'], 'the Ministry of Gender Equality said', [
			'Ministry of Gender Equality',
		]);
		check('a longer one that starts later wins', ['sex worker', 'worker rights movement'], 'the sex worker rights movement', [
			'worker rights movement',
		]);
		check('no part of a word', ['policy'], 'policyholder and policies', ['policies']);
		check('initials with points', ['^George W. Bush'], 'George W. Bush and George W Bush', ['George W. Bush', 'George W Bush']);
		check('an ampersand must be there', ['Johnson & Johnson'], 'Johnson & Johnson, Johnson Johnson', ['Johnson & Johnson']);
	});
	describe('case', () => {
		check('an acronym is not its word', ['=WHO'], 'who said so? WHO.', ['WHO']);
		check('an acronym with its plural', ['=KMP'], "KMPs, KMP's, kmps, KMPS", ['KMPs', 'KMP']);
		check('an acronym whose plural looks Latin', ['=RCU', '=BIS'], 'RCUs and BISs, rcus', ['RCUs', 'BISs']);
		check('an acronym in a shouted line', ['=WHO'], 'THOSE WHO KNOW', []);
		check('an acronym with points', ['=US'], 'the U.S. army, U. S, U S, us', ['U.S.']);
		check('an acronym without its points', ['=U.N.'], 'the UN and U.N. said', ['UN', 'U.N.']);
		check('an acronym behind non-', ['=EU'], 'non-EU', ['EU']);
		check('an acronym in a line all in capitals', ['=ACT'], 'TIME TO ACT NOW, the ACT', ['ACT']);
		check('an acronym written as a name', ['=NATO', '=CARE'], 'to Nato. Nato is. A Care', ['Nato']);
		check('an acronym with a number', ['=COVID-19'], 'Covid 19, COVID19, covid-19', ['Covid 19', 'COVID19', 'covid-19']);
		check('an acronym with a mark', ['=R&D'], 'R&D, R, D', ['R&D']);
		check('full width letters', ['=KMP', 'massage parlor'], 'ＫＭＰｓ and ｍａｓｓａｇｅ parlors', ['ＫＭＰｓ', 'ｍａｓｓａｇｅ parlors']);
		check('soft hyphens and hard ones', ['Kim Yeo-ni'], 'Kim Yeo‑ni, Kim Y\u00adeo-ni', ['Kim Yeo‑ni', 'Kim Y\u00adeo-ni']);
		check('an acronym with points', ['=U.S.'], 'the U.S. and us', ['U.S.']);
		check('a name of one word', ['^Philippines'], 'the Philippines, a Philippine ship, philippines', ['Philippines']);
		check('a person', ['^Will Power'], 'will power and Will Power', ['Will Power']);
		check('an acronym in Hangul text', ['=OECD'], 'OECD는 OECD에서 OECD국가', ['OECD', 'OECD']);
	});
	describe('Korean', () => {
		check('particles', ['정부'], '정부는 정부가 정부에서도 정부', ['정부', '정부', '정부', '정부']);
		check('particles that do not agree', ['정부'], '정부은 정부이', []);
		check('another word', ['정부', '감사'], '행정부는 감사합니다', []);
		check('a verb of wish', ['보고', '광고'], '보고 싶은 사람, 광고 싶은, 보고는 광고 수', ['보고', '광고']);
		check('several words', ['여성가족부'], '여성 가족부는, 여성가족부가', ['여성 가족부', '여성가족부']);
		check('a spaced form joined', ['내부 고발자'], '내부고발자를 내부 고발자들에게', ['내부고발자', '내부 고발자']);
		check('a compound in several words', ['자활지원센터'], '자활 지원 센터로', ['자활 지원 센터']);
		check('a determiner is no part of it', ['이사회'], '이 사회는', []);
		check('a person and the copula', ['피해자', '한국'], '피해자인 여성, 한국인 여성, 피해자인.', ['피해자']);
		check('decomposed', ['정부'], '정부는'.normalize('NFD'), ['정부'.normalize('NFD')]);
	});
	describe('words of other languages in other forms', () => {
		const german = ['Bundestag', 'Ministerium', 'künstliche Intelligenz', '^Nordheimer Rechnungshof', 'Report', 'Klage', 'Menschenrechte'];
		check('German cases and plurals', german, 'Die Rede des Bundestages, in den Ministerien und des Ministeriums.', [
			'Bundestages => Bundestag',
			'Ministerien => Ministerium',
			'Ministeriums => Ministerium',
		]);
		check('German adjectives', german, 'Mit der künstlichen Intelligenz und ohne künstliche Intelligenz.', [
			'künstlichen Intelligenz',
			'künstliche Intelligenz',
		]);
		check('German names in the genitive', german, 'Das ist ein Bericht des Nordheimer Rechnungshofs und des Nordheimer Rechnungshofes.', [
			'Nordheimer Rechnungshofs',
			'Nordheimer Rechnungshofes',
		]);
		check('a plural form finds the German singular', german, 'Das ist ein Menschenrecht und nicht mehr.', ['Menschenrecht']);
		check('no verb, no one who does it', german, 'Wir klagen nicht, und der Reporter ist mit den Reportern da.', []);
		check('no German word in English', german, 'The Ministerien of the Bundestages and the reporter.', []);
		check('an adjective alone is no term', ['Deutsche'], 'Mit dem deutschen Volk und den anderen.', []);
		check('Spanish plurals', ['ley', 'concesión hídrica'], 'Las leyes de la nación y las concesiones hídricas.', [
			'leyes',
			'concesiones hídricas',
		]);
		check('no other Spanish word', ['ley', 'informe'], 'La leyenda del informal y el leyente de la villa.', []);
		check('French plurals', ['travail forcé', 'enjeu'], 'Les travaux forcés et les enjeux de la loi.', ['travaux forcés', 'enjeux']);
		check('a heading is in the language of the note', ['Gesetz'], 'Das ist die Lage der Dinge und nicht mehr.\n\n# Gesetze\n', ['Gesetze']);
	});
	describe('Chinese and Japanese', () => {
		check('without spaces', ['人工知能'], '日本の人工知能は', ['人工知能']);
		check('two characters only as a word', ['東京'], '東京に行く', ['東京']);
		check('Katakana as a whole word', ['データ'], 'データとデータベース', ['データ']);
		check('one of a longer word', ['京'], '東京に行く', []);
	});
	describe('excluded words', () => {
		check('are not recognised, nor a part of them', ['interest', '!interest rate'], 'interest rates and interest', ['interest']);
	});
	describe('the caret', () => {
		const table = tableOf(['Polaris Project']);
		const note = 'The Polaris Project, here.';
		const at = (offset: number) => findTermAt(table, note, [{ start: 0, end: note.length }], offset);
		it('is answered inside and just behind a term, not before it or beyond', () => {
			assert.deepEqual(
				[3, 4, 10, 18, 19, 20].map((offset) => at(offset) !== undefined),
				[false, true, true, true, true, false],
			);
		});
	});
	it('gives each match the card of its form', () => {
		const table = tableOf(['=KMP', 'massage parlor']);
		const note = 'KMPs are massage parlors';
		const terms = findTerms(table, note, [{ start: 0, end: note.length }]).map((match) => table.getCard(match.cardIndex).term);
		assert.deepEqual(terms, ['KMP', 'massage parlor']);
	});
	it('takes hostile words as they come', () => {
		const table = tableOf(['__proto__', 'constructor', 'a '.repeat(16).trim()]);
		const note = `__proto__ constructor ${'a '.repeat(1_000)}`;
		assert.equal(findTerms(table, note, [{ start: 0, end: note.length }]).length > 2, true);
		assert.deepEqual(findTerms(TermTable.empty(), note, [{ start: 0, end: note.length }]), []);
	});
});
