import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/bundle.mjs';
import { builtDist } from '../support/builtDist.ts';
import { useTemporaryFolder } from '../support/temporaryFolder.ts';

const temporary = useTemporaryFolder();

async function run(args: readonly string[], cwd = temporary.path): Promise<{ code: number | null; out: string; errors: string }> {
	const cli = path.join(await builtDist(), 'cli.js');
	const child = spawn(process.execPath, [cli, ...args], { cwd });
	const out: Buffer[] = [];
	const errors: Buffer[] = [];
	child.stdout.on('data', (data: Buffer) => out.push(data));
	child.stderr.on('data', (data: Buffer) => errors.push(data));
	const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
	return { code, out: Buffer.concat(out).toString(), errors: Buffer.concat(errors).toString() };
}

/** What a command prints that must go well. */
async function ask(...args: readonly string[]): Promise<string> {
	const { code, out, errors } = await run(args);
	assert.equal(errors, '');
	assert.equal(code, 0);
	return out;
}

/** A folder of sources, with a name for the index that the test makes. */
function makeSources(name: string): { readonly sources: string; readonly index: string } {
	const sources = path.join(temporary.path, name);
	fs.mkdirSync(sources);
	for (const seed of fs.readdirSync(path.join(root, 'seeds'))) {
		fs.copyFileSync(path.join(root, 'seeds', seed), path.join(sources, seed));
	}
	fs.writeFileSync(path.join(sources, 'a [note] 100%.md'), '# Tides\n\nThe harbour tides (HT) rise twice a day. HT are strong.\n');
	fs.writeFileSync(path.join(sources, 'empty.bin'), '\0\0\0');
	fs.writeFileSync(path.join(sources, 'glossary.md'), '# Harbour\n\nWhere ships lie.\n');
	fs.writeFileSync(path.join(sources, 'dossier.yml'), '"a [note] 100%.md":\n  title: Tides of the Harbour\n');
	return { sources: name, index: `${name}-index` };
}

const questions = (collected: readonly string[], note: string) => [
	['list', ...collected, '--json'],
	['search', ...collected, '--query', 'massage parlors', '--json'],
	['search', ...collected, '--query', 'year:2008 "Korean women" OR tides', '--by', 'document', '--json'],
	['terms', ...collected, '--json'],
	['explain', ...collected, '--note', note, '--json'],
];

