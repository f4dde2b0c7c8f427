import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { neverCancelled } from '../../src/base/cancellation.ts';
import { fromFileUri, toFileUri } from '../../src/files/fileUri.ts';
import { isProblem, readGuarded } from '../../src/files/guardedRead.ts';
import { findSourceFolders } from '../../src/files/sourceFolders.ts';
import { errorCode, toProblem } from '../../src/files/systemProblem.ts';
import { findFile, walkFolder } from '../../src/files/walk.ts';
import type { FoundFile } from '../../src/library/document.ts';
import type { SourceFolder } from '../../src/library/documentSource.ts';
import { useTemporaryFolder } from '../support/temporaryFolder.ts';
import { limitFor, waitLimitMs } from '../support/timeLimits.ts';

const temporary = useTemporaryFolder();

function folderAt(relativePath: string, excludes: readonly string[] = []): SourceFolder {
	return { uri: toFileUri(path.join(temporary.path, relativePath)), name: relativePath, excludes, isSample: false };
}

async function walk(folder: SourceFolder): Promise<FoundFile[]> {
	const found: FoundFile[] = [];
	await walkFolder(folder, (files) => found.push(...files), neverCancelled);
	return found;
}

/** What a walk finds, as `path` or `path: kind of problem`. */
async function listOf(folder: SourceFolder): Promise<string[]> {
	return (await walk(folder)).map(({ relativePath, problem }) => (problem ? `${relativePath}: ${problem.kind}` : relativePath));
}

async function kindOf(file: string | Buffer, maxBytes = 1_000_000): Promise<string> {
	const read = await readGuarded(file, { maxBytes });
	return isProblem(read) ? read.kind : `${read.length} bytes`;
}

describe('an error of the system', () => {
	const fail = (message: string, rest: object) => Object.assign(new Error(message), rest);
	const rows = [
		['one with a code', fail('no', { code: 'EACCES', errno: -13, syscall: 'open' }), 'EACCES', 'unreadable'],
		[
			'one that Windows has no word for',
			fail('UNKNOWN: unknown error', { code: 'UNKNOWN', errno: -4094, syscall: 'open' }),
			'UNKNOWN',
			'unreadable',
		],
		['one that a copy of files made', fail('no', { code: 'ENOENT' }), 'ENOENT', 'vanished'],
		['a wrong argument', fail('no', { code: 'ERR_INVALID_ARG_TYPE' }), undefined, undefined],
		['an error of ours', new TypeError('no'), undefined, undefined],
	] as const;
	for (const [name, error, code, kind] of rows) {
		it(`is told from others: ${name}`, () => {
			assert.equal(errorCode(error), code);
			if (kind === undefined) {
				assert.throws(() => toProblem(error), error);
			} else {
				assert.equal(toProblem(error).kind, kind);
			}
		});
	}
});

