// What a person does with keys and mouse in a page, and how they see whether it had its effect: nothing here counts on one event that may be missed.
import { errors } from 'playwright-core';
import { slowness } from '../test/patience.mjs';

/** What a wait for something that must come lasts at most. On an idle laptop the longest takes ten seconds. */
export const patienceMs = 120_000 * slowness;
/** After so long what had no effect is done again: a click that went nowhere, a box that something else closed. Usually the effect comes within a second. */
export const againMs = 15_000 * slowness;
/** So long one step of what is done again may take: a menu that opens, a button that shows under the mouse. */
export const stepMs = 5_000 * slowness;

const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';

/** Whether Playwright says that the page was another one before it could answer. @param {unknown} error */
const isOfNavigation = (error) =>
	error instanceof Error && /Execution context was destroyed|Cannot find context|navigating|frame was detached/i.test(error.message);

/** Keys and mouse of one page. Every wait ends after `patienceMs` with an error, and at once when the page is lost. */
export class Hands {
	/** @type {import('playwright-core').Page} */
	page;
	/** Why nothing can be seen any more. @type {string | undefined} */
	#loss;

	/** @param {import('playwright-core').Page} page */
	constructor(page) {
		this.page = page;
		page.setDefaultTimeout(patienceMs);
	}

	/** Ends every wait at once: what is waited for cannot come. The first reason is the one that is told. @param {string} reason */
	lose(reason) {
		this.#loss ??= reason;
	}

	/** Presses keys one after another, in Playwright's names; `Mod` is Ctrl, or Cmd on a Mac. @param {...string} keys */
	async press(...keys) {
		for (const key of keys) {
			await this.page.keyboard.press(key.replace('Mod', modifier));
		}
	}

	/** Types text where the focus is, with a short pause after each character as a quick typist makes. @param {string} text */
	async type(text) {
		await this.page.keyboard.type(text, { delay: 20 });
	}

	/** Whether the focus is in an element of this selector, or is that. @param {string} selector */
	async hasFocusIn(selector) {
		return this.page.evaluate((inside) => document.activeElement !== null && document.activeElement.closest(inside) !== null, selector);
	}

	/** Waits until the focus is in an element of this selector, or is that. @param {string} selector */
	async waitForFocus(selector) {
		await this.waitUntil(`the focus in ${selector}`, () => this.hasFocusIn(selector));
	}

	/**
	 * Waits until `probe` gives something that is neither `undefined`, `false` nor an empty list, and gives that. Fails after `limitMs` with what
	 * it waited for. A page that loads anew while it is looked at is looked at again.
	 * @template T
	 * @param {string} what
	 * @param {() => Promise<T>} probe
	 * @param {number} [limitMs]
	 * @returns {Promise<NonNullable<T>>}
	 */
	async waitUntil(what, probe, limitMs = patienceMs) {
		const end = Date.now() + limitMs;
		for (;;) {
			if (this.#loss !== undefined) {
				throw new Error(this.#loss);
			}
			const value = await probe().catch((error) => {
				if (this.#loss !== undefined) {
					throw new Error(this.#loss, { cause: error });
				}
				if (!isOfNavigation(error)) {
					throw error;
				}
				return undefined;
			});
			if (value && !(Array.isArray(value) && value.length === 0)) {
				return /** @type {NonNullable<T>} */ (value);
			}
			if (Date.now() > end) {
				throw new Error(`Waited ${limitMs / 1000} s in vain: ${what}`);
			}
			await this.page.waitForTimeout(100);
		}
	}

	/**
	 * Does something, and waits until `probe` says that it had its effect, as `waitUntil` does. Where nothing comes of it for a while it is done again, as a
	 * person does whose click went nowhere; each time is told.
	 * @template T
	 * @param {string} what
	 * @param {() => Promise<unknown>} act
	 * @param {() => Promise<T>} probe
	 * @param {number} [afterMs]
	 * @returns {Promise<NonNullable<T>>}
	 */
	async doUntil(what, act, probe, afterMs = againMs) {
		let actedAt = Number.NEGATIVE_INFINITY;
		return this.waitUntil(what, async () => {
			if (Date.now() - actedAt > afterMs) {
				if (Number.isFinite(actedAt)) {
					this.tellAgain(what);
				}
				await act();
				actedAt = Date.now();
			}
			return probe();
		});
	}

	/** Tells that something had to be done once more. @param {string} what */
	tellAgain(what) {
		console.log(`      once more: ${what}`);
	}

	/**
	 * Clicks on something once that can be done. What lies over it because the mouse rests elsewhere goes away with the mouse.
	 * @param {import('playwright-core').Locator} target
	 */
	async click(target) {
		await this.doSteps(`a click on ${target}`, () => target.click({ timeout: stepMs }));
	}

	/**
	 * Clicks on a button that shows while the mouse rests on its row.
	 * @param {import('playwright-core').Locator} row
	 * @param {string} button
	 */
	async clickInRow(row, button) {
		await this.doSteps(`a click on ${button}`, async () => {
			await row.hover({ timeout: stepMs });
			await row.locator(button).first().click({ timeout: stepMs });
		});
	}

	/** Does steps that each end soon, from the beginning where one did not. @param {string} what @param {() => Promise<unknown>} steps */
	async doSteps(what, steps) {
		let isAgain = false;
		await this.waitUntil(what, async () => {
			if (isAgain) {
				this.tellAgain(what);
				await this.page.mouse.move(5, 5, { steps: 5 });
			}
			isAgain = true;
			try {
				await steps();
				return true;
			} catch (error) {
				if (error instanceof errors.TimeoutError) {
					return false;
				}
				throw error;
			}
		});
	}

	/**
	 * What `look` gives once it gives the same twice in a row.
	 * @template T
	 * @param {() => Promise<T>} look
	 * @returns {Promise<T>}
	 */
	async waitForRest(look) {
		let last = '';
		let found;
		await this.waitUntil('it to come to rest', async () => {
			const before = last;
			found = await look();
			last = JSON.stringify(found) ?? '';
			return last === before;
		});
		return /** @type {T} */ (found);
	}
}
