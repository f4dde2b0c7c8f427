import type { SourceFolder } from '../library/documentSource.ts';
import type { TextPlaces } from '../library/textStore.ts';

/** Where what was read is kept: with the person's profile, in each source folder, or nowhere on disk. */
export type TextLocation = 'profile' | 'besideSources' | 'memory';

/** Our folder in a source folder: hidden, so that no list of documents shows it. */
export const besideFolderName = '.dossier';

export interface TextPlacesRequest {
	readonly location: TextLocation;
	readonly folders: readonly SourceFolder[];
	/** The URI of our folder in the profile. */
	readonly profileFolder: string;
	/** Authenticates what lies where others can write; `undefined` if none can be had: then nothing is kept there. */
	readonly key: string | undefined;
	readonly owner: string;
}

/**
 * The places for a choice of where to keep texts. Beside the sources nothing is kept for documents that come with Dossier, and none for folders that
 * only the editor can reach. What the profile held is outdated once another choice is made; what lies beside sources may be of other machines too,
 * and is erased only by who changes the choice.
 */
export function toTextPlaces({ location, folders, profileFolder, key, owner }: TextPlacesRequest): TextPlaces {
	if (location === 'profile') {
		return { places: [{ directory: profileFolder, owner }], outdated: [] };
	}
	const beside = location === 'besideSources' && key !== undefined ? folders : [];
	return {
		places: beside
			.filter(({ uri, isSample }) => !isSample && uri.startsWith('file:'))
			.map(({ uri }) => ({ directory: `${uri}/${besideFolderName}`, folder: uri, key, owner })),
		outdated: [profileFolder],
	};
}
