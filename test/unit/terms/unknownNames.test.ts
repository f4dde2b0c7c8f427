import assert from 'node:assert/strict';
import { parseGlossary } from '../../../src/terms/glossary.ts';
import { Lexicon } from '../../../src/terms/lexicon.ts';
import { findProse } from '../../../src/terms/noteProse.ts';
import { TermTable } from '../../../src/terms/termTable.ts';
import { findUnknownNames } from '../../../src/terms/unknownNames.ts';

const lexicon = new Lexicon();
lexicon.setGlossary('a', parseGlossary('## Polaris Project\n## Korean massage parlor\nAlso: KMP\n## Rosa Delgado\n'));
const table = TermTable.open(lexicon.build().table);
/** What the documents have besides terms. */
const sources = 'Lantern Network wrote of the harbour; OECD figures; Amsterdam.';

/** Expected are the names with how often they stand, acronyms with `=`. */
function check(name: string, note: string, expected: readonly string[]): void {
	it(name, () => {
		const unknown = findUnknownNames(note, findProse(note, 'markdown'), table, (words) =>
			sources.toLowerCase().includes(words.toLowerCase()),
		);
		for (const { text, places } of unknown) {
			assert.equal(note.slice(places[0]?.start, places[0]?.end).replace(/\s+/g, ' '), text);
		}
		assert.deepEqual(
			unknown.map(({ text, kind, places }) => `${kind === 'acronym' ? '=' : ''}${text} ${places.length}`),
			expected,
		);
	});
}

describe('unknown names', () => {
	check('nothing in nothing', '', []);
	check('terms are known', 'The Polaris Project and KMPs and Rosa Delgado met.', []);
	check('what stands in a document is known', 'The Lantern Network and the OECD met in Amsterdam.', []);
	check('names that stand nowhere', 'Then Jonas Whitfield met the Regional Migrant Advice Centre. Jonas Whitfield left.', [
		'Jonas Whitfield 2',
		'Regional Migrant Advice Centre 1',
	]);
	check('acronyms that stand nowhere', 'The RMAC and two RMACs, not the KMP.', ['=RMAC 2']);
	check('a longer name than the known one', 'We saw the Polaris Project Foundation of Utrecht.', [
		'Polaris Project Foundation of Utrecht 1',
	]);
	check('no ordinary words', 'This is a note. Nothing here. However, it rains on Monday in May.', []);
	check('no Roman numbers, no plain short forms, no shouting', 'Part XIV as PDF by URL. THIS IS ALL SHOUTED HERE.', []);
	check('nothing in code, links and headings', '# About Jonas Whitfield\n\n`RMAC` and [RMAC](x) and https://RMAC.org\n', []);
	check('over a line break', 'They met with Jonas\nWhitfield there.', ['Jonas Whitfield 1']);
	check('no Korean family name beside the whole one', '김여니 장관이 왔다. 김 장관은 떠났다.', ['김여니 1']);
	check(
		'no nouns that German begins with capitals',
		'Die Zahlen des Bundesministeriums liegen vor. Der Bericht der Landesregierung nennt die Höhe des Entgelts. Das ist mit Jonas Whitfield nicht strittig.',
		['Jonas Whitfield 1'],
	);
	check(
		'institutions of another language whole',
		'Die Zahlen des Bundesministeriums für Umwelt sind falsch, und das ist nicht neu. Das Bundesministerium für Umwelt prüft sie.',
		['Bundesministeriums für Umwelt 2'],
	);
	check('a possessive', 'It was Jonas Whitfield’s RMAC’s view.', ['Jonas Whitfield 1', '=RMAC 1']);
	it('ask once for each', () => {
		const asked: string[] = [];
		const note = 'With Jonas Whitfield. With Jonas Whitfield. With Jonas Whitfield.';
		findUnknownNames(note, findProse(note, 'markdown'), table, (words) => asked.push(words) > 0);
		assert.deepEqual(asked, ['Jonas Whitfield']);
	});
});
