import assert from 'node:assert/strict';
import { decodeBytes } from '../../../src/library/charset.ts';
import { bytesOf } from '../../support/reading.ts';

describe('charset', () => {
	function check(name: string, bytes: Uint8Array, expected: { text?: string; encoding: string; problems?: string[] }) {
		it(name, () => {
			const decoded = decodeBytes(bytes);
			assert.equal(decoded.encoding, expected.encoding);
			if (expected.text !== undefined) {
				assert.equal(decoded.text, expected.text);
			}
			assert.deepEqual(
				decoded.problems.map((problem) => problem.kind),
				expected.problems ?? [],
			);
		});
	}
	const utf8 = (text: string) => new TextEncoder().encode(text);
	const utf16 = (text: string, isLittle: boolean) =>
		Uint8Array.from([...text].flatMap((char) => [...Array(char.length).keys()].flatMap((at) => order(char.charCodeAt(at), isLittle))));
	const order = (code: number, isLittle: boolean) => (isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255]);

	const guess = ['encodingGuessed'];
	check('plain ASCII is UTF-8', utf8('Hello'), { text: 'Hello', encoding: 'utf-8' });
	check('UTF-8', utf8('한국 café – “x”'), { text: '한국 café – “x”', encoding: 'utf-8' });
	check('the byte order mark of UTF-8 is no text', bytesOf('\xEF\xBB\xBFHello'), { text: 'Hello', encoding: 'utf-8' });
	check('a byte order mark within the text stays for the reader', utf8('a\uFEFFb'), { text: 'a\uFEFFb', encoding: 'utf-8' });
	check('UTF-16, little end first, with mark', bytesOf('\xFF\xFEH\0i\0'), { text: 'Hi', encoding: 'utf-16le' });
	check('UTF-16, big end first, with mark', bytesOf('\xFE\xFF\0H\0i'), { text: 'Hi', encoding: 'utf-16be' });
	check('UTF-32 with mark', bytesOf('\xFF\xFE\0\0H\0\0\0\x00\xF6\x01\0'), { text: 'H\u{1F600}', encoding: 'utf-32le' });
	check('UTF-32, big end first, with mark', bytesOf('\0\0\xFE\xFF\0\0\0H'), { text: 'H', encoding: 'utf-32be' });
	check('UTF-16 without mark', utf16('Plain words in two bytes each.\n', true), {
		text: 'Plain words in two bytes each.\n',
		encoding: 'utf-16le',
		problems: guess,
	});
	check('UTF-16 without mark, big end first', utf16('Plain words.\n', false), {
		text: 'Plain words.\n',
		encoding: 'utf-16be',
		problems: guess,
	});
	check('Korean UTF-16 without mark', utf16('성매매 피해자 지원 센터는\n서울에 있다.\n', true), {
		text: '성매매 피해자 지원 센터는\n서울에 있다.\n',
		encoding: 'utf-16le',
		problems: guess,
	});
	check('Korean UTF-16 without mark, big end first', utf16('성매매 피해자 지원 센터는\n서울에 있다.\n', false), {
		encoding: 'utf-16be',
		problems: guess,
	});
	check('windows-1252 with the characters that Node loses', bytesOf('He said \x93no\x94 \x96 it\x92s 5 \x80 in caf\xE9s'), {
		text: 'He said “no” – it’s 5 € in cafés',
		encoding: 'windows-1252',
		problems: guess,
	});
	check('one quotation mark of windows-1252 in a long text', bytesOf(`${'Plain words. '.repeat(50)}Kim\x92s work.`), {
		encoding: 'windows-1252',
		problems: guess,
	});
	check('German in windows-1252', bytesOf('\xC4rger \xFCber die gro\xDFe M\xF6glichkeit der \xDCbersetzung'), {
		text: 'Ärger über die große Möglichkeit der Übersetzung',
		encoding: 'windows-1252',
		problems: guess,
	});
	check('a short Korean text in EUC-KR', bytesOf('\xC7\xD1\xB1\xB9 \xBF\xA9\xBC\xBA'), {
		text: '한국 여성',
		encoding: 'euc-kr',
		problems: guess,
	});
	check('Korean among English', bytesOf('The word \xBC\xBA\xB8\xC5\xB8\xC5 means the sex trade in Korean.'), {
		text: 'The word 성매매 means the sex trade in Korean.',
		encoding: 'euc-kr',
		problems: guess,
	});
	check(
		'Shift-JIS',
		bytesOf(
			'\x82\xB1\x82\xEA\x82\xCD\x93\xFA\x96\x7B\x8C\xEA\x82\xCC\x95\xB6\x8F\xCD\x82\xC5\x82\xB7\x81\x42\x82\xB1\x82\xEA\x82\xCD\x92\xB7\x82\xA2\x95\xB6\x8F\xCD\x82\xC5\x82\xB7\x81\x42',
		),
		{
			text: 'これは日本語の文章です。これは長い文章です。',
			encoding: 'shift_jis',
			problems: guess,
		},
	);
	check(
		'KOI8-R',
		bytesOf(
			'\xF0\xD2\xC9\xD7\xC5\xD4, \xCD\xC9\xD2! \xFC\xD4\xCF \xD4\xC5\xCB\xD3\xD4 \xCE\xC1 \xD2\xD5\xD3\xD3\xCB\xCF\xCD \xD1\xDA\xD9\xCB\xC5 \xC4\xCC\xD1 \xD0\xD2\xCF\xD7\xC5\xD2\xCB\xC9.',
		),
		{
			text: 'Привет, мир! Это текст на русском языке для проверки.',
			encoding: 'koi8-r',
			problems: guess,
		},
	);
	check('ISO-2022-JP by its escapes', bytesOf('\x1B$B$3$l\x1B(B'), { text: 'これ', encoding: 'iso-2022-jp', problems: guess });
	check('what HTML declares', bytesOf('<html><meta charset="windows-1251"><p>\xCF\xF0\xE8\xE2\xE5\xF2'), {
		text: '<html><meta charset="windows-1251"><p>Привет',
		encoding: 'windows-1251',
	});
	check('what HTML declares the old way', bytesOf('<meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><p>\xC7\xD1'), {
		encoding: 'euc-kr',
	});
	check('what XML declares', bytesOf('<?xml version="1.0" encoding="iso-8859-1"?><html>caf\xE9</html>'), {
		text: '<?xml version="1.0" encoding="iso-8859-1"?><html>café</html>',
		encoding: 'windows-1252',
	});
	check('valid UTF-8 is UTF-8 whatever is declared', utf8('<meta charset="iso-8859-1"><p>café'), {
		text: '<meta charset="iso-8859-1"><p>café',
		encoding: 'utf-8',
	});
	check('an unknown declaration is passed over', bytesOf('<meta charset="x-none"><p>caf\xE9 and na\xEFve'), {
		encoding: 'windows-1252',
		problems: guess,
	});

	const broken = ['invalidBytes'];
	check('a lone continuation byte', bytesOf('caf\xC3\xA9 na\xC3\xAFve r\xC3\xA9sum\xC3\xA9 \xC3\xA0 \x80 x'), {
		text: 'café naïve résumé à \uFFFD x',
		encoding: 'utf-8',
		problems: broken,
	});
	check('a lone continuation byte in ASCII', bytesOf('hello \x80 world'), {
		text: 'hello \uFFFD world',
		encoding: 'utf-8',
		problems: broken,
	});
	check('an overlong form', bytesOf('slash \xC0\xAF here'), { encoding: 'utf-8', problems: broken });
	check('the end cut off within a character', bytesOf('caf\xC3\xA9 \xED\x95'), {
		text: 'café \uFFFD',
		encoding: 'utf-8',
		problems: broken,
	});
	check('surrogates as bytes', bytesOf('bad \xED\xA0\x80 \xED\xB0\x80 end'), { encoding: 'utf-8', problems: broken });
	check('a zero byte at the end of a long text', bytesOf(`${'Plain words here. '.repeat(100)}\0`), {
		text: 'Plain words here. '.repeat(100),
		encoding: 'utf-8',
		problems: broken,
	});

	for (const [name, bytes] of [
		['only zero bytes', new Uint8Array(100)],
		['a zero byte at the beginning of a short file', bytesOf('\0hello')],
		['random bytes', Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + ((at * at) >> 3)) & 255)],
		['a table of numbers', Uint8Array.from({ length: 4000 }, (_, at) => (at % 4 === 0 ? at & 255 : 0))],
	] as const) {
		it(`${name} is binary`, () => assert.equal(decodeBytes(bytes).isBinary, true));
	}

	it('tells how many places could not be decoded', () => {
		assert.match(decodeBytes(bytesOf('x \xFF, \xFE 9 \xFF 9')).problems[0]?.detail ?? '', /^3 places /);
	});
});
