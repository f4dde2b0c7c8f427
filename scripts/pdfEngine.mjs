// What pdf.js needs and what it must not have: gives `import { … } from 'dossier:character-maps'`, the character maps of Chinese, Japanese and
// Korean fonts out of pdfjs-dist; takes the ways to a network, a file and WebAssembly out of the copy of pdf.js that unpdf holds, and bounds it.
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
		build.onLoad({ filter: /unpdf[\\/]dist[\\/]pdfjs\.mjs$/ }, (args) => ({ contents: hardened(args.path), loader: 'js' }));
	},
};

/** What reaches out of pdf.js, and what stands there instead: a call of nothing, which fails in the place where a refused request would. */
const waysOut = [
	[/(?<![\w$.#])fetch(?=\()(?!\([^()]{0,40}\)\s*\{)/g, '(void 0)'],
	[/new XMLHttpRequest\b/g, 'new (void 0)'],
	[/(?<![\w$.`])XMLHttpRequest\b/g, '(void 0)'],
	[/(?<![\w$.`])WebAssembly\b/g, '(void 0)'],
	[/\bprocess\.getBuiltinModule\b/g, '(void 0)'],
	[/\bimport\.meta\.url\b/g, '""'],
];

/** What a single stream may unpack to: the text of a page has a few megabytes at most, a font of ten thousand characters twenty. */
const maxStreamBytes = 64 * 1024 * 1024;

/** What a hostile file could do with pdf.js as it is, and what would make it read otherwise on an older host. */
const weakSpots = [
	// The dictionaries of pages that it fetches beforehand nobody awaits: a broken one would be a rejection that nobody handles.
	[/([a-z])\.put\(([a-z]),([a-z])\.fetchAsync\(\2\)\)/g, '$1.put($2,(page=>(page.catch(()=>{}),page))($3.fetchAsync($2)))'],
	// TeX's drawn fonts have ligatures at the codes of white space: `ff`, `fi` and `fl` are no gaps.
	[/!f&&c\.isWhitespace(?=\))/g, '$&&&!(n.isType3Font&&/[\\v\\f\\r]/.test(s.unicode))'],
	// Two calls that Node 20 does not have.
	[/\b([a-z])\.transferToFixedLength\(([a-z])\)/g, '$1.slice(0,$2)'],
	[/(?<![\w$.])URL\.parse(?=\()/g, '((url,base)=>{try{return new URL(url,base)}catch{return null}})'],
	// Streams are unpacked without an end.
	[/ensureBuffer\(e\)\{let t=this\.buffer;/g, `$&if(e>${maxStreamBytes})throw Error("Too long");`],
	[/a\.push\(e\),o\+=e\.byteLength;/g, `{a.push(e);o+=e.byteLength;if(o>${maxStreamBytes})throw Error("Too long");}`],
];

let stripped;

function hardened(file) {
	if (stripped === undefined) {
		let code = fs.readFileSync(file, 'utf8');
		for (const [pattern, replacement] of [...waysOut, ...weakSpots]) {
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
