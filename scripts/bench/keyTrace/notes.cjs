// Notes what passes in a thread, in milliseconds of the clock that all processes of the machine share, into the file that DOSSIER_KEY_TRACE names.
const fs = require('node:fs');
const { PerformanceObserver } = require('node:perf_hooks');

const file = process.env.DOSSIER_KEY_TRACE;
/** What is noted is written once nothing came for so long, so that writing is never among what is measured. */
const quietMs = 400;

const lines = [];
let lastMs = 0;

function now() {
	return Number(process.hrtime.bigint()) / 1e6;
}

function cpuMs() {
	const usage = process.threadCpuUsage?.();
	return usage === undefined ? undefined : (usage.user + usage.system) / 1000;
}

/** Notes an event, with the thread's processor time so far. */
function note(event, more) {
	lastMs = now();
	lines.push({ event, at: lastMs, cpu: cpuMs(), ...more });
}
exports.note = note;

/** Writes what is noted from now on, and pauses of the garbage collection. */
exports.startWriting = (who) => {
	const timer = setInterval(() => {
		if (lines.length > 0 && now() - lastMs > quietMs) {
			fs.appendFileSync(
				file,
				lines
					.splice(0)
					.map((line) => `${JSON.stringify({ who, ...line })}\n`)
					.join(''),
			);
		}
	}, 200);
	timer.unref();
	// What the thread does when nothing passes: who waits until it rests reads this.
	setInterval(() => lines.push({ event: 'load', at: now(), cpu: cpuMs() }), 1_000).unref();
	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries()) {
			const since = performance.now() - startTime;
			lines.push({ event: 'pause', at: now() - since, ms: duration });
		}
	}).observe({ entryTypes: ['gc'] });
};

/** Questions and answers as they pass one end of the line. */
exports.watchPort = (port) => {
	const { postMessage, on } = port;
	const asked = new Map();
	const look = (message, isOut) => {
		if (message?.kind === 'call' && message.name === 'search') {
			asked.set(message.id, message.args[0]);
			note(isOut ? 'ask' : 'receive', { id: message.id, query: message.args[0], limit: message.args[1]?.limit });
		} else if (message?.kind === 'cancel' && asked.has(message.id)) {
			note(isOut ? 'cancel' : 'cancelled', { id: message.id });
		} else if ((message?.kind === 'answer' || message?.kind === 'failure') && asked.has(message.id)) {
			note(isOut ? 'answer' : 'got', {
				id: message.id,
				query: asked.get(message.id),
				hits: message.value?.hits?.length,
				isCancelled: message.isCancelled,
			});
			asked.delete(message.id);
		}
	};
	port.postMessage = function (message, ...more) {
		// The questions are noted before they are cloned, the answers too: the clone counts among the way.
		look(message, true);
		return postMessage.call(this, message, ...more);
	};
	port.on = function (name, listener) {
		if (name !== 'message') {
			return on.call(this, name, listener);
		}
		return on.call(this, name, (message) => {
			look(message, false);
			listener(message);
		});
	};
};
