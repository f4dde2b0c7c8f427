// Runs inside the extension host, as suite.cjs does: how long after a file's change event a search finds what was saved. Each time another word is written to
// another file of the pile.
const fs = require('node:fs');
const path = require('node:path');
const vscode = require('vscode');

const limitMs = 60_000;
/** Longer than the reader is kept without work: it must be started anew then. */
const idleMs = 65_000;
const letters = 'qxzvkjwyfbgh';

/**
 * Times in ms: of edits that come when all is done, from the change event and from the saving, of edits that come while the terms of the last one are still being
 * made, and of the first one after the reader was let go, from the saving. `library` is the running extension's.
 */
exports.measureSavedEdits = async (library, folder, count) => {
	const files = fs
		.readdirSync(folder)
		.filter((name) => /\.(?:md|txt)$/.test(name))
		.sort();
	const times = [];
	const savingTimes = [];
	const edit = async (number) => {
		const file = path.join(folder, files[(number * 97) % files.length]);
		// No word of the reports, and another one each time: what was written before would be found at once.
		const word = Array.from(
			{ length: 10 },
			(_, at) => letters[Math.floor(number / (at % 2 === 0 ? 1 : letters.length)) % letters.length],
		).join('');
		return foundAfter(library, file, word);
	};
	for (let number = 0; number < count; number++) {
		const { afterEventMs, afterSavingMs } = await edit(number);
		times.push(afterEventMs);
		savingTimes.push(afterSavingMs);
		await library.whenReady();
		await pause(300);
	}
	const busyTimes = [];
	for (let number = count; number < count * 2; number++) {
		busyTimes.push((await edit(number)).afterEventMs);
		await pause((number % 5) * 200);
	}
	await library.whenReady();
	await pause(idleMs);
	return { times, savingTimes, busyTimes, afterIdleMs: (await edit(count * 2)).afterSavingMs };
};

async function foundAfter(library, file, word) {
	const watcher = vscode.workspace.createFileSystemWatcher(
		new vscode.RelativePattern(vscode.Uri.file(path.dirname(file)), path.basename(file)),
	);
	let toldMs;
	watcher.onDidChange(() => {
		toldMs ??= performance.now();
	});
	try {
		await pause(500);
		const savedMs = performance.now();
		fs.appendFileSync(file, `\n\nSomebody wrote ${word} there.\n`);
		const end = performance.now() + limitMs;
		for (;;) {
			const { total, corrections } = await library.search(word, { limit: 1, by: 'passage', isTyping: false });
			const nowMs = performance.now();
			if (total > 0 && corrections.length === 0) {
				// Who watches one file may be told later than who watches them all, or, on some systems, not at all: from the saving then.
				await pause(200);
				return { afterEventMs: Math.max(0, nowMs - (toldMs ?? savedMs)), afterSavingMs: nowMs - savedMs };
			}
			if (nowMs > end) {
				throw new Error(`${word} was not found within ${limitMs} ms`);
			}
			await pause(10);
		}
	} finally {
		watcher.dispose();
	}
}

function pause(ms) {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
