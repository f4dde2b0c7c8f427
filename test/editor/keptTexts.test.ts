import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { TestAccess } from '../../src/extension.ts';
import { changeSetting, getReadyAccess, getWorkspace, waitFor } from './support.ts';

describe('what is kept of the documents', () => {
	let access: TestAccess;
	let profileFolder: string;

	before(async () => {
		access = await getReadyAccess();
		const { places } = await access.texts.getPlaces([]);
		profileFolder = vscode.Uri.parse(places[0]?.directory ?? '', true).fsPath;
	});
	after(() => changeSetting('index.location', undefined));

	const holdsTexts = (folder: string) =>
		fs.existsSync(path.join(folder, 'files.journal')) && fs.existsSync(path.join(folder, 'texts-1.pack'));

	it('lies in the profile, as long as nothing else is asked for', async () => {
		await waitFor('the texts to be written', () => holdsTexts(profileFolder));
		assert.deepEqual(fs.readFileSync(path.join(profileFolder, '.gitignore'), 'utf8'), '*\n');
	});

	it('moves beside the sources when the setting says so, and is no document there', async () => {
		const beside = path.join(getWorkspace().fsPath, 'seeds', '.dossier');
		const { size } = access.documents;
		await changeSetting('index.location', 'besideSources');
		await waitFor('the texts to be beside the sources', () => holdsTexts(beside));
		await waitFor('none to be in the profile', () => !fs.existsSync(profileFolder));
		await waitFor('all to be read', () => access.documents.status.phase === 'ready');
		assert.equal(access.documents.size, size);
		await changeSetting('index.location', 'memory');
		await waitFor('the texts to be gone', () => !fs.existsSync(beside));
	});

	it('is erased, and stays so until the setting changes', async () => {
		await changeSetting('index.location', undefined);
		await waitFor('the texts to be written', () => holdsTexts(profileFolder));
		// All of them: those of one document are written before the next is read.
		await access.host.library?.whenReady();
		const { size } = access.documents;
		const { textCount, bytes } = await access.texts.erase(access.host);
		assert.ok(textCount >= 2 && bytes > 1_000, `${textCount} texts, ${bytes} bytes`);
		await access.opener.refresh();
		await waitFor('all to be read', () => access.documents.status.phase === 'ready');
		assert.ok(!fs.existsSync(profileFolder));
		assert.equal(access.documents.size, size);
	});
});
