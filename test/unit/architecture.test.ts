import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/bundle.mjs';

/**
 * The rooms of `src/` and what each may import. A new arrow is a change of this table, in its own commit, with its reason.
 * `files`, `worker` and `cli` take from `library` its shapes and limits, the rules of file names and the one function that reads bytes;
 * `worker` and `cli` choose the engine of `search`; `cli` prints the cards of `terms`.
 */
const allowed = new Map<string, readonly string[]>([
	['base', []],
	['text', ['base']],
	['library', ['base', 'text']],
	['terms', ['base', 'text', 'library']],
	['search', ['base', 'text', 'library']],
	['files', ['base', 'library']],
	['service', ['base', 'text', 'library', 'terms', 'search']],
	['worker', ['base', 'library', 'search', 'service', 'files']],
	['cli', ['base', 'library', 'search', 'terms', 'service', 'files']],
	['editor', ['base', 'text', 'library', 'terms', 'search', 'files', 'service', 'worker']],
	['extension.ts', ['base', 'text', 'library', 'terms', 'search', 'files', 'service', 'worker', 'editor']],
	['extension.web.ts', ['base', 'text', 'library', 'terms', 'search', 'files', 'service', 'worker', 'editor']],
]);

/** Rooms that run in a browser too. */
const core = ['base', 'text', 'library', 'terms', 'search', 'service'];

interface Import {
	/** The file that imports, below `src/`, with `/`. */
	readonly file: string;
	readonly room: string;
	/** As written. */
	readonly name: string;
	/** The file that is imported, below `src/`; undefined for a package. */
	readonly target: string | undefined;
}

const sourceRoot = path.join(root, 'src');
const files = fs
	.readdirSync(sourceRoot, { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.ts'))
	.map((name) => name.replaceAll(path.sep, '/'));
const imports = files.flatMap(readImports);

function readImports(file: string): Import[] {
	const source = fs.readFileSync(path.join(sourceRoot, file), 'utf8');
	const room = file.split('/')[0] ?? '';
	const names = [...source.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'";]*?\bfrom\s*'([^']+)'|\bimport\s*\(?\s*'([^']+)'/g)];
	return names.map((match) => {
		const name = match[1] ?? match[2] ?? '';
		const target = name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : undefined;
		return { file, room, name, target };
	});
}

/** What breaks a rule, a line each: an empty list is the pass. */
function breaches(rule: (entry: Import) => boolean): string[] {
	return imports.filter((entry) => !rule(entry)).map(({ file, name }) => `${file} imports ${name}`);
}

describe('architecture', () => {
	it('sees the imports at all', () => {
		assert.ok(files.length > 50 && imports.length > 200);
		assert.ok(imports.some(({ file, target }) => file === 'service/libraryService.ts' && target === 'library/collection.ts'));
		assert.ok(imports.some(({ name }) => name === 'vscode'));
	});

	it('has no room that is not drawn', () => {
		assert.deepEqual(
			[...new Set(files.map((file) => file.split('/')[0] ?? ''))].filter((room) => !allowed.has(room)),
			[],
		);
	});

	it('has no arrow that is not drawn', () => {
		const isDrawn = ({ room, target }: Import) => {
			const other = target?.split('/')[0];
			return other === undefined || other === room || other === '..' || (allowed.get(room)?.includes(other) ?? false);
		};
		assert.deepEqual(breaches(isDrawn), []);
	});

	it('leaves src only for the version in the manifest', () => {
		assert.deepEqual(
			breaches(({ target }) => !target?.startsWith('..') || target === '../package.json'),
			[],
		);
	});

	it('imports files by their own name, with its ending', () => {
		assert.deepEqual(
			breaches(({ target }) => target === undefined || target.startsWith('..') || files.includes(target)),
			[],
		);
	});

	it('keeps vscode in the editor', () => {
		assert.deepEqual(
			breaches(({ name, room }) => name !== 'vscode' || room === 'editor' || room.startsWith('extension')),
			[],
		);
	});

	it('keeps Node out of the core and of the browser’s worker', () => {
		assert.deepEqual(
			breaches(({ name, room, file }) => !name.startsWith('node:') || !(core.includes(room) || file === 'worker/browser.ts')),
			[],
		);
	});

	it('has no code that could reach a network or start a program', () => {
		const forbidden = ['http', 'https', 'http2', 'net', 'tls', 'dns', 'dgram', 'child_process', 'inspector', 'vm'];
		assert.deepEqual(
			breaches(({ name }) => !forbidden.includes(name.replace(/^node:/, '').split('/')[0] ?? '')),
			[],
		);
	});

	it('lets one file alone know the search engine', () => {
		const users = new Set(imports.filter(({ name }) => name === 'minisearch').map(({ file }) => file));
		assert.equal(users.size, 1, [...users].join(', '));
		assert.match([...users][0] ?? '', /^search\//);
	});

	it('has no barrel: nothing is exported from another file', () => {
		const barrels = files.filter((file) =>
			/^export (?:type )?(?:\*|\{[^}]*\}) from/m.test(fs.readFileSync(path.join(sourceRoot, file), 'utf8')),
		);
		assert.deepEqual(barrels, []);
	});

	it('names subjects, not drawers', () => {
		assert.deepEqual(
			files.filter((file) => /(?:^|\/)(?:utils?|helpers?|misc|common|index)\.ts$/i.test(file)),
			[],
		);
	});
});
