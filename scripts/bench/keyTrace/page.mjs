// What the window sees of a key: when it came, when the editor sent it on, when something came back, when the list said something else, and when that was drawn.
// Times are the page's own; `clockOffset` leads to the machine's.

/** Starts noting in the page, for the list that is open. @param {import('playwright-core').Page} page */
export async function watchPage(page) {
	await page.evaluate(() => {
		const widget = document.querySelector('.quick-input-widget');
		const events = [];
		const note = (event, more) => events.push({ event, at: performance.now(), ...more });
		/** What the list and the line above it say; a list that is drawn anew with the same words is no answer. */
		const read = () =>
			`${widget.querySelector('.quick-input-title')?.textContent}\n${widget.querySelector('.quick-input-list')?.textContent}`;
		let shown = read();
		document.addEventListener('keydown', (event) => note('key', { pressedAt: event.timeStamp, key: event.key }), true);
		document.addEventListener('input', ({ target }) => note('input', { value: target.value }), true);
		new MutationObserver(() => {
			const before = shown;
			shown = read();
			note('mutation', { isOther: shown !== before });
			if (shown !== before) {
				requestAnimationFrame(() => note('frame', {}));
			}
		}).observe(widget, { childList: true, subtree: true, characterData: true });
		const sockets = new Set();
		const { send } = WebSocket.prototype;
		WebSocket.prototype.send = function (data) {
			if (!sockets.has(this)) {
				sockets.add(this);
				this.addEventListener('message', ({ data: came }) => note('came', { bytes: came.size ?? came.byteLength }));
			}
			note('sent', { bytes: data.byteLength ?? data.length });
			return send.call(this, data);
		};
		globalThis.dossierKeys = { take: () => events.splice(0) };
	});
}

/** What was noted since the last time, in the machine's own time. */
export async function takePageEvents(page) {
	const offset = await clockOffset(page);
	const events = await page.evaluate(() => globalThis.dossierKeys.take());
	return events.map((event) => ({
		...event,
		who: 'page',
		at: event.at + offset,
		...(event.pressedAt === undefined ? {} : { pressedAt: event.pressedAt + offset }),
	}));
}

/** The machine's clock less the page's, by the quickest of some questions; right to about half a millisecond. */
async function clockOffset(page) {
	let best = { took: Infinity, offset: 0 };
	for (let round = 0; round < 20; round++) {
		const from = machineMs();
		const inPage = await page.evaluate(() => performance.now());
		const to = machineMs();
		best = to - from < best.took ? { took: to - from, offset: (from + to) / 2 - inPage } : best;
	}
	return best.offset;
}

/** Milliseconds of the clock that all processes of the machine share. */
export function machineMs() {
	return Number(process.hrtime.bigint()) / 1e6;
}
