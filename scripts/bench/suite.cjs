// Runs inside the extension host, beside Dossier and in the same thread: how long the thread stands still while documents are indexed, while what is kept of them is
// loaded, while queries are typed, while an edit of many files is merged and while all are taken out again, each against an idle control in the same run, and how long hovers take. Started by editor.mjs.
const fs = require('node:fs');
const path = require('node:path');
const { PerformanceObserver, constants } = require('node:perf_hooks');
const threads = require('node:worker_threads');
const v8 = require('node:v8');
const vm = require('node:vm');
const vscode = require('vscode');
const { measureSavedEdits } = require('./savedEdits.cjs');

const rounds = Number(process.env.DOSSIER_BENCH_ROUNDS ?? 3);
const editCount = Number(process.env.DOSSIER_BENCH_EDITS ?? 20);
/** Only these besides reading, such as `queries,merging`; all where it is not given. */
const chosenWorks = process.env.DOSSIER_BENCH_WORKS?.split(',');
/** Of each measurement so many of the longest waits are told one by one. */
const toldBeats = 4;
const hoverEveryMs = 200;
const readLimitMs = 20 * 60_000;
const queryCount = 50;
const betweenKeysMs = 60;
/** So many files are edited at least, and half of those that are plain text: a little beside a large part of the index would not be merged with it. */
const editedFiles = 200;
/** V8 gives back the memory of an ended thread so long after, all at once and on the editor's thread, and a little longer is waited for it. */
const afterEndMs = 12_000;
/** What is kept is at rest once no part of the index came or went for so long: longer than the worker waits before it merges all of them. */
const restMs = 15_000;
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

/** The library's worker: it is ended as a crash would end it, and what is started in its place finds what was kept. */
let libraryThread;
threads.Worker = class extends threads.Worker {
	constructor(...args) {
		super(...args);
		libraryThread = this;
	}
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

	const pile = path.join(vscode.workspace.workspaceFolders[0].uri.fsPath, 'pile');
	const partsFolder = vscode.Uri.parse((await access.texts.getPlaces([])).places[0].directory).fsPath;
	const works = {
		reading: async () => {
			await readFolders(['pile']);
			await until('reading begins', () => isReading, 60_000);
			await until('reading ends', () => !isReading, readLimitMs);
		},
		loading: () => loadKept(access),
		queries: () => typeQueries(access.host.library, note),
		merging: (round) => editMany(access.host.library, pile, partsFolder, round),
		removing: async () => {
			await readFolders([]);
			await access.host.library.whenReady();
		},
	};
	const results = [];
	for (let round = 0; round < rounds; round++) {
		const result = {};
		for (const [name, work] of Object.entries(works)) {
			if (chosenWorks && name !== 'reading' && !chosenWorks.includes(name)) {
				continue;
			}
			await pause(2_000);
			// What the work before left, such as an ended worker's memory, is not charged to this one.
			collectGarbage();
			let more;
			const working = await measure(note, async () => {
				more = await work(round);
			});
			if (name === 'reading') {
				await partsAtRest(partsFolder);
			}
			let left;
			if (name === 'loading') {
				// Its price is that of the crash by which loading was brought about: told by itself, and not charged to the queries that follow.
				left = await measure(note, () => pause(afterEndMs));
				console.log(`  what the ended worker left: ${left.longest.join('; ')}`);
			}
			await access.host.library.whenReady();
			await pause(2_000);
			collectGarbage();
			// As long as the work took: the longest of few beats is shorter than the longest of many, whatever goes on.
			const control = await measure(note, () => pause(working.tookMs));
			result[name] = { control, working, more, left };
			console.log(
				`round ${round + 1}: control ${control.stallMs.toFixed(0)} ms, ${name} ${working.stallMs.toFixed(0)} ms in ${(working.tookMs / 1000).toFixed(0)} s`,
			);
			console.log(`  longest of control: ${control.longest.join('; ')}`);
			console.log(`  longest of ${name}: ${working.longest.join('; ')}`);
		}
		results.push(result);
		await readFolders([]);
		await access.host.library.whenReady();
	}
	await readFolders(['pile']);
	await until('reading ends', () => !isReading, readLimitMs);
	await access.host.library.whenReady();
	const edits = await measureSavedEdits(access.host.library, pile, editCount);
	fs.writeFileSync(report, JSON.stringify({ activationMs, rounds: results, edits }));
};

function collectGarbage() {
	v8.setFlagsFromString('--expose-gc');
	vm.runInNewContext('gc')();
}

async function readFolders(folders) {
	await vscode.workspace.getConfiguration('dossier').update('folders', folders, vscode.ConfigurationTarget.Workspace);
	await pause(1_000);
}

/** Ends the worker, and waits until the one after it has all documents again. */
async function loadKept(access) {
	const { library } = access.host;
	const count = access.documents.size;
	await libraryThread.terminate();
	await until('the worker ends', () => access.host.library !== library, 60_000);
	// One that ended twice within a minute is started by hand.
	access.host.start();
	await until('all documents', () => access.documents.size === count, readLimitMs);
	await access.host.library.whenReady();
}

