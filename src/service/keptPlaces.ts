import type { SourceFolder } from '../library/documentSource.ts';
import type { PlacedIndex, TextPlace } from '../library/textStore.ts';
import { KeptPlace } from './keptPlace.ts';

/** The places where a library is kept: for all source folders, or beside some of them, which then own their documents. */
export class KeptPlaces {
	/** Those of single source folders before the one of all others. */
	#all: readonly KeptPlace[] = [];

	get all(): readonly KeptPlace[] {
		return this.#all;
	}

	/** The place that owns a document. */
	of(id: string): KeptPlace | undefined {
		return this.#all.find((place) => place.owns(id));
	}

	/** The place where all documents of these folders are kept, if there is one. */
	findSole(folders: readonly SourceFolder[]): KeptPlace | undefined {
		const [place, ...others] = this.#all;
		return others.length === 0 && folders.every(({ uri }) => place?.ownsFolder(uri)) ? place : undefined;
	}

	/** Takes the places of these indexes, and no others; one that was there before is the same as it was. */
	set(indexes: readonly PlacedIndex[]): void {
		const known = new Map(this.#all.map((place) => [place.files, place]));
		this.#all = indexes
			.map((index) => known.get(index.files) ?? new KeptPlace(index))
			.sort((a, b) => (b.folder?.length ?? 0) - (a.folder?.length ?? 0));
	}

	/** All but these. */
	listOthers(places: readonly TextPlace[]): readonly KeptPlace[] {
		return this.#all.filter((place) => !place.isOneOf(places));
	}

	remove(places: readonly KeptPlace[]): void {
		this.#all = this.#all.filter((place) => !places.includes(place));
	}
}
