import assert from 'node:assert/strict';
import type { Problem, ProblemKind } from '../../../src/base/problem.ts';
import { openZip, type ZipArchive, type ZipLimits } from '../../../src/library/container/zip.ts';
import { type MadePart, makeZip, toBytes, type ZipFaults } from '../../support/zipFiles.ts';

const limits: ZipLimits = { maxEntries: 10, maxEntryBytes: 5000, maxTotalBytes: 8000, maxRatio: 20, freeBytes: 1000 };
const words = 'The tide comes in twice a day. '.repeat(20);

describe('zip', () => {
	function read(archive: ZipArchive | Problem, name: string): string | ProblemKind | undefined {
		if ('kind' in archive) {
			return archive.kind;
		}
		const part = archive.read(name);
		return part instanceof Uint8Array ? new TextDecoder().decode(part) : part?.kind;
	}

	function check(name: string, part: Partial<MadePart>, expected: string | ProblemKind | undefined, faults: ZipFaults = {}) {
		it(name, () => {
			const bytes = makeZip(
				[
					{ name: 'a.xml', data: words, ...part },
					{ name: 'b.xml', data: 'b' },
				],
				faults,
			);
			assert.equal(read(openZip(bytes, limits), 'a.xml'), expected);
		});
	}

	describe('reads', () => {
		check('deflated parts', {}, words);
		check('stored parts', { method: 0 }, words);
		check('empty parts', { data: '' }, '');
		check('names with backslashes', { name: 'x\\a.xml' }, undefined);
		check('names with a slash in front', { name: '/a.xml' }, words);
		check('names in other letters', { name: 'A.XML' }, words);
		check('archives behind other bytes', {}, words, { before: toBytes('#!/bin/sh\n') });
		check('archives in front of other bytes', {}, words, { behind: toBytes('\0\0\0') });
		check('archives with the directory of large ones', {}, words, { isLarge: true });
		check('nothing by a name that is not there', { name: 'c.xml' }, undefined);

		it('finds a part under a folder written with backslashes', () => {
			const archive = openZip(makeZip([{ name: 'word\\document.xml', data: 'x' }]), limits);
			assert.equal(read(archive, 'word/document.xml'), 'x');
		});

		it('keeps names as keys, whatever they say', () => {
			for (const name of ['../../etc/passwd', 'C:\\windows\\win.ini', 'a\0b', '__proto__', 'constructor', 'x'.repeat(1000)]) {
				const archive = openZip(makeZip([{ name, data: 'x' }]), limits);
				assert.ok(!('kind' in archive));
				assert.equal(read(archive, 'document.xml'), undefined);
				assert.equal(read(archive, 'toString'), undefined);
				assert.equal(read(archive, name.replaceAll('\\', '/')), 'x');
			}
		});
	});

	describe('refuses', () => {
		check('a size that is too small', { size: 10 }, 'damaged');
		check('a size that is too large', { size: 700 }, 'damaged');
		check('a size of four gigabytes', { size: 0xfffffffe }, 'tooLarge');
		check('a stored part that claims more', { method: 0, size: 700 }, 'damaged');
		check('data that reaches behind the end', { compressedSize: 0x7fffffff }, 'damaged');
		check('a wrong checksum', { crc: 1 }, 'damaged');
		check('a part that is larger than allowed', { data: `${Array.from({ length: 6000 }, (_, index) => index)}` }, 'tooLarge');
		check('a ratio above the limit', { data: '0'.repeat(4000) }, 'tooLarge');
		check('a ratio above the limit that is not told', { data: '0'.repeat(400_000), size: 900 }, 'damaged');
		check('locked parts', { flags: 1 }, 'encrypted');
		check('unknown methods', { method: 12, data: 'x' }, 'unsupported');
		check('data that is not deflated', { packed: Uint8Array.from([7, 7, 7, 7]) }, 'damaged');
		check('data that is cut off', { packed: Uint8Array.from([0xed, 0xc1]) }, 'damaged');
		check('a place behind the end', { headerStart: 0x7ffffff }, 'damaged');
		check('a place in the middle of another part', { headerStart: 5 }, 'damaged');
		check('large numbers that are nowhere', { size: 0xffffffff }, 'damaged');
		check('an extra field that is cut off', { size: 0xffffffff, extra: Uint8Array.from([1, 0, 8, 0, 1, 0, 0, 0]) }, 'damaged');
		check('one of several files', {}, 'unsupported', { disk: 1 });
		check('fewer parts than promised', {}, 'damaged', { count: 5 });
		check('more parts than promised', {}, 'damaged', { count: 1 });
		check('more parts than allowed', {}, 'tooLarge', { count: 11 });
		check('a million parts', {}, 'tooLarge', { count: 1_000_000, isLarge: true });
		check('a directory behind the end', {}, 'damaged', { directoryStart: 0x7fffffff });
		check('a directory that is larger than the file', {}, 'damaged', { directorySize: 0x7fffffff });

		it('the same part twice', () => {
			const archive = openZip(
				makeZip([
					{ name: 'a', data: '1' },
					{ name: 'a', data: '2' },
				]),
				limits,
			);
			assert.equal(read(archive, 'a'), 'damaged');
		});

		it('parts that share their data', () => {
			const part = { name: 'a', data: words };
			assert.equal(read(openZip(makeZip([part, { name: 'b', data: words, headerStart: 0 }]), limits), 'a'), 'damaged');
		});

		it('more than allowed in all', () => {
			const data = `${Array.from({ length: 1000 }, (_, index) => index * 7919)}`.slice(0, 4500);
			const archive = openZip(
				makeZip([
					{ name: 'a', data },
					{ name: 'b', data },
				]),
				limits,
			);
			assert.equal(read(archive, 'a'), data);
			assert.equal(read(archive, 'b'), 'tooLarge');
		});

		it('an archive cut off at any place', () => {
			const bytes = makeZip([{ name: 'a', data: words }]);
			for (let length = 0; length < bytes.length; length++) {
				assert.equal(read(openZip(bytes.subarray(0, length), limits), 'a'), 'damaged', `at ${length}`);
			}
		});
	});
});
