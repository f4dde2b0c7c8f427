import assert from 'node:assert/strict';
import { stateOf } from '../../../src/base/problem.ts';
import { formatAddress, parseAddresses } from '../../../src/library/readers/mailAddresses.ts';
import { parseMailDate } from '../../../src/library/readers/mailHeader.ts';
import { toSourceRange } from '../../../src/text/offsetMap.ts';
import { sliceOf } from '../../../src/text/range.ts';
import { bytesOf, readBytes, readText } from '../../support/reading.ts';

describe('mail', () => {
	describe('addresses', () => {
		function check(name: string, text: string, ...expected: readonly string[]) {
			it(name, () => assert.deepEqual(parseAddresses(text).map(formatAddress), expected));
		}
		check('a name and an address', 'Ana Lee <ana@example.org>', 'Ana Lee <ana@example.org>');
		check('an address alone', 'ana@example.org', 'ana@example.org');
		check('an address in brackets alone', '<ana@example.org>', 'ana@example.org');
		check('a name alone', 'Moderator', 'Moderator');
		check('a name with a comma', '"Lee, Ana" <ana@example.org>, eva@example.org', 'Lee, Ana <ana@example.org>', 'eva@example.org');
		check('a comment', 'ana@example.org (Ana Lee)', 'Ana Lee <ana@example.org>');
		check('a comment in a comment', 'ana@example.org (Ana (A.) Lee)', 'Ana (A.) Lee <ana@example.org>');
		check('a name and a comment', 'Ana (at work) Lee <ana@example.org>', 'Ana Lee (at work) <ana@example.org>');
		check('an encoded name with a comma', '=?utf-8?Q?Lee=2C_Ana?= <ana@example.org>', 'Lee, Ana <ana@example.org>');
		check('a group', 'Friends: ana@example.org, Eva <eva@example.org>;', 'ana@example.org', 'Eva <eva@example.org>');
		check('an empty group', 'undisclosed-recipients:;');
		check('the address as a name', '"ana@example.org" <ana@example.org>', 'ana@example.org');
		check('an address that an archive hides', 'ana at example.org (Ana Lee)', 'Ana Lee <ana at example.org>');
		check('an open quotation mark', '"Ana <ana@example.org>', 'Ana <ana@example.org>');
		check('an open bracket', 'Ana <ana@example.org', 'Ana <ana@example.org>');
		check('marks that turn the line around', 'Ana\xE2\x80\xAE <ana@example.org>', 'Ana <ana@example.org>');
		check('a route before the address', 'Mary Smith <@node.test:mary@example.net>, , ', 'Mary Smith <mary@example.net>');
		check('spaces in an address', 'jdoe@test  . example', 'jdoe@test.example');
		check(
			'comments everywhere',
			'Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>',
			'Pete (A nice ) chap) <pete@silly.test>',
		);
		check(
			'a group with remarks',
			"A Group(Some people) :Chris Jones <c@(Chris's host.)public.example>, joe@example.org, John <jdoe@one.test> (my dear friend); (the end)",
			'Chris Jones <c@public.example>',
			'joe@example.org',
			'John (my dear friend) <jdoe@one.test>',
		);
		check('remarks about nobody', '(Empty list)(start)Hidden recipients  :(nobody(that I know))  ;');
		check('a remark alone', '(mailbox in US-ASCII)', 'mailbox in US-ASCII');
		check('two signs in one address', 'a@b@example.org', 'a@b@example.org');
		check('nothing', ' , ;');
	});

	describe('days', () => {
		function check(text: string, expected: string | undefined) {
			it(text, () => assert.equal(parseMailDate(text), expected));
		}
		check('Fri, 07 Oct 1994 16:15:05 -0700 (PDT)', '1994-10-07');
		check('1 Mar 08 23:59:59 +1200', '2008-03-01');
		check('Sat, 1 Mar 97 10:00 GMT', '1997-03-01');
		check('Saturday, 1 March 2008 10:00:00 +0900', '2008-03-01');
		check('Sat,1 Mar 2008 10:00:00 +0900', '2008-03-01');
		check('Sat (weekend), 1 Mar 2008 10:00:00', '2008-03-01');
		check('1-Mar-2008 10:00:00', '2008-03-01');
		check('Thu,\n      13\n        Feb\n          1969\n      23:32\n               -0330 (Newfoundland Time)', '1969-02-13');
		check('Fri, 21 Nov 97 09(comment):   55  :  06 -0600', '1997-11-21');
		check('Mon Jun  1 10:00:00 2009', '2009-06-01');
		check('Mon Jun 01 10:00:00 CEST 2009', '2009-06-01');
		check('2008-03-01T10:00:00+09:00', '2008-03-01');
		check('Sat, Mar 1, 2008 at 10:00 AM', '2008-03-01');
		check('31 Feb 2008 10:00:00 +0000', undefined);
		check('Whenever', undefined);
	});

	describe('text', () => {
		function check(name: string, source: string, expected: string, problems: readonly string[] = []) {
			it(name, async () => {
				const content = await readBytes(bytesOf(source), 'a.eml');
				assert.equal(content.text, expected);
				assert.deepEqual(
					content.problems.map(({ kind }) => kind),
					problems,
				);
			});
		}
		const plain = (header: string, body: string) => `Subject: S\nContent-Type: text/plain; ${header}\n\n${body}`;
		check(
			'the header as people read it',
			'X-A: b\nDate: 1 Mar 2008\nTo: b@c.d\nFrom: =?utf-8?Q?Jos=C3=A9?= <a@b.c>\nSubject: S\n\nOne.\n',
			'From: José <a@b.c>\nTo: b@c.d\nDate: 1 Mar 2008\nSubject: S\n\nOne.',
		);
		check('paragraphs stay apart', 'Subject: S\r\n\r\nDear Ana,\r\n\r\nOne.\r\n', 'Subject: S\n\nDear Ana,\n\nOne.');
		check(
			'lines that go on are joined',
			plain('format=flowed', 'One two \nthree.\n\n> four \n> five\n>> six\n-- \nAna\n'),
			'Subject: S\n\nOne two three.\n\n> four five\n>> six\n--\nAna',
		);
		check('lines that go on without a space', plain('format=flowed; delsp=yes', 'Donau \ndampf\n'), 'Subject: S\n\nDonaudampf');
		check('a space that was put before the line', plain('format=flowed', ' From here\n'), 'Subject: S\n\nFrom here');
		check('quoted lines stay lines', 'Subject: S\n\nAna wrote:\n> one\n> two\n\nYes.\n', 'Subject: S\n\nAna wrote:\n> one\n> two\n\nYes.');
		check('Korean in its own encoding', plain('charset=euc-kr', '\xC7\xD1\xB1\xB9\xBE\xEE\n'), 'Subject: S\n\n한국어');
		check('Japanese', plain('charset=iso-2022-jp', '\x1B$BF|K\\\x1B(B\n'), 'Subject: S\n\n日本');
		check('the marks of Windows', plain('charset=windows-1252', '\x93One\x94\n'), 'Subject: S\n\n“One”');
		check('an encoding that is not named', 'Subject: S\n\nun caf\xE9 na\xEFf\n', 'Subject: S\n\nun café naïf', ['encodingGuessed']);
		check('zero bytes', 'Subject: S\n\nOne\0 two three four five.\n', 'Subject: S\n\nOne two three four five.', ['invalidBytes']);
		check(
			'the plain one of two',
			'Subject: S\nContent-Type: multipart/alternative; boundary=x\n\n--x\n\nOne.\n--x\nContent-Type: text/html\n\n<p>One.<p>Two.\n--x--\n',
			'Subject: S\n\nOne.',
		);
		check(
			'the HTML one where the other says nothing',
			'Subject: S\nContent-Type: multipart/alternative; boundary=x\n\n--x\n\nSee the HTML part.\n--x\nContent-Type: text/html\n\n<style>a</style><div style="display:none">hidden</div><p>One two three four five six seven eight nine ten.</p><p>Two three four five six seven eight nine ten eleven.</p>\n--x--\n',
			'Subject: S\n\nOne two three four five six seven eight nine ten.\n\nTwo three four five six seven eight nine ten eleven.',
		);
		check(
			'HTML alone',
			'Subject: S\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>Caf=\n=C3=A9</p><table><tr><td>a<td>b</table>',
			'Subject: S\n\nCafé\n\na\tb',
		);
		check('HTML that is called text', 'Subject: S\n\n<html><body><p>One', 'Subject: S\n\nOne');
		check(
			'HTML with pictures',
			'Subject: S\nContent-Type: multipart/related; boundary=x; start="<b>"\n\n--x\nContent-Type: image/png\nContent-ID: <a>\n\nx\n--x\nContent-Type: text/html\nContent-ID: <b>\n\n<p>One.\n--x--\n',
			'Subject: S\n\nOne.',
		);
		check(
			'a text behind a text',
			'Subject: S\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nOne.\n--x\nContent-Disposition: inline\n\nTwo.\n--x--\n',
			'Subject: S\n\nOne.\n\nTwo.',
		);
		check(
			'a signed text without its signature',
			'Subject: S\nContent-Type: multipart/signed; boundary=x; protocol="application/pgp-signature"\n\n--x\n\nOne.\n--x\nContent-Type: application/pgp-signature; name="signature.asc"\n\n-----BEGIN PGP SIGNATURE-----\n--x--\n',
			'Subject: S\n\nOne.',
		);
		check(
			'a text signed in itself',
			'Subject: S\n\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA1\n\nOne.\n- -- two\n-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n\nBehind.\n',
			'Subject: S\n\nOne.\n-- two\n\nBehind.',
		);
		check(
			'a signed wrapper',
			'Subject: S\nContent-Type: application/pkcs7-mime; smime-type=signed-data\n\n\x30\x26\x06\x01\x01\xA0\x21\x30\x1F\x02\x01\x01\x31\x00\x30\x18\x06\x01\x01\xA0\x13\x24\x80\x04\x06A: b\n\n\x04\x05\n\nOne\0\0',
			'Subject: S\n\nOne',
		);
		check(
			'a part that is encrypted',
			'Subject: S\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nOne.\n--x\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nabc\n--x--\n',
			'Subject: S\n\nOne.',
			['partMissing'],
		);
		check('the line ends of old Macintoshes', 'Subject: S\r\rOne.\r\rTwo.\r', 'Subject: S\n\nOne.\n\nTwo.');
		check(
			'a header that nobody encoded, in the encoding of its text',
			'Subject: \xCF\xF0\xE8\xEB\xE8\xE2\xFB\nFrom: \xC0\xED\xED\xE0 <a@b.c>\nContent-Type: text/plain; charset=windows-1251\n\n\xC4\xE0.\n',
			'From: Анна <a@b.c>\nSubject: Приливы\n\nДа.',
		);
		check(
			'a text that stands in a form of Outlook alone',
			'Subject: S\nContent-Type: application/ms-tnef; name="winmail.dat"\n\nabc',
			'Subject: S',
			['attachment', 'partMissing'],
		);
		check(
			'pictures before the page they belong to',
			'From: a@b.c\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\nContent-ID: <a>\n\nx\n--x\nContent-Type: text/html\n\n<p>One.\n--x--\n',
			'From: a@b.c\n\nOne.',
		);
		check('a header and nothing else', 'Subject: S\n\n', 'Subject: S');
		check('a mail of nothing', 'X-A: b\n\n', '', ['empty']);
	});

	describe('what it says of itself', () => {
		it('subject, sender, day, list', async () => {
			const { title, author, date, publisher, kind, headings } = await readText(
				'Subject: =?utf-8?Q?Caf=C3=A9?=\n  and more\nFrom: Ana Lee <ana@example.org>\nDate: Sat, 1 Mar 2008 23:30:00 -0500\nList-Id: "Tides of the world" <tides.example.org>\n\nOne.',
				'a.eml',
			);
			assert.deepEqual(
				[title, author, date, publisher, kind, headings],
				['Café and more', 'Ana Lee', '2008-03-01', 'Tides of the world', 'eml', []],
			);
		});
		it('the language of its text, whatever the header is written in', async () => {
			const header = `To: ${'Research Group <group@lists.example.org>, '.repeat(9)}\nSubject: Minutes of the meeting of the research group\n`;
			const { language } = await readText(
				`${header}Content-Type: text/plain; charset=utf-8\n\n안녕하세요. 회의 일정을 보내 드립니다.\n`,
				'a.eml',
			);
			assert.equal(language, 'ko');
		});
		it('a sender without a name, and several', async () => {
			assert.equal((await readText('From: ana@example.org\n\nOne.', 'a.eml')).author, 'ana@example.org');
			assert.equal((await readText('From: Ana <a@b.c>, Eva <e@b.c>\n\nOne.', 'a.eml')).author, 'Ana, Eva');
		});
		it('a mail that is locked says so, and what it is about', async () => {
			const { title, text, problems } = await readText(
				'Subject: S\nContent-Type: multipart/encrypted; boundary=x; protocol="application/pgp-encrypted"\n\n--x\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--x\nContent-Type: application/octet-stream; name="encrypted.asc"\n\nabc\n--x--\n',
				'a.eml',
			);
			assert.deepEqual([title, text, stateOf(problems)], ['S', '', 'skipped']);
			assert.match(problems.map(({ detail }) => detail).join(), /encrypted; open it in your mail program/);
		});
		it('a text that is locked in itself', async () => {
			const { problems } = await readText('Subject: S\n\n-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n', 'a.eml');
			assert.deepEqual(
				problems.map(({ kind }) => kind),
				['encrypted'],
			);
		});
	});

	it('the language is that of its own words', async () => {
		const copied =
			'Von: Anke de Vries <anke@voorbeeld.nl>\nGesendet: maandag\nAn: de afdeling van het water in Nederland\nBetreff: de stand van het water en de dijk\n';
		const quoted = '> Het water in de rivier is deze week weer gestegen, en de dijk is aan de andere kant niet hoog genoeg.\n'.repeat(4);
		const own = 'Liebe Anke, die Zahlen sind mit der Post gekommen, und wir sehen sie uns am Montag an. Danke für die Mühe!';
		const { language } = await readText(`Subject: S\n\n${own}\n\n${copied}\n${quoted}`, 'a.eml');
		assert.equal(language, 'de');
	});

	describe('attachments', () => {
		const mixed = (...parts: readonly string[]) =>
			`Subject: S\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nOne.\n${parts.map((part) => `--x\n${part}\n`).join('')}--x--\n`;
		function check(name: string, source: string, ...expected: readonly RegExp[]) {
			it(name, async () => {
				const { problems, text } = await readText(source, 'a.eml');
				assert.equal(text, 'Subject: S\n\nOne.');
				assert.equal(stateOf(problems), 'read');
				assert.equal(problems.length, expected.length);
				for (const [index, pattern] of expected.entries()) {
					assert.equal(problems[index]?.kind, 'attachment');
					assert.match(problems[index]?.detail ?? '', pattern);
				}
			});
		}
		check(
			'name, kind and size',
			mixed('Content-Type: application/pdf; name="a.pdf"\nContent-Transfer-Encoding: base64\n\nYWJjZGU='),
			/“a\.pdf” \(application\/pdf, 5 bytes\)/,
		);
		check('calendars', mixed('Content-Type: text/calendar; name=a.ics\n\nBEGIN:VCALENDAR'), /“a\.ics” \(text\/calendar/);
		check('empty texts', mixed('Content-Type: text/plain; name=a.txt\n\n  '), /“a\.txt”/);
		it('texts are read, each under the name of its file', async () => {
			const { text, headings, problems } = await readText(
				mixed(
					'Content-Type: text/plain\nContent-Disposition: attachment; filename="owl.txt"\n\nTwo owls.',
					'Content-Type: text/html; name="pea.html"\n\n<h1>Pea</h1><p>Green.',
					'Content-Type: text/csv; name="boat.csv"\nContent-Transfer-Encoding: base64\n\nYSxiCjEsMgo=',
				),
				'a.eml',
			);
			assert.equal(text, 'Subject: S\n\nOne.\n\nowl.txt\n\nTwo owls.\n\npea.html\n\nPea\n\nGreen.\n\nboat.csv\n\na,b\n1,2');
			assert.deepEqual(
				headings.map((heading) => [heading.level, heading.text]),
				[
					[1, 'owl.txt'],
					[1, 'pea.html'],
					[2, 'Pea'],
					[1, 'boat.csv'],
				],
			);
			assert.deepEqual(problems, []);
		});
		check("Outlook's own", mixed('Content-Type: application/ms-tnef; name="winmail.dat"\n\nabc'), /“winmail\.dat”/);
		check('files in the text', 'Subject: S\n\nOne.\n\nbegin 644 a.bin\nM' + '!'.repeat(60) + '\n`\nend\n', /“a\.bin” in the text/);
		check(
			'many are counted',
			mixed(...Array.from({ length: 25 }, (_, at) => `Content-Type: image/png; name=a${at}.png\n\nx`)),
			...Array.from({ length: 20 }, () => /“a\d+\.png”/),
			/5 more/,
		);
		check(
			'beside the text that was chosen',
			'Subject: S\nContent-Type: multipart/alternative; boundary=y\n\n--y\n\nOne.\n--y\nContent-Type: multipart/mixed; boundary=z\n\n--z\nContent-Type: text/html\n\n<p>One.\n--z\nContent-Type: application/pdf; name=a.pdf\n\nx\n--z--\n--y--\n',
			/“a\.pdf”/,
		);

		it('mails are read, to the second inside of one another', async () => {
			const forward = (inner: string, subject: string) =>
				`Subject: ${subject}\nContent-Type: multipart/mixed; boundary=${subject}\n\n--${subject}\n\nText of ${subject}.\n--${subject}\nContent-Type: message/rfc822\n\n${inner}\n--${subject}--\n`;
			const { text, headings, problems } = await readText(forward(forward(forward('Subject: d\n\nText of d.\n', 'c'), 'b'), 'a'), 'a.eml');
			assert.equal(text, 'Subject: a\n\nText of a.\n\nb\n\nText of b.\n\nc\n\nText of c.');
			assert.deepEqual(
				headings.map((heading) => [heading.level, heading.text]),
				[
					[1, 'b'],
					[2, 'c'],
				],
			);
			assert.deepEqual(
				problems.map(({ kind }) => kind),
				['attachment'],
			);
		});
		it('mails in base64 are read', async () => {
			const inner = btoa('Subject: b\nFrom: a@b.c\n\nTwo.\n');
			const { text } = await readText(mixed(`Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n${inner}`), 'a.eml');
			assert.equal(text, 'Subject: S\n\nOne.\n\nb\n\nFrom: a@b.c\n\nTwo.');
		});
	});

	describe('places', () => {
		function check(name: string, source: string, words: string, expected: string | undefined, fileName = 'a.eml') {
			it(name, async () => {
				const { text, offsetMap } = await readBytes(new TextEncoder().encode(source), fileName);
				const start = text.indexOf(words);
				assert.ok(start >= 0, text);
				const place = toSourceRange(offsetMap, { start, end: start + words.length });
				assert.equal(place && sliceOf(source, place), expected);
			});
		}
		const quoted =
			'Subject: S\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nThe t=\nide of caf=C3=A9s turns twice.\n';
		check('of words', 'Subject: S\r\n\r\nThe tide turns.\r\nTwice.\r\n', 'tide turns', 'tide turns');
		check('behind characters of several bytes', 'Subject: S\n\nLe café: é\nthe tide turns.\n', 'tide', 'tide');
		check('in a field of the header', 'X: é\nSubject: The\n tide\n\nOne.', 'tide', 'tide');
		check('in quoted text, behind what was escaped', quoted, 'turns', 'turns');
		check('in quoted text, over a broken line', quoted, 'tide', 't=\nide');
		check('in HTML', 'Subject: S\nContent-Type: text/html\n\n<p>The <b>tide</b> turns.', 'tide turns', 'tide</b> turns');
		check('of an attached mail', 'Subject: S\nContent-Type: message/rfc822\n\nSubject: b\n\nThe tide.\n', 'tide', 'tide');
		check(
			'behind a mark that was put before From',
			'From a@b Mon Jan 1 00:00:00 2024\nSubject: S\n\n>From here.\nThe tide.\n',
			'here.\nThe tide',
			'here.\nThe tide',
			'a.mbox',
		);
		const korean = bytesOf(
			'Subject: S\nContent-Type: text/plain; charset=euc-kr\n\n\xC7\xD1\xB1\xB9\xBE\xEE \xC0\xDA\xB7\xE1\n\xC7\xD1\xB1\xB9\xBE\xEE tide.\n',
		);
		it('in Korean that stands as it is', async () => {
			const { text, offsetMap } = await readBytes(korean, 'a.eml');
			const start = text.indexOf('tide');
			const place = toSourceRange(offsetMap, { start, end: start + 4 });
			assert.equal(place && sliceOf(new TextDecoder('euc-kr').decode(korean), place), 'tide');
		});
		it('of base64 there are none', async () => {
			const { offsetMap } = await readText('Content-Transfer-Encoding: base64\n\nT25lIHR3bw==\n', 'a.eml');
			assert.deepEqual(offsetMap, []);
		});
	});
});

describe('mailboxes', () => {
	const from = 'From a@b Mon Jan  1 00:00:00 2024\n';
	it('each message is a section', async () => {
		const { text, headings, kind, title, author, date } = await readText(
			`${from}Subject: One\nFrom: Ana <a@b.c>\nDate: 1 Mar 2008\nContent-Length: 9999\n\nText.\n>From here\n\n${from}From: Eva <e@b.c>\nDate: 1 Mar 2008\n\nMore.\n`,
			'tides.mbox',
		);
		assert.equal(
			text,
			'One\n\nFrom: Ana <a@b.c>\nDate: 1 Mar 2008\n\nText.\nFrom here\n\n(no subject)\n\nFrom: Eva <e@b.c>\nDate: 1 Mar 2008\n\nMore.',
		);
		assert.deepEqual(
			headings.map((heading) => [heading.level, heading.text]),
			[
				[1, 'One'],
				[1, '(no subject)'],
			],
		);
		assert.deepEqual([kind, title, author, date], ['mbox', null, null, '2008-03-01']);
	});
	it('no date where messages have several', async () => {
		assert.equal((await readText(`${from}Date: 1 Mar 2008\n\na\n\n${from}Date: 2 Mar 2008\n\nb\n`, 'a.mbox')).date, null);
	});
	it('headings of messages stand below their subjects', async () => {
		const { headings } = await readText(`${from}Subject: One\nContent-Type: text/html\n\n<h1>Tides</h1><p>a\n`, 'a.mbox');
		assert.deepEqual(
			headings.map(({ level, text }) => [level, text]),
			[
				[1, 'One'],
				[2, 'Tides'],
			],
		);
	});
	it('each message in its own encoding', async () => {
		const { text } = await readBytes(
			bytesOf(
				`${from}Subject: A\nContent-Type: text/plain; charset=euc-kr\n\n\xC7\xD1\xB1\xB9\n\n${from}Subject: B\nContent-Type: text/plain; charset=utf-8\n\ncaf\xC3\xA9\n`,
			),
			'a.mbox',
		);
		assert.equal(text, 'A\n\n한국\n\nB\n\ncafé');
	});
});

describe('web archives', () => {
	const archive = (header: string, page: string) =>
		`From: <Saved by Blink>\nSnapshot-Content-Location: https://www.example.org/tides\nSubject: =?utf-8?Q?Tides_of_Korea?=\nDate: Sat, 1 Mar 2008 10:00:00 +0900\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="x"${header}\n\n--x\nContent-Type: text/css\n\np {}\n--x\nContent-Type: text/html\nContent-ID: <p@y>\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://www.example.org/tides\n\n${page}\n--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nYWJj\n--x--\n`;
	it('the page is read, and what the browser wrote around it but the day of saving', async () => {
		const { kind, text, title, date, publisher, problems } = await readText(
			archive('', '<html><body><p class=3D"a">The t=\nide turns.</p></body></html>'),
			'a.mhtml',
		);
		assert.deepEqual(
			[kind, text, title, date, publisher, problems],
			['html', 'The tide turns.', 'Tides of Korea', null, 'example.org', []],
		);
	});
	it('what the page says counts more', async () => {
		const page =
			'<html lang=3D"en"><head><title>Tides</title><meta property=3D"og:site_name" content=3D"Sea News"><meta name=3D"date" content=3D"2007-01-02"></head><body><p>The tide.</p></body></html>';
		const { title, date, publisher } = await readText(archive('', page), 'a.mht');
		assert.deepEqual([title, date, publisher], ['Tides', '2007-01-02', 'Sea News']);
	});
	it('the part that it names is the page', async () => {
		assert.equal((await readText(archive('; start="<p@y>"', '<p>The tide.</p>'), 'a.mht')).text, 'The tide.');
	});
	it('one without a page is refused', async () => {
		const { problems } = await readText(
			'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nx\n--x--',
			'a.mht',
		);
		assert.equal(stateOf(problems), 'skipped');
	});
});
