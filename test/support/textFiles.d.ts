/** A text file as its bytes, put into the bundle by esbuild's `binary` loader. */
declare module '*.txt' {
	const bytes: Uint8Array;

	export { bytes as default };
}
