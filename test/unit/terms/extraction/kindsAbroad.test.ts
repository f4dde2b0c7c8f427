import assert from 'node:assert/strict';
import { readAuthors } from '../../../../src/terms/extraction/authors.ts';
import { kindAbroad } from '../../../../src/terms/extraction/kindsAbroad.ts';
import { foldPhrase } from '../../../../src/terms/extraction/nameLists.ts';
import { findingsOf } from '../../../support/termDocuments.ts';

function check(name: string, expected: ReturnType<typeof kindAbroad>): void {
	it(`${name}: ${expected ?? 'no kind'}`, () => {
		assert.equal(kindAbroad(foldPhrase(name).split(' ')), expected);
	});
}

/** The names that a document of this language has, as `name / kind`, each once. */
function checkNames(language: string, text: string, expected: readonly string[]): void {
	it(`${language}: ${text}`, () => {
		const names = findingsOf(text, { language }).names.map((name) => `${name.text} / ${name.kind}`);
		assert.deepEqual([...new Set(names)], expected);
	});
}

describe('kinds of names of other languages', () => {
	check('Ministère de la Santé', 'organisation');
	check('Corte Suprema de Justicia', 'organisation');
	check('Ministerio de Recursos Hídricos', 'organisation');
	check('Tribunal administratif de Montbrisac', 'organisation');
	check('Bundesministerium für Umwelt', 'organisation');
	check('Deutsche Gesellschaft für Gewässerkunde', 'organisation');
	check('Europäische Umweltagentur', 'organisation');
	check('Verwaltungsgericht Nordheim', 'organisation');
	check('Umweltbundesamt', 'organisation');
	check('Ley General de Aguas', 'law');
	check('Loi sur l’eau', 'law');
	check('Code de commerce', 'law');
	check('Wasserhaushaltsgesetz', 'law');
	// English, and what is neither.
	check('Code Red', undefined);
	check('Union Square', undefined);
	check('Direction Home', undefined);
	check('Centre Pompidou', undefined);
	check('Aktiengesellschaft', undefined);
	check('Katharina Lindqvist', undefined);
	check('Monat', undefined);
	check('Vorrat', undefined);

	it('an institution that wrote a document is nobody', () => {
		assert.deepEqual(readAuthors('Bundesministerium für Umwelt und Gewässerschutz')[0]?.kind, 'organisation');
		assert.deepEqual(readAuthors('Defensoría de los Habitantes de San Telmo')[0]?.kind, 'organisation');
		assert.deepEqual(readAuthors('Umweltbundesamt')[0]?.kind, 'organisation');
		assert.deepEqual(readAuthors('Sabine Ehrlich')[0]?.kind, 'person');
	});

	checkNames('de', 'Gestern sagte Umweltministerin Katharina Lindqvist, dass es reicht.', ['Katharina Lindqvist / person']);
	checkNames('de', 'Gestern sagte Landrat Jens Uhl, dass es reicht. Das Landratsamt schwieg.', ['Jens Uhl / person']);
	checkNames('fr', 'Paul Girard est venu. Puis on a vu M. Girard et M. Paul Girard.', ['Paul Girard / person', 'Girard / person']);
	checkNames('fr', 'Puis on a vu M. de Villiers et M. Paul Girard.', ['de Villiers / person', 'Paul Girard / person']);
	checkNames('de', 'Die Stadt hat im Mai Klage erhoben. Sie sprach mit Mai Nguyen.', ['Mai Nguyen / concept']);
	checkNames('es', 'Ayer la ministra Graciela Ontiveros declaró que no falta agua.', ['Graciela Ontiveros / person']);
	checkNames('de', 'Die Höhe des Entgelts ist umstritten. Es geht um die Lage der Wirtschaft und den Zustand der Flüsse.', []);
	checkNames('de', 'Von den Versorgern kamen Milliarden Euro. Ihr Präsident schwieg.', []);
	checkNames('de', 'Das sah Anna von der Heide in Berlin.', ['Anna von der Heide / person', 'Berlin / place']);
	it('what a short form stands for begins with no small word', () => {
		const [found] = findingsOf('La Defensoría de los Habitantes de San Telmo (DHST) presenta su informe.', { language: 'es' }).acronyms;
		assert.equal(found?.long, 'Defensoría de los Habitantes de San Telmo');
	});
});
