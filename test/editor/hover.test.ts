import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardCommandIds } from '../../src/editor/ids.ts';
import { changeSetting, getReadyAccess, removeFile, toWorkspaceUri, waitFor, writeFile } from './support.ts';

/** The card at a place of a document, without Markdown's escapes; `undefined` if none shows. */
async function hoverAt(
	document: vscode.TextDocument,
	offset: number,
): Promise<{ readonly text: string; readonly words: string; readonly hover: vscode.Hover } | undefined> {
	const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
		'vscode.executeHoverProvider',
		document.uri,
		document.positionAt(offset),
	);
	for (const hover of hovers) {
		const value = hover.contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
		if (value.includes('command:_dossier.')) {
			const text = value.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
			return { text, words: hover.range === undefined ? '' : document.getText(hover.range), hover };
		}
	}
	return undefined;
}

async function openNote(text: string, language = 'markdown'): Promise<vscode.TextDocument> {
	const document = await vscode.workspace.openTextDocument({ language, content: text });
	await vscode.window.showTextDocument(document);
	return document;
}

describe('hover', () => {
	let sampleNote: vscode.TextDocument;

	before(async () => {
		await getReadyAccess();
		sampleNote = await vscode.workspace.openTextDocument(toWorkspaceUri('note.md'));
		await vscode.window.showTextDocument(sampleNote);
		await waitFor('the first card', () => hoverAt(sampleNote, sampleNote.getText().indexOf('Polaris Project') + 3));
	});
	after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

	describe('explains the terms of the sample note, wherever they stand in it', () => {
		const check = (words: string, ...expected: readonly RegExp[]) =>
			it(words, async () => {
				const text = sampleNote.getText();
				let count = 0;
				for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
					if (text[at - 1] === '`') {
						continue;
					}
					count++;
					for (const offset of [at, at + Math.floor(words.length / 2), at + words.length - 1]) {
						const card = await waitFor(`a card at ${offset - at} of “${words}”`, () => hoverAt(sampleNote, offset));
						assert.ok(card.words.includes(words) || words.includes(card.words), card.words);
						for (const pattern of expected) {
							assert.match(card.text, pattern);
						}
					}
				}
				assert.ok(count > 0, 'not in the note');
			});
		const post = /Trafficking of Korean Women in US/;
		const page = /nowhere to turn, p\. 39/;
		check('Korean massage parlors', /KMP/, /common presence in most major/, post);
		check('KMPs', /Korean massage parlors/, /common presence in most major/, post);
		check('Korean massage parlor:'.slice(0, -1), /KMP/, post);
		check('Polaris Project', /organisation/, /focused extensively/, post);
		check('National Immigrant Justice Center', /ranks third/, post);
		check('Ministry of Gender Equality and Family', page);
		check('Gender Equality Ministry', /Ministry of Gender Equality and Family/, page);
		check('Kim Yeo-ni', /sex worker, activist/, page);
		check('Kari Lydersen', /new article by/, post);
		check('Infoshop News', /new article by/, post);
		check('exit programs', /effectiveness of the exit programs/, page);
		check('red light districts', /open to anyone/, /Kim Yeo-ni/, page);
	});

	it('attributes every quotation, and gives each line a link of its own', async () => {
		const card = await waitFor('the card', () => hoverAt(sampleNote, sampleNote.getText().indexOf('KMPs')));
		const lines = card.text.split('\n\n').filter((line) => line.startsWith('“'));
		assert.ok(lines.length >= 1);
		for (const line of lines) {
			assert.match(line, /— .*\[.+\]\(command:_dossier\.openReceipt\?%5B\d+%5D/);
		}
	});

	it('lets cards call our own commands only', async () => {
		const card = await waitFor('the card', () => hoverAt(sampleNote, sampleNote.getText().indexOf('KMPs')));
		const [content] = card.hover.contents;
		assert.ok(content instanceof vscode.MarkdownString);
		assert.ok(!content.supportHtml && !content.supportThemeIcons);
		for (const [link] of content.value.matchAll(/\]\([^)]*\)/g)) {
			assert.match(link, /^\]\(command:_dossier\.[a-zA-Z]+\?%5B\d+%5D "[^"]*"\)$/);
			assert.ok(cardCommandIds.some((id) => link.startsWith(`](command:${id}?`)));
		}
	});

	it('opens the very words that a line quotes', async () => {
		// A phrase that stands in the sources once is asked from the library, which may be too busy for a hover: then one hovers again.
		const place = sampleNote.getText().indexOf('red light districts');
		const card = await waitFor('the card of a phrase', () => hoverAt(sampleNote, place));
		const handle = Number(/openReceipt\?%5B(\d+)%5D/.exec(card.text)?.[1]);
		assert.ok(handle > 0, card.text);
		await vscode.commands.executeCommand('_dossier.openReceipt', handle);
		await waitFor('the words in the reader', () => {
			const editor = vscode.window.activeTextEditor;
			const offset = editor?.document.offsetAt(editor.selection.active) ?? -1;
			const text = editor?.document.languageId === 'dossier-document' ? editor.document.getText().slice(offset, offset + 40) : '';
			return /^“?The red light districts/.test(text);
		});
	});

	it('copies a quotation with its source', async () => {
		await vscode.window.showTextDocument(sampleNote);
		const card = await waitFor('the card', () => hoverAt(sampleNote, sampleNote.getText().indexOf('KMPs')));
		const handle = Number(/copyReceipt\?%5B(\d+)%5D/.exec(card.text)?.[1]);
		await vscode.commands.executeCommand('_dossier.copyReceipt', handle);
		assert.equal(
			await vscode.env.clipboard.readText(),
			'> Korean massage parlors are a common presence in most major U.S. cities – so much that those in the know refer to them with the acronym of KMPs.\n' +
				'> — Kari Lydersen, *Trafficking of Korean Women in US*, Infoshop News (March 1, 2008), [003\\_5330bd3181756004.txt](seeds/003_5330bd3181756004.txt)',
		);
	});

	describe('says nothing', () => {
		const check = (name: string, text: string, words: string, language?: string) =>
			it(name, async () => {
				const document = await openNote(text, language);
				const at = text.indexOf(words);
				assert.ok(at >= 0);
				for (const offset of [at, at + Math.floor(words.length / 2)]) {
					const card = await hoverAt(document, offset);
					assert.equal(card, undefined, card?.text);
				}
			});
		check('on ordinary words', 'The weather was fine on Wednesday afternoon.', 'weather');
		check('on words that stand in the sources', 'They work together in another country.', 'together');
		check('in inline code', 'Look for `Polaris Project` here.', 'Polaris Project');
		check('in a code block', 'Look:\n\n```\nPolaris Project\n```\n', 'Polaris Project');
		check('in the words of a link', 'See [Polaris Project](https://example.org).', 'Polaris Project');
		check('in an address', 'See https://example.org/KMPs/list here.', 'KMPs');
		check('in front matter', '---\ntitle: Polaris Project\n---\n\nText.\n', 'Polaris Project');
		check('on an acronym in small letters', 'They wrote kmps there.', 'kmps');
		check('on a part of a word', 'A Polarisation Projector.', 'Polarisation Projector');
		check('between paragraphs', 'Polaris\n\nProject', 'Polaris');
		check('in languages that are no notes', 'Polaris Project', 'Polaris Project', 'json');
	});

	it('puts the writer’s own words first, as soon as they are written', async () => {
		const document = await openNote('About the Polaris Project.');
		await writeFile('glossary.md', '# Words\n\n## Polaris Project\n\nA charity; write to them in May. ![x](https://evil.example/x.png)\n');
		const card = await waitFor('the own words', async () => {
			const found = await hoverAt(document, 12);
			return found !== undefined && found.text.includes('write to them in May') ? found : undefined;
		});
		assert.match(card.text.split('\n\n')[1] ?? '', /A charity; write to them in May.*your glossary/);
		await removeFile('glossary.md');
		await waitFor('them to go', async () => !((await hoverAt(document, 12))?.text.includes('May') ?? true));
	});
	it('leads from a term of a Contextive glossary to its entry, in each context', async () => {
		const terms = ['  - name: Sales', '    terms:', '      - name: Zephyr ledger', '        definition: A list of debts.'];
		const uri = await writeFile('words.glossary.yml', ['contexts:', ...terms, ...terms, ''].join('\n'));
		const note = await openNote('We keep a Zephyr ledger here.');
		const at = note.positionAt(note.getText().indexOf('ledger'));
		await waitFor('the card', () => hoverAt(note, note.offsetAt(at)));
		const links = await waitFor('the entries', async () => {
			const found = await vscode.commands.executeCommand<vscode.LocationLink[]>('vscode.executeDefinitionProvider', note.uri, at);
			return found.length > 0 ? found : undefined;
		});
		const glossary = await vscode.workspace.openTextDocument(uri);
		assert.deepEqual(
			links.map(({ targetUri, targetSelectionRange }) => [
				targetUri.toString(),
				targetSelectionRange?.start.line,
				targetSelectionRange && glossary.getText(targetSelectionRange),
			]),
			[3, 7].map((line) => [uri.toString(), line, 'Zephyr ledger']),
		);
		await removeFile('words.glossary.yml');
	});

	it('learns a new document’s terms by itself', async () => {
		const document = await openNote('The Neap Tide Bureau keeps the books.');
		assert.equal(await hoverAt(document, 8), undefined);
		await writeFile(
			'seeds/bureau.txt',
			'The Neap Tide Bureau (NTB) is the office that counts tides.\n\nThe Neap Tide Bureau says so. The NTB counts twice.\n',
		);
		const card = await waitFor('the card', () => hoverAt(document, 8));
		assert.match(card.text, /is the office that counts tides/);
		await removeFile('seeds/bureau.txt');
		await waitFor('it to go', async () => (await hoverAt(document, 8)) === undefined);
	});

	it('explains key terms in the reader too', async () => {
		const access = await getReadyAccess();
		const { id } = [...access.documents.all()].find(({ title }) => title === 'nowhere to turn') ?? { id: '' };
		const editor = await access.reader.show(id, { start: 0, end: 0 });
		assert.ok(editor);
		const { document } = editor;
		const card = await waitFor('the card', () => hoverAt(document, document.getText().indexOf('Kim Yeo-ni') + 2));
		assert.equal(card.words, 'Kim Yeo-ni');
		assert.match(card.text, /sex worker, activist/);
	});

	it('is switched off and on by its setting', async () => {
		const document = await openNote('About the Polaris Project.');
		await changeSetting('hover.enabled', false);
		await waitFor('silence', async () => (await hoverAt(document, 12)) === undefined);
		await changeSetting('hover.enabled', undefined);
		await waitFor('the card', () => hoverAt(document, 12));
	});

	it('works in the languages that its setting names, and in no others', async () => {
		const document = await openNote('About the Polaris Project.');
		const data = await openNote('About the Polaris Project.', 'log');
		assert.equal(await hoverAt(data, 12), undefined);
		await changeSetting('hover.languages', ['log']);
		await waitFor('the card', () => hoverAt(data, 12));
		await waitFor('silence', async () => (await hoverAt(document, 12)) === undefined);
		await changeSetting('hover.languages', undefined);
		await waitFor('the card of before', () => hoverAt(document, 12));
		assert.equal(await hoverAt(data, 12), undefined);
	});

	it('works in the other languages of notes', async () => {
		for (const language of ['plaintext', 'latex', 'restructuredtext']) {
			const known = await vscode.languages.getLanguages();
			if (known.includes(language)) {
				const note = await openNote('About the Polaris Project.', language);
				await waitFor(`a card in ${language}`, () => hoverAt(note, 12));
			}
		}
	});
});
