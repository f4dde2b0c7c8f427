import assert from 'node:assert/strict';
import fs from 'node:fs';
import { deflateRawSync, constants as zlib } from 'node:zlib';
import { Inflate } from 'fflate/browser';
import { defaultCaps } from '../../src/library/caps.ts';
import { readDocument } from '../../src/library/readDocument.ts';
import { makeDocx } from '../support/officeFiles.ts';
import { inTime } from '../support/timeLimits.ts';
import { type MadePart, makeZip, toBytes, type ZipFaults } from '../support/zipFiles.ts';

const mebibyte = 1024 * 1024;
/** Far above the 130 MB that the worst of them takes, and far below what they would unpack to: a heap grows when it likes. */
const maxGrowthBytes = 512 * mebibyte;
/** What all parts may have, and what the unpacker makes of one step before anybody can say stop. */
const maxUnpackedBytes = defaultCaps.maxUnpackedBytes + 16 * mebibyte;
/** What the worst of them takes of the processor on an idle laptop: unpacking sixty-four megabytes. */
const usualMs = 1_500;
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const words = '<w:p><w:r><w:t>The tide comes in twice a day.</w:t></w:r></w:p>';

/** Deflated zeros: `count` blocks of 64 MiB, 64 KB each. */
function packZeros(count: number): Uint8Array {
	const block = deflateRawSync(Buffer.alloc(64 * mebibyte), { finishFlush: zlib.Z_FULL_FLUSH, level: 9 });
	const end = deflateRawSync(Buffer.alloc(0));
	return Buffer.concat([...Array.from({ length: count }, () => block), end]);
}

/** A size of more than four gigabytes, as it stands in the extra field. */
function largeSize(size: number): Uint8Array {
	const bytes = new Uint8Array(12);
	const view = new DataView(bytes.buffer);
	view.setUint16(0, 1, true);
	view.setUint16(2, 8, true);
	view.setUint32(4, size % 2 ** 32, true);
	view.setUint32(8, Math.floor(size / 2 ** 32), true);
	return bytes;
}

/** The most memory that the process held since `startWatch`, in bytes; Linux tells it. */
function startWatch(): () => number {
	const before = process.memoryUsage().rss;
	fs.writeFileSync('/proc/self/clear_refs', '5');
	return () => Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) * 1024 - before;
}

/** How many bytes the unpacker gave while the work was done. */
async function countUnpacked(work: () => Promise<unknown>): Promise<number> {
	let bytes = 0;
	const { push } = Inflate.prototype;
	Inflate.prototype.push = function (...data) {
		const { ondata } = this;
		this.ondata = (chunk, isLast) => {
			bytes += chunk.length;
			ondata(chunk, isLast);
		};
		try {
			push.apply(this, data);
		} finally {
			this.ondata = ondata;
		}
	};
	try {
		await work();
	} finally {
		Inflate.prototype.push = push;
	}
	return bytes;
}

