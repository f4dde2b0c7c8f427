import { strict as assert } from 'node:assert';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { cardCommandIds } from '../../src/editor/ids.ts';
import { attacks } from './attacks.ts';
import { openWindow, type SampleWindow, tidyUp } from './sampleWindow.ts';

describe('hostile documents', () => {
	let window: SampleWindow;
	let trap: http.Server;
	const sprung: string[] = [];

	before(async () => {
		trap = http
			.createServer((request, response) => {
				sprung.push(request.url ?? '');
				response.end();
			})
			.listen(0, '127.0.0.1');
		await new Promise((resolve) => trap.once('listening', resolve));
		const address = `127.0.0.1:${(trap.address() as AddressInfo).port}`;
		const files: Record<string, string> = {};
		const names: string[] = [];
		for (const [index, attack] of attacks.entries()) {
			const letter = String.fromCharCode(65 + index);
			const live = attack.replaceAll('AT', address);
			const oneLine = live.replaceAll('\n', ' ');
			const name = `Tidal ${letter}orrowing Bureau`;
			names.push(name);
			const body = `The ${name} (T${letter}B) ${oneLine} is the office that ${oneLine} counts tides. The ${name} says ${oneLine} so.`;
			files[`sources/${letter}.txt`] = `${oneLine} ${name}\n\n${body}\n\n${live}\n`;
			files[`sources/${letter}.md`] =
				`---\ntitle: ${JSON.stringify(`${oneLine} ${name}`)}\nauthor: ${JSON.stringify(oneLine)}\n---\n\n# ${oneLine} ${name}\n\n${body}\n\n${live}\n`;
			files[`sources/${letter}.html`] = `<title>${oneLine} ${name}</title><article><h1>${name}</h1><p>${body}</p>${live}</article>`;
		}
		files['sources/glossary.md'] = `# Own words\n\n## Spring tide\n\nThe highest tide. ${attacks.join(' ').replaceAll('AT', address)}\n`;
		files['documents/a [see why](command:workbench.action.closeSidebar).pdf'] = '%PDF-1.4\n';
		files['note.md'] = `# Note\n\n${names.join('\n')}\n\nSpring tide\n`;
		window = await openWindow({ files, file: 'note.md', settings: { 'editor.minimap.enabled': false } });
		assert.ok(await window.workbench.hoverWord('Spring tide'), 'no card ever showed');
	});
	after(async () => {
		await window?.close();
		trap?.closeAllConnections();
		trap?.close();
	});
	afterEach(tidyUp(() => window));

	/** Does something, waits a little, and asserts that nothing was asked of anybody but VS Code's own server. */
	async function asksNothing(doIt: () => Promise<void>): Promise<void> {
		const { workbench } = window;
		const mark = workbench.markRequests();
		sprung.length = 0;
		await doIt();
		await workbench.page.waitForTimeout(500);
		assert.deepEqual(workbench.requestsSince(mark), []);
		assert.deepEqual(sprung, []);
	}

	it('are hovered over without a request, an image, a foreign link or a command of theirs', async () => {
		const { workbench } = window;
		let cards = 0;
		await asksNothing(async () => {
			for (const index of attacks.keys()) {
				const card = await workbench.hoverWord(`Tidal ${String.fromCharCode(65 + index)}orrowing Bureau`, { limitMs: 20_000 });
				cards += card ? 1 : 0;
				assert.deepEqual(await foreignParts(), [], `card of attack ${index}: ${attacks[index]}`);
			}
		});
		// Else this shows nothing: most of the bureaus must have had a card to look at.
		assert.ok(cards >= attacks.length / 2, `only ${cards} of ${attacks.length} showed a card`);
	});

	it('in the writer’s own glossary bring no request or image either', async () => {
		await asksNothing(async () => {
			assert.match((await window.workbench.hoverWord('Spring tide')) ?? '', /The highest tide/);
			assert.deepEqual(await foreignParts(), []);
		});
	});

	it('are listed, pointed at and opened without a request', async () => {
		const { workbench } = window;
		await asksNothing(async () => {
			await workbench.showView('Dossier');
			const isClosed = async () => (await workbench.treeRows()).some((row) => row.label === 'sources' && row.expanded === false);
			await workbench.treeRow('sources').waitFor();
			if (await isClosed()) {
				await workbench.click(workbench.treeRow('sources'));
			}
			await workbench.waitUntil('rows', async () => (await workbench.treeRows()).length > 5);
			const rows = workbench.page.locator('.part.sidebar .pane-body .monaco-list-row');
			for (let index = 0; index < Math.min(12, await rows.count()); index++) {
				await rows.nth(index).hover();
				await workbench.page.waitForTimeout(700);
				const images = await workbench.page.locator('.monaco-hover:visible img').count();
				assert.equal(images, 0, 'a tooltip drew an image');
			}
			await workbench.click(workbench.treeRow('Tidal'));
			await workbench.page.waitForTimeout(1_500);
		});
		assert.equal(
			await workbench.page.locator('.part.sidebar .codicon-bug, .part.sidebar .codicon-modifier-spin').count(),
			0,
			'an icon came from a document',
		);
	});

	it('of which one cannot be read bring no link into the message that says so', async () => {
		const { workbench } = window;
		await workbench.showView('Dossier');
		const message = workbench.page.locator('.notification-list-item-message:visible').first();
		await workbench.doUntil(
			'the message',
			async () => {
				await workbench.click(workbench.treeRow('a [see why]'));
				await workbench.runCommand('Notifications: Show Notifications');
			},
			() => message.isVisible(),
		);
		assert.match(await message.innerText(), /^a \[see why.\(command:workbench\.action\.closeSidebar\)\.pdf: Its structure is broken/);
		assert.equal(await message.locator('a').count(), 0);
		await workbench.click(message);
		assert.ok((await workbench.treeRows()).length > 0, 'the side bar was closed');
		await workbench.runCommand('Notifications: Clear All Notifications');
	});

	it('are searched without a request or an icon', async () => {
		const { workbench } = window;
		await asksNothing(async () => {
			await workbench.openBox(() => workbench.runCommand('Dossier: Search Documents'));
			await workbench.press('Mod+a');
			await workbench.type('bureau tides');
			await workbench.waitUntil('hits', async () => (await workbench.quickPickRows()).length > 3);
			for (let index = 0; index < 6; index++) {
				await workbench.press('ArrowDown');
				await workbench.page.waitForTimeout(300);
			}
			assert.equal(await workbench.page.locator('.quick-input-list .codicon-bug, .quick-input-list .codicon-modifier-spin').count(), 0);
			await workbench.press('Escape');
		});
	});

	it('are explained in the side view, listed as terms and completed without a request, an image or an icon', async () => {
		const { workbench } = window;
		const drawn = '.part.sidebar .codicon-bug, .part.sidebar .codicon-modifier-spin, .part.sidebar .pane-body img';
		// The list of before has to be gone: closing it brings back where one was.
		await workbench.page.waitForTimeout(1_500);
		await workbench.leaveHover();
		await workbench.openFile('note.md');
		await asksNothing(async () => {
			await workbench.showView('Dossier');
			for (const words of ['Spring tide', 'Tidal Vorrowing Bureau', 'Tidal Aorrowing Bureau']) {
				// A tooltip of the tree lies over the note until the mouse is elsewhere.
				await workbench.page.mouse.move(1_000, 700, { steps: 5 });
				await workbench.page.waitForTimeout(800);
				await workbench.clickAt(words);
				await workbench.runCommand('Dossier: Explain Term in the Side Bar');
				await workbench.treeRow(words).waitFor();
				const rows = workbench.page.locator('.part.sidebar .pane-body .monaco-list-row');
				const count = await rows.count();
				for (let index = Math.max(0, count - 6); index < count; index++) {
					await rows.nth(index).hover();
					await workbench.page.waitForTimeout(600);
					assert.equal(
						await workbench.page.locator('.monaco-hover:visible img, .monaco-hover:visible a').count(),
						0,
						`a tooltip of ${words}`,
					);
				}
				assert.equal(await workbench.page.locator(drawn).count(), 0, words);
			}
		});
		await asksNothing(async () => {
			await workbench.click(workbench.page.locator('.pane-header', { hasText: 'Key Terms' }).first());
			await workbench.waitUntil('the terms', async () =>
				(await workbench.treeRows()).some((row) => /^Tidal .orrowing Bureau/.test(row.label)),
			);
			assert.equal(await workbench.page.locator(drawn).count(), 0);
		});
		await asksNothing(async () => {
			await workbench.clickAt('Tidal Aorrowing');
			await workbench.press('ArrowRight', 'ArrowRight', 'ArrowRight');
			await workbench.doUntil(
				'suggestions',
				() => workbench.press('Escape', 'Control+Space'),
				() => workbench.page.locator('.suggest-widget .monaco-list-row').first().isVisible(),
			);
			await workbench.press('Control+Space');
			await workbench.page.waitForTimeout(800);
			assert.equal(await workbench.page.locator('.suggest-widget img, .suggest-details a, .suggest-widget .codicon-bug').count(), 0);
			await workbench.press('Escape', 'Escape');
		});
		await asksNothing(async () => {
			await workbench.clickAt('Tidal Aorrowing');
			await workbench.press('Shift+F12');
			await workbench.page.locator('.reference-zone-widget .monaco-list-row').first().waitFor();
			await workbench.page.waitForTimeout(800);
			assert.equal(await workbench.page.locator('.reference-zone-widget img').count(), 0);
			await workbench.press('Escape');
		});
	});

	/** Everything in the visible card that a document could have brought: images, tags, links elsewhere than to our own commands. */
	async function foreignParts(): Promise<string[]> {
		return window.workbench.hover.evaluateAll(
			(cards, ids) =>
				cards.flatMap((card) => [
					...[...card.querySelectorAll('img, svg, iframe, style, table, object, embed, video, audio')].map((node) =>
						node.outerHTML.slice(0, 200),
					),
					...[...card.querySelectorAll('a')]
						.map((link) => link.getAttribute('data-href') ?? link.getAttribute('href') ?? '')
						.filter((target) => target !== '' && !ids.some((id) => new RegExp(`^command:${id}\\?%5B\\d+%5D$`).test(target))),
				]),
			[...cardCommandIds],
		);
	}
});
