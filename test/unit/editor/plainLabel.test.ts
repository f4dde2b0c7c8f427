import assert from 'node:assert/strict';
import { cutLabel, maxLabelLength, toIconFreeLabel, toMessage, toPlainLabel } from '../../../src/editor/plainLabel.ts';
import { hostileStrings } from './hostileStrings.ts';

describe('toPlainLabel', () => {
	const check = (name: string, input: string, expected: string) => it(name, () => assert.equal(toPlainLabel(input), expected));
	check('leaves words alone', 'nowhere to turn', 'nowhere to turn');
	check('makes one line of several', 'one\r\n two\t three', 'one two three');
	check('takes away bidi overrides', 'report\u202Etxt.exe', 'reporttxt.exe');
	check('takes away bidi isolates', 'a\u2066b\u2069c', 'abc');
	check('takes away zero-width characters', 'a\u200Bb\uFEFFc\u2060d', 'abcd');
	check('takes away control characters', 'a\u0000b\u001B[31mc\u0085d', 'ab[31mcd');
	check('takes away soft hyphens', 'coun\u00ADselling', 'counselling');
	check('takes away separators of lines and paragraphs', 'a\u2028b\u2029c', 'abc');
	check('takes away halves of characters', 'a\uD800b', 'ab');
	check('takes away tag characters', 'a\u{E0041}b', 'ab');
	check('makes ordinary spaces of others', 'a\u00A0\u3000b', 'a b');
	check('keeps accents and scripts', 'Café 정부 κόσμος', 'Café 정부 κόσμος');
	check('keeps emoji', 'a 🙂 b', 'a 🙂 b');
	check('gives nothing for nothing', ' \u200B\n ', '');
	it('cuts long labels', () => assert.equal(toPlainLabel('x'.repeat(10_000)).length, maxLabelLength));
	it('is linear', () => assert.equal(toPlainLabel('\u200B'.repeat(5_000_000)), ''));
});

describe('toIconFreeLabel', () => {
	const check = (name: string, input: string, expected: string) => it(name, () => assert.equal(toIconFreeLabel(input), expected));
	check('makes no icon', '$(alert) danger', '＄(alert) danger');
	check('makes none of a hidden one', '$\u200B(alert)', '＄(alert)');
	check('leaves prices alone', 'US$ (17) and $5', 'US$ (17) and $5');
	check('looks behind a backslash', '\\$(x)', '\\＄(x)');
});

describe('toMessage', () => {
	/** What VS Code takes for a link in a notification (`src/vs/base/common/linkedText.ts`). */
	const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;
	for (const text of hostileStrings) {
		it(`makes no link of ${JSON.stringify(text)}`, () => {
			assert.doesNotMatch(toMessage(text), link);
			assert.doesNotMatch(toMessage(`[${text}]${text}(${text})`), link);
		});
	}
	const check = (name: string, input: string, expected: string) => it(name, () => assert.equal(toMessage(input), expected));
	check('makes no link where two pieces meet', '[see why](command:x): gone', '[see why］(command:x): gone');
	check('makes none of a hidden one', '[see why]\u200B(command:x)', '[see why］(command:x)');
	check('makes no icon', '$(alert) a.pdf: gone', '＄(alert) a.pdf: gone');
	check('leaves brackets alone', '[2008] Report (draft).pdf: gone', '[2008] Report (draft).pdf: gone');
});

describe('cutLabel', () => {
	it('goes back to the end of a word', () => assert.equal(cutLabel('one two three', 10), 'one two…'));
	it('cuts a word that is longer than the label', () => assert.equal(cutLabel('x'.repeat(50), 40), `${'x'.repeat(39)}…`));
	it('never parts a character', () => assert.equal(cutLabel(`${'x'.repeat(8)}🙂🙂`, 10), `${'x'.repeat(8)}…`));
});
