// The box at the top of the window: the palette, Quick Open, and what an extension asks there. It closes for ever when anything else takes the focus, which
// what was opened before may do late. So everything here looks whether the box is still there, and asks for it again as a person would.
import { slowness } from '../test/patience.mjs';

/** After so long a key that opens a box of the window itself is pressed again. It takes a few hundredths of a second on an idle laptop. */
const ownAgainMs = 5_000 * slowness;

/**
 * @typedef {object} BoxState
 * @property {boolean} hasFocus
 * @property {string} value What stands in it.
 * @property {string} placeholder
 */

/**
 * @typedef {object} Choice
 * @property {() => Promise<void>} ask Opens the box.
 * @property {(box: BoxState) => boolean} isWanted Whether the box that shows is the one that was asked for.
 * @property {string} text What to write into it.
 * @property {(rows: readonly import('./workbench.mjs').QuickPickRow[]) => number} findRow The place of the row to take, below 0 if it is not there.
 * @property {number} [againMs] After so long without the box it is asked for again.
 */

/** The box of one window. */
export class QuickInput {
	#workbench;

	/** @param {import('./workbench.mjs').Workbench} workbench */
	constructor(workbench) {
		this.#workbench = workbench;
	}

	/** @returns {Promise<BoxState | undefined>} `undefined` while no box shows. */
	async state() {
		return this.#workbench.page.evaluate(() => {
			const widget = [...document.querySelectorAll('.quick-input-widget')].find((node) => node.getClientRects().length > 0);
			const input = /** @type {HTMLInputElement | null | undefined} */ (widget?.querySelector('.quick-input-box input'));
			return (
				widget && {
					hasFocus: widget.contains(document.activeElement),
					value: input?.value ?? '',
					placeholder: input?.placeholder ?? '',
				}
			);
		});
	}

	/** Closes what is open: it would take what is meant for the next one. */
	async close() {
		await this.#workbench.doUntil(
			'no box',
			async () => {
				if (await this.state()) {
					await this.#workbench.press('Escape');
				}
			},
			async () => (await this.state()) === undefined,
			ownAgainMs,
		);
	}

	/**
	 * Asks for a box until it is there with the focus, and twice in a row.
	 * @param {() => Promise<void>} ask
	 * @param {(box: BoxState) => boolean} isWanted
	 * @param {number} againMs
	 */
	async open(ask, isWanted, againMs) {
		let looks = 0;
		await this.#workbench.doUntil(
			'the box',
			async () => {
				await this.close();
				await ask();
			},
			async () => {
				const box = await this.state();
				looks = box?.hasFocus && isWanted(box) ? looks + 1 : 0;
				return looks >= 2;
			},
			againMs,
		);
	}

	/** Opens a box, writes into it, goes to a row by keys and takes it; from the beginning if the box is gone before. @param {string} what @param {Choice} choice */
	async choose(what, { ask, isWanted, text, findRow, againMs = ownAgainMs }) {
		const workbench = this.#workbench;
		let askedAt = Number.NEGATIVE_INFINITY;
		let acceptedAt = Number.NEGATIVE_INFINITY;
		let isSeen = false;
		let before = '';
		const askAnew = async () => {
			isSeen = false;
			await this.close();
			if (Number.isFinite(askedAt)) {
				workbench.tellAgain(what);
			}
			await ask();
			askedAt = Date.now();
		};
		await workbench.waitUntil(what, async () => {
			const box = await this.state();
			if (!box?.hasFocus || !isWanted(box)) {
				if (Number.isFinite(acceptedAt)) {
					return true;
				}
				// Gone again before a row was taken: at once.
				if (isSeen || Date.now() - askedAt > againMs) {
					await askAnew();
				}
				return false;
			}
			isSeen = true;
			if (Date.now() - acceptedAt < ownAgainMs) {
				return false;
			}
			if (box.value !== text) {
				await this.#write(text);
				return false;
			}
			const rows = await workbench.quickPickRows();
			// A list that is still being filtered is looked at again.
			const now = JSON.stringify(rows);
			const isAtRest = now === before;
			before = now;
			const wanted = findRow(rows);
			if (!isAtRest) {
				return false;
			}
			if (wanted < 0) {
				// The palette lists what there was when it was opened: a window that has just opened may not know an extension's commands yet.
				if (Date.now() - askedAt > againMs) {
					await askAnew();
				}
				return false;
			}
			// By keys: what the mouse rests on meanwhile may show a tooltip over the list.
			const active = rows.findIndex((row) => row.active);
			if (wanted === active) {
				await workbench.press('Enter');
				acceptedAt = Date.now();
			} else {
				await workbench.press(wanted > active ? 'ArrowDown' : 'ArrowUp');
			}
			return false;
		});
	}

	/** Writes into the box and nowhere else; not at all if it is gone. @param {string} text */
	async #write(text) {
		const input = this.#workbench.page.locator('.quick-input-widget .quick-input-box input').first();
		await input.fill(text, { timeout: ownAgainMs }).catch(() => undefined);
	}
}
