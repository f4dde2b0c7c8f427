// Runs other programs. Node's own modules only.
import { spawn } from 'node:child_process';

/**
 * Runs a program to its end, its output shown as it comes, and resolves; throws if it ends with another code than 0.
 * `npm` and `npx` are found on Windows too. Options are those of `spawn`.
 */
export async function run(program, args, options = {}) {
	const { code } = await start(program, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
	if (code !== 0) {
		throw new Error(`${[program, ...args].join(' ')} ended with ${code}`);
	}
}

/** Runs a program to its end and gives its code and everything it printed; `echo` shows the output as it comes too. */
export async function capture(program, args, { echo = false, ...options } = {}) {
	let output = '';
	const onData = (stream) => (chunk) => {
		output += chunk;
		if (echo) {
			stream.write(chunk);
		}
	};
	const { code } = await start(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options }, (child) => {
		child.stdout.setEncoding('utf8').on('data', onData(process.stdout));
		child.stderr.setEncoding('utf8').on('data', onData(process.stderr));
	});
	return { code, output };
}

function start(program, args, options, onStart = () => {}) {
	// On Windows npm is a script, which only a shell can start.
	const shell = process.platform === 'win32' && /^(npm|npx)$/.test(program);
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { ...options, shell });
		onStart(child);
		child.on('error', reject);
		child.on('close', (code, signal) => resolve({ code: code ?? signal }));
	});
}