describe('an index of the command line', function () {
	it('answers as the folders do, without them too', async () => {
		const { sources, index } = makeSources('docs');
		const note = path.join(temporary.path, 'note.md');
		fs.writeFileSync(note, 'The HT and the Polaris Project, Korean massage parlors, the harbour.\n');
		const expected = [];
		for (const question of questions([sources], note)) {
			expected.push(await ask(...question));
		}
		assert.match(await ask('index', sources, '--index', index), /^3 of 4 documents are indexed in docs-index; 1 could not be read/);
		for (const [at, question] of questions([sources, '--index', index], note).entries()) {
			assert.equal(await ask(...question), expected[at], question.join(' '));
		}
		fs.renameSync(path.join(temporary.path, sources), path.join(temporary.path, 'gone'));
		const before = fs.readdirSync(path.join(temporary.path, index)).sort();
		for (const [at, question] of questions(['--index', index], note).entries()) {
			assert.equal(await ask(...question), expected[at], question.join(' '));
		}
		assert.deepEqual(fs.readdirSync(path.join(temporary.path, index)).sort(), before);
	});

	it('reads again what changed, and only that, and keeps it', async () => {
		const { sources, index } = makeSources('changing');
		const search = async (query: string, ...more: readonly string[]) =>
			JSON.parse(await ask('search', ...more, '--index', index, '--query', query, '--json'));
		await ask('index', sources, '--index', index, '--json');
		const folder = path.join(temporary.path, sources);
		fs.writeFileSync(path.join(folder, 'a [note] 100%.md'), '# Moons\n\nThe lunar month.\n');
		fs.writeFileSync(path.join(folder, 'new.md'), '# Reefs\n\nThe coral reef.\n');
		fs.rmSync(path.join(folder, '003_5330bd3181756004.txt'));
		assert.equal((await search('lunar')).total, 0, 'as it was kept');
		assert.equal((await search('tides')).total, 1, 'as it was kept');
		assert.equal((await search('lunar', sources)).total, 1);
		const expected = [await search('lunar'), await search('tides'), await search('reef'), await search('massage')];
		assert.deepEqual(
			expected.map(({ total }) => total),
			[1, 1, 1, 1],
		);
		assert.ok(expected[3].hits.every((hit: { path: string }) => !hit.path.includes('003_')));
		assert.deepEqual(expected[0].coverage, { found: 4, read: 3, partial: 0, skipped: 1 });
		const fresh = JSON.parse(await ask('search', sources, '--query', 'tides', '--json'));
		assert.deepEqual(expected[1], fresh);
	});

	it('is not written to by a question about other folders', async () => {
		const { sources, index } = makeSources('one');
		fs.mkdirSync(path.join(temporary.path, 'two'));
		fs.writeFileSync(path.join(temporary.path, 'two', 'x.md'), 'The lunar month.\n');
		await ask('index', sources, 'two', '--index', index);
		const count = async (...folders: readonly string[]) =>
			JSON.parse(await ask('search', ...folders, '--index', index, '--query', 'lunar OR tides', '--json')).total;
		assert.equal(await count(), 2);
		assert.equal(await count('two'), 1);
		assert.equal(await count(), 2);
	});

	it('is kept where a link leads that is named in its place', async () => {
		const { sources } = makeSources('linked');
		fs.mkdirSync(path.join(temporary.path, 'far away'));
		fs.symlinkSync('far away', path.join(temporary.path, 'near'));
		assert.match(await ask('index', sources, '--index', 'near'), /^3 of 4 documents are indexed in near;/);
		assert.ok(fs.existsSync(path.join(temporary.path, 'far away', 'index.manifest')));
		for (const given of [[], [sources]]) {
			assert.equal(JSON.parse(await ask('search', ...given, '--index', 'near', '--query', 'tides', '--json')).total, 1);
		}
		fs.rmSync(path.join(temporary.path, 'far away'), { recursive: true });
		const { code, errors } = await run(['index', sources, '--index', 'near']);
		assert.equal(code, 3);
		assert.match(errors, /something else stands in the place of its folder/);
	});

	it('keeps nothing of itself as a document', async () => {
		makeSources('inside');
		const index = 'inside/kept {here}';
		assert.match(await ask('index', 'inside', '--index', index), /^3 of 4 /);
		assert.match(await ask('index', 'inside', '--index', index), /^3 of 4 /);
	});

	const check = (name: string, prepare: () => readonly string[] | Promise<readonly string[]>, code: number, message: RegExp) =>
		it(name, async () => {
			const answer = await run(await prepare());
			assert.equal(answer.code, code, answer.errors);
			assert.match(answer.errors, message);
			assert.equal(answer.out, '');
		});
	check(
		'is missed',
		() => ['search', '--index', 'nowhere', '--query', 'x'],
		3,
		/There is no index in nowhere: make one with dossier index/,
	);
	check('is not made by asking', () => ['list', '--index', 'nowhere'], 3, /There is no index/);
	check(
		'is no folder of documents',
		async () => {
			const { sources, index } = makeSources('asked');
			await ask('index', sources, '--index', index);
			return ['search', index, '--query', 'tides'];
		},
		2,
		/^dossier: asked-index holds an index and no documents: to ask it, write --index asked-index\n/,
	);
	check('needs a folder of its own', () => ['index', '.'], 2, /index needs --index DIR/);
	check('needs folders', () => ['index', '--index', 'x'], 2, /At least one FOLDER is needed/);
	check(
		'is said to be of no use when it is damaged',
		async () => {
			const { sources, index } = makeSources('damaged');
			await ask('index', sources, '--index', index);
			fs.appendFileSync(path.join(temporary.path, index, 'index.manifest'), 'x');
			return ['search', '--index', index, '--query', 'tides'];
		},
		3,
		/^dossier: The kept index is damaged\.\ndossier: The index in damaged-index cannot be used: make it again with dossier index FOLDER… --index damaged-index\n$/,
	);

	check(
		'is not made in the folder of the documents',
		() => ['index', makeSources('own').sources, '--index', './own/'],
		2,
		/own holds the documents: name another folder/,
	);
	check(
		'is not made among files of others',
		() => {
			const folder = path.join(temporary.path, 'others');
			fs.mkdirSync(folder);
			fs.writeFileSync(path.join(folder, '.gitignore'), 'mine\n');
			return ['index', makeSources('beside others').sources, '--index', 'others'];
		},
		2,
		/others holds other files: name a folder for the index alone/,
	);
	check(
		'is not said to be made where it cannot be',
		() => {
			fs.writeFileSync(path.join(temporary.path, 'a file'), '');
			return ['index', makeSources('not kept').sources, '--index', 'a file/index'];
		},
		3,
		/cannot be the folder of an index: It is not a folder/,
	);
	check(
		'is not said to be made while another one writes it',
		() => {
			const folder = path.join(temporary.path, 'written');
			fs.mkdirSync(folder);
			const holder = { pid: process.pid, host: hostname(), owner: 'another', nonce: 'x', beat: 1 };
			fs.writeFileSync(path.join(folder, 'lock'), JSON.stringify(holder));
			return ['index', makeSources('of two').sources, '--index', 'written'];
		},
		3,
		/The index in written is not written: .*another dossier is writing it now/,
	);

	it('takes terms of damaged texts from what is read again, and keeps those', async () => {
		const { sources, index } = makeSources('damaged texts');
		// Files at rest, so that nobody looks at their bytes before the terms ask for them.
		await new Promise((resolve) => setTimeout(resolve, 3_000));
		await ask('index', sources, '--index', index);
		fs.writeFileSync(path.join(temporary.path, sources, 'new.md'), 'The Lunar Board (LB) is a public office.\n');
		const pack = path.join(temporary.path, index, 'texts-1.pack');
		const bytes = fs.readFileSync(pack);
		for (let at = 30; at < bytes.length; at += 40) {
			bytes[at] = (bytes[at] ?? 0) ^ 0x10;
		}
		fs.writeFileSync(pack, bytes);
		const healing = await run(['terms', sources, '--index', index, '--json']);
		assert.match(healing.errors, /A kept document is damaged; it is read again/);
		const expected = await ask('terms', sources, '--json');
		assert.equal(healing.out, expected);
		assert.equal(await ask('terms', '--index', index, '--json'), expected);
	});

	it('leaves a .gitignore as it was', async () => {
		const { sources, index } = makeSources('ignored');
		const file = path.join(temporary.path, index, '.gitignore');
		await ask('index', sources, '--index', index);
		fs.writeFileSync(file, 'mine\n');
		fs.rmSync(path.join(temporary.path, index, 'files.journal'));
		await run(['index', sources, '--index', index]);
		assert.equal(fs.readFileSync(file, 'utf8'), 'mine\n');
	});

	it('knows of a part of its folders, and of more than them, what those folders by themselves say', async () => {
		const folder = path.join(temporary.path, 'tree', 'branch');
		fs.mkdirSync(folder, { recursive: true });
		fs.writeFileSync(path.join(folder, 'leaf.md'), '# Leaf\n\nThe lunar month.\n');
		fs.writeFileSync(path.join(folder, 'leaf.md.yml'), 'title: Beside\n');
		fs.writeFileSync(path.join(temporary.path, 'tree', 'dossier.yml'), '"branch/leaf.md":\n  author: Above\n');
		for (const [index, asked] of [
			['tree', 'tree/branch'],
			['tree/branch', 'tree'],
		] as const) {
			const kept = `kept ${asked.length}`;
			await ask('index', index, '--index', kept);
			assert.equal(await ask('list', asked, '--index', kept, '--json'), await ask('list', asked, '--json'));
		}
	});

	it('is made anew when it is damaged and the folders are given', async () => {
		const { sources, index } = makeSources('healed');
		await ask('index', sources, '--index', index);
		for (const name of fs.readdirSync(path.join(temporary.path, index)).filter((file) => file.startsWith('index'))) {
			fs.truncateSync(path.join(temporary.path, index, name), 20);
		}
		const healed = await run(['search', sources, '--index', index, '--query', 'tides', '--json']);
		assert.equal(JSON.parse(healed.out).total, 1);
		assert.match(healed.errors, /made anew/);
		assert.equal(JSON.parse(await ask('search', '--index', index, '--query', 'tides', '--json')).total, 1);
	});
});
