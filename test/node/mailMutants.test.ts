import assert from 'node:assert/strict';
import { defaultCaps } from '../../src/library/caps.ts';
import { decodeBytes } from '../../src/library/charset.ts';
import { readDocument } from '../../src/library/readDocument.ts';
import { checkContent } from '../support/contentChecks.ts';
import { howMany } from '../support/howMany.ts';
import { makeRandom } from '../support/random.ts';
import { bytesOf } from '../support/reading.ts';
import { inTime } from '../support/timeLimits.ts';

const mutants = howMany(500, 2_000);

const message = [
	'Received: from a by b; Sat, 1 Mar 2008 10:00:00 +0900',
	'From: =?utf-8?Q?Jos=C3=A9?= "Lee, A." (x) <a@b.c>',
	'To: Friends: d@e.f, "Eva" <e@f.g>;',
	'Subject: =?iso-2022-jp?B?GyRCRnxLXBsoQg==?=\r\n =?utf-8?B?7ZWc?=',
	'Date: Sat, 1 Mar 2008 10:00:00 +0900 (KST)',
	'Content-Type: multipart/mixed; boundary="x"; charset*0*=utf-8\'\'a',
	'',
	'--x',
	'Content-Type: multipart/alternative; boundary=y',
	'',
	'--y',
	'Content-Type: text/plain; charset=euc-kr; format=flowed; delsp=yes',
	'',
	'\xC7\xD1\xB1\xB9 goes ',
	'on.',
	'> quoted ',
	'> more',
	'-- ',
	'begin 644 a.bin',
	`M${'!'.repeat(60)}`,
	'end',
	'--y',
	'Content-Type: text/html; charset=utf-8',
	'Content-Transfer-Encoding: quoted-printable',
	'',
	'<h1>Caf=C3=A9</h1><p style=3D"display:none">a</p><p>b=',
	'c &amp; d<table><tr><td>e<td>f</table>',
	'--y--',
	'--x',
	'Content-Type: message/rfc822',
	'Content-Transfer-Encoding: base64',
	'',
	'U3ViamVjdDogYgpGcm9tOiBhQGIuYwoKVHdvLgo=',
	'--x',
	'Content-Type: application/pkcs7-mime; smime-type=signed-data',
	'',
	'\x30\x26\x06\x01\x01\xA0\x21\x30\x1F\x02\x01\x01\x31\x00\x30\x18\x06\x01\x01\xA0\x13\x24\x80\x04\x06A: b\n\n\x04\x05\n\nOne\0\0',
	'--x',
	'Content-Type: application/pdf; name="a.pdf"',
	"Content-Disposition: attachment; filename*=utf-8''b%C3%A9.pdf",
	'',
	'x',
	'--x--',
	'',
].join('\r\n');
const from = 'From a@b Mon Jan  1 00:00:00 2024\r\n';
const mailbox = `${from}${message}\r\n${from}Subject: b\r\n\r\n-----BEGIN PGP SIGNED MESSAGE-----\r\n\r\n- -a\r\n>From here\r\n-----BEGIN PGP SIGNATURE-----\r\nx\r\n\r\n${from}\r\nc\r\n`;
const archive = [
	'From: <Saved by Blink>',
	'Snapshot-Content-Location: https://www.example.org/',
	'Subject: Tides',
	'MIME-Version: 1.0',
	'Content-Type: multipart/related; type="text/html"; start="<p>"; boundary="x"',
	'',
	'--x',
	'Content-Type: image/png',
	'',
	'--x',
	'Content-Type: text/html; charset=utf-8',
	'Content-ID: <p>',
	'Content-Transfer-Encoding: quoted-printable',
	'',
	'<html><head><title>Tides</title></head><body><article><h1>Tides</h1><p>The t=',
	'ide of caf=C3=A9s turns twice a day, and with it all who live from it.</p></article></body></html>',
	'--x--',
	'',
].join('\r\n');

/** What breaks mails on their way, and what would break a careless reader. */
const splinters = [
	'\r\n',
	'\n\n',
	'--x\r\n',
	'--x--\r\n',
	'--y\r\n',
	'\r\n--',
	'\0',
	'=?',
	'?=',
	'=?utf-8?B?',
	'=',
	'=\r\n',
	'"',
	'(',
	'<',
	'>',
	',',
	';',
	':',
	'\\',
	'\x1B$B',
	'\x0E',
	'\xEF\xBB\xBF',
	'\xFF\xFE',
	'>From ',
	from,
	'Content-Type: message/rfc822\r\n\r\n',
	'Content-Type: multipart/mixed; boundary=x\r\n\r\n',
	'Content-Transfer-Encoding: base64\r\n',
	'charset=utf-7',
	'charset=iso-2022-kr',
	'charset=utf-16',
	'\r\n-----BEGIN PGP MESSAGE-----\r\n',
	'<html>',
	'</p>',
];

describe('mail mutants', () => {
	for (const [fileName, original] of [
		['a.eml', message],
		['a.mbox', mailbox],
		['a.mht', archive],
	] as const) {
		it(`${mutants.said} of ${fileName} are read or refused`, async () => {
			const random = makeRandom(fileName.length * 7919);
			const whole = await readDocument(bytesOf(original), fileName, defaultCaps);
			assert.ok(whole.text.length > 20);
			for (let count = 0; count < mutants.count; count++) {
				const bytes = bytesOf(mutate(original, random));
				const content = await inTime(500, () => readDocument(bytes, fileName, defaultCaps), `mutant ${count}`);
				try {
					checkContent(content, decodeBytes(bytes).text);
				} catch (error) {
					throw new Error(`mutant ${count} of ${fileName}`, { cause: error });
				}
			}
		});
	}
});

function mutate(text: string, random: (below: number) => number): string {
	let mutant = text;
	for (let times = 1 + random(8); times > 0; times--) {
		const at = random(mutant.length + 1);
		const kind = random(10);
		if (kind < 3) {
			mutant = `${mutant.slice(0, at)}${String.fromCharCode(random(256))}${mutant.slice(at + 1)}`;
		} else if (kind < 5) {
			const from = random(mutant.length + 1);
			mutant = mutant.slice(0, at) + mutant.slice(from, from + random(300)) + mutant.slice(at);
		} else if (kind < 9) {
			const splinter = splinters[random(splinters.length)] ?? '';
			mutant = mutant.slice(0, at) + splinter + mutant.slice(at + random(2) * splinter.length);
		} else {
			mutant = mutant.slice(0, at);
		}
	}
	return mutant;
}
