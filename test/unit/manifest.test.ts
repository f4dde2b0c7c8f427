import assert from 'node:assert/strict';
import documentSchema from '../../media/schemas/document.schema.json';
import folderSchema from '../../media/schemas/dossier.schema.json';
import manifest from '../../package.json';
import words from '../../package.nls.json';
import { citationPlaceholders, defaultCitationFormat } from '../../src/editor/citation.ts';
import { commandIds, contextKeys, coverageLanguageId, readerLanguageId, settingIds, viewIds } from '../../src/editor/ids.ts';
import { limitSettings } from '../../src/editor/limitSettings.ts';
import { readerRoot } from '../../src/editor/reader/readerUri.ts';
import { defaultFolders, defaultHoverLanguages } from '../../src/editor/settingValues.ts';
import { defaultCaps } from '../../src/library/caps.ts';
import { sideFields } from '../../src/library/sideFiles/sideFields.ts';
import { sideFileKindOf } from '../../src/library/sideFiles/sideFileNames.ts';

const { contributes } = manifest;
const properties = new Map<
	string,
	{
		readonly type?: unknown;
		readonly minimum?: number;
		readonly maximum?: number;
		readonly default: unknown;
		readonly order: number;
		readonly scope: string;
		readonly markdownDescription: string;
	}
>(Object.entries(contributes.configuration.properties));
const sorted = (values: Iterable<string>) => [...values].sort();

