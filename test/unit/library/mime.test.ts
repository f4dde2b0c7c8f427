import assert from 'node:assert/strict';
import { findMessages } from '../../../src/library/container/mailboxMessages.ts';
import { type MimePart, parseMime } from '../../../src/library/container/mime.ts';
import { decodeAs } from '../../../src/library/container/mimeCharset.ts';
import { decodeWords, parseFieldValue } from '../../../src/library/container/mimeFields.ts';
import { decodeTransfer, transferredLength } from '../../../src/library/container/mimeTransfer.ts';
import { bytesOf } from '../../support/reading.ts';

describe('MIME', () => {
	describe('parts', () => {
		/** `multipart/mixed[text/plain(a) text/html(b)]`. */
		function outline(source: string, part: MimePart): string {
			return part.parts.length > 0
				? `${part.type}[${part.parts.map((child) => outline(source, child)).join(' ')}]`
				: `${part.type}(${source.slice(part.bodyStart, part.bodyEnd).replace(/\r?\n/g, '|')})`;
		}
		function check(name: string, source: string, expected: string) {
			it(name, () => assert.equal(outline(source, parseMime(bytesOf(source)).root), expected));
		}
		const mixed = 'Content-Type: multipart/mixed; boundary=x\n\n';
		check('a body alone', 'A: b\n\nWords\n', 'text/plain(Words)');
		check('no header', 'Words only\n', 'text/plain(Words only)');
		check('a header alone', 'A: b\n', 'text/plain()');
		check('Windows line ends', 'A: b\r\n\r\nOne\r\nTwo\r\n', 'text/plain(One|Two)');
		check('two parts', `${mixed}--x\n\na\n--x\nContent-Type: text/html\n\nb\n--x--\n`, 'multipart/mixed[text/plain(a) text/html(b)]');
		check('what stands before and behind is not in them', `${mixed}before\n--x\n\na\n--x--\nbehind\n`, 'multipart/mixed[text/plain(a)]');
		check('spaces behind a boundary', `${mixed}--x  \n\na\n--x-- \n`, 'multipart/mixed[text/plain(a)]');
		check('an end that is missing', `${mixed}--x\n\na\n`, 'multipart/mixed[text/plain(a)]');
		check('a part of header only', `${mixed}--x\nA: b\n--x\n\na\n--x--`, 'multipart/mixed[text/plain() text/plain(a)]');
		check(
			'parts of parts',
			`${mixed}--x\nContent-Type: multipart/alternative; boundary="y y"\n\n--y y\n\na\n--y y--\n--x\n\nb\n--x--\n`,
			'multipart/mixed[multipart/alternative[text/plain(a)] text/plain(b)]',
		);
		check(
			'an inner end that is missing',
			`${mixed}--x\nContent-Type: multipart/alternative; boundary=y\n\n--y\n\na\n--x\n\nb\n--x--\n`,
			'multipart/mixed[multipart/alternative[text/plain(a)] text/plain(b)]',
		);
		check('the same boundary inside', `${mixed}--x\n${mixed}--x\n\na\n--x--\n`, 'multipart/mixed[multipart/mixed[text/plain(a)]]');
		check('a multipart without parts keeps its body', `${mixed}a\n`, 'multipart/mixed(a)');
		check('a boundary that is named wrongly', `${mixed}--X\nContent-Type: text/html\n\na\n--X--\n`, 'multipart/mixed[text/html(a)]');
		check(
			'a boundary that is not named',
			'Content-Type: multipart/mixed\n\n--x\nContent-Type: text/html\n\na\n--x\n\nb\n',
			'multipart/mixed[text/html(a) text/plain(b)]',
		);
		check('a multipart without boundary keeps its body', 'Content-Type: multipart/mixed\n\n--x\n\na\n', 'multipart/mixed(--x||a)');
		check('a boundary that only begins like one', `${mixed}--x\n\n--xy\n--x--\n`, 'multipart/mixed[text/plain(--xy)]');
		check(
			'a semicolon that is missing',
			'Content-Type: multipart/mixed\n\tboundary="x"\n\n--x\n\na\n--x--',
			'multipart/mixed[text/plain(a)]',
		);
		check(
			'the parts of a digest',
			'Content-Type: multipart/digest; boundary=x\n\n--x\n\nA: b\n\nc\n--x--',
			'multipart/digest[message/rfc822(A: b||c)]',
		);
		check('the line of a mailbox before the header', 'From a@b Mon Jan 1 00:00:00 2024\nContent-Type: text/html\n\na', 'text/html(a)');
		check('a broken line in the header', 'A: b\nbroken\nContent-Type: text/html\n\na', 'text/html(a)');
		check('a header that runs into the body', 'A: b\nDear Ana,\nwords\n', 'text/plain(Dear Ana,|words)');
		check('the first of two types', 'Content-Type: text/html\nContent-Type: text/plain\n\na', 'text/html(a)');
	});

	describe('a field with parameters', () => {
		function check(name: string, text: string, expected: Record<string, string>) {
			it(name, () => assert.deepEqual(Object.fromEntries(parseFieldValue(text).parameters), expected));
		}
		check('bare and quoted', 'a/b; Charset=utf-8; name="x; y.pdf"', { charset: 'utf-8', name: 'x; y.pdf' });
		check('escaped quotation marks', 'a/b; name="x \\"y\\""', { name: 'x "y"' });
		check('an open quotation mark', 'a/b; name="x', { name: 'x' });
		check('spaces without quotes', 'a/b; name=my report.pdf; size=3', { name: 'my report.pdf', size: '3' });
		check('a comment', 'text/plain; charset=us-ascii (Plain text)', { charset: 'us-ascii' });
		check('a name in pieces', "a/b; filename*0*=utf-8''caf%C3; filename*1*=%A9; filename*2=.pdf", { filename: 'café.pdf' });
		check('pieces out of order', 'a/b; name*1=b; name*0=a', { name: 'ab' });
		check('another encoding', "a/b; filename*=euc-kr'ko'%B0%A1.txt", { filename: '가.txt' });
		check('an encoded word, as many write it', 'a/b; name="=?utf-8?B?Y2Fmw6k=?="', { name: 'café' });
		check('the first of two', 'a/b; x=1; x=2', { x: '1' });
		check('names of objects', 'a/b; __proto__=1; constructor=2', JSON.parse('{"__proto__":"1","constructor":"2"}'));
	});

	describe('encoded words', () => {
		function check(name: string, text: string, expected: string) {
			it(name, () => assert.equal(decodeWords(text), expected));
		}
		check('none', 'Plain = text?', 'Plain = text?');
		check('quoted', '=?iso-8859-1?Q?caf=E9_au_lait?=', 'café au lait');
		check('base64', 'Re: =?UTF-8?b?Y2Fmw6k=?= x', 'Re: café x');
		check('a language', '=?utf-8*en?Q?a?=', 'a');
		check('white space between two is none', '=?utf-8?Q?a?= \t =?utf-8?Q?b?=', 'ab');
		check('white space beside words stays', 'a =?utf-8?Q?b?= c', 'a b c');
		check('broken in the middle of a character', '=?utf-8?B?7ZWc6g==?= =?utf-8?B?taA=?=', '한굠');
		check('the marks of Windows', '=?windows-1252?Q?=93a=94?=', '“a”');
		check('the name that Korean programs use', '=?ks_c_5601-1987?B?x9Gxub7u?=', '한국어');
		check('another that they use', '=?CP949?B?x9Gxub7u?=', '한국어');
		check('Japanese', '=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=', '日本');
		check('an unknown encoding', '=?x-none?Q?caf=C3=A9?=', 'café');
		check('bytes that nobody encoded', 'caf\xC3\xA9', 'café');
		check('Korean bytes that nobody encoded', '\xC7\xD1\xB1\xB9\xBE\xEE \xC0\xDA\xB7\xE1', '한국어 자료');
		check('one that is not closed', '=?utf-8?Q?a', '=?utf-8?Q?a');
	});

	describe('transfer', () => {
		function check(name: string, encoding: string, encoded: string, expected: string, pieces: readonly number[]) {
			it(name, () => {
				const body = decodeTransfer(bytesOf(encoded), 0, encoded.length, encoding);
				assert.equal(String.fromCharCode(...body.bytes), expected);
				assert.deepEqual(body.pieces, pieces);
			});
		}
		check('none', '8bit', 'a\xE9', 'a\xE9', [0, 0, 2]);
		check('quoted', 'Quoted-Printable', 'a=E9b', 'a\xE9b', [0, 0, 1, 2, 4, 1]);
		check('a line that goes on', 'quoted-printable', 'ab=\r\ncd', 'abcd', [0, 0, 2, 2, 5, 2]);
		check('spaces behind its sign', 'quoted-printable', 'ab= \ncd', 'abcd', [0, 0, 2, 2, 5, 2]);
		check('a sign that means nothing', 'quoted-printable', 'a=b =zz', 'a=b =zz', [0, 0, 7]);
		check('a sign at the end', 'quoted-printable', 'ab=', 'ab', [0, 0, 2]);
		check('base64', 'base64', 'YWJj\r\nZGU=', 'abcde', []);
		check('base64 with a sign on each line', 'base64', 'YQ==\nYg==', 'ab', []);
		check('base64 with what is none', 'base64', 'YW!Jj', 'abc', []);
		it('the length without decoding', () => assert.equal(transferredLength(bytesOf('YWJj\r\nZGU='), 0, 10, 'base64'), 5));
	});

	describe('encodings', () => {
		function check(name: string, charset: string | undefined, bytes: string, expected: string) {
			it(name, () => assert.equal(decodeAs(bytesOf(bytes), charset).text, expected));
		}
		check('the one that is named', 'EUC-KR', '\xC7\xD1\xB1\xB9', '한국');
		check('UTF-8 under an old name', 'iso-8859-1', 'caf\xC3\xA9', 'café');
		check('none named', undefined, 'caf\xE9 and na\xEFve words', 'café and naïve words');
		check('called ASCII', 'us-ascii', '\xC7\xD1\xB1\xB9\xBE\xEE \xC0\xDA\xB7\xE1', '한국어 자료');
		check('shifted Korean', 'ISO-2022-KR', '\x1B$)C\nab \x0E\x47\x51\x0F c', '\nab 한 c');
		check('UTF-7', 'utf-7', 'a +AOk- +-', 'a é +');
		check('quotation marks around the name', '"utf-8"', 'caf\xC3\xA9', 'café');
	});

	describe('messages of a mailbox', () => {
		function check(name: string, source: string, expected: readonly string[]) {
			it(name, () =>
				assert.deepEqual(
					[...findMessages(bytesOf(source))].map(({ start, end }) => source.slice(start, end)),
					expected,
				),
			);
		}
		const from = 'From a@b Mon Jan  1 00:00:00 2024\n';
		check('two', `${from}A: 1\n\na\n\n${from}A: 2\n\nb\n`, ['A: 1\n\na\n\n', 'A: 2\n\nb\n']);
		check('Windows line ends', `${from}A: 1\r\n\r\na\r\n\r\n${from}A: 2\r\n\r\nb`, ['A: 1\r\n\r\na\r\n\r\n', 'A: 2\r\n\r\nb']);
		check('a sentence is none', `${from}A: 1\n\nFrom here it is 10:30 long\nwords\n`, ['A: 1\n\nFrom here it is 10:30 long\nwords\n']);
		check('a line of text above', `${from}A: 1\n\nwords\n${from}A: 2\n`, [`A: 1\n\nwords\n${from}A: 2\n`]);
		check('no empty line above', `${from}A: 1\n\nwords\n${from}Received: x\n`, ['A: 1\n\nwords\n', 'Received: x\n']);
		check('as Thunderbird writes it', 'From - Sat Mar  1 10:00:00 2008\nA: 1\n', ['A: 1\n']);
		check('a first line that was lost', 'A: 1\n\na\n', ['A: 1\n\na\n']);
		check('nothing', '', []);
	});
});
