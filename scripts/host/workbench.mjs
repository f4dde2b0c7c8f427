// The real workbench in a real browser, used as a person uses it: keys, mouse, and what can be seen. For the tests in test/workbench/, the
// pictures and the measurements.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser, launchOptions } from '../setup/browser.mjs';
import { slowness } from '../test/patience.mjs';
import { remoteUri, startServer, withoutGallery, workbenchAddress } from './vscodeServer.mjs';

/** What a wait for something that must come lasts at most. On an idle laptop the longest takes ten seconds. */
const patienceMs = 120_000 * slowness;

/** Whether Playwright says that the page was another one before it could answer. @param {unknown} error */
const isOfNavigation = (error) =>
	error instanceof Error && /Execution context was destroyed|Cannot find context|navigating|frame was detached/i.test(error.message);

const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';

/**
 * @typedef {object} WorkbenchOptions
 * @property {string} folder The folder to open; absolute.
 * @property {string} [file] A file to open at the start; absolute.
 * @property {string} [development] The folder of an extension to load from its sources, as F5 does.
 * @property {string} [extensionsFolder] Where installed extensions are; give this or `development`.
 * @property {boolean} [trust] Whether the folder is trusted (true without it); `false` opens it in Restricted Mode.
 * @property {Record<string, unknown>} [settings] User settings.
 * @property {Record<string, string>} [env] More environment for the extension host.
 * @property {string} [dataFolder] Where the server keeps its data, and keeps it afterwards; a temporary folder without it.
 * @property {{ width: number, height: number }} [size] The window's size in CSS pixels.
 * @property {number} [scale] Device pixels per CSS pixel (1 without it).
 * @property {string} [pictures] The folder for `screenshot`.
 */

/**
 * @typedef {object} QuickPickRow
 * @property {string} label
 * @property {string} description
 * @property {string} detail
 * @property {boolean} active Whether the row has the focus.
 * @property {string} ariaLabel What a screen reader says.
 */

/**
 * @typedef {object} TreeRow
 * @property {string} label
 * @property {string} description
 * @property {number} level From 1.
 * @property {boolean | undefined} expanded `undefined` if it cannot be opened.
 * @property {string} ariaLabel What a screen reader says.
 */

/** One window of VS Code. `await Workbench.open(…)`, and `close()` it at the end, whatever happened. Every wait ends after `patienceMs` with an error. */
export class Workbench {
	/** @type {import('playwright-core').Page} */
	page;
	#server;
	#browser;
	#pictures;
	/** @type {string[]} */
	#requests = [];
	/** @type {string[]} */
	#console = [];

