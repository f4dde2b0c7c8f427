import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { findBrowser } from '../../scripts/setup/browser.mjs';
import { problemOfNode } from '../../scripts/setup/dependencies.mjs';
import { answers, findDesktop } from '../../scripts/setup/desktop.mjs';
import { waitLimitMs } from '../support/timeLimits.ts';

describe('set-up: Node', () => {
	function check(version: string, isFine: boolean): void {
		it(`${isFine ? 'takes' : 'refuses'} ${version}`, () => assert.equal(problemOfNode(version) === undefined, isFine));
	}
	check('20.0.0', true);
	check('24.21.0', true);
	check('18.20.4', false);
	check('9.11.2', false);
});

describe('set-up: browser', () => {
	let folder: string;
	before(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-path-'));
	});
	after(() => fs.rmSync(folder, { recursive: true }));

	function program(name: string, mode = 0o755): string {
		const file = path.join(folder, name);
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.writeFileSync(file, '#!/bin/sh\n', { mode });
		return file;
	}

	it('finds none where the PATH holds none', function () {
		if (process.platform !== 'linux') {
			// Elsewhere an installed browser lies outside the PATH: nothing to show here but that nothing throws.
			findBrowser({ PATH: path.join(folder, 'empty') });
			return;
		}
		assert.equal(findBrowser({ PATH: path.join(folder, 'empty') }), undefined);
	});
	it('finds chromium on the PATH', () => {
		const file = program('one/chromium');
		assert.equal(findBrowser({ PATH: ['/nowhere', path.dirname(file)].join(path.delimiter) }), file);
	});
	it('takes what CHROME_PATH names before the PATH', () => {
		const named = program('named/my-browser');
		assert.equal(findBrowser({ PATH: path.dirname(program('two/chromium')), CHROME_PATH: named }), named);
	});
	it('does not fall back when CHROME_PATH names nothing', () => {
		assert.equal(findBrowser({ PATH: path.dirname(program('three/chromium')), CHROME_PATH: '/nowhere/chrome' }), undefined);
	});
	it('leaves out what cannot be run', () => {
		assert.equal(findBrowser({ PATH: path.dirname(program('four/chromium', 0o644)) })?.startsWith(folder) ?? false, false);
	});
	it('leaves out a folder of that name', () => {
		fs.mkdirSync(path.join(folder, 'five/chromium'), { recursive: true });
		assert.equal(findBrowser({ PATH: path.join(folder, 'five') })?.startsWith(folder) ?? false, false);
	});
});

describe('set-up: desktop VS Code', () => {
	async function answering(handler: http.RequestListener, test: (address: string) => Promise<void>): Promise<void> {
		const server = http.createServer(handler).listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		try {
			await test(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
		} finally {
			server.closeAllConnections();
			server.close();
		}
	}

	it('takes an answer for a yes', () =>
		answering(
			(_, response) => response.end('[]'),
			async (address) => assert.equal(await answers(address, waitLimitMs), true),
		));
	it('takes an error for a no', () =>
		answering(
			(_, response) => response.writeHead(403).end(),
			async (address) => assert.equal(await answers(address), false),
		));
	it('takes silence for a no, at the limit', () =>
		answering(
			() => undefined,
			async (address) => {
				const started = performance.now();
				assert.equal(await answers(address, 300), false);
				assert.ok(performance.now() - started < waitLimitMs);
			},
		));
	it('takes a refusal for a no', async () => assert.equal(await answers('http://127.0.0.1:1/', 2_000), false));
	it('gives a reason when the server build is asked for', async () => {
		process.env['DOSSIER_HOST'] = 'server';
		try {
			assert.match((await findDesktop()).reason ?? '', /server/);
		} finally {
			delete process.env['DOSSIER_HOST'];
		}
	});
});