describe('archives made to do harm', () => {
	/** Reads the file; its problems, and that no more was unpacked and no more memory held than is allowed. */
	function check(
		name: string,
		make: () => Uint8Array,
		fileName: string,
		expected: RegExp,
		reason: RegExp,
		limits = { usualMs, leastBytes: 0 },
	) {
		it(name, async () => {
			const bytes = make();
			const growth = fs.existsSync('/proc/self/clear_refs') ? startWatch() : () => 0;
			const unpackedBytes = await countUnpacked(async () => {
				const { problems } = await inTime(limits.usualMs, () => readDocument(bytes, fileName, defaultCaps));
				assert.match(problems.map(({ kind }) => kind).join(' '), expected);
				assert.match(problems.map(({ detail }) => detail).join('; '), reason);
			});
			const { leastBytes } = limits;
			assert.ok(unpackedBytes >= leastBytes && unpackedBytes <= maxUnpackedBytes, `${Math.round(unpackedBytes / mebibyte)} MB unpacked`);
			assert.ok(growth() < maxGrowthBytes, `${Math.round(growth() / mebibyte)} MB`);
		});
	}

	/** A Word document whose main part is this. */
	function withMain(main: Partial<MadePart>, faults: ZipFaults = {}, more: readonly MadePart[] = []): Uint8Array {
		return makeZip([{ name: 'word/document.xml', data: `<w:document ${w}>${words}</w:document>`, ...main }, ...more], faults);
	}

	describe('by size', () => {
		const zeros = packZeros(160);
		const size = 160 * 64 * mebibyte;
		check(
			'ten gigabytes, told',
			() => withMain({ packed: zeros, size: 0xffffffff, extra: largeSize(size) }),
			'a.docx',
			/^(damaged|tooLarge)$/,
			/more than|large/,
		);
		check(
			'ten gigabytes, called one kilobyte',
			() => withMain({ packed: zeros, size: 1024 }),
			'a.docx',
			/^damaged$/,
			/larger than the directory says/,
		);
		check(
			'ten gigabytes, called sixty-four megabytes',
			() => withMain({ packed: zeros, size: 64 * mebibyte }),
			'a.docx',
			/^damaged$/,
			/larger than/,
		);
		check('ten gigabytes, called four', () => withMain({ packed: zeros, size: 0xfffffffe }), 'a.docx', /^tooLarge$/, /64 MB/);
		check(
			'sixty-four megabytes in sixty kilobytes',
			() => withMain({ packed: packZeros(1), size: 64 * mebibyte }),
			'a.docx',
			/^tooLarge$/,
			/200 times/,
		);
		check(
			'one gigabyte, as an e-book',
			() => {
				const epub = [
					{ name: 'mimetype', data: 'application/epub+zip', method: 0 },
					{ name: 'META-INF/container.xml', data: '<container/>', packed: packZeros(16), size: 2000 },
					{ name: 'x.opf', data: '<package/>', packed: packZeros(16), size: 2000 },
				];
				return makeZip(epub);
			},
			'a.epub',
			/^damaged$/,
			/./,
		);
		check(
			'one gigabyte, as an OpenDocument text',
			() =>
				makeZip([
					{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', method: 0 },
					{ name: 'content.xml', data: '', packed: packZeros(16), size: 5000 },
				]),
			'a.odt',
			/^damaged$/,
			/larger/,
		);
		check(
			'archives in archives',
			() => {
				let inner = makeZip([{ name: 'a', data: '', packed: packZeros(4), size: 4 * 64 * mebibyte }]);
				for (let depth = 0; depth < 3; depth++) {
					const packed = inner;
					inner = makeZip(Array.from({ length: 4 }, (_, index) => ({ name: `${index}.zip`, data: packed, method: 0 })));
				}
				return inner;
			},
			'a.docx',
			/^damaged$/,
			/not one that a \.docx file should be/,
		);
	});

	describe('by number', () => {
		check('a million parts', () => makeManyParts(100_000), 'a.docx', /^tooLarge$/, /10000 parts/);
		check('a million promised', () => withMain({}, { count: 1_000_000, isLarge: true }), 'a.docx', /^tooLarge$/, /10000 parts/);
		check(
			'ten thousand that share their data',
			() => makeZip(Array.from({ length: 9999 }, (_, index) => ({ name: `${index}`, data: 'x', headerStart: 0 }))),
			'a.docx',
			/^damaged$/,
			/over each other/,
		);
	});

	describe('by XML', () => {
		const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, index) => `<!ENTITY a${index} "${`&a${index - 1};`.repeat(10)}">`).join('')}]>`;
		const outside = '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p; <!ENTITY e SYSTEM "file:///etc/passwd">]>';
		for (const [name, head] of [
			['billion laughs', laughs],
			['external entities', outside],
		] as const) {
			it(`${name} in every part`, async () => {
				const rels = `${head}<Relationships><Relationship Id="1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`;
				const bytes = withMain({ data: `${head}<w:document ${w}>${words}<w:p><w:r><w:t>&a29;&e;</w:t></w:r></w:p></w:document>` }, {}, [
					{ name: '_rels/.rels', data: rels },
					{ name: 'docProps/core.xml', data: `${head}<x/>` },
				]);
				const { text } = await inTime(usualMs, () => readDocument(bytes, 'a.docx', defaultCaps));
				assert.equal(text, 'The tide comes in twice a day.\n\n&a29;&e;');
			});
		}
		check('a hundred thousand levels', () => makeDocx(words + '<w:sdt>'.repeat(100_000)), 'a.docx', /^tooDeep$/, /256 levels/);
		check('a hundred thousand levels of an e-book', () => makeBook('<div>'.repeat(100_000)), 'a.epub', /^tooDeep/, /200 levels/);
	});

	describe('or just large, in the time of any file', () => {
		const numbers = (text: string, count: number) => withMainOf(`<w:document ${w}>${numbered(text, count)}</w:document>`);
		const large = { usualMs: 6_000, leastBytes: 50 * mebibyte };
		check(
			'sixty megabytes of one attribute',
			() => withMainOf(`<w:document ${w} x="${numbered('word', 6_000_000)}">${words}</w:document>`),
			'a.docx',
			/^$/,
			/^$/,
			large,
		);
		check(
			'sixty megabytes of one paragraph',
			() => withMainOf(`<w:document ${w}><w:p><w:r><w:t>${numbered('word', 6_000_000)}</w:t></w:r></w:p></w:document>`),
			'a.docx',
			/^truncated$/,
			/limit/,
			large,
		);
		check(
			'sixty megabytes of paragraphs',
			() => numbers('</w:t></w:r></w:p><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>', 900_000),
			'a.docx',
			/^$/,
			/^$/,
			large,
		);
	});

	function withMainOf(data: string): Uint8Array {
		return withMain({ data, packed: deflateRawSync(data) });
	}
});

/** The text again and again, each with a number, so that it packs some ten times smaller and no more. */
function numbered(text: string, count: number): string {
	// One block repeats: it is longer than the 32 KiB that deflate looks back.
	const block = Array.from({ length: 50_000 }, (_, index) => `${text}${(index * 7919) % 100_003} `).join('');
	return block.repeat(count / 50_000);
}

function makeBook(body: string): Uint8Array {
	return makeZip([
		{ name: 'META-INF/container.xml', data: '<container><rootfile full-path="x.opf"/></container>' },
		{
			name: 'x.opf',
			data: '<package><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>',
		},
		{ name: 'c.xhtml', data: `<html><body><p>words</p>${body}</body></html>` },
	]);
}

function makeManyParts(count: number): Uint8Array {
	return makeZip(
		Array.from({ length: count }, (_, index) => ({ name: `${index}`, data: toBytes(''), method: 0 })),
		{ isLarge: true },
	);
}