	/** @param {any} server @param {import('playwright-core').Browser} browser @param {import('playwright-core').Page} page @param {string} pictures */
	constructor(server, browser, page, pictures) {
		this.#server = server;
		this.#browser = browser;
		this.#pictures = pictures;
		this.page = page;
		page.setDefaultTimeout(patienceMs);
		page.on('request', (request) => this.#requests.push(request.url()));
		page.on('console', (message) => this.#console.push(message.text()));
	}

	/**
	 * Starts a server and a browser and resolves when the workbench is drawn and its extensions are there (not: activated).
	 * @param {WorkbenchOptions} options
	 * @returns {Promise<Workbench>}
	 */
	static async open(options) {
		const server = await startServer({
			driver: true,
			trust: options.trust ?? true,
			settings: {
				'editor.cursorBlinking': 'solid',
				'workbench.activityBar.iconClickBehavior': 'focus',
				'workbench.list.smoothScrolling': false,
				...options.settings,
			},
			env: { ...withoutGallery, ...options.env },
			extensionsFolder: options.extensionsFolder,
			dataFolder: options.dataFolder,
		});
		let browser;
		try {
			browser = await chromium.launch({ ...launchOptions(await ensureBrowser()), timeout: patienceMs });
			const context = await browser.newContext({
				viewport: options.size ?? { width: 1280, height: 800 },
				deviceScaleFactor: options.scale ?? 1,
				reducedMotion: 'reduce',
				permissions: ['clipboard-read', 'clipboard-write'],
			});
			const workbench = new Workbench(server, browser, await context.newPage(), options.pictures ?? 'out/pictures');
			/** @type {[string, string][]} */
			const payload = [['skipWelcome', 'true']];
			if (options.development) {
				payload.push(['extensionDevelopmentPath', remoteUri(server, options.development)]);
			}
			if (options.file) {
				payload.push(['openFile', remoteUri(server, options.file)]);
			}
			await workbench.page.goto(workbenchAddress(server, { folder: options.folder, payload }));
			await workbench.page.locator('.monaco-workbench .part.activitybar .action-item').first().waitFor();
			await workbench.page.locator('.part.statusbar .statusbar-item').first().waitFor();
			if (options.file) {
				await workbench.page.locator('.editor-instance .view-lines .view-line').first().waitFor();
			}
			return workbench;
		} catch (error) {
			await browser?.close().catch(() => undefined);
			await server.stop();
			throw error;
		}
	}

	async close() {
		await this.#browser.close().catch(() => undefined);
		await this.#server.stop();
	}

	/** Lines that the page's console printed so far: the workbench's own and those of the extension host. */
	get consoleLines() {
		return [...this.#console];
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

	/** Opens a file of the workspace by its name, through Quick Open, and waits until its tab is the active one. @param {string} name */
	async openFile(name) {
		await this.#openQuickInput('Mod+p');
		await this.page.keyboard.insertText(name);
		// The list shows what was open before until it has filtered.
		await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: path.posix.basename(name) }).waitFor();
		await this.press('Enter');
		await this.page.locator(`.tab.active[data-resource-name="${path.posix.basename(name)}"]`).waitFor();
		await this.page.locator('.editor-instance .view-lines .view-line').first().waitFor();
	}

	/** Runs a command by its title (`Category: Title`), typed into the palette. Fails if no command of that title can be run now. @param {string} title */
	async runCommand(title) {
		await this.#openQuickInput('F1');
		await this.page.keyboard.insertText(`>${title}`);
		// By keys: what the mouse rests on meanwhile may show a tooltip over the list. A list that is still being filtered is looked at again.
		await this.waitUntil(`the command ${title}`, async () => {
			const rows = await this.#waitForRest(() => this.quickPickRows());
			const exact = rows.findIndex(({ label }) => label === title);
			const wanted = exact >= 0 ? exact : rows.findIndex(({ label }) => label.includes(title));
			const active = rows.findIndex((row) => row.active);
			if (wanted >= 0 && wanted !== active) {
				await this.press(wanted > active ? 'ArrowDown' : 'ArrowUp');
			}
			return wanted >= 0 && wanted === active;
		});
		await this.press('Enter');
	}

	/** Opens the palette or Quick Open by its key, and waits until it has the focus: what is typed before goes into the editor. @param {string} key */
	async #openQuickInput(key) {
		await this.#closeQuickInput();
		await this.press(key);
		await this.quickInput.waitFor();
		await this.waitForFocus('.quick-input-widget');
	}

	/** Waits until the focus is in an element of this selector, or is that. @param {string} selector */
	async waitForFocus(selector) {
		await this.waitUntil(`the focus in ${selector}`, () =>
			this.page.evaluate((inside) => document.activeElement?.closest(inside) !== null && document.activeElement !== null, selector),
		);
	}

	/** Waits until a box of an extension has taken the place of the palette, and the focus. */
	async waitForBox() {
		await this.waitUntil(
			'the box',
			async () => (await this.quickInput.isVisible()) && !(await this.quickInput.locator('input').first().inputValue()).startsWith('>'),
		);
		await this.waitForFocus('.quick-input-widget');
	}

	/**
	 * What `look` gives once it gives the same twice in a row.
	 * @template T
	 * @param {() => Promise<T>} look
	 * @returns {Promise<T>}
	 */
	async #waitForRest(look) {
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

	/** A box that is still open would take what is meant for the next one. */
	async #closeQuickInput() {
		if (await this.quickInput.isVisible()) {
			await this.press('Escape');
			await this.quickInput.waitFor({ state: 'hidden' });
		}
	}

	/** The box that the palette, Quick Open and every QuickPick are. */
	get quickInput() {
		return this.page.locator('.quick-input-widget:not([style*="display: none"])');
	}

