// ripgrep over the same documents as files: a process for each word, as people use it. The `rg` of VS Code's server build, or the one on the PATH.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../setup/dependencies.mjs';
import { hasProgram } from '../../setup/desktop.mjs';
import { readOptions, report, timeQueries } from './child.mjs';

/** The program; `undefined` where there is none. */
export function findRipgrep() {
	const places = path.join(root, '.vscode-test');
	const servers = fs.existsSync(places) ? fs.readdirSync(places) : [];
	const inServer = servers.map((name) =>
		path.join(
			...[places, name, 'node_modules/code-server/lib/vscode/node_modules/@vscode/ripgrep-universal/bin'],
			...[`${process.platform}-${process.arch}`, 'rg'],
		),
	);
	return inServer.find((file) => fs.existsSync(file)) ?? (hasProgram('rg') ? 'rg' : undefined);
}

if (process.argv[1]?.endsWith('ripgrep.mjs')) {
	const { program, folder, queries } = readOptions();
	report({
		times: await timeQueries({ 'one word': queries['one word'] }, (_, [word]) => {
			const { status } = spawnSync(program, ['--count', '--ignore-case', '--word-regexp', '--fixed-strings', '--', word, folder], {
				maxBuffer: 2 ** 26,
			});
			// 1: nothing was found.
			if (status !== 0 && status !== 1) {
				throw new Error(`ripgrep ended with ${status}`);
			}
		}),
	});
}
