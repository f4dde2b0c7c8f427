/** How Chinese, Japanese and Korean fonts number their characters: pdf.js's maps, packed by `scripts/pdfEngine.mjs` when bundling; opened by `pdfEngine.ts`. */
declare module 'dossier:character-maps' {
	/** Name and length of each map, in the order in which they stand behind one another. */
	export const characterMapLengths: readonly (readonly [name: string, length: number])[];
	/** All maps one behind the other, deflated, as Base64. */
	export const packedCharacterMaps: string;
}
