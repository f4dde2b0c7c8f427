import { strict as assert } from 'node:assert';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import markdownIt from 'markdown-it';
import { attacks } from './attacks.ts';
import { openWindow, type SampleWindow, tidyUp } from './sampleWindow.ts';

/** What draws or leads elsewhere, were it made of a document's words: images, frames, links, and the icons that `attacks` ask for. */
const brought = ['img', 'iframe', 'a[data-href]', 'a[href]:not([href=""]):not([href="#"])', '.codicon-bug', '.codicon-sync'];

describe('hostile documents in lists', () => {
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
		const live = attacks.map((attack) => attack.replaceAll('AT', address).replaceAll('\n', ' '));
		const files: Record<string, string> = {
			'list.txt': `${live.join('\n')}\n`,
			'near.md': 'The harbour of berth12 and berth13 counts tides near berth14.\n',
		};
		for (const [index, attack] of live.entries()) {
			// A slash would be a folder of its own. Passages of mostly the same words would be one line.
			const name = `${attack.replaceAll('/', '∕')} ${index}`;
			const own = Array.from({ length: 20 }, (_, at) => `berth${index}${at}`).join(' ');
			const said = JSON.stringify(attack);
			files[`sources/$(bug) [a](command:workbench.action.quit) ${index % 2}/${name}.md`] =
				`---\ntitle: ${said}\nauthor: ${said}\npublisher: ${said}\n---\n\n# ${attack} tides\n\nThe harbour of ${attack} counts ${own} tides ${attack} there.\n`;
		}
		window = await openWindow({ files, file: 'list.txt', settings: { 'dossier.sampleCollection': 'off', 'dossier.folders': ['sources'] } });
		const { workbench } = window;
		await workbench.showView('Dossier');
		await workbench.waitUntil('the documents', async () => (await sideBarText()).includes(`${attacks.length} documents`));
		// The lists need the room.
		for (const view of ['Documents', 'Term']) {
			await workbench.click(workbench.page.locator('.part.sidebar .pane-header.expanded', { hasText: new RegExp(`^${view}`) }));
		}
	});
	after(async () => {
		await window?.close();
		trap?.closeAllConnections();
		trap?.close();
	});
	afterEach(tidyUp(() => window));

	const sideBarText = async () => (await window.workbench.page.locator('.part.sidebar').innerText()).replaceAll('\u00a0', ' ');

	const rowsOf = (view: string) =>
		window.workbench.page
			.locator('.part.sidebar .pane', { has: window.workbench.page.locator(`.pane-header[aria-label^="${view}"]`) })
			.locator('.monaco-list-row');

	/** Nothing that a document could have brought is in the side bar, a box, the status bar, a message or a tooltip. */
	async function isClean(where: string): Promise<void> {
		const places = ['.part.sidebar .pane', '.quick-input-widget', '.part.statusbar', '.monaco-hover', '.notifications-center'];
		const drawn = await window.workbench.page
			.locator(places.flatMap((place) => brought.map((part) => `${place} ${part}:visible`)).join(', '))
			.evaluateAll((nodes) => nodes.filter((node) => node.closest('.action-item') === null).map((node) => node.outerHTML.slice(0, 200)));
		assert.deepEqual(drawn, [], where);
	}

	/** Does something, after which `lines` of hostile documents show, and asserts that they brought nothing and asked nobody. */
	async function showsOnlyWords(
		what: string,
		lines: number,
		shown: () => Promise<readonly string[]>,
		doIt: () => Promise<void>,
	): Promise<void> {
		const { workbench } = window;
		const mark = workbench.markRequests();
		sprung.length = 0;
		await doIt();
		// Their markup is there to be read: else this would look at a list without them.
		await workbench.waitUntil(what, async () => (await shown()).filter((line) => /[<[(][!$a-z/:]|^=|http/i.test(line)).length >= lines);
		await isClean(what);
		await workbench.page.waitForTimeout(300);
		assert.deepEqual([workbench.requestsSince(mark), sprung], [[], []], what);
	}

	const labelsOf = (view: string) => () => rowsOf(view).locator('.label-name').allInnerTexts();
	const boxLabels = async () =>
		(await window.workbench.quickPickRows()).map(({ label, description, detail }) => label + description + detail);

	/** The first tooltips of a view. */
	async function pointAt(view: string, count: number): Promise<void> {
		const { workbench } = window;
		for (let index = 0; index < count; index++) {
			await rowsOf(view).nth(index).hover();
			await workbench.page.locator('.monaco-hover:visible').first().waitFor();
			await isClean(`tooltip ${index} of ${view}`);
		}
		await workbench.page.mouse.move(1_000, 700, { steps: 5 });
	}

	it('are only words among the results, in the palette and in the view, by document, folder and facet', async () => {
		const { workbench } = window;
		await showsOnlyWords('hits', 6, boxLabels, async () => {
			await workbench.openBox(() => workbench.runCommand('Dossier: Search Documents'));
			await workbench.press('Mod+a');
			await workbench.type('harbour tides');
		});
		await workbench.closeBox();
		await showsOnlyWords('results', 6, labelsOf('Results'), async () => {
			await workbench.openBox(() => workbench.runCommand('Dossier: Show All Results'));
			await workbench.press('Mod+a');
			await workbench.type('tides [x](command:workbench.action.quit) $(bug)');
			await workbench.press('Enter');
		});
		await pointAt('Results', 3);
		await showsOnlyWords('results by folder', 1, labelsOf('Results'), () => workbench.runCommand('Dossier: Group Results by Folder'));
		await pointAt('Results', 1);
		await workbench.runCommand('Dossier: Group Results by Document');
		await showsOnlyWords('values', 6, boxLabels, async () => {
			await workbench.openBox(() => workbench.runCommand('Dossier: Narrow Results'));
			await workbench.waitUntil('facets', async () => (await workbench.quickPickRows()).length > 3);
			await workbench.press('PageDown');
		});
		for (let page = 0; page < 4; page++) {
			await workbench.press('PageDown');
			await isClean(`page ${page} of values`);
		}
		await workbench.closeBox();
	});

	it('are only words where searches are saved, and asked as a list', async () => {
		const { workbench } = window;
		const name = '$(bug) [x](command:workbench.action.quit) ![a](http://127.0.0.1/saved)';
		await showsOnlyWords('the saved search', 1, labelsOf('Searches'), async () => {
			await workbench.openBox(() => workbench.runCommand('Dossier: Save Search'));
			await workbench.press('Mod+a');
			await workbench.type(name);
			await workbench.press('Enter');
		});
		await workbench.openFile('list.txt');
		await showsOnlyWords('the list', 6, labelsOf('Searches'), async () => {
			await workbench.openBox(() => workbench.runCommand('Dossier: Run Query List'));
			await workbench.waitUntil('sources', async () => (await workbench.quickPickRows())[0]?.label === 'This File');
			await workbench.press('Enter');
			await workbench.waitUntil('readings', async () => (await workbench.quickPickRows())[0]?.label === 'As Exact Words');
			await workbench.press('Enter');
			await workbench.waitUntil('counts', async () =>
				(await rowsOf('Searches').locator('.label-description').allInnerTexts()).includes('1 in 1 document'),
			);
		});
		await pointAt('Searches', 3);
		await workbench.runCommand('Dossier: Close Query List');
	});

	/** What an export makes of the results, out of the page that it opens. */
	async function exportAs(format: string, head: string): Promise<string> {
		const { workbench } = window;
		await workbench.openBox(() => workbench.runCommand('Dossier: Export Results'));
		const row = workbench.quickInput.locator('.monaco-list-row', { hasText: `${format}, New Document` });
		await row.waitFor();
		await workbench.click(row);
		await workbench.waitUntil('the page', async () => (await workbench.visibleText()).includes(head));
		return workbench.doUntil(
			'the whole export in the clipboard',
			() => workbench.press('Mod+a', 'Mod+c'),
			async () => {
				const text = await workbench.clipboard();
				return text.includes(head) ? text : undefined;
			},
		);
	}

	it('are only words in what is exported', async () => {
		const exported = await exportAs('Markdown with Citations', '# Results for');
		const html = markdownIt({ html: true, linkify: true }).render(exported);
		assert.ok(html.split('<blockquote>').length > attacks.length, 'not all was exported');
		assert.deepEqual(html.match(/<(?:img|svg|style|iframe|meta|table)[^]{0,80}|<a href="(?!sources\/|file:)[^]{0,80}/gi) ?? [], []);
		const cells = await exportAs('CSV', 'Document,Author');
		assert.ok(cells.includes("'=HYPERLINK"));
		assert.deepEqual(cells.match(/(?:^|[,\n])"?[=+@-][^]{0,40}/g) ?? [], []);
	});

	it('are only words among the passages near a paragraph', async () => {
		const { workbench } = window;
		await workbench.openFile('near.md');
		await workbench.clickAt('counts tides');
		await showsOnlyWords('near passages', 1, labelsOf('Near This Paragraph'), () =>
			workbench.runCommand('Dossier: Show Passages Near This Paragraph'),
		);
		await pointAt('Near This Paragraph', 2);
	});
});
