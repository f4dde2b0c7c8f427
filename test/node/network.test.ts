import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/bundle.mjs';
import { builtDist } from '../support/builtDist.ts';
import { useTemporaryFolder } from '../support/temporaryFolder.ts';

const temporary = useTemporaryFolder();

/** Notes, in a file, whatever would reach a network or start a program, in every thread. */
const trap = `
const fs = require('node:fs');
const note = (what) => fs.appendFileSync(process.env.DOSSIER_TRAP, what + '\\n');
for (const name of ['http', 'https', 'http2', 'net', 'tls', 'dns', 'dgram', 'child_process']) {
	const library = require('node:' + name);
	for (const key of Object.keys(library)) {
		if (/^(connect|createConnection|request|get|lookup|resolve\\w*|createSocket|spawn\\w*|exec\\w*|fork)$/.test(key)) {
			library[key] = () => { note(name + '.' + key); throw new Error('trapped'); };
		}
	}
}
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) {
	globalThis[name] = function () { note(name); throw new Error('trapped'); };
}
note('thread');
`;

/** A page that asks for everything a page can ask for. */
const hostilePage = `<!doctype html><html><head><title>Asking</title><base href="http://127.0.0.1:9/"><link rel="stylesheet" href="http://127.0.0.1:9/a.css">
<meta http-equiv="refresh" content="0; url=http://127.0.0.1:9/"><script src="http://127.0.0.1:9/a.js"></script><script>fetch('http://127.0.0.1:9/')</script>
<style>@import url(http://127.0.0.1:9/b.css); p { background: url(http://127.0.0.1:9/c.png) }</style></head><body><img src="http://127.0.0.1:9/d.png">
<iframe src="file:///etc/passwd"></iframe><object data="http://127.0.0.1:9/e"></object><p>${'The harbour tides rise twice a day. '.repeat(20)}</p></body></html>`;

/** Runs a script of Node's with the trap, and gives what was noted. */
function runTrapped(args: readonly string[]): string[] {
	const notes = path.join(temporary.path, 'notes.txt');
	fs.writeFileSync(notes, '');
	const trapFile = temporary.write('trap.cjs', trap);
	const env = { ...process.env, NODE_OPTIONS: `--require ${trapFile}`, DOSSIER_TRAP: notes };
	const { status, stderr } = spawnSync(process.execPath, [...args], { cwd: root, env, encoding: 'utf8' });
	assert.equal(status, 0, stderr);
	return fs.readFileSync(notes, 'utf8').trim().split('\n');
}

describe('the network', () => {
	it('is trapped at all: in the main thread and in workers', () => {
		const script = temporary.write(
			'control.cjs',
			`const { Worker, isMainThread } = require('node:worker_threads');
			try { fetch('http://127.0.0.1:9/'); } catch {}
			try { require('https').get('https://127.0.0.1:9/'); } catch {}
			if (isMainThread) { new Worker(__filename, { execArgv: [] }); }`,
		);
		const notes = runTrapped([script]);
		assert.deepEqual(notes.sort(), ['fetch', 'fetch', 'https.get', 'https.get', 'thread', 'thread']);
	});

	it('is never asked for, whatever a document asks', async () => {
		temporary.write('pages/a.html', hostilePage);
		temporary.write(
			'pages/b.md',
			'# Asking\n\n![a](http://127.0.0.1:9/x.png) [b](command:x) <img src="http://127.0.0.1:9/y">\n\nThe harbour tides.',
		);
		const note = temporary.write('note.md', 'The harbour tides.');
		const cli = path.join(await builtDist(), 'cli.js');
		const folder = path.join(temporary.path, 'pages');
		for (const args of [
			['list', folder],
			['search', folder, '--query', 'tides'],
			['terms', folder],
			['explain', folder, '--note', note],
		]) {
			const notes = runTrapped([cli, ...args, '--json']);
			assert.deepEqual(notes, ['thread', 'thread'], args[0]);
		}
	});

	it('has no way into the bundles: no module, no call, no code made of text', async () => {
		const folder = await builtDist();
		const bundles = fs.readdirSync(folder).filter((name) => name.endsWith('.js'));
		assert.deepEqual(bundles.sort(), ['cli.js', 'extension.js', 'libraryWorker.js', 'readerWorker.js']);
		for (const bundle of bundles) {
			const code = fs.readFileSync(path.join(folder, bundle), 'utf8');
			const modules = [...code.matchAll(/\b(?:require|import)\(\s*["'](?:node:)?([\w/]+)["']\s*\)/g)].map((match) => match[1]);
			const known = [
				'buffer',
				// Hashes, and no more: `crypto` opens no connection.
				'crypto',
				'events',
				'fs',
				'fs/promises',
				'os',
				'path',
				'process',
				'util',
				'vscode',
				'worker_threads',
				'zlib',
				'perf_hooks',
			];
			assert.deepEqual(
				modules.filter((name) => !known.includes(name ?? '')),
				[],
				bundle,
			);
			// A method of that name is not the global one; neither is its declaration.
			const calls = [
				...code.matchAll(/(?<![\w$.#])(?:fetch|eval|WebSocket|XMLHttpRequest|EventSource|sendBeacon)\s*\((?![^()]{0,40}\)\s*\{)/g),
			];
			assert.deepEqual(
				calls.map((match) => code.slice(Math.max(0, match.index - 40), match.index + 40)),
				[],
				bundle,
			);
			assert.equal(
				/\bnew\s+(?:Function|WebSocket|XMLHttpRequest|EventSource)\b|process\.binding|\.constructor\(\s*["']/.test(code),
				false,
				bundle,
			);
		}
	});
});
