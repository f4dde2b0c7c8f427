import assert from 'node:assert/strict';
import { takeAllSteps } from '../../../src/base/steps.ts';
import { SuggestionIndex } from '../../../src/editor/termCompletion/termSuggestions.ts';
import type { TermRow } from '../../../src/terms/termRow.ts';

function rowOf(term: string, aliases: readonly string[] = [], mentions = 1): TermRow {
	return { term, kind: 'concept', aliases, expansion: null, isOwn: false, isDefined: false, isContested: false, mentions, documents: 1 };
}

const index = takeAllSteps(
	SuggestionIndex.makeInSteps([
		rowOf('Ministry of Gender Equality', ['Gender Equality Ministry'], 9),
		rowOf('Ministry of Justice', [], 4),
		rowOf('massage parlor', [], 2),
		rowOf('Café Órale'),
		rowOf('여성가족부'),
		rowOf('행정부'),
		rowOf('장관', [], 3),
		rowOf('장관실'),
	]),
);

/** `line` has the caret at `|`; each suggestion as the line that it makes. */
function check(name: string, line: string, expected: readonly string[]): void {
	it(name, () => {
		const caret = line.indexOf('|');
		const text = line.replace('|', '');
		const made = index
			.suggest(text, caret)
			.map((suggestion) => text.slice(0, suggestion.range.start) + suggestion.text + text.slice(suggestion.range.end));
		assert.deepEqual(made, expected);
	});
}

describe('suggestions', () => {
	check('of one word, those that are mentioned most first', 'the min|', ['the Ministry of Gender Equality', 'the Ministry of Justice']);
	check('of several words', 'the ministry of j|', ['the Ministry of Justice']);
	check('of another form', 'the Gender Eq| said', ['the Gender Equality Ministry said']);
	check('without accents', 'cafe or|', ['Café Órale']);
	check('not of one letter', 'a m|', []);
	check('not over the end of a clause', 'ministry. of|', []);
	check('not of nothing', '|', []);
	check('not of what no term begins with', 'xylo|', []);
	check('of one syllable', '여|', ['여성가족부']);
	check('with the particle that it asks for', '행|는 말했다', ['행정부는 말했다']);
	check('with another particle than before', '그 장|를 보고', ['그 장관을 보고', '그 장관실을 보고']);
	check('with a particle in a chain', '여성|에게는', ['여성가족부에게는']);
	check('beside a word that is no particle', '행|동', ['행정부동']);
	it('keep to the words that were typed', () => {
		const [first] = index.suggest('see massage p', 13);
		assert.deepEqual([first?.typed, first?.range], ['massage p', { start: 4, end: 13 }]);
	});
	it('are not many', () => {
		const many = takeAllSteps(SuggestionIndex.makeInSteps(Array.from({ length: 5_000 }, (_, at) => rowOf(`tide ${at}`))));
		assert.equal(many.suggest('tide', 4).length, 60);
	});
});
