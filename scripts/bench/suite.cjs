// Runs inside the extension host, beside Dossier and in the same thread: how long the thread stands still while documents are indexed, against
// an idle control in the same run, and how long hovers take. Started by editor.mjs.
const fs = require('node:fs');
const path = require('node:path');
const vscode = require('vscode');
const { measureSavedEdits } = require('./savedEdits.cjs');

const rounds = Number(process.env.DOSSIER_BENCH_ROUNDS ?? 3);
const editCount = Number(process.env.DOSSIER_BENCH_EDITS ?? 20);
const hoverEveryMs = 200;
const readLimitMs = 20 * 60_000;
/** The heartbeat asks for a turn this often; what it waits beyond that is a stall. */
const beatMs = 5;

/** Times of the provider itself, in ms: what Dossier's own code takes, without the way there and back. */
const providerTimes = [];
let isReading = false;

// Dossier and this suite are given the same API object, since they lie below the same folder: so its provider can be timed from outside, and
// its own word for "reading" be heard, without a door in the product that only a measurement would use.
const registerHoverProvider = vscode.languages.registerHoverProvider;
vscode.languages.registerHoverProvider = (selector, provider) =>
	registerHoverProvider(selector, {
		provideHover: async (...args) => {
			const started = performance.now();
			try {
				return await provider.provideHover(...args);
			} finally {
				providerTimes.push(performance.now() - started);
			}
		},
	});
const executeCommand = vscode.commands.executeCommand;
vscode.commands.executeCommand = (id, ...args) => {
	if (id === 'setContext' && args[0] === 'dossier.isReading') {
		isReading = args[1] === true;
	}
	return executeCommand(id, ...args);
};

exports.run = async () => {
	const { DOSSIER_BENCH_REPORT: report, DOSSIER_BENCH_NOTE: notePath } = process.env;
	const extension = vscode.extensions.getExtension('dossier.dossier');
	const note = await vscode.workspace.openTextDocument(notePath);
	await vscode.window.showTextDocument(note);
	const activation = performance.now();
	const access = await extension.activate();
	const activationMs = performance.now() - activation;
	await readFolders([]);

	const results = [];
	for (let round = 0; round < rounds; round++) {
		await pause(2_000);
		const reading = await measure(note, async () => {
			await readFolders(['pile']);
			await until('reading begins', () => isReading, 60_000);
			await until('reading ends', () => !isReading, readLimitMs);
		});
		await readFolders([]);
		await pause(2_000);
		// As long as the reading took: the longest of few beats is shorter than the longest of many, whatever goes on.
		const control = await measure(note, () => pause(reading.tookMs));
		results.push({ control, reading });
		console.log(
			`round ${round + 1}: control ${control.stallMs.toFixed(0)} ms, reading ${reading.stallMs.toFixed(0)} ms in ${(reading.tookMs / 1000).toFixed(0)} s`,
		);
	}
	await readFolders(['pile']);
	await until('reading ends', () => !isReading, readLimitMs);
	await access.host.library.whenReady();
	const edits = await measureSavedEdits(access.host.library, path.join(vscode.workspace.workspaceFolders[0].uri.fsPath, 'pile'), editCount);
	fs.writeFileSync(report, JSON.stringify({ activationMs, rounds: results, edits }));
};

async function readFolders(folders) {
	await vscode.workspace.getConfiguration('dossier').update('folders', folders, vscode.ConfigurationTarget.Workspace);
	await pause(1_000);
}

/** Longest stall while `work` goes on, with a hover on one word after another all the while. */
async function measure(note, work) {
	const started = performance.now();
	const stopProfile = process.env.DOSSIER_BENCH_PROFILE ? await startProfile() : () => undefined;
	let stallMs = 0;
	let busyMs = 0;
	let last = performance.now();
	let lastCpuMs = threadCpuMs();
	const beat = setInterval(() => {
		const now = performance.now();
		const cpuMs = threadCpuMs();
		stallMs = Math.max(stallMs, now - last - beatMs);
		busyMs = Math.max(busyMs, cpuMs - lastCpuMs);
		last = now;
		lastCpuMs = cpuMs;
	}, beatMs);
	providerTimes.length = 0;
	const roundTrips = [];
	let isOver = false;
	let cards = 0;
	const hovers = (async () => {
		const positions = wordPositions(note);
		for (let index = 0; !isOver; index++) {
			const asked = performance.now();
			const found = await vscode.commands.executeCommand('vscode.executeHoverProvider', note.uri, positions[index % positions.length]);
			roundTrips.push(performance.now() - asked);
			cards += found.length > 0 ? 1 : 0;
			await pause(hoverEveryMs);
		}
	})();
	try {
		await work();
	} finally {
		isOver = true;
		await hovers;
		clearInterval(beat);
		await stopProfile();
	}
	return {
		tookMs: performance.now() - started,
		stallMs,
		busyMs,
		cards,
		hovers: roundTrips.length,
		providerTimes: [...providerTimes],
		roundTrips,
	};
}

/**
 * The processor time of this thread so far; `NaN` where Node cannot tell (before 23.9). Between two beats it says how long the thread itself was
 * at work, whoever else wanted the processor: on a busy machine a stall is mostly waiting for a core.
 */
function threadCpuMs() {
	if (!process.threadCpuUsage) {
		return Number.NaN;
	}
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1000;
}

/** For finding out what a stall was: keeps a CPU profile of each measurement in the folder that DOSSIER_BENCH_PROFILE names. */
async function startProfile() {
	const { Session } = require('node:inspector/promises');
	const session = new Session();
	session.connect();
	await session.post('Profiler.enable');
	await session.post('Profiler.start');
	return async () => {
		const { profile } = await session.post('Profiler.stop');
		fs.writeFileSync(`${process.env.DOSSIER_BENCH_PROFILE}/${Date.now()}.cpuprofile`, JSON.stringify(profile));
		session.disconnect();
	};
}

/** A place inside every word of four letters and more, spread over the note. */
function wordPositions(note) {
	const positions = [];
	for (const match of note.getText().matchAll(/\p{L}{4,}/gu)) {
		positions.push(note.positionAt(match.index + 1));
	}
	return positions;
}

function pause(ms) {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

async function until(what, isTrue, limitMs) {
	const end = Date.now() + limitMs;
	while (!isTrue()) {
		if (Date.now() > end) {
			throw new Error(`Waited ${limitMs / 1000} s in vain: ${what}`);
		}
		await pause(20);
	}
}
