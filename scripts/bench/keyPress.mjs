// `node scripts/bench/keyPress.mjs [--files 2000] [--queries 40] [--work DIR] [--details]`: in the real workbench, by real keys, how long it takes from a key pressed in the search
// until the list on the screen is another, taken apart by stage: the editor's own way of the key, our question, the worker's answer, the list, and the drawing of
// it. Typed as a writer types, and as a fast typist does; then the same keys once more in a list that is given the same lines out of memory (the control): what
// that takes is what VS Code itself needs, on this machine, in this run. The text is real: country reports from ../shared/data. Without them, or with `--files 0`,
// over the sample collection. With `--work` the files and what Dossier keeps of them stay there, and the next run starts with them. `--details` names the slowest
// keys. Typed is once the worker rests: what is read, its terms and the order of the index are done.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies, root } from '../setup/dependencies.mjs';
import { run } from '../setup/run.mjs';
import { machineMs, takePageEvents, watchPage } from './keyTrace/page.mjs';
import { percentile, stages, toKeyWays, toStageTimes } from './keyTrace/stages.mjs';
import { fileBytes, readReports, writePile } from './pile.mjs';

const { values } = parseArgs({
	options: {
		files: { type: 'string', default: '2000' },
		queries: { type: 'string', default: '40' },
		data: { type: 'string' },
		work: { type: 'string' },
		details: { type: 'boolean', default: false },
	},
});
const archive = path.resolve(values.data ?? path.join(root, '../shared/data/reports/human-rights-2023.tar.xz'));
const fileCount = fs.existsSync(archive) ? Number(values.files) : 0;
/** Between two keys, about: the time before a key depends on its number only, within a fifth of this. */
const rhythms = [
	{ name: 'a writer', everyMs: 100 },
	{ name: 'a fast typist', everyMs: 40 },
];
/** The worker rests once it used so little of so many seconds: longer than it waits before it makes one of all parts of the index. */
const rest = { seconds: 15, cpuMs: 300, limitMs: 15 * 60_000 };
/** After a query, until all that it asked for is there. */
const restMs = 700;
const limits = { allMs: 50, workerMs: 16 };
const readLimitMs = 40 * 60_000;

