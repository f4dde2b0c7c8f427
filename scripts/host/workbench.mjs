// The real workbench in a real browser, used as a person uses it: keys, mouse, and what can be seen. For the tests in test/workbench/, the
// pictures and the measurements.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser, launchOptions } from '../setup/browser.mjs';
import { againMs, Hands, patienceMs, stepMs } from './hands.mjs';
import { QuickInput } from './quickInput.mjs';
import { remoteUri, startServer, withoutGallery, workbenchAddress } from './vscodeServer.mjs';

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
export class Workbench extends Hands {
	#server;
	#browser;
	#pictures;
	/** @type {string[]} */
	#requests = [];
	/** @type {string[]} */
	#console = [];
	#box = new QuickInput(this);

	/** @param {any} server @param {import('playwright-core').Browser} browser @param {import('playwright-core').Page} page @param {string} pictures */
	constructor(server, browser, page, pictures) {
		super(page);
		this.#server = server;
		this.#browser = browser;
		this.#pictures = pictures;
		page.on('request', (request) => this.#requests.push(request.url()));
		page.on('console', (message) => this.#console.push(message.text()));
		page.on('crash', () => this.#end('The page crashed'));
		void server.ended.then(() => this.#end('VS Code’s server ended'));
	}

	/** Ends everything that goes on, with this reason. @param {string} reason */
	#end(reason) {
		this.lose(reason);
		void this.#browser.close().catch(() => undefined);
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
		this.lose('The window was closed');
		await this.#browser.close().catch(() => undefined);
		await this.#server.stop();
	}

	/** Lines that the page's console printed so far: the workbench's own and those of the extension host. */
	get consoleLines() {
		return [...this.#console];
	}

	/** Opens a file of the workspace by its name, through Quick Open, and waits until it is the active one and has the focus. @param {string} name */
	async openFile(name) {
		const label = path.posix.basename(name);
		await this.#box.choose(`the file ${name}`, {
			ask: () => this.press('Mod+p'),
			isWanted: ({ value, placeholder }) => !value.startsWith('>') && /^(Go to File|Search files)/i.test(placeholder),
			text: name,
			findRow: (rows) => rows.findIndex((row) => row.label === label),
		});
		await this.waitForOpened(label);
		await this.page.locator('.editor-instance .view-lines .view-line').first().waitFor();
	}

	/**
	 * Waits until a tab that is no preview is the active one, and its editor has the focus: what opens last takes the focus, and would close a box
	 * that was opened before. The name is that on the tab, or of the file.
	 * @param {string | RegExp} name
	 */
	async waitForOpened(name) {
		await this.waitUntil(`${name} to be open, with the focus`, async () => {
			const names = await this.page.evaluate(() => {
				const group = document.querySelector('.editor-group-container.active');
				const tab = group?.querySelector('.tab.active');
				const isKept = tab && !tab.querySelector('.italic') && group?.querySelector('.monaco-editor.focused');
				return isKept
					? [tab.querySelector('.monaco-icon-label-container')?.textContent?.trim() ?? '', tab.getAttribute('data-resource-name') ?? '']
					: [];
			});
			return names.some((shown) => (typeof name === 'string' ? shown === name : name.test(shown)));
		});
	}

	/** Runs a command by its title (`Category: Title`), through the palette. Fails if no command of that title can be run. @param {string} title */
	async runCommand(title) {
		await this.#box.choose(`the command ${title}`, {
			ask: () => this.press('F1'),
			isWanted: ({ value }) => value.startsWith('>'),
			text: `>${title}`,
			findRow: (rows) => {
				const exact = rows.findIndex(({ label }) => label === title);
				return exact >= 0 ? exact : rows.findIndex(({ label }) => label.includes(title));
			},
		});
	}

	/** Asks for a box of an extension until it is there and has the focus. @param {() => Promise<void>} ask */
	async openBox(ask) {
		await this.#box.open(ask, ({ value }) => !value.startsWith('>'), againMs);
	}

	/** Closes the box that is open, whichever it is. */
	async closeBox() {
		await this.#box.close();
	}

