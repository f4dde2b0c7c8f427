import assert from 'node:assert/strict';
import { stateOf } from '../../src/base/problem.ts';
import { defaultCaps } from '../../src/library/caps.ts';
import type { DocumentContent } from '../../src/library/document.ts';
import { readDocument } from '../../src/library/readDocument.ts';
import { bytesOf } from '../support/reading.ts';
import { inTime } from '../support/timeLimits.ts';

/** What the worst of these takes of the processor on an idle laptop. */
const usualMs = 2_000;

describe('hostile mail', () => {
	function check(name: string, make: () => string, judge: (content: DocumentContent) => void = () => {}, fileName = 'a.eml') {
		it(name, async () => {
			const bytes = bytesOf(make());
			const content = await inTime(usualMs, () => readDocument(bytes, fileName, defaultCaps));
			assert.ok(!content.problems.some(({ detail }) => detail.startsWith('Its reader failed')), JSON.stringify(content.problems));
			assert.ok(content.problems.length <= 30, `${content.problems.length} problems`);
			judge(content);
		});
	}
	const isPartial = ({ problems }: DocumentContent) => assert.equal(stateOf(problems), 'partial');
	const holds = (words: string) => (content: DocumentContent) => assert.ok(content.text.includes(words), content.text.slice(0, 200));
	const mixed = 'Subject: S\nContent-Type: multipart/mixed; boundary=x\n\n';
	const from = 'From a@b Mon Jan  1 00:00:00 2024\n';

	check('100,000 parts', () => `${mixed}${'--x\n\nwords\n'.repeat(100_000)}--x--\n`, isPartial);
	check('100,000 attachments', () => `${mixed}${'--x\nContent-Type: image/png; name=a.png\n\nx\n'.repeat(100_000)}--x--\n`, isPartial);
	check(
		'parts in parts, 20,000 deep',
		() =>
			`Subject: S\n${Array.from({ length: 20_000 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`).join('')}\nwords\n`,
		(content) => {
			isPartial(content);
			assert.equal(content.text, 'Subject: S');
		},
	);
	check(
		'the same boundary in itself',
		() => `Subject: S\n${'Content-Type: multipart/mixed; boundary=x\n\n--x\n'.repeat(20_000)}\nwords\n`,
		isPartial,
	);
	check(
		'alternatives in alternatives',
		() =>
			`Subject: S\n${Array.from({ length: 29 }, (_, at) => `Content-Type: multipart/alternative; boundary=b${at}\n\n--b${at}\nContent-Type: text/html\n\n<p>w\n--b${at}\n`).join('')}\n${'words '.repeat(99)}\n`,
		holds('words'),
	);
	check('mails in mails, 50,000 deep', () => `Subject: S\n${'Content-Type: message/rfc822\n\n'.repeat(50_000)}words\n`);
	check('a header line of 10 MB', () => `Subject: ${'words '.repeat(1_700_000)}\n\nOne.`, holds('One.'));
	check('a header of a million lines', () => `Subject: S\n${'X: y\n'.repeat(1_000_000)}\nOne.`, holds('One.'));
	check('a folded line of a million pieces', () => `Subject: S\n${' y\n'.repeat(1_000_000)}\nOne.`, holds('One.'));
	check('100,000 recipients', () => `To: ${'Ana <a@b.c>, '.repeat(100_000)}\nSubject: S\n\nOne.`, holds('One.'));
	check('a million open comments', () => `From: ${'('.repeat(1_000_000)}\nSubject: S\n\nOne.`, holds('One.'));
	check('open quotation marks and brackets', () => `From: ${'"<\\'.repeat(300_000)}\nTo: ${'<"'.repeat(300_000)}\n\nOne.`, holds('One.'));
	check('colons behind addresses', () => `${`To: ${'a'.repeat(32_000)}@${':'.repeat(32_000)}\n`.repeat(20)}\nOne.`, holds('One.'));
	check(
		'addresses of nothing but signs',
		() => `From: ${'@ at '.repeat(10_000)}\nTo: ${'a@'.repeat(10_000)}, ${' at'.repeat(10_000)}\n\nOne.`,
		holds('One.'),
	);
	check(
		'encoded words that never end',
		() => `Subject: ${'=?utf-8?Q?'.repeat(100_000)}\nFrom: ${'=?'.repeat(100_000)}\n\nOne.`,
		holds('One.'),
	);
	check('100,000 encoded words', () => `Subject: ${'=?utf-8?B?4pg=?= =?utf-8?B?gw==?= '.repeat(100_000)}\n\nOne.`, holds('One.'));
	check(
		'parameters without end',
		() => `Subject: S\nContent-Type: text/plain${'; a*0*=x'.repeat(100_000)}${' b="'.repeat(1000)}\n\nOne.`,
		holds('One.'),
	);
	check('values without semicolons', () => `Subject: S\nContent-Type: text/plain ${'a=b '.repeat(100_000)}\n\nOne.`, holds('One.'));
	check('lines that almost part', () => `${mixed}--x\n\n${'--xy\n--y--\n--\n'.repeat(300_000)}--x--\n`, holds('--xy'));
	check(
		'quoted text on one line',
		() =>
			`Subject: S\nX: \xE9\nContent-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=utf-8\n\n${'a=3D=C3=A9'.repeat(500_000)}`,
		holds('a=éa'),
	);
	check(
		'lines that all go on',
		() => `Subject: S\nContent-Type: text/plain; format=flowed\n\n${'> word \n'.repeat(300_000)}`,
		holds('> word word'),
	);
	check(
		'marks of quotation',
		() => `Subject: S\nContent-Type: text/plain; format=flowed\n\n${'>'.repeat(2_000_000)}\n${'>\n'.repeat(300_000)}`,
	);
	check('beginnings of signed texts', () => `Subject: S\n\n${'-----BEGIN PGP SIGNED MESSAGE-----\nx\n'.repeat(100_000)}`);
	check('beginnings of files', () => `Subject: S\n\n${`begin 644 a\nM${'!'.repeat(60)}\n`.repeat(50_000)}`);
	check(
		'HTML that nests too deep',
		() => `Subject: S\nContent-Type: text/html\n\n${'<div>'.repeat(100_000)}words`,
		(content) => {
			isPartial(content);
			holds('words')(content);
		},
	);
	check('a signed wrapper in a signed wrapper', () => {
		const wrap = (inner: string) => {
			const length = (text: string) => String.fromCharCode(0x83, text.length >> 16, (text.length >> 8) & 255, text.length & 255) + text;
			const content = `\x06\x01\x01\xA0${length(`\x04${length(inner)}`)}`;
			return `Content-Type: application/pkcs7-mime; smime-type=signed-data\n\n\x30${length(`\x06\x01\x01\xA0${length(`\x30${length(`\x02\x01\x01\x31\x00\x30${length(content)}`)}`)}`)}`;
		};
		let inner = 'words';
		for (let count = 0; count < 300; count++) {
			inner = wrap(inner);
		}
		return `Subject: S\n${inner}`;
	});
	check('zero bytes', () => `Subject: S\0\n\n${'\0'.repeat(1_000_000)}words`);
	check(
		'lines of other mails in a field',
		() => 'Subject: S\r\n\u0085From: x@y.z\r\rFrom: b@c.d\n\nOne.',
		(content) => assert.equal(content.author, null),
	);
	check('a mailbox of 50,000 messages', () => `${from}Subject: S\n\nwords\n\n`.repeat(50_000), holds('words'), 'a.mbox');
	check(
		'a mailbox of beginnings',
		() => from.repeat(200_000),
		() => {},
		'a.mbox',
	);
	check('a mailbox of marks', () => `${from}Subject: S\n\n${'>From \n'.repeat(300_000)}`, holds('From'), 'a.mbox');
	check(
		'a web archive of parts',
		() =>
			`MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x; start="<none>"\n\n${'--x\nContent-Type: image/png\nContent-ID: <a>\n\nx\n'.repeat(100_000)}--x--\n`,
		(content) => assert.equal(stateOf(content.problems), 'skipped'),
		'a.mht',
	);
});