await ensureDependencies();
await run(process.execPath, ['scripts/build.mjs'], { cwd: root });
const { Workbench } = await import('../host/workbench.mjs');
const work = path.resolve(values.work ?? fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-keys-')));
const trace = path.join(work, 'trace.jsonl');
const controlFile = `${trace}.control`;
try {
	const workspace = path.join(work, 'workspace');
	const words = fileCount === 0 ? await writeSample(workspace) : await writeReports(workspace);
	fs.rmSync(trace, { force: true });
	fs.rmSync(controlFile, { force: true });
	const workbench = await Workbench.open({
		folder: workspace,
		file: path.join(workspace, 'note.md'),
		development: root,
		settings: { 'git.enabled': false },
		env: { DOSSIER_KEY_TRACE: trace, NODE_OPTIONS: `--require ${path.join(root, 'scripts/bench/keyTrace/host.cjs')}` },
		dataFolder: path.join(work, 'server'),
	});
	try {
		print(await measure(workbench, words));
	} finally {
		await workbench.close();
	}
} finally {
	if (values.work === undefined) {
		fs.rmSync(work, { recursive: true, force: true });
	}
}

async function writeSample(workspace) {
	const { copySampleWorkspace } = await import('../sampleWorkspace.mjs');
	if (!fs.existsSync(workspace)) {
		copySampleWorkspace(workspace);
	}
	return ['korean', 'women', 'massage', 'parlors', 'trafficking', 'stipend', 'counseling', 'government', 'seoul', 'chicago'];
}

async function writeReports(workspace) {
	const unpacked = path.join(work, 'reports');
	fs.mkdirSync(unpacked, { recursive: true });
	const texts = await readReports(archive, unpacked);
	if (!fs.existsSync(workspace)) {
		writePile(texts, path.join(workspace, 'sources'), fileCount);
		fs.writeFileSync(path.join(workspace, 'note.md'), '# Note\n\nWords.\n');
	}
	// Words of the reports, frequent and rare ones in turn.
	const counts = new Map();
	for (const word of texts.flatMap(
		({ text }) =>
			text
				.slice(0, 40_000)
				.toLowerCase()
				.match(/[a-z]{5,10}/g) ?? [],
	)) {
		counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	const byCount = [...counts].filter(([, count]) => count > 2).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
	return byCount.map(([word]) => word);
}

/** By rhythm, what became of each key. */
async function measure(workbench, words) {
	await workbench.showView('Dossier');
	const count = fileCount === 0 ? 2 : fileCount;
	await workbench.waitUntil(
		'all documents',
		async () => (await workbench.page.locator('.part.sidebar').textContent())?.includes(`${count.toLocaleString('en')} documents`) === true,
		readLimitMs,
	);
	await workbench.waitUntil(
		'that nothing is read any more',
		async () => (await workbench.page.locator('.part.sidebar .codicon-debug-stop').count()) === 0,
		readLimitMs,
	);
	await waitForRest(workbench.page);
	const half = Math.max(1, Math.floor(Number(values.queries) / 2));
	const pick = (from) => words[Math.floor((from * words.length) / (half * 2 + 1)) % words.length];
	const box = workbench.page.locator('.quick-input-widget input');
	const results = [];
	for (const [number, { name, everyMs }] of rhythms.entries()) {
		// Words by themselves, and two in a row; other words in each rhythm.
		const shift = number / rhythms.length;
		const queries = Array.from({ length: half }, (_, index) => [
			pick(index + shift),
			`${pick(index + shift)} ${pick(index + shift + half)}`,
		]).flat();
		await workbench.press('Mod+Shift+Alt+f');
		await box.first().waitFor();
		if (number === 0) {
			await watchPage(workbench.page);
		}
		const typed = await typeAll(workbench.page, queries, everyMs, number);
		await workbench.press('Escape');
		await box.first().waitFor({ state: 'hidden' });
		// The search gives back the note and its caret; a list that is opened before loses the focus to it.
		await workbench.page.waitForTimeout(1_000);
		fs.writeFileSync(controlFile, '');
		await workbench.page.locator('.quick-input-widget input[placeholder="Control"]').waitFor();
		const control = await typeAll(workbench.page, queries, everyMs, `${number}-control`);
		fs.rmSync(controlFile);
		await box.first().waitFor({ state: 'hidden' });
		results.push({ name, everyMs, ...typed, control: control.ways });
	}
	return results;
}

/** After what is found is read, terms are made and the index is put in order. */
async function waitForRest(page) {
	for (const from = machineMs(); machineMs() - from < rest.limitMs; ) {
		await page.waitForTimeout(1_000);
		const loads = readTrace().filter(({ who, event, cpu }) => who === 'worker' && event === 'load' && cpu !== undefined);
		const last = loads.at(-1);
		const before = loads.at(-1 - rest.seconds);
		if (before !== undefined && last.cpu - before.cpu < rest.cpuMs) {
			return;
		}
	}
	console.log('The worker did not come to rest.');
}

function readTrace() {
	return fs
		.readFileSync(trace, 'utf8')
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line));
}

/** Types each query letter by letter, behind the keys that empty the box. */
async function typeAll(page, queries, everyMs, seed) {
	const keys = [];
	const startedMs = machineMs();
	await takePageEvents(page);
	let number = Number.parseInt(seed, 10);
	for (const query of queries) {
		await page.keyboard.press('Control+a');
		await page.keyboard.press('Backspace');
		await page.waitForTimeout(restMs);
		let dueMs = machineMs();
		for (const [at, letter] of [...query].entries()) {
			await page.waitForTimeout(Math.max(0, dueMs - machineMs()));
			// Sent and not waited for: the next one comes at its time, whatever the window is at.
			const pressed = page.keyboard.press(letter === ' ' ? 'Space' : letter);
			keys.push({ value: query.slice(0, at + 1) });
			number++;
			dueMs += everyMs * (0.8 + 0.4 * ((number * 0.618) % 1));
			await pressed;
		}
		await page.waitForTimeout(restMs);
	}
	const pageEvents = await takePageEvents(page);
	await page.waitForTimeout(1_000);
	const noted = readTrace().filter(({ at }) => at >= startedMs);
	fs.writeFileSync(path.join(work, `events-${seed}.json`), JSON.stringify({ keys, events: [...pageEvents, ...noted] }));
	return { ways: toKeyWays(keys, [...pageEvents, ...noted]), pauses: noted.filter(({ event }) => event === 'pause') };
}