describe('a walk', () => {
	it('lists each file by its path, hidden ones, lock files and saved pages aside', async () => {
		for (const file of [
			'b/2.txt',
			'a.txt',
			'.hidden/x.txt',
			'.x',
			'~$b.docx',
			'Thumbs.db',
			'p.HTML',
			'p_files/i.js',
			'q_files/i.txt',
			'ü/가.md',
		]) {
			temporary.write(`plain/${file}`, 'x');
		}
		assert.deepEqual(await listOf(folderAt('plain')), ['a.txt', 'p.HTML', 'b/2.txt', 'q_files/i.txt', 'ü/가.md']);
	});

	it('leaves out the folder of an index, where it holds nothing else', async () => {
		for (const file of ['files.journal', 'index.manifest', 'lock', 'lock.next', 'texts-1.pack', 'index-2.bin', '.gitignore', '.DS_Store']) {
			temporary.write(`indexed/kept/${file}`, 'x');
			temporary.write(`indexed/among/${file}`, 'x');
		}
		temporary.write('indexed/a.txt', 'x');
		temporary.write('indexed/among/b.txt', 'x');
		temporary.write('indexed/others/index.manifest', 'x');
		const ownOnes = ['files.journal', 'index-2.bin', 'index.manifest', 'lock', 'lock.next', 'texts-1.pack'].map((name) => `among/${name}`);
		assert.deepEqual(await listOf(folderAt('indexed')), ['a.txt', 'among/b.txt', ...ownOnes, 'others/index.manifest'].sort());
		assert.equal((await listOf(folderAt('indexed/kept'))).length, 6);
	});

	it('leaves out what is excluded, and all below it', async () => {
		assert.deepEqual(await listOf(folderAt('plain', ['b', '**/*.HTML'])), ['a.txt', 'q_files/i.txt', 'ü/가.md']);
	});

	it('takes pipes, sockets and links to devices for no files, without waiting for them', async () => {
		temporary.write('special/a.txt', 'x');
		execFileSync('mkfifo', [path.join(temporary.path, 'special/pipe')]);
		fs.symlinkSync('/dev/zero', path.join(temporary.path, 'special/zero'));
		fs.symlinkSync('/dev/tty', path.join(temporary.path, 'special/tty'));
		const server = net.createServer().listen(path.join(temporary.path, 'special/socket'));
		await new Promise((resolve) => server.once('listening', resolve));
		try {
			const expected = ['a.txt', 'pipe: notAFile', 'socket: notAFile', 'tty: unreadable', 'zero: unreadable'];
			assert.deepEqual(await listOf(folderAt('special')), expected);
		} finally {
			server.close();
		}
	});

	it('finds each real file once: links inside are the same file, links outside are not followed', async () => {
		temporary.write('links/real/a.txt', 'x');
		temporary.write('outside/secret.txt', 'x');
		const at = (name: string) => path.join(temporary.path, 'links', name);
		fs.symlinkSync('real/a.txt', at('same.txt'));
		fs.symlinkSync('real', at('sameFolder'));
		fs.symlinkSync('.', at('self'));
		fs.symlinkSync('..', at('parent'));
		fs.symlinkSync('loop', at('loop'));
		fs.symlinkSync('nowhere', at('dangling'));
		fs.symlinkSync('../outside', at('outsideFolder'));
		fs.symlinkSync('../outside/secret.txt', at('outside.txt'));
		fs.linkSync(at('real/a.txt'), at('real/b.txt'));
		assert.deepEqual(await listOf(folderAt('links')), [
			'dangling: vanished',
			'loop: unreadable',
			'outside.txt: unreadable',
			'outsideFolder: unreadable',
			'parent: unreadable',
			'real/a.txt',
		]);
	});

	it('tells a link to something that is left out from one that is there', async () => {
		temporary.write('veiled/.hidden/a.txt', 'x');
		fs.symlinkSync('.hidden/a.txt', path.join(temporary.path, 'veiled/shown.txt'));
		assert.deepEqual(await listOf(folderAt('veiled')), ['shown.txt: unreadable']);
	});

	it('follows the folder itself, where a person gave a link', async () => {
		fs.symlinkSync('plain/b', path.join(temporary.path, 'given'));
		assert.deepEqual(await listOf(folderAt('given')), ['2.txt']);
	});

	it('tells of a folder that is not there, or is none', async () => {
		assert.deepEqual(await listOf(folderAt('nothing')), [': vanished']);
		assert.deepEqual(await listOf(folderAt('plain/a.txt')), [': notAFile']);
		assert.deepEqual(await listOf({ ...folderAt('x'), uri: 'vscode-vfs://github/x' }), [': unreadable']);
	});

	it('goes down 500 folders, and says where the system goes no further', async () => {
		const names = Array.from({ length: 500 }, (_, index) => `d${index}`);
		let deep = path.join(temporary.path, 'deep');
		fs.mkdirSync(deep);
		const before = process.cwd();
		try {
			// By steps, since the whole path is longer than the system takes at once.
			process.chdir(deep);
			for (const name of names) {
				fs.mkdirSync(name);
				fs.writeFileSync('x.txt', 'x');
				process.chdir(name);
				deep = path.join(deep, name);
			}
		} finally {
			process.chdir(before);
		}
		const found = await listOf(folderAt('deep'));
		assert.equal(found.filter((file) => file.endsWith('x.txt')).length, 500);
	});

	it('reads names that are not UTF-8, and leads back to them', async () => {
		const folder = path.join(temporary.path, 'names');
		fs.mkdirSync(folder);
		const names = [
			Buffer.from([0x66, 0xff, 0x2e, 0x74]),
			Buffer.from('a b#?%20.txt'),
			Buffer.from('x'.repeat(255)),
			Buffer.from("q'!()*;:@&=+$,[].txt"),
		];
		for (const name of names) {
			fs.writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), 'words');
		}
		const found = await walk(folderAt('names'));
		assert.equal(found.length, 4);
		for (const file of found) {
			assert.equal(await kindOf(fromFileUri(file.id) ?? ''), '5 bytes', file.id);
			const again = await findFile(folderAt('names'), file.id);
			// A name that is not UTF-8 cannot be asked for in words.
			assert.ok(file.relativePath.includes('\ufffd') || again?.id === file.id, file.id);
		}
	});

	it('lists 100,000 files of one folder', async () => {
		const folder = path.join(temporary.path, 'many');
		fs.mkdirSync(folder);
		for (let index = 0; index < 100_000; index += 1) {
			fs.closeSync(fs.openSync(`${folder}/${index}.txt`, 'w'));
		}
		const start = performance.now();
		assert.equal((await walk(folderAt('many'))).length, 100_000);
		const took = performance.now() - start;
		assert.ok(took < limitFor(10_000), `${Math.round(took)} ms`);
		fs.rmSync(folder, { recursive: true });
	});
});

