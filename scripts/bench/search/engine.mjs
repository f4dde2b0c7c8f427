// Our own code for the search bench: what is measured, and what cuts texts and words for all.
import path from 'node:path';
import * as esbuild from 'esbuild';
import { nodeOptions, root } from '../../bundle.mjs';

/** Bundles it as it ships (minified) into a file; gives the file. */
export async function bundleEngine(folder) {
	const outfile = path.join(folder, 'engine.mjs');
	await esbuild.build({
		...nodeOptions,
		stdin: {
			contents: [
				"export { SearchIndex } from './src/search/searchIndex.ts';",
				"export { PlacedTexts } from './src/files/textStore/placedTexts.ts';",
				"export { createLibrary } from './src/service/libraryService.ts';",
				"export { emptyContent } from './src/library/document.ts';",
				"export { defaultCaps } from './src/library/caps.ts';",
				"export { silentLog } from './src/base/log.ts';",
				"export { splitPassages } from './src/text/passages.ts';",
				"export { takeAllSteps } from './src/base/steps.ts';",
				"export { buildTokenTable } from './src/search/parts/tokenTable.ts';",
				"export { LiveWords } from './src/search/parts/liveWords.ts';",
				"export { isStopWord } from './src/text/stopWords.ts';",
				"export { firstHits } from './src/editor/searchView/listLengths.ts';",
				"export { bm25 } from './src/search/ranking.ts';",
			].join('\n'),
			resolveDir: root,
		},
		outfile,
		format: 'esm',
		minify: true,
		banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
	});
	return outfile;
}
