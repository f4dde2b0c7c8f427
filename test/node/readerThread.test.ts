import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ConnectionLost } from '../../src/base/calls.ts';
import { Cancelled, neverCancelled } from '../../src/base/cancellation.ts';
import { silentLog } from '../../src/base/log.ts';
import { stateOf } from '../../src/base/problem.ts';
import { toFileUri } from '../../src/files/fileUri.ts';
import { ReaderThread } from '../../src/files/readerThread.ts';
import { defaultCaps } from '../../src/library/caps.ts';
import type { DocumentContent, FoundFile } from '../../src/library/document.ts';
import { builtDist } from '../support/builtDist.ts';
import { makeDocx } from '../support/officeFiles.ts';
import { makeSourceFolder } from '../support/openLibrary.ts';
import { useTemporaryFolder } from '../support/temporaryFolder.ts';
import { limitFor, waitFor } from '../support/timeLimits.ts';

const temporary = useTemporaryFolder();

async function readWith(thread: ReaderThread, file: FoundFile, caps = defaultCaps): Promise<DocumentContent> {
	const { content } = await thread.readDocument(file, caps, [], neverCancelled);
	assert.ok(content);
	return content;
}

describe('the reader thread', () => {
	let reader: ReaderThread;

	before(async () => {
		reader = new ReaderThread({ workerPath: path.join(await builtDist(), 'readerWorker.js'), log: silentLog });
	});
	after(() => reader.dispose());

	function found(relativePath: string): FoundFile {
		const file = path.join(temporary.path, relativePath);
		const { size, mtimeMs } = fs.lstatSync(file);
		return { id: toFileUri(file), folder: toFileUri(temporary.path), relativePath, sizeBytes: size, modifiedMs: mtimeMs };
	}
	function read(relativePath: string, caps = defaultCaps): Promise<DocumentContent> {
		return readWith(reader, found(relativePath), caps);
	}
	const check = (name: string, content: string | Uint8Array, expected: { state: string; kinds: string[]; holds?: string }) => {
		it(name, async () => {
			temporary.write(`bytes/${name}.txt`, content);
			// Far above what these need, since the machine may be busy with other things.
			const { text, problems } = await read(`bytes/${name}.txt`, { ...defaultCaps, maxReadMs: limitFor(10_000) });
			assert.deepEqual(
				{ state: stateOf(problems), kinds: problems.map((problem) => problem.kind) },
				{ state: expected.state, kinds: expected.kinds },
			);
			assert.ok(expected.holds === undefined || text.includes(expected.holds), text.slice(0, 100));
			assert.ok(!/[\r\0\u2028\u2029]/.test(text));
		});
	};

	check('an empty file', '', { state: 'read', kinds: ['empty'] });
	check('ordinary words', 'Two tides a day.', { state: 'read', kinds: [], holds: 'Two tides a day.' });
	check('a byte order mark', '\uFEFFTwo tides a day.', { state: 'read', kinds: [], holds: 'Two tides a day.' });
	check('only NUL bytes', new Uint8Array(10_000), { state: 'skipped', kinds: ['binary'] });
	check('NUL behind words', `${'Two tides a day. '.repeat(600)}\0\0\0`, { state: 'partial', kinds: ['invalidBytes'] });
	check('one line of 50 MB', 'word '.repeat(10 * 1024 * 1024), { state: 'partial', kinds: ['truncated'], holds: 'word word' });
	check('one word of 5 MB', 'w'.repeat(5 * 1024 * 1024), { state: 'read', kinds: [] });
	check('a million lines', 'x\n'.repeat(1_000_000), { state: 'read', kinds: [] });
	check('lines ended by CR', 'one tide\rtwo tides\r', { state: 'read', kinds: [], holds: 'one tide\ntwo tides' });

	it('reads invalid UTF-8 with a mark in the place of each lost byte', async () => {
		temporary.write(
			'invalid.txt',
			Buffer.concat([Buffer.from('The tides rise — twice '.repeat(40)), Buffer.from([0xff, 0xc0, 0xaf]), Buffer.from(' a day.')]),
		);
		const { text, problems } = await read('invalid.txt');
		assert.ok(text.includes('\ufffd') && text.includes(' a day.'));
		assert.equal(stateOf(problems), 'partial');
	});

	it('does not wait for a pipe, nor read a link', async () => {
		execFileSync('mkfifo', [path.join(temporary.path, 'pipe.txt')]);
		fs.symlinkSync('/etc/passwd', path.join(temporary.path, 'link.txt'));
		assert.equal((await read('pipe.txt')).problems[0]?.kind, 'notAFile');
		const link = await read('link.txt');
		assert.equal(link.problems[0]?.kind, 'unreadable');
		assert.equal(link.text, '');
	});

	it('says that a file went between listing and reading', async () => {
		temporary.write('gone.txt', 'x');
		const file = found('gone.txt');
		fs.rmSync(path.join(temporary.path, 'gone.txt'));
		assert.equal((await readWith(reader, file)).problems[0]?.kind, 'vanished');
	});

	it('ends a read that takes too long, twice, then sets the file aside until it changes', async () => {
		// Slow by its honest size; the limit is set below what any machine needs for it.
		temporary.write('slow.html', `<body>${'<p>Two tides a <b>day</b>.</p>'.repeat(100_000)}`);
		const caps = { ...defaultCaps, maxReadMs: 40 };
		const others = Array.from({ length: 5 }, (_, index) => {
			temporary.write(`beside/${index}.txt`, `Beside ${index}`);
			return `beside/${index}.txt`;
		});
		// All at once: what waits behind the slow file, and a walk beside it, must come through.
		const walked: string[] = [];
		const walk = reader.findFiles(
			makeSourceFolder(toFileUri(path.join(temporary.path, 'beside'))),
			(files) => walked.push(...files.map((file) => file.relativePath)),
			neverCancelled,
		);
		const slow = read('slow.html', caps);
		const texts = await Promise.all(others.map(async (file) => (await read(file)).text));
		assert.equal((await slow).problems[0]?.kind, 'timeLimit');
		assert.deepEqual(
			texts,
			others.map((_, index) => `Beside ${index}`),
		);
		await walk;
		assert.deepEqual(walked, ['0.txt', '1.txt', '2.txt', '3.txt', '4.txt']);

		const patient = { ...defaultCaps, maxReadMs: limitFor(10_000) };
		assert.equal((await read('slow.html', patient)).problems[0]?.kind, 'timeLimit', 'it is not tried again: now it would be read');

		temporary.write('slow.html', '<body><p>Now it is short.</p>');
		assert.equal((await read('slow.html')).text.trim(), 'Now it is short.');
	});

	describe('a container', () => {
		// Each other than the last, so that they do not pack like a bomb.
		const lines = Array.from({ length: 100_000 }, (_, at) => `Two tides, ${(at * 7919) % 100_003} boats`);
		const paragraphs = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
		const patient = { ...defaultCaps, maxReadMs: limitFor(10_000) };

		it('that gives no text for too long is ended, whatever the limit for files', async () => {
			// Words that nobody sees, so that the text does not grow; the limit is below what any machine needs for them.
			temporary.write('silent.docx', makeDocx(`<w:del>${paragraphs}</w:del>`));
			const { problems } = await read('silent.docx', { ...patient, maxContainerMs: 20 });
			assert.deepEqual(problems, [
				{ kind: 'timeLimit', detail: 'It gave no text in 0 seconds of unpacking; open it in its own program and save it anew' },
			]);
		});

		it('that gives text all the while is read, however long it takes', async () => {
			temporary.write('long.docx', makeDocx(paragraphs));
			const start = performance.now();
			await read('long.docx', { ...patient, maxContainerMs: limitFor(10_000) });
			const tookMs = performance.now() - start;
			// Half of what it takes is far more than one of its twenty windows takes. A machine that stops for so long is another matter: then once more.
			let content: DocumentContent | undefined;
			for (let left = 5; left > 0 && content?.problems.length !== 0; left -= 1) {
				temporary.write('long.docx', makeDocx(`${' '.repeat(left)}${paragraphs}`));
				content = await read('long.docx', { ...patient, maxContainerMs: tookMs / 2 });
			}
			assert.deepEqual(content?.problems, []);
			assert.equal(content?.text, lines.join('\n\n'));
		});
	});

	it('survives a file that takes all memory', async () => {
		// The tree of so many elements is far larger than this heap.
		temporary.write('bomb.html', `<body>${'<p>a <i>b</i></p>'.repeat(200_000)}`);
		const small = new ReaderThread({ workerPath: path.join(await builtDist(), 'readerWorker.js'), log: silentLog, maxHeapMb: 48 });
		try {
			const content = await readWith(small, found('bomb.html'), { ...defaultCaps, maxReadMs: limitFor(10_000) });
			assert.deepEqual(content.problems, [{ kind: 'crashed', detail: 'Reading it needed more memory than the limit' }]);
			temporary.write('after.txt', 'Still here.');
			assert.equal((await readWith(small, found('after.txt'))).text, 'Still here.');
		} finally {
			await small.dispose();
		}
	});

	it('stops a walk that nobody wants any more', async () => {
		for (let index = 0; index < 3_000; index += 1) {
			temporary.write(`walk/${index % 50}/${index}.txt`, '');
		}
		const cancel = { isCancellationRequested: false };
		const walk = reader.findFiles(
			makeSourceFolder(toFileUri(path.join(temporary.path, 'walk'))),
			() => {
				cancel.isCancellationRequested = true;
			},
			cancel,
		);
		await assert.rejects(walk, Cancelled);
	});

	it('reads side files, as far as they are files', async () => {
		temporary.write('glossary.md', '# Words');
		const ask = (file: string) => reader.readSideFile(toFileUri(path.join(temporary.path, file)), neverCancelled);
		assert.equal(await ask('glossary.md'), '# Words');
		assert.equal(await ask('pipe.txt'), undefined);
		assert.equal(await ask('none.md'), undefined);
	});

	it('rejects what still waits when it is disposed, and whatever comes then', async () => {
		const other = new ReaderThread({ workerPath: path.join(await builtDist(), 'readerWorker.js'), log: silentLog });
		// It has not even started: what waits then waits still, however fast the machine is.
		const reading = assert.rejects(readWith(other, found('slow.html')), ConnectionLost);
		await new Promise((resolve) => setImmediate(resolve));
		await other.dispose();
		await reading;
		await assert.rejects(readWith(other, found('slow.html')), ConnectionLost);
	});

	it('lets the thread go when nothing is asked, and starts one for the next question', async () => {
		const other = new ReaderThread({ workerPath: path.join(await builtDist(), 'readerWorker.js'), log: silentLog, idleMs: 30 });
		temporary.write('idle.txt', 'Still here.');
		const countPorts = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
		assert.equal((await readWith(other, found('idle.txt'))).text, 'Still here.');
		const during = countPorts();
		assert.ok(during > 0);
		await waitFor('its port to close', () => countPorts() < during);
		assert.equal((await readWith(other, found('idle.txt'))).text, 'Still here.');
		await other.dispose();
	});

	it('says that a worker cannot be started, instead of blaming the file', async () => {
		const other = new ReaderThread({ workerPath: path.join(temporary.path, 'none.js'), log: silentLog });
		await assert.rejects(readWith(other, found('slow.html')), /could not be started/);
		await other.dispose();
	});
});
