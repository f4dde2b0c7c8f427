import assert from 'node:assert/strict';
import zlib from 'node:zlib';
import type { ProblemKind } from '../../src/base/problem.ts';
import { defaultCaps } from '../../src/library/caps.ts';
import { readDocument } from '../../src/library/readDocument.ts';
import { column, type MadePdf, makePdf } from '../support/pdfFiles.ts';

const hello = [column(50, 60, ['Hello there, harbour.'])];
const text = 'Hello there, harbour.';

describe('hostile PDFs', function () {
	function check(name: string, bytes: () => Uint8Array, expected: { readonly text?: string; readonly problems: readonly ProblemKind[] }) {
		it(name, async () => {
			const content = await readDocument(bytes(), 'a.pdf', defaultCaps);
			assert.deepEqual(
				content.problems.map(({ kind }) => kind),
				expected.problems,
			);
			assert.equal(content.text, expected.text ?? '');
			assert.equal((globalThis as { pdfCodeRan?: boolean }).pdfCodeRan, undefined);
		});
	}
	const made =
		(extra: MadePdf, pages: Parameters<typeof makePdf>[0] = hello) =>
		() =>
			makePdf(pages, extra);
	const script = '<< /S /JavaScript /JS (globalThis.pdfCodeRan = true) >>';

	check('code that runs on opening does not run', made({ catalog: `/OpenAction ${script} /AA << /WC ${script} >>` }), {
		text,
		problems: [],
	});
	check(
		'a font matrix of code is no code',
		made(
			{
				fonts: '/F3 100 0 R',
				objects: [
					'<< /Type /Font /Subtype /Type3 /FontMatrix [1 2 3 4 5 (6\\); globalThis.pdfCodeRan = true;//)] /FontBBox [0 0 1 1] /CharProcs << >> /Encoding << >> >>',
				],
			},
			[
				[
					{ x: 50, y: 60, text: 'Hello there, harbour.' },
					{ x: 50, y: 90, text: 'x', font: 'F3' },
				],
			],
		),
		{ text: `${text}\n\nx`, problems: [] },
	);
	check(
		'an outline that goes round',
		made({
			catalog: '/Outlines 100 0 R',
			objects: ['<< /First 101 0 R >>', '<< /Title (A) /Next 102 0 R /First 101 0 R >>', '<< /Title (B) /Next 101 0 R >>'],
		}),
		{ text, problems: [] },
	);
	check(
		'a form that draws itself',
		made(
			{
				fonts: '>> /XObject << /X1 100 0 R',
				objects: [
					'<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 100 0 R >> >> /Length 7 >>\nstream\n/X1 Do \nendstream',
				],
			},
			['/X1 Do'],
		),
		{ problems: ['partMissing', 'empty'] },
	);
	check('labels without an end', made({ catalog: '/PageLabels 100 0 R', objects: ['<< /Kids [100 0 R] >>'] }), { text, problems: [] });
	check('pages that hold each other', () => replaceIn(makePdf(hello), '/Kids [1000 0 R]', '/Kids [2 0 R]   '), {
		problems: ['partMissing', 'empty'],
	});
	check('more pages than there are', () => replaceIn(makePdf(hello), '/Count 1 ', '/Count 9 '), { text, problems: [] });
	check('an empty file of the name', () => new TextEncoder().encode('%PDF-1.7\n'), { problems: ['damaged'] });
	check(
		'a picture of a billion points is not unpacked',
		made(
			{
				fonts: '>> /XObject << /X1 100 0 R',
				objects: [
					'<< /Type /XObject /Subtype /Image /Width 32000 /Height 32000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /JPXDecode /Length 4 >>\nstream\nabcd\nendstream',
				],
			},
			[...hello, 'q 500 0 0 700 0 0 cm /X1 Do Q'],
		),
		{ text, problems: ['partMissing'] },
	);
	check('a blank page is no scan', made({}, [...hello, 'q 0.24 0 0 0.24 0 0 cm Q']), { text, problems: [] });

	it('a stream that unpacks to half a gigabyte costs its page, and little memory', async () => {
		const once = zlib.deflateSync(Buffer.alloc(512 * 1024 * 1024, 32));
		const twice = zlib.deflateSync(once).toString('latin1');
		const bytes = makePdf([...hello, ''], {
			page: '/Contents 100 0 R',
			objects: [`<< /Length ${twice.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n${twice}\nendstream`],
		});
		const before = process.memoryUsage.rss();
		let most = before;
		const timer = setInterval(() => {
			most = Math.max(most, process.memoryUsage.rss());
		}, 5);
		const content = await readDocument(bytes, 'a.pdf', defaultCaps);
		clearInterval(timer);
		assert.deepEqual(
			content.problems.map(({ kind }) => kind),
			['partMissing', 'empty'],
		);
		assert.ok(most - before < 256 * 1024 * 1024, `${Math.round((most - before) / 1024 / 1024)} MB`);
	});

	it('leaves text out beyond the cap, and says so', async () => {
		const pages = Array.from({ length: 30 }, (_, at) =>
			column(50, 60, [`The harbour of page ${String.fromCharCode(97 + (at % 26))} was quiet.`]),
		);
		const content = await readDocument(makePdf(pages), 'a.pdf', { ...defaultCaps, maxTextLength: 200 });
		assert.ok(content.text.length <= 200 && content.text.length > 100);
		assert.deepEqual(
			content.problems.map(({ kind }) => kind),
			['truncated'],
		);
	});
});

function replaceIn(bytes: Uint8Array, from: string, to: string): Uint8Array {
	return Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1');
}