	/** The rows of the open QuickPick as they stand on the screen, from the top. Rows scrolled out of sight are not among them. @returns {Promise<QuickPickRow[]>} */
	async quickPickRows() {
		return this.page.locator('.quick-input-widget .monaco-list-row').evaluateAll((rows) =>
			rows
				.map((row) => ({ row, top: row.getBoundingClientRect().top }))
				.sort((a, b) => a.top - b.top)
				.map(({ row }) => ({
					label: row.querySelector('.quick-input-list-row .label-name')?.textContent ?? '',
					description: row.querySelector('.quick-input-list-row .label-description')?.textContent ?? '',
					detail: row.querySelector('.quick-input-list-label-meta')?.textContent ?? '',
					active: row.classList.contains('focused'),
					ariaLabel: row.getAttribute('aria-label') ?? '',
				})),
		);
	}

	/** How many rows the open QuickPick has, those out of sight too. */
	async quickPickLength() {
		const row = this.page.locator('.quick-input-widget .monaco-list-row').first();
		return Number(await row.getAttribute('aria-setsize'));
	}

	/** Notes from now on when keys come, and when the open QuickPick has another length. */
	async watchQuickPick() {
		await this.page.evaluate(() => {
			const list = /** @type {HTMLElement} */ (document.querySelector('.quick-input-widget .quick-input-list'));
			const lengthOf = () => Number(list.querySelector('.monaco-list-row')?.getAttribute('aria-setsize') ?? 0);
			/** @type {{ at: number, key?: string, length?: number }[]} */
			const events = [];
			let length = lengthOf();
			document.addEventListener('keydown', ({ key }) => events.push({ at: performance.now(), key }), true);
			new MutationObserver(() => {
				// While it is drawn anew it has no row at all.
				const now = lengthOf();
				if (now !== 0 && now !== length) {
					length = now;
					events.push({ at: performance.now(), length });
				}
			}).observe(list, { childList: true, subtree: true, attributes: true });
			Object.assign(globalThis, { dossierQuickPickEvents: events });
		});
	}

	/**
	 * What `watchQuickPick` noted, in milliseconds of the window's own clock.
	 * @returns {Promise<{ at: number, key?: string, length?: number }[]>}
	 */
	async quickPickEvents() {
		return this.page.evaluate(() => /** @type {any} */ (globalThis).dossierQuickPickEvents);
	}

	/**
	 * Shows a view container by the name on its icon in the activity bar, and waits until it stays. A window that has just opened may put the side bar
	 * back as it was, and an icon that stands there before its extension takes no click: both are seen, and it is clicked again. A click on
	 * the icon of what shows already hides nothing here (`workbench.activityBar.iconClickBehavior`).
	 * @param {string} name
	 */
	async showView(name) {
		const icon = this.page.locator('.part.activitybar .action-item', { has: this.page.locator(`[aria-label^="${name}"]`) }).first();
		const shows = () =>
			this.page.evaluate((name) => {
				const icons = [...document.querySelectorAll('.part.activitybar .action-item.checked [aria-label]')];
				const isChecked = icons.some((icon) => icon.getAttribute('aria-label')?.startsWith(name));
				const title = document.querySelector('.part.sidebar .composite.title h2')?.textContent ?? '';
				const pane = document.querySelector('.part.sidebar .pane-body');
				return isChecked && title.startsWith(name) && pane !== null && pane.getClientRects().length > 0;
			}, name);
		let clickedAt = Number.NEGATIVE_INFINITY;
		await this.waitUntil(`the view ${name}`, async () => {
			await icon.waitFor();
			if (await shows()) {
				await this.page.waitForTimeout(300);
				return shows();
			}
			// What a click asks for may take some seconds to come.
			if (Date.now() - clickedAt > 5_000) {
				await icon.click();
				clickedAt = Date.now();
			}
			return false;
		});
	}

	/** The rows of the tree in the side bar as they stand on the screen, from the top. @returns {Promise<TreeRow[]>} */
	async treeRows() {
		return this.page.locator('.part.sidebar .pane-body .monaco-list-row').evaluateAll((rows) =>
			rows
				.map((row) => ({ row, top: row.getBoundingClientRect().top }))
				.sort((a, b) => a.top - b.top)
				.map(({ row }) => ({
					label: row.querySelector('.label-name')?.textContent ?? '',
					description: row.querySelector('.label-description')?.textContent ?? '',
					level: Number(row.getAttribute('aria-level')),
					expanded: row.getAttribute('aria-expanded') === null ? undefined : row.getAttribute('aria-expanded') === 'true',
					ariaLabel: row.getAttribute('aria-label') ?? '',
				})),
		);
	}