/** Types words of the note, letter by letter, each asked for as the palette asks. */
async function typeQueries(library, note) {
	const words = [...new Set(note.getText().match(/(?<!\p{L})\p{L}{5,9}(?!\p{L})/gu))];
	let [keys, found] = [0, 0];
	for (let number = 0; number < queryCount; number++) {
		const pick = (at) => words[Math.floor((at * words.length) / (2 * queryCount))];
		const query = number % 2 === 0 ? pick(number) : `${pick(number)} ${pick(number + queryCount)}`;
		let total = 0;
		for (let length = 1; length <= query.length; length++) {
			({ total } = await library.search(query.slice(0, length), { limit: 14, by: 'passage', isTyping: true }));
			keys++;
			await pause(betweenKeysMs);
		}
		await library.search(query, { limit: 50, by: 'passage', isTyping: true });
		found += Number(total > 0);
	}
	return { keys, found };
}

/** Writes to many files at once, and waits until they are found and the index is in as few parts as it can be: how many there were at most, and are left. */
async function editMany(library, folder, partsFolder, round) {
	const files = (await fs.promises.readdir(folder)).filter((name) => /\.(?:md|txt)$/.test(name));
	const count = Math.min(files.length, Math.max(editedFiles, Math.ceil(files.length / 2)));
	const word = `qxzv${'abcdefgh'[round]}kjw`;
	for (const name of files.slice(0, count)) {
		await fs.promises.appendFile(path.join(folder, name), `\n\nSomebody wrote ${word} there.\n`);
	}
	for (const end = Date.now() + readLimitMs; ; await pause(200)) {
		const { total, corrections } = await library.search(word, { limit: 1, by: 'document', isTyping: false });
		// Until it is known, the word of the round before is found in its place.
		if (total === count && corrections.length === 0) {
			break;
		}
		if (Date.now() > end) {
			throw new Error(`${total} of ${count} edits were found`);
		}
	}
	await library.whenReady();
	return { count, ...(await partsAtRest(partsFolder)) };
}

/** Waits until the kept index changes no more. Asked without standing still: a folder that the worker writes to at that moment keeps who asks waiting. */
async function partsAtRest(folder) {
	const list = async () =>
		(await fs.promises.readdir(folder, { recursive: true }).catch(() => [])).filter((name) => path.basename(name).startsWith('index-'));
	let [most, before, sinceMs] = [0, '', Date.now()];
	while (Date.now() - sinceMs < restMs) {
		const parts = await list();
		most = Math.max(most, parts.length);
		if (parts.join() !== before) {
			[before, sinceMs] = [parts.join(), Date.now()];
		}
		await pause(100);
	}
	return { most, left: (await list()).length };
}

/** Longest stall while `work` goes on, with a hover on one word after another all the while. */
async function measure(note, work) {
	const started = performance.now();
	const stopProfile = process.env.DOSSIER_BENCH_PROFILE ? await startProfile() : () => undefined;
	let stallMs = 0;
	let busyMs = 0;
	const beats = [];
	const collections = [];
	const observer = new PerformanceObserver((list) => {
		for (const { startTime, duration, detail } of list.getEntries()) {
			if (duration >= 2) {
				collections.push({ start: startTime, duration, kind: detail.kind });
			}
		}
	});
	observer.observe({ entryTypes: ['gc'] });
	let last = performance.now();
	let lastCpuMs = threadCpuMs();
	const beat = setInterval(() => {
		const now = performance.now();
		const cpuMs = threadCpuMs();
		stallMs = Math.max(stallMs, now - last - beatMs);
		busyMs = Math.max(busyMs, cpuMs - lastCpuMs);
		if (now - last > 2 * beatMs) {
			beats.push({ start: last, waitedMs: now - last, cpuMs: cpuMs - lastCpuMs });
		}
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
		await pause(50);
		observer.disconnect();
	}
	beats.sort((a, b) => b.waitedMs - a.waitedMs);
	return {
		tookMs: performance.now() - started,
		stallMs,
		busyMs,
		longest: [
			...beats.slice(0, toldBeats).map((beat) => describeBeat(beat, started, collections)),
			`${collections.filter(({ kind }) => kind === constants.NODE_PERFORMANCE_GC_MAJOR).length} full collections`,
		],
		cards,
		hovers: roundTrips.length,
		providerTimes: [...providerTimes],
		roundTrips,
	};
}

/** One wait of the thread, as `61 ms (own 59, full collection 41) at 12 s`. */
function describeBeat({ start, waitedMs, cpuMs }, started, collections) {
	const within = collections
		.filter((collection) => collection.start < start + waitedMs && collection.start + collection.duration > start)
		.map(
			({ kind, duration }) =>
				`, ${kind === constants.NODE_PERFORMANCE_GC_MAJOR ? 'full' : kind === constants.NODE_PERFORMANCE_GC_MINOR ? 'young' : 'stepwise'} collection ${duration.toFixed(0)}`,
		);
	return `${waitedMs.toFixed(0)} ms (own ${cpuMs.toFixed(0)}${within.join('')}) at ${((start - started) / 1000).toFixed(0)} s`;
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