function print(results) {
	const machine = `${os.cpus().length} cores, ${os.cpus()[0]?.model ?? ''}, load ${os.loadavg()[0].toFixed(1)}`;
	console.log(`\n${fileCount === 0 ? 'The sample collection' : `${fileCount} files of ${fileBytes / 1000} kB`}; ${machine}`);
	for (const { name, everyMs, ways, pauses, control } of results) {
		const listed = ways.filter(isListed);
		const asked = ways.filter(({ times }) => times[5] !== undefined);
		const overtaken = ways.filter(({ isOvertaken }) => isOvertaken).length;
		const same = ways.filter(({ isOvertaken, isSame }) => !isOvertaken && isSame).length;
		console.log(
			`\n${name}, a key each ${everyMs} ms: ${ways.length} keys, ${listed.length} with a list of their own, ${same} with that of before, ` +
				`${overtaken} given up for the next`,
		);
		console.log('stage               p50 ms   p95 ms   most ms   the control’s p50 and p95');
		const times = listed.map(toStageTimes);
		const controlTimes = control.filter(isListed).map(toStageTimes);
		for (const [index, [stage, meaning]] of stages.entries()) {
			const own = controlTimes.map((times) => times[index]).filter((time) => time !== undefined);
			const [middle, late] = [50, 95].map((percent) => (own.length === 0 ? '–' : percentile(own, percent).toFixed(1)));
			console.log(
				`${row(
					stage,
					times.map((own) => own[index]),
				)}   ${middle.padStart(6)} ${late.padStart(6)}   ${meaning}`,
			);
		}
		const all = listed.map(toListMs);
		const floor = control.filter(isListed).map(toListMs);
		console.log(row('key to list', all));
		console.log(`${row('the control', floor)}   the same lines out of memory: VS Code’s own share`);
		console.log(
			row(
				'key to picture',
				listed.map(({ pressedAt, frameAt }) => frameAt - pressedAt),
			),
		);
		console.log(
			row(
				'worker, at work',
				asked.map(({ cpu }) => cpu.worker),
			) + '   its processor time',
		);
		console.log(
			row(
				'items, at work',
				listed.map(({ cpu }) => cpu.items),
			) + '   the host’s',
		);
		for (const who of ['host', 'worker']) {
			const own = pauses.filter((pause) => pause.who === who).map(({ ms }) => ms);
			console.log(
				`garbage collected in the ${who} ${own.length} times, ${own.reduce((sum, ms) => sum + ms, 0).toFixed(0)} ms, at most ${percentile(own, 100).toFixed(1)} ms`,
			);
		}
		const worker = percentile(
			asked.map((way) => way.times[5] - way.times[4]),
			95,
		);
		console.log(
			`p95 ${percentile(all, 95).toFixed(0)} ms (at most ${limits.allMs}): ${verdict(percentile(all, 95) <= limits.allMs)}, ` +
				`of which the worker ${worker.toFixed(0)} ms (at most ${limits.workerMs}): ${verdict(worker <= limits.workerMs)}`,
		);
		console.log(
			`of the control: p50 ${(percentile(all, 50) / percentile(floor, 50)).toFixed(2)}, p95 ${(percentile(all, 95) / percentile(floor, 95)).toFixed(2)}`,
		);
		if (values.details) {
			const slowest = listed.map((way, index) => ({ way, own: times[index], ms: all[index] })).sort((a, b) => b.ms - a.ms);
			for (const { way, own, ms } of slowest.slice(0, 25)) {
				console.log(
					`  ${ms.toFixed(0).padStart(4)} ms  ${own.map((time) => (time ?? Number.NaN).toFixed(0).padStart(4)).join('')}  “${way.value}”`,
				);
			}
		}
	}
}

function isListed({ isOvertaken, isSame }) {
	return !isOvertaken && !isSame;
}

function toListMs({ pressedAt, times }) {
	return times.at(-1) - pressedAt;
}

function row(name, times) {
	return `${name.padEnd(18)} ${[50, 95, 100].map((p) => percentile(times, p).toFixed(1).padStart(7)).join('  ')}`;
}

function verdict(isFine) {
	return isFine ? 'as promised' : 'NOT as promised';
}
