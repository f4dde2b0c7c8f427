// Loaded before everything else in VS Code's server (`NODE_OPTIONS=--require`), and by it in the extension host: notes when a key, a question, an answer and a list pass there and in the library's
// worker. So the product needs no door that only a measurement would use.
const processes = require('node:child_process');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const threads = require('node:worker_threads');
const { controlFile } = require('./control.cjs');
const { note, startWriting, watchPort } = require('./notes.cjs');

/** By what was typed: the first lines that the search showed of it, and the line above them. */
const shown = new Map();

function watchPicks(vscode) {
	const { createQuickPick } = vscode.window;
	vscode.window.createQuickPick = function () {
		const pick = createQuickPick.call(this);
		const prototype = Object.getPrototypeOf(pick);
		const find = (name) => {
			for (let at = prototype; at; at = Object.getPrototypeOf(at)) {
				const found = Object.getOwnPropertyDescriptor(at, name);
				if (found) {
					return found;
				}
			}
			return undefined;
		};
		const items = find('items');
		if (items?.set === undefined) {
			return pick;
		}
		Object.defineProperty(pick, 'items', {
			get: () => items.get.call(pick),
			set: (value) => {
				note('items', { count: value.length });
				items.set.call(pick, value);
				note('itemsSet', {});
				if (!shown.has(pick.value)) {
					shown.set(pick.value, { title: pick.title, items: value });
				}
			},
		});
		pick.onDidChangeValue((value) => note('value', { value }));
		pick.onDidChangeActive(() => note('active', {}));
		return pick;
	};
}

/**
 * The control: the search's own lists once more, without the search. For what is typed its lines are set at once, out of memory. So what passes then is what
 * VS Code needs by itself, for these lines, on this machine. Open while the control file is there.
 */
function serveControl(createQuickPick) {
	let pick;
	let asked = 0;
	setInterval(() => {
		const isWanted = fs.existsSync(controlFile);
		if (!isWanted && pick !== undefined) {
			pick.dispose();
			pick = undefined;
		} else if (isWanted && pick === undefined) {
			pick = createQuickPick();
			pick.sortByLabel = false;
			pick.ignoreFocusOut = true;
			pick.placeholder = 'Control';
			pick.onDidChangeValue((value) => {
				note('value', { value });
				const list = shown.get(value);
				const id = `control ${++asked}`;
				note('ask', { id, query: value });
				note('got', { id, query: value });
				if (list !== undefined) {
					pick.title = list.title;
					note('items', { count: list.items.length });
					pick.items = list.items;
					note('itemsSet', {});
				}
			});
			pick.show();
		}
	}, 200).unref();
}

function watchHost() {
	startWriting('host');
	const { Worker } = threads;
	threads.Worker = class extends Worker {
		constructor(script, options) {
			const isLibrary = path.basename(String(script)) === 'libraryWorker.js';
			super(isLibrary ? path.join(__dirname, 'worker.cjs') : script, isLibrary ? { ...options, workerData: { script } } : options);
			if (isLibrary) {
				watchPort(this);
			}
		}
	};
	const { require: load } = Module.prototype;
	let isWatched = false;
	Module.prototype.require = function (id) {
		const loaded = load.call(this, id);
		if (id === 'vscode' && !isWatched && fs.existsSync(path.join(this.path ?? '', 'libraryWorker.js'))) {
			// Each extension is given an API of its own.
			isWatched = true;
			serveControl(loaded.window.createQuickPick);
			watchPicks(loaded);
		}
		return loaded;
	};
}

/** The server takes NODE_OPTIONS from the environment of its extension host, so it is told again there. */
function followIntoHost() {
	const { fork } = processes;
	processes.fork = (script, args, options) => {
		const isHost = args?.some((arg) => /extensionHost/.test(arg));
		return fork(script, args, isHost ? { ...options, execArgv: [...(options?.execArgv ?? []), '--require', __filename] } : options);
	};
	Module.syncBuiltinESMExports();
}

if (threads.isMainThread) {
	if (process.argv.some((arg) => /extensionHost/.test(arg))) {
		watchHost();
	} else {
		followIntoHost();
	}
}