describe('one file', () => {
	const ask = (folder: string, file: string, excludes: readonly string[] = []) => {
		return findFile(folderAt(folder, excludes), toFileUri(path.join(temporary.path, folder, file)));
	};

	it('is as a walk finds it', async () => {
		const [first] = await walk(folderAt('plain'));
		assert.deepEqual(await ask('plain', 'a.txt'), first);
		assert.equal((await ask('special', 'pipe'))?.problem?.kind, 'notAFile');
		assert.equal((await ask('links', 'outside.txt'))?.problem?.kind, 'unreadable');
	});

	for (const [folder, file, excludes] of [
		['plain', 'none.txt', []],
		['plain', 'b', []],
		['plain', '.x', []],
		['plain', '.hidden/x.txt', []],
		['plain', 'b/2.txt', ['b']],
		['plain', 'p_files/i.js', []],
		['indexed', 'kept/index.manifest', []],
		['links', 'same.txt', []],
		['links', 'sameFolder/a.txt', []],
		['links', 'outsideFolder/secret.txt', []],
		['plain', '../outside/secret.txt', []],
		['plain', '', []],
	] as const) {
		it(`is none: ${folder}/${file} ${excludes.length > 0 ? 'excluded' : ''}`, async () => {
			assert.equal(await ask(folder, file, excludes), undefined);
		});
	}

	it('is never outside its folder, however its URI is written', async () => {
		for (const written of [
			'/../outside/secret.txt',
			'/%2e%2e/outside/secret.txt',
			'/b%2F..%2F..%2Foutside/secret.txt',
			'/a.txt%00',
			'/%zz',
			'//a.txt',
		]) {
			assert.equal(await findFile(folderAt('plain'), folderAt('plain').uri + written), undefined, written);
		}
	});
});

