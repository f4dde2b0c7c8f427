import assert from 'node:assert/strict';
import { type TextLocation, toTextPlaces } from '../../../src/editor/textPlaces.ts';

const folder = (uri: string, isSample = false) => ({ uri, name: 'x', excludes: [], isSample });
const folders = [folder('file:///a/sources'), folder('file:///a/seeds', true), folder('vscode-vfs://github/b/sources')];
const profileFolder = 'file:///profile/texts';

describe('toTextPlaces', () => {
	const check = (name: string, location: TextLocation, key: string | undefined, places: readonly unknown[], outdated: readonly string[]) =>
		it(name, () => assert.deepEqual(toTextPlaces({ location, folders, profileFolder, key, owner: 'me' }), { places, outdated }));
	check('keeps all in the profile', 'profile', undefined, [{ directory: profileFolder, owner: 'me' }], []);
	check(
		'keeps beside local folders of one’s own what nobody else can forge',
		'besideSources',
		'ab',
		[{ directory: 'file:///a/sources/.dossier', folder: 'file:///a/sources', key: 'ab', owner: 'me' }],
		[profileFolder],
	);
	check('keeps nothing beside the sources without a key', 'besideSources', undefined, [], [profileFolder]);
	check('keeps nothing on disk', 'memory', 'ab', [], [profileFolder]);
});
