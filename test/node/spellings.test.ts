import assert from 'node:assert/strict';
import { readDictionary } from '../../scripts/wordList.mjs';
import { commonSpelling } from '../../src/text/spellings.ts';

/** Beginnings of the words that Americans spell in two ways, and of those whose common spelling is the British one. */
const twofold =
	/^(?:aesthet|analogue|(?:psycho|re)?analyz|archaeolog|armour|catalyz|dialogue|dialyz|(?:elec|hydr)\w*lyz|enquir|glamour|grey|grovell|kidnapp|paralyz|sabre|travelogue|uncatalogued|(?:un)?saleab|worshipp)/;

describe('spellings of the words of an American dictionary', () => {
	const words = [...new Set(readDictionary().map((word) => word.toLowerCase()))];

	it('stay, but for the few that have two', () => {
		assert.ok(words.length > 50_000);
		const changed = words.filter((word) => commonSpelling(word) !== word && !twofold.test(word));
		assert.deepEqual(changed, []);
	});
	it('are the same, asked twice', () => {
		assert.deepEqual(
			words.filter((word) => commonSpelling(commonSpelling(word)) !== commonSpelling(word)),
			[],
		);
	});
});