describe('a guarded read', () => {
	it('gives the bytes of a file', async () => {
		assert.equal(await kindOf(temporary.write('read/a.txt', 'words')), '5 bytes');
		assert.equal(await kindOf(temporary.write('read/empty.txt', '')), '0 bytes');
		assert.equal(await kindOf(temporary.write('read/large.txt', 'x'.repeat(1_000_000))), '1000000 bytes');
	});

	it('reads to the end of files that tell no size', async () => {
		assert.match(await kindOf('/proc/self/status'), /^\d{3,} bytes$/);
	});

	it('tells of a sparse file of a terabyte without reading it', async () => {
		const file = temporary.write('read/sparse.txt', '');
		fs.truncateSync(file, 2 ** 40);
		assert.equal(await kindOf(file), 'tooLarge');
	});

	it('reads as far as the limit, not a byte further', async () => {
		const file = temporary.write('read/limit.txt', 'x'.repeat(1_000));
		assert.equal(await kindOf(file, 1_000), '1000 bytes');
		assert.equal(await kindOf(file, 999), 'tooLarge');
		assert.equal(await kindOf('/proc/self/status', 10), 'tooLarge');
	});

	it('does not wait for a pipe, ten times over', async () => {
		const start = performance.now();
		for (let count = 0; count < 10; count += 1) {
			assert.equal(await kindOf(path.join(temporary.path, 'special/pipe')), 'notAFile');
		}
		assert.ok(performance.now() - start < waitLimitMs);
	});

	it('takes no device, folder, link or missing file', async () => {
		assert.equal(await kindOf('/dev/zero'), 'notAFile');
		assert.equal(await kindOf(temporary.path), 'notAFile');
		assert.equal(await kindOf(path.join(temporary.path, 'read/none.txt')), 'vanished');
		assert.equal(await kindOf(path.join(temporary.path, 'read/a.txt/b')), 'vanished');
		assert.equal(await kindOf(path.join(temporary.path, 'links/outside.txt')), 'unreadable');
		assert.equal(await kindOf(path.join(temporary.path, 'links/loop')), 'unreadable');
		assert.equal(await kindOf(`/${'x'.repeat(5_000)}`), 'unreadable');
	});

	it('follows a link that a person named', async () => {
		const read = await readGuarded(path.join(temporary.path, 'links/outside.txt'), { maxBytes: 100, followsLink: true });
		assert.ok(!isProblem(read) && read.length === 1);
		const device = await readGuarded(path.join(temporary.path, 'special/zero'), { maxBytes: 100, followsLink: true });
		assert.ok(isProblem(device) && device.kind === 'notAFile');
	});

	it('ends on a file that never stops growing', async () => {
		const file = temporary.write('read/growing.txt', 'x'.repeat(5_000_000));
		const grower = setInterval(() => fs.appendFileSync(file, 'y'.repeat(1_000)), 0);
		try {
			const start = performance.now();
			for (let count = 0; count < 5; count += 1) {
				const kind = await kindOf(file, 100_000_000);
				assert.ok(kind === 'vanished' || kind.endsWith(' bytes'), kind);
			}
			assert.ok(performance.now() - start < waitLimitMs);
		} finally {
			clearInterval(grower);
		}
	});

	it('gives either the old or the new content of a file that is replaced meanwhile', async () => {
		const file = temporary.write('read/replaced.txt', 'a'.repeat(3_000_000));
		let version = 0;
		const replacer = setInterval(() => {
			version += 1;
			fs.writeFileSync(`${file}.new`, String.fromCharCode(97 + (version % 26)).repeat(3_000_000));
			fs.renameSync(`${file}.new`, file);
		}, 1);
		try {
			for (let count = 0; count < 20; count += 1) {
				const read = await readGuarded(file, { maxBytes: 10_000_000 });
				if (!isProblem(read)) {
					assert.equal(read.length, 3_000_000);
					assert.equal(read[0], read.at(-1));
				}
			}
		} finally {
			clearInterval(replacer);
		}
	});
});

