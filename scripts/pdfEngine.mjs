// What pdf.js needs and what it must not have: gives `import { … } from 'dossier:character-maps'`, the character maps of Chinese, Japanese and
// Korean fonts out of pdfjs-dist, and takes the ways to a network, a file and WebAssembly out of the copy of pdf.js that unpdf holds.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { deflateSync } from 'fflate';

const require = createRequire(import.meta.url);

export const pdfEnginePlugin = {
	name: 'pdf-engine',
	setup(build) {
		build.onResolve({ filter: /^dossier:character-maps$/ }, (args) => ({ path: args.path, namespace: 'dossier-maps' }));
		build.onLoad({ filter: /.*/, namespace: 'dossier-maps' }, () => ({ contents: packedMaps(), loader: 'js' }));
		build.onLoad({ filter: /unpdf[\\/]dist[\\/]pdfjs\.mjs$/ }, (args) => ({ contents: withoutWaysOut(args.path), loader: 'js' }));
	},
};

/** The dictionaries of pages that pdf.js fetches beforehand: nobody awaits them, so that a broken one would be a rejection that nobody handles. */
const prefetch = [/([a-z])\.put\(([a-z]),([a-z])\.fetchAsync\(\2\)\)/g, '$1.put($2,(page=>(page.catch(()=>{}),page))($3.fetchAsync($2)))'];

/** What reaches out of pdf.js, and what stands there instead: a call of nothing, which fails in the place where a refused request would. */
const waysOut = [
	[/(?<![\w$.#])fetch(?=\()(?!\([^()]{0,40}\)\s*\{)/g, '(void 0)'],
	[/new XMLHttpRequest\b/g, 'new (void 0)'],
	[/(?<![\w$.`])XMLHttpRequest\b/g, '(void 0)'],
	[/(?<![\w$.`])WebAssembly\b/g, '(void 0)'],
	[/\bprocess\.getBuiltinModule\b/g, '(void 0)'],
	[/\bimport\.meta\.url\b/g, '""'],
];

let stripped;

function withoutWaysOut(file) {
	if (stripped === undefined) {
		let code = fs.readFileSync(file, 'utf8');
		for (const [pattern, replacement] of [...waysOut, prefetch]) {
			const kept = code;
			code = code.replace(pattern, replacement);
			if (code === kept) {
				throw new Error(`pdf.js has changed: ${pattern} stands nowhere in ${file}`);
			}
		}
		stripped = code;
	}
	return stripped;
}

let packed;

/** The maps as one module: their names and lengths, and all of them deflated together, as they have much in common. Made once a process. */
function packedMaps() {
	if (packed === undefined) {
		const folder = path.join(path.dirname(require.resolve('pdfjs-dist/package.json')), 'cmaps');
		const names = fs
			.readdirSync(folder)
			.filter((name) => name.endsWith('.bcmap'))
			.sort();
		const maps = names.map((name) => fs.readFileSync(path.join(folder, name)));
		const index = names.map((name, at) => [name.slice(0, -'.bcmap'.length), maps[at].length]);
		const deflated = Buffer.from(deflateSync(Buffer.concat(maps), { level: 9, mem: 12 })).toString('base64');
		packed = `export const characterMapLengths = ${JSON.stringify(index)};\nexport const packedCharacterMaps = ${JSON.stringify(deflated)};`;
	}
	return packed;
}
