import assert from 'node:assert/strict';
import { listAdjectiveForms, listNounForms } from '../../../src/text/inflections.ts';
import { findProseLanguage, type ProseLanguage } from '../../../src/text/proseLanguage.ts';

/** Whether the word that stands in a text may be the one that is looked for; both folded. German nouns have their capital. */
function check(language: ProseLanguage, written: string, noun: string, expected: boolean): void {
	it(`${language}: ${written} is ${expected ? '' : 'not '}${noun}`, () => {
		assert.equal(listNounForms(written, language, true).includes(noun), expected);
	});
}

describe('inflections', () => {
	describe('German nouns', () => {
		check('de', 'bundestages', 'bundestag', true);
		check('de', 'gesetzen', 'gesetz', true);
		check('de', 'nitratbelastungen', 'nitratbelastung', true);
		check('de', 'strassen', 'strasse', true);
		check('de', 'versorgern', 'versorger', true);
		check('de', 'ministerien', 'ministerium', true);
		check('de', 'bundeslander', 'bundesland', true);
		check('de', 'bundeslandern', 'bundesland', true);
		check('de', 'amter', 'amt', false);
		check('de', 'umweltamter', 'umweltamt', true);
		check('de', 'ministerinnen', 'ministerin', true);
		check('de', 'museen', 'museum', true);
		check('de', 'firmen', 'firma', true);
		check('de', 'menschenrecht', 'menschenrechte', true);
		// Others with such an end.
		check('de', 'raten', 'rat', false);
		check('de', 'taten', 'tat', false);
		check('de', 'kohlen', 'kohl', false);
		check('de', 'reichen', 'reich', false);
		check('de', 'recht', 'rechte', false);
		check('de', 'handwerker', 'handwerk', false);
		check('de', 'gewerkschafter', 'gewerkschaft', false);
		check('de', 'politiker', 'politik', false);
		check('de', 'gesetzlich', 'gesetz', false);
		check('de', 'gesetzbuch', 'gesetz', false);
		it('de: a verb with a small letter is no noun', () => {
			assert.deepEqual(listNounForms('klagen', 'de', false), []);
		});
	});

	describe('German adjectives', () => {
		it('have the end that the article asks for', () => {
			assert.deepEqual(listAdjectiveForms('kunstlichen', 'de'), ['kunstliche', 'kunstlicher', 'kunstliches']);
			assert.deepEqual(listAdjectiveForms('europaische', 'de'), ['europaischen', 'europaischer', 'europaisches']);
		});
		it('are none in other languages', () => {
			assert.deepEqual(listAdjectiveForms('sisters', 'en'), []);
			assert.deepEqual(listAdjectiveForms('autres', 'fr'), []);
		});
	});

	describe('Spanish', () => {
		check('es', 'concesiones', 'concesion', true);
		check('es', 'leyes', 'ley', true);
		check('es', 'ley', 'leyes', true);
		check('es', 'jueces', 'juez', true);
		check('es', 'juez', 'jueces', true);
		check('es', 'caudales', 'caudal', true);
		check('es', 'intereses', 'interes', true);
		check('es', 'leyenda', 'ley', false);
		check('es', 'informal', 'informe', false);
		check('es', 'partes', 'part', false);
	});

	describe('French', () => {
		check('fr', 'travaux', 'travail', true);
		check('fr', 'travail', 'travaux', true);
		check('fr', 'enjeux', 'enjeu', true);
		check('fr', 'tribunal', 'tribunaux', true);
		check('fr', 'eaux', 'eail', false);
		check('fr', 'journaliste', 'journal', false);
	});

	describe('Portuguese and Italian', () => {
		check('pt', 'concessoes', 'concessao', true);
		check('pt', 'tribunais', 'tribunal', true);
		check('pt', 'imagens', 'imagem', true);
		check('pt', 'mulheres', 'mulher', true);
		check('pt', 'mulherio', 'mulher', false);
		check('it', 'diritti', 'diritto', true);
		check('it', 'leggi', 'legge', true);
		check('it', 'banche', 'banca', true);
		check('it', 'acqua', 'acque', true);
		check('it', 'ministro', 'ministero', false);
	});

	it('leaves English alone', () => {
		assert.deepEqual(listNounForms('reporter', 'en', true), []);
	});
});

/** What language a line is in. */
function checkLanguage(line: string, expected: ProseLanguage | undefined): void {
	it(`${expected ?? 'no language'}: ${line}`, () => {
		assert.equal(findProseLanguage(line), expected);
	});
}

describe('language of prose', () => {
	checkLanguage('Des Bundestages und des Gerichts, des Klimawandels.', 'de');
	checkLanguage('The report of the ministry was read in the house.', 'en');
	checkLanguage('They die in the desert and the sea.', 'en');
	checkLanguage('Las leyes y una ley de la República', 'es');
	checkLanguage('Les travaux du ministère et de l’État', 'fr');
	checkLanguage('Il ministero della salute e la legge', 'it');
	checkLanguage('A lei das águas e o direito do povo não mudou', 'pt');
	checkLanguage('Bundestag', undefined);
	checkLanguage('La la la', undefined);
	checkLanguage('정부는 오늘 발표했다', undefined);
	checkLanguage('', undefined);
});