describe('source folders', () => {
	async function find(patterns: readonly string[], excludes: readonly string[] = []): Promise<string[]> {
		const found = await findSourceFolders({ roots: [folderAt('work').uri], patterns, excludes });
		return found.map((folder) => path.relative(temporary.path, String(fromFileUri(folder.uri))));
	}

	before(() => {
		for (const file of [
			'Sources/a.txt',
			'deep/er/seeds/b.txt',
			'seeds/seeds/c.txt',
			'node_modules/x/sources/d.txt',
			'.git/sources/e.txt',
			'notes/n.md',
		]) {
			temporary.write(`work/${file}`, 'x');
		}
		fs.symlinkSync('/', path.join(temporary.path, 'work/library'));
	});

	it('are found in any case and at any depth, the outermost only, links aside', async () => {
		const defaults = ['**/{seeds,sources,documents,library}'];
		assert.deepEqual((await find(defaults)).sort(), ['work/Sources', 'work/deep/er/seeds', 'work/seeds']);
	});
	it('may be named plainly', async () => {
		assert.deepEqual(await find(['notes']), ['work/notes']);
		assert.deepEqual(await find(['sources']), ['work/Sources']);
		assert.deepEqual(await find(['.git/sources']), ['work/.git/sources']);
		assert.deepEqual(await find(['.']), ['work']);
	});
	it('are not behind a link that leads out of the root, unless an absolute path says so', async () => {
		temporary.write('secret/deep/s.txt', 'x');
		const link = (target: string, at: string) => fs.symlinkSync(target, path.join(temporary.path, 'work', at));
		link(path.join(temporary.path, 'secret'), 'docs');
		link('../secret', 'relative');
		link('docs', 'chained');
		link('notes', 'inside');
		temporary.write('work/real/x.txt', 'x');
		link('../../secret', 'real/below');
		for (const pattern of ['docs', 'docs/deep', './docs/', 'relative', 'chained', 'real/below', 'real/below/deep', 'library/etc']) {
			assert.deepEqual(await find([pattern]), [], pattern);
		}
		assert.deepEqual(await find(['inside']), ['work/inside']);
		assert.deepEqual(await find(['../secret']), ['secret']);
		assert.deepEqual(await find([path.join(temporary.path, 'work/docs')]), ['work/docs']);
	});
	it('are found below a root that is itself a link', async () => {
		fs.symlinkSync('work', path.join(temporary.path, 'linkedWork'));
		const found = await findSourceFolders({ roots: [folderAt('linkedWork').uri], patterns: ['notes'], excludes: [] });
		assert.deepEqual(
			found.map((folder) => folder.uri),
			[folderAt('linkedWork/notes').uri],
		);
	});
	it('may be absolute', async () => {
		assert.deepEqual(await find([path.join(temporary.path, 'plain')]), ['plain']);
		assert.deepEqual(await find([path.join(temporary.path, 'pl*n')]), ['plain']);
	});
	it('are none where nothing matches', async () => {
		assert.deepEqual(await find(['nothing', '**/no', '', '/no/such/folder', '[']), []);
		assert.deepEqual(await find(['**/seeds'], ['deep', 'seeds']), []);
	});
	it('keep apart by name', async () => {
		const found = await findSourceFolders({ roots: [folderAt('work').uri], patterns: ['**/seeds'], excludes: [] });
		assert.deepEqual(found.map((folder) => folder.name).sort(), ['work/deep/er/seeds', 'work/seeds']);
	});
});

describe('file URIs', () => {
	const check = (name: string, filePath: string, expected: string) => {
		it(name, () => {
			assert.equal(toFileUri(filePath), expected);
			assert.equal(fromFileUri(expected), filePath);
		});
	};
	// As `vscode.Uri.file(…).toString()` gives them.
	check('plain', '/home/kim/a.txt', 'file:///home/kim/a.txt');
	check('space and signs', "/a b/!'()*;:@&=+$,#?[]%.txt", 'file:///a%20b/%21%27%28%29%2A%3B%3A%40%26%3D%2B%24%2C%23%3F%5B%5D%25.txt');
	check('letters of other scripts', '/가/ü.md', 'file:///%EA%B0%80/%C3%BC.md');
	check('beyond the base plane', '/🜁', 'file:///%F0%9F%9C%81');
	check('what stays', '/A-z_0.~', 'file:///A-z_0.~');
});