/** Every text of the manifest, with what leads to it. */
function textsOf(value: unknown, path: string): { readonly path: string; readonly text: string }[] {
	if (typeof value === 'string') {
		return [{ path, text: value }];
	}
	return typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`))
		: [];
}

const texts = textsOf(manifest, '');
const allWords = Object.entries<string>(words);

describe('the manifest', () => {
	it('names the commands of the code, and no others', () =>
		assert.deepEqual(sorted(contributes.commands.map(({ command }) => command)), sorted(Object.values(commandIds))));

	it('names the views of the code, and no others', () =>
		assert.deepEqual(sorted(contributes.views.dossier.map(({ id }) => id)), sorted(Object.values(viewIds))));

	it('names the settings of the code, and no others', () =>
		assert.deepEqual(sorted(properties.keys()), sorted(Object.values(settingIds).map((id) => `dossier.${id}`))));

	it('has the defaults of the code', () => {
		const defaultOf = (id: string) => properties.get(`dossier.${id}`)?.default;
		assert.deepEqual(defaultOf(settingIds.folders), defaultFolders);
		assert.deepEqual(defaultOf(settingIds.hoverLanguages), defaultHoverLanguages);
		assert.equal(defaultOf(settingIds.citationFormat), defaultCitationFormat);
	});

	it('has a setting for every cap, with its default and its bounds', () => {
		assert.deepEqual(sorted(limitSettings.map(({ cap }) => cap)), sorted(Object.keys(defaultCaps)));
		const limits = sorted(properties.keys()).filter((id) => id.startsWith('dossier.limits.'));
		assert.deepEqual(sorted(limitSettings.map(({ id }) => `dossier.${id}`)), limits);
		for (const { id, cap, unit, min, max, isWhole } of limitSettings) {
			const { type, default: usual, minimum, maximum } = properties.get(`dossier.${id}`) ?? {};
			const expected = { type: isWhole ? 'integer' : 'number', usual: defaultCaps[cap] / unit, minimum: min, maximum: max };
			assert.deepEqual({ type, usual, minimum, maximum }, expected, id);
		}
	});

	it('lets no workspace change a limit', () => {
		for (const [id, { scope }] of properties) {
			assert.equal(scope === 'machine', id.startsWith('dossier.limits.'), id);
		}
	});

	it('tells each placeholder of a citation', () => {
		for (const placeholder of citationPlaceholders) {
			assert.ok(words['setting.citation.format'].includes(`{${placeholder}}`), placeholder);
		}
	});

	it('takes all its words from package.nls.json, and uses each of them', () => {
		const used = texts.map(({ text }) => /^%(.+)%$/.exec(text)?.[1]).filter((key) => key !== undefined);
		assert.deepEqual(sorted(new Set(used)), sorted(allWords.map(([key]) => key)));
	});

	it('has no words of its own where people look', () => {
		const seen = texts.filter(
			({ path }) =>
				/\.(title|displayName|markdownDescription|description|contents|enumDescriptions\.\d+|aliases\.\d+)$/.test(path) ||
				/^\.contributes\.views\..*\.name$/.test(path),
		);
		assert.ok(seen.length > 40);
		for (const { path, text } of seen) {
			assert.match(text, /^%.+%$/, path);
		}
	});

	it('describes settings in plain sentences', () => {
		for (const [id, { order }] of properties) {
			const text = new Map(allWords).get(id.replace('dossier.', 'setting.')) ?? '';
			assert.match(text, /^Controls .*\.$/, id);
			assert.ok(order > 0, id);
		}
	});

	it('uses only commands, views and context keys that there are', () => {
		const all = JSON.stringify([contributes, words]);
		const known = new Set<string>([
			...Object.values(commandIds),
			...Object.values(viewIds),
			...Object.values(contextKeys),
			...[...properties.keys()],
			...Object.values(viewIds).map((id) => `${id}.focus`),
			...contributes.submenus.map(({ id }) => id),
			...contributes.colors.map(({ id }) => id),
		]);
		for (const [name] of all.matchAll(/(?<![\w/.-])dossier\.[a-z]+(?:\.[a-z]+)*/gi)) {
			assert.ok(known.has(name) || name === 'dossier.svg', name);
		}
	});

	it('sets every context key that it asks for, and asks for every one that is set', () => {
		const conditions = texts
			.filter(({ path }) => /\.(when|enablement)$/.test(path))
			.map(({ text }) => text)
			.join(' ');
		for (const key of Object.values(contextKeys)) {
			assert.ok(conditions.includes(key), key);
		}
	});

	it('keeps commands of items out of the palette', () => {
		const palette = new Map(contributes.menus.commandPalette.map(({ command, when }) => [command, when]));
		assert.equal(palette.get(commandIds.useAsDocumentFolder), 'false');
		for (const { command } of contributes.menus['view/item/context']) {
			assert.ok(palette.has(command) || command === commandIds.insertLink, command);
		}
	});

	it('has the keys of a line act on the line that has the focus, selected or not', () => {
		const ofLines = new Set<string>(contributes.menus['view/item/context'].map(({ command }) => command));
		for (const { command, when, args } of contributes.keybindings.map((key) => ({ args: undefined, when: '', ...key }))) {
			const [, view] = /focusedView == (\S+)/.exec(when) ?? [];
			if (view !== undefined && ofLines.has(command)) {
				assert.deepEqual(args, { $treeViewId: view, $focusedTreeItem: true }, command);
			}
		}
	});

	it('gives all commands the same category', () =>
		assert.deepEqual([...new Set(contributes.commands.map(({ category }) => category))], ['Dossier']));

	it('binds the language of the reader to its folder', () => {
		const [language, coverage] = contributes.languages;
		assert.equal(language?.id, readerLanguageId);
		assert.deepEqual(language?.filenamePatterns, [`/${readerRoot}/**`]);
		assert.equal(coverage?.id, coverageLanguageId);
		assert.deepEqual(Object.keys(contributes.configurationDefaults), [`[${readerLanguageId}]`, `[${coverageLanguageId}]`]);
	});

	it('is started by the languages of notes, and by what it contributes', () =>
		assert.deepEqual(
			manifest.activationEvents,
			[...defaultHoverLanguages, 'yaml'].map((language) => `onLanguage:${language}`),
		));

	it('gives those who have a YAML extension the fields that side files have', () => {
		assert.deepEqual(sorted(Object.keys(documentSchema.properties)), sorted(sideFields));
		const [folders, documents] = contributes.yamlValidation;
		assert.deepEqual(
			folders?.fileMatch.map((pattern) => sideFileKindOf(pattern)),
			['folder', 'folder'],
		);
		assert.deepEqual(new Set(documents?.fileMatch.map((pattern) => sideFileKindOf(pattern.replace('*', 'tide')))), new Set(['file']));
		assert.equal(folderSchema.patternProperties['.'].anyOf[0]?.$ref, documents?.url.replace('./media/schemas/', './'));
	});

	it('says what holds in Restricted Mode and in virtual workspaces', () => {
		assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited');
		assert.equal(manifest.capabilities.virtualWorkspaces.supported, 'limited');
		assert.ok(words.untrustedWorkspaces.length > 40 && words.virtualWorkspaces.length > 40);
	});

	it('lets no untrusted workspace say where texts are kept', () =>
		assert.deepEqual(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations, [`dossier.${settingIds.textLocation}`]));

	it('asks for an editor no newer than its types', () =>
		assert.equal(manifest.engines.vscode.replace('^', ''), manifest.devDependencies['@types/vscode']));

	it('has a welcome for each empty state, with one way on at least', () => {
		for (const state of ['noSources', 'noDocuments', 'allFailed']) {
			const welcome = contributes.viewsWelcome.filter(({ when }) => when.includes(`== ${state}`));
			assert.ok(welcome.length > 0, state);
			for (const { contents } of welcome) {
				assert.match(new Map(allWords).get(contents.replaceAll('%', '')) ?? '', /\]\(command:/, state);
			}
		}
	});
});
