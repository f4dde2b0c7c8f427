import { defaultCaps } from '../../src/library/caps.ts';
import { readPlainText } from '../../src/library/readers/plainText.ts';
import { checkContent } from '../support/contentChecks.ts';
import { fc } from '../support/properties.ts';

const one = 'The office opened in the spring, and the people of the town came to it with their questions about work and housing.';
const two = 'Nobody knew who had paid for the rooms, and it was the rule of the house that nobody asked about the money.';

function read(source: string): void {
	checkContent(readPlainText(source, { fileName: 'a.txt', caps: defaultCaps }), source);
}

describe('plain text', function () {
	it('reads every mix of what it looks for without breaking a promise', () => {
		const piece = fc.constantFrom(
			one,
			two,
			'\n',
			'\n\n',
			'\f',
			'\r\n',
			'Page 3',
			'39page',
			'12',
			'39 ',
			'st uck',
			'some- one',
			'“We worked in that kitchen for eleven years.”',
			' — Ana Ruiz, cook',
			'March 1, 2008',
			'By Ana Ruiz',
			'Labels: a',
			'Post a Comment',
			'<< Home',
			'\0',
			'\u00ad',
			'\ufb01',
			'\u00a0',
			'  ',
			'TITLE',
			'nowhere to turn ',
			'‘',
			'’',
			'"',
			'\ud83d\ude00',
			'한국',
			'- ',
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => read(pieces.join(''))),
			{ numRuns: 300 },
		);
	});

	it('reads any characters without breaking a promise', () => {
		fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), read), { numRuns: 300 });
	});
});