	/** The row of the tree in the side bar with this label, to click or point at. @param {string} label */
	treeRow(label) {
		return this.page
			.locator('.part.sidebar .pane-body .monaco-list-row', { has: this.page.locator('.label-name', { hasText: label }) })
			.first();
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
			const value = await probe().catch((error) => {
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
	 * Where on the screen the n-th occurrence (from 1) of a text in the active editor is drawn. The text must stand in one visual line.
	 * @param {string} text
	 * @param {number} [occurrence]
	 */
	async placeOf(text, occurrence = 1) {
		return this.waitUntil(`“${text}” in the active editor`, () =>
			this.page.evaluate(
				({ text, occurrence }) => {
					const editor = document.querySelector('.editor-group-container.active .editor-instance .view-lines');
					const lines = [...(editor?.querySelectorAll('.view-line') ?? [])].sort(
						(a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
					);
					let left = occurrence;
					for (const line of lines) {
						// The editor draws a space as a no-break space.
						const nodes = [];
						const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
						let drawn = '';
						for (let node = walker.nextNode(); node; node = walker.nextNode()) {
							nodes.push({ node, start: drawn.length });
							drawn += node.textContent;
						}
						const plain = drawn.replaceAll('\u00a0', ' ');
						for (let at = plain.indexOf(text); at >= 0; at = plain.indexOf(text, at + 1)) {
							left--;
							if (left === 0) {
								const pointOf = (offset) => {
									const { node, start } = nodes.findLast((entry) => entry.start <= offset);
									return [node, offset - start];
								};
								const range = document.createRange();
								range.setStart(...pointOf(at));
								range.setEnd(...pointOf(at + text.length - 1));
								const first = range.getClientRects()[0] ?? range.getBoundingClientRect();
								const all = range.getBoundingClientRect();
								return { x: all.left + all.width / 2, y: first.top + first.height / 2, left: all.left, top: first.top };
							}
						}
					}
					return undefined;
				},
				{ text, occurrence },
			),
		);
	}

	/**
	 * The style of the line under the n-th occurrence (from 1) of a text in the active editor (`dotted`, `dashed`, `wavy`), as it is drawn; `''` if
	 * there is none.
	 * @param {string} text
	 * @param {number} [occurrence]
	 * @returns {Promise<string>}
	 */
	async underlineOf(text, occurrence = 1) {
		const place = await this.placeOf(text, occurrence);
		return this.page.evaluate(({ left, y }) => {
			const styles = document.elementsFromPoint(left + 4, y).map((node) => getComputedStyle(node));
			return styles.find((style) => style.textDecorationLine.includes('underline'))?.textDecorationStyle ?? '';
		}, place);
	}

	/**
	 * Rests the mouse on a word of the active editor until a hover card shows, and gives its text; `undefined` if none shows within `limitMs`.
	 * Moves off and on again after two seconds, then four and so on, since a provider that was asked too early is not asked again. Any card that shows
	 * before is sent away first.
	 * @param {string} text
	 * @param {{ occurrence?: number, limitMs?: number }} [options]
	 */
	async hoverWord(text, { occurrence = 1, limitMs = patienceMs } = {}) {
		const end = Date.now() + limitMs;
		for (let restMs = 2_500; Date.now() < end; restMs = Math.min(2 * restMs, 20_000)) {
			await this.leaveHover();
			const place = await this.placeOf(text, occurrence);
			await this.page.mouse.move(place.x - 60, place.y + 60);
			// A single jump shows nothing: the editor waits for a mouse that moves and then rests.
			await this.page.mouse.move(place.x, place.y, { steps: 10 });
			const card = await this.#hoverTextWithin(Math.min(restMs, Math.max(500, end - Date.now())));
			if (card) {
				return card;
			}
		}
		return undefined;
	}

	/** The hover card over the editor. */
	get hover() {
		return this.page.locator(
			'.monaco-resizable-hover:visible .monaco-hover:not(.hidden), .monaco-editor .monaco-hover:not(.hidden):visible',
		);
	}

	/** The text of the card that shows now, once it has come to rest ("Loading..." is not yet it). */
	async hoverText() {
		const text = await this.#hoverTextWithin(patienceMs);
		if (!text) {
			throw new Error('No hover card with text showed');
		}
		return text;
	}

	/** @param {number} limitMs */
	async #hoverTextWithin(limitMs) {
		const end = Date.now() + limitMs;
		for (;;) {
			const texts = (await this.hover.allInnerTexts()).map((text) => text.trim());
			const text = texts.find((candidate) => candidate !== '' && candidate !== 'Loading...');
			if (text || Date.now() > end) {
				return text;
			}
			await this.page.waitForTimeout(50);
		}
	}

	/** Moves the mouse off the text, and waits until no card shows. */
	async leaveHover() {
		if (await this.hover.first().isVisible()) {
			await this.page.mouse.move(5, 5, { steps: 5 });
			await this.press('Escape');
			await this.hover.first().waitFor({ state: 'hidden' });
		}
	}

	/** Places the caret just before the n-th occurrence of a text by clicking there. @param {string} text @param {number} [occurrence] */
	async clickAt(text, occurrence = 1) {
		const place = await this.#waitForRest(() => this.placeOf(text, occurrence));
		await this.page.mouse.click(place.left + 1, place.y);
	}

	/** The name on the active editor's tab. */
	async activeTab() {
		const label = this.page.locator('.editor-group-container.active .tab.active .monaco-icon-label-container').first();
		return ((await label.textContent()) ?? '').trim();
	}

	/** What the active editor shows, as one text: wrapped lines joined, every run of white space one space. */
	async visibleText() {
		return (await this.visibleLines()).join(' ').replace(/\s+/g, ' ');
	}

	/** The lines of the active editor that can be seen, from the top, with ordinary spaces; a wrapped line is several. */
	async visibleLines() {
		const lines = await this.page.locator('.editor-group-container.active .editor-instance .view-lines .view-line').evaluateAll((nodes) =>
			nodes
				.map((node) => ({ text: node.textContent ?? '', top: node.getBoundingClientRect().top }))
				.sort((a, b) => a.top - b.top)
				.map((line) => line.text),
		);
		return lines.map((line) => line.replaceAll('\u00a0', ' '));
	}

	/** What the clipboard holds. */
	async clipboard() {
		return this.page.evaluate(() => navigator.clipboard.readText());
	}

	/** The texts of the notifications that there are, from their list in the corner: a window that is driven shows none by itself. */
	async notifications() {
		await this.runCommand('Notifications: Show Notifications');
		const list = this.page.locator('.notifications-center');
		await list.waitFor();
		const texts = await list.locator('.notification-list-item-message').allInnerTexts();
		await this.press('Escape');
		await list.waitFor({ state: 'hidden' });
		return texts;
	}

	/** A mark for `requestsSince`: everything that the page asked for until now. */
	markRequests() {
		return this.#requests.length;
	}

	/**
	 * The addresses that the page asked for since the mark, without those that a workbench needs of its own server. What a document could cause
	 * (an image, another host, another port, a path on the server that is no part of VS Code) stays.
	 * @param {number} mark
	 */
	requestsSince(mark) {
		const own = new RegExp(
			`^(https?|wss?)://${this.#server.authority.replaceAll('.', '\\.')}/(stable-[0-9a-f]+/|oss-dev/|update/check|\\?|$|_static/)`,
		);
		return this.#requests.slice(mark).filter((address) => !own.test(address) && !/^(data|blob|about):/.test(address));
	}

	/** Keeps a picture of the window (or of one element) as `NAME.png` and gives its path. @param {string} name @param {import('playwright-core').Locator} [of] */
	async screenshot(name, of) {
		fs.mkdirSync(this.#pictures, { recursive: true });
		const file = path.join(this.#pictures, `${name}.png`);
		await (of ?? this.page).screenshot({ path: file, animations: 'disabled' });
		return file;
	}

	/** Switches the colour theme by its name in the list (`Dark 2026`, `Light 2026`, `Dark High Contrast`), and waits until it shows. @param {string} name */
	async setTheme(name) {
		await this.runCommand('Preferences: Color Theme');
		await this.page.locator('.quick-input-widget input[placeholder*="Color Theme"]').waitFor();
		await this.page.keyboard.insertText(name);
		await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
		await this.press('Enter');
		await this.quickInput.waitFor({ state: 'hidden' });
		await this.page.waitForTimeout(500);
	}
}
