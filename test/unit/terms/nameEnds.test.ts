import assert from 'node:assert/strict';
import { buildLexicon, explain, makeTermDocument } from '../../support/termDocuments.ts';

/** The terms of a text are those and no others. */
function check(text: string, language: string, ...expected: readonly string[]): void {
	it(text, () => {
		const build = buildLexicon(makeTermDocument('file:///a', text, { language }));
		assert.deepEqual(build.cards.map((card) => card.term).sort(), [...expected].sort());
	});
}

describe('where names end', () => {
	check('The World Bank lent much. In May the World Bank lent more.', 'en', 'World Bank');
	check("It was said by the Leeds Tenants' Union. The Leeds Tenants' Union won.", 'en', "Leeds Tenants' Union");
	check('Die Bremer Moorbauern gingen. Später kamen die Bremer Moorbauern zurück.', 'de', 'Bremer Moorbauern');
	check('Im Mai erhielt der Mercer-Fonds 85 Boote. Im Juni verlor der Mercer-Fonds 12 Boote.', 'de', 'Mercer-Fonds');
	check('Sie sahen das Airport Center 12. Dann verließen sie das Airport Center 12.', 'de', 'Airport Center 12');
	check('La Fundación Valle Salado pagó. El rey pagó a la Fundación Valle Salado.', 'es', 'Fundación Valle Salado');
	check('Il vient de El Salvador. On va au El Salvador.', 'fr', 'El Salvador');
	it('takes a word with all initials of a name for its short form', () => {
		const build = buildLexicon(
			'The Scottish Environment Protection Agency (Sepa) fined a firm. The Royal Northern Ballet Club (Inverness) won. Sepa left.',
		);
		assert.deepEqual(
			explain(build, 'Sepa and SEPA; Inverness.').map((found) => found.split(' => ')),
			[['Sepa', 'Scottish Environment Protection Agency']],
		);
	});
});
