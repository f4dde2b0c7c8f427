import assert from 'node:assert/strict';
import { extractFindings } from '../../src/terms/extraction/extract.ts';
import { Lexicon } from '../../src/terms/lexicon.ts';
import { findTerms } from '../../src/terms/matcher.ts';
import { TermTable } from '../../src/terms/termTable.ts';
import { buildLexicon, makeTermDocument } from '../support/termDocuments.ts';

describe('the terms of a long document', function () {
	it('counts a long document as the matcher of notes does', () => {
		const piece = 'The Harbor Trust (HT) met. The Ministry of Water and Land said so to the Harbor Trust, and 東京の人工知能 too. ';
		const text = piece.repeat(1_200);
		const build = buildLexicon(makeTermDocument('file:///long', text));
		const matches = findTerms(TermTable.open(build.table), text, [{ start: 0, end: text.length }]);
		assert.equal(
			build.cards.reduce((sum, card) => sum + card.mentions, 0),
			matches.length,
		);
		assert.ok(matches.length > 4_000);
	});

	it('looks at the quotes of a document once, however long it is', () => {
		const lookAt = (text: string) => {
			let looks = 0;
			const quote = {
				start: 0,
				end: 5,
				get speaker() {
					looks += 1;
					return 'Ann Brown';
				},
				role: null,
			};
			const document = { ...makeTermDocument('a', text), quotes: [quote] };
			const lexicon = new Lexicon();
			lexicon.replaceDocument(document, extractFindings({ ...document, quotes: [] }));
			looks = 0;
			lexicon.build();
			return looks;
		};
		const text = 'Tides rise. Ann Brown runs. ';
		assert.equal(lookAt(text.repeat(20_000)), lookAt(text.repeat(10)));
	});
});