	/** Takes away what a test may have left over the window: a box, a menu, a card. */
	async clear() {
		await this.closeBox();
		await this.#closeMenus();
		await this.leaveHover();
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
			/** @type {{ key?: string, length?: number }[]} */
			const events = [];
			let length = lengthOf();
			document.addEventListener('keydown', ({ key }) => events.push({ key }), true);
			new MutationObserver(() => {
				// While it is drawn anew it has no row at all.
				const now = lengthOf();
				if (now !== 0 && now !== length) {
					length = now;
					events.push({ length });
				}
			}).observe(list, { childList: true, subtree: true, attributes: true });
			Object.assign(globalThis, { dossierQuickPickEvents: events });
		});
	}

	/**
	 * What `watchQuickPick` noted, in order.
	 * @returns {Promise<{ key?: string, length?: number }[]>}
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
	 * Clicks on a link of the card of a word in the active editor.
	 * @param {string} text
	 * @param {string} link
	 */
	async clickInHover(text, link) {
		await this.doSteps(`a click on ${link} in the card of ${text}`, async () => {
			await this.hoverWord(text);
			await this.hover.locator('a', { hasText: link }).first().click({ timeout: stepMs });
		});
	}

	/**
	 * Chooses from a menu: rests on each label but the last, which opens the next menu, and clicks the last. A view that is drawn anew shuts its menu: then
	 * from the beginning.
	 * @param {() => Promise<void>} open Opens the menu.
	 * @param {readonly (string | RegExp)[]} labels
	 * @param {(stepMs: number) => Promise<unknown>} [look] Looks at the menu before the click; a timeout of it is one of the menu.
	 */
	async chooseInMenu(open, labels, look = async () => {}) {
		const itemOf = (/** @type {string | RegExp} */ label) => this.page.locator('.monaco-menu .action-label', { hasText: label }).first();
		const last = /** @type {string | RegExp} */ (labels.at(-1));
		await this.doSteps(`${labels.join(', ')} in the menu`, async () => {
			await this.#closeMenus();
			await open();
			for (const label of labels.slice(0, -1)) {
				await itemOf(label).hover({ timeout: stepMs });
			}
			await itemOf(last).waitFor({ timeout: stepMs });
			await look(stepMs);
			await itemOf(last).click({ timeout: stepMs });
		});
	}

	async #closeMenus() {
		const menu = this.page.locator('.monaco-menu:visible').first();
		await this.doUntil(
			'no menu',
			async () => {
				if (await menu.isVisible()) {
					await this.press('Escape');
				}
			},
			async () => !(await menu.isVisible()),
			stepMs,
		);
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
	 * Whether the n-th occurrence (from 1) of a text in the active editor stands on a ground of its own, as marked words do: one that begins where the text
	 * does, and is hardly longer.
	 * @param {string} text
	 * @param {number} [occurrence]
	 * @returns {Promise<boolean>}
	 */
	async isMarked(text, occurrence = 1) {
		const { left, x, top } = await this.placeOf(text, occurrence);
		return this.page.evaluate(
			(place) =>
				[...document.querySelectorAll('.editor-group-container.active .view-overlays .cdr')].some((ground) => {
					const box = ground.getBoundingClientRect();
					const isOfText = Math.abs(box.left - place.left) < 3 && box.right > place.x && box.width < 3 * (place.x - place.left);
					const isInLine = Math.abs(box.top - place.top) < box.height;
					return isOfText && isInLine && !/^(transparent|rgba\(.*, 0\))$/.test(getComputedStyle(ground).backgroundColor);
				}),
			{ left, x, top },
		);
	}

	/**
	 * What is drawn before the text of the lines that can be seen (`p. 312`), in no order.
	 * @returns {Promise<string[]>}
	 */
	async drawnBefore() {
		const drawn = await this.page
			.locator('.editor-group-container.active .view-line span')
			.evaluateAll((spans) => spans.map((span) => getComputedStyle(span, '::before').content));
		return drawn.filter((content) => content.startsWith('"')).map((content) => content.slice(1, -1).replaceAll('\u00a0', ' ').trim());
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

	/** How many lines of text the card that shows now has, as they are drawn. */
	async hoverLines() {
		return this.hover
			.first()
			.locator('.rendered-markdown p')
			.evaluateAll((paragraphs) =>
				paragraphs
					.map((paragraph) => paragraph.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(paragraph).lineHeight))
					.reduce((sum, lines) => sum + Math.round(lines), 0),
			);
	}

	/** Moves the mouse off the text, and waits until no card shows. */
	async leaveHover() {
		await this.doUntil(
			'no card',
			async () => {
				if (await this.hover.first().isVisible()) {
					await this.page.mouse.move(5, 5, { steps: 5 });
					await this.press('Escape');
				}
			},
			async () => !(await this.hover.first().isVisible()),
			stepMs,
		);
	}

	/** Places the caret just before the n-th occurrence of a text by clicking there, and waits until it stands there. @param {string} text @param {number} [occurrence] */
	async clickAt(text, occurrence = 1) {
		await this.doUntil(
			`the caret at “${text}”`,
			async () => {
				const place = await this.waitForRest(() => this.placeOf(text, occurrence));
				await this.page.mouse.click(place.left + 1, place.y);
			},
			async () => {
				const { left, y } = await this.placeOf(text, occurrence);
				return this.page.evaluate(
					({ left, y }) => {
						const editor = document.querySelector('.editor-group-container.active .editor-instance .monaco-editor.focused');
						const box = editor?.querySelector('.cursors-layer .cursor')?.getBoundingClientRect();
						return box !== undefined && Math.abs(box.left - left) < 4 && box.top <= y && y <= box.bottom;
					},
					{ left, y },
				);
			},
			stepMs,
		);
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
		const list = this.page.locator('.notifications-center');
		await this.doUntil(
			'the list of notifications',
			() => this.runCommand('Notifications: Show Notifications'),
			() => list.isVisible(),
		);
		const texts = await list.locator('.notification-list-item-message').allInnerTexts();
		await this.doUntil(
			'no list of notifications',
			() => this.press('Escape'),
			async () => !(await list.isVisible()),
			stepMs,
		);
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
		await this.#box.choose(`the theme ${name}`, {
			ask: () => this.runCommand('Preferences: Color Theme'),
			isWanted: ({ placeholder }) => placeholder.includes('Color Theme'),
			text: name,
			findRow: (rows) => rows.findIndex(({ label }) => label.includes(name)),
			againMs,
		});
		await this.page.waitForTimeout(500);
	}
}
