import assert from 'node:assert/strict';
import { foldSigned, withSigns } from '../../../src/text/signs.ts';
import { tokenise } from '../../../src/text/tokenise.ts';

/** Expected are the words with signs, folded, each with what is marked for it in brackets. */
function check(name: string, text: string, expected: string): void {
	it(`${name}: ${text.slice(0, 30)}`, () => {
		const found = tokenise(text).flatMap((token) => {
			const folded = foldSigned(text, token);
			const { start, end } = withSigns(text, token);
			return folded === undefined ? [] : [`${folded} (${text.slice(start, end)})`];
		});
		assert.equal(found.join(', '), expected);
	});
}

describe('words with signs', () => {
	check('languages', 'C++, C# and F#.', 'c++ (C++), c# (C#), f# (F#)');
	check('a version behind', 'C++11', 'c++ (C++)');
	check('grades and ages', 'A+ for 18+, LGBT+', 'a+ (A+), 18+ (18+), lgbt+ (LGBT+)');
	check('Korean particles', 'C++를 C#은', 'c++ (C++), c# (C#)');
	check('full width', 'Ｃ＋＋', 'c++ (Ｃ＋＋)');
	check('a point', '.NET, ASP.NET, .gitignore', '.net (.NET), .net (.NET), .gitignore (.gitignore)');
	check('no points of addresses', 'www.example.com, index.html', '');
	check('sections', '§ 12, §12, §\u00a03a', '§12 (§ 12), §12 (§12), §3a (§\u00a03a)');
	check('numbers', '№ 5, №5', '№5 (№ 5), №5 (№5)');
	check('no sums', '1+2 a+b 1 + 2', '');
	check('no anchors', 'page#part, # Heading, #tag', '');
	check('no initials', 'the U.S. and e.g. Ph.D. etc. At', '');
	check('no sentences without a space', 'It ended.Then it began.', '');
	check('no dots', 'well...then', '');
	check('no rows of signs', 'a+++ b##', '');
	check('no fractions', '.5 3.14', '');
	check('nothing', '', '');
});
