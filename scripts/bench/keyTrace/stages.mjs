// Takes apart the way from a key to the list on the screen, out of what the window, the extension host and the library's worker noted.

/** The stages in the order in which a key passes them: from the end of the one before. */
export const stages = [
	['to the page', 'the window’s own wait until it hears the key'],
	['box', 'the editor takes the letter and filters its own list'],
	['to the host', 'the message to the extension host'],
	['until asked', 'between two questions'],
	['to the worker', 'the message to the worker, and what it is busy with'],
	['worker', 'the question’s wait there, and its answer'],
	['from the worker', 'the message back, and what the host is busy with'],
	['items', 'making the lines'],
	['to the window', 'the list to the window'],
	['drawing', 'the list drawn by the window'],
];

/**
 * What became of each key. `keys`: the text of the box after each, and when it was to be pressed; `events` of all threads. A key's list is the first that is
 * drawn of its own question; a key whose question was given up for the next one has none.
 */
export function toKeyWays(keys, events) {
	const byWho = (who) => events.filter((event) => event.who === who).sort((a, b) => a.at - b.at);
	const page = byWho('page');
	const host = byWho('host');
	const worker = byWho('worker');
	const inputs = page.filter(({ event }) => event === 'input');
	const ways = [];
	let from = 0;
	for (const { value } of keys) {
		const at = inputs.findIndex((input, index) => index >= from && input.value === value);
		if (at < 0) {
			continue;
		}
		from = at + 1;
		const input = inputs[at];
		const pressed = page.findLast(({ event, at: time }) => event === 'key' && time <= input.at);
		const nextInput = inputs[at + 1]?.at ?? Infinity;
		const first = (list, event, since, more = () => true) => list.find((one) => one.event === event && one.at >= since && more(one));
		const sent = first(page, 'sent', input.at);
		const heard = first(host, 'value', input.at - 2, (one) => one.value === value);
		const nextHeard = heard && first(host, 'value', heard.at + 0.001);
		const asked = heard && first(host, 'ask', heard.at, (one) => one.query === value && one.at < (nextHeard?.at ?? Infinity));
		const received = asked && worker.find(({ event, id }) => event === 'receive' && id === asked.id);
		const answered = asked && worker.find(({ event, id, isCancelled }) => event === 'answer' && id === asked.id && !isCancelled);
		const got = asked && host.find(({ event, id, isCancelled }) => event === 'got' && id === asked.id && !isCancelled);
		// An answer whose list is that of before sets no lines: the next ones are those of the next answer.
		const nextGot = got && first(host, 'got', got.at + 0.001, ({ isCancelled }) => !isCancelled);
		const items = got && first(host, 'items', got.at, (one) => one.at < Math.min(got.at + 100, nextGot?.at ?? Infinity));
		const itemsSet = items && first(host, 'itemsSet', items.at);
		const came = itemsSet && first(page, 'came', itemsSet.at - 1);
		const drawn = itemsSet && first(page, 'mutation', came?.at ?? itemsSet.at, ({ isOther }) => isOther);
		const frame = drawn && first(page, 'frame', drawn.at);
		const isOfNext = host.some(
			({ event, at: time }) => event === 'items' && items !== undefined && time > items.at && time < (drawn?.at ?? 0),
		);
		ways.push({
			value,
			pressedAt: pressed?.pressedAt ?? input.at,
			isOvertaken: asked === undefined || got === undefined || isOfNext,
			isSame: got !== undefined && (items === undefined || drawn === undefined),
			isLate: drawn !== undefined && drawn.at > nextInput,
			times: [pressed?.at, sent?.at, heard?.at, asked?.at, received?.at, answered?.at, got?.at, itemsSet && items.at, came?.at, drawn?.at],
			cpu: {
				worker: answered?.cpu - received?.cpu,
				items: itemsSet?.cpu - got?.cpu,
			},
			frameAt: frame?.at,
			limit: asked?.limit,
		});
	}
	return ways;
}

/** How long each stage of a key took; `undefined` where it did not come so far. */
export function toStageTimes({ pressedAt, times }) {
	return times.map((time, index) => {
		const before = index === 0 ? pressedAt : times[index - 1];
		return time === undefined || before === undefined ? undefined : time - before;
	});
}

/** A value that so many of a hundred are not above. */
export function percentile(values, percent) {
	const sorted = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
