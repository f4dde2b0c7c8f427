// What of other people's work is in the shipped bundles, and under which licence: told by the bundles themselves (esbuild's metafiles).
import fs from 'node:fs';
import path from 'node:path';
import { root } from './bundle.mjs';

/** Data that a bundle holds without naming its package's files: the module of ours that stands for it, and the package. */
const dataPackages = [
	{ module: 'dossier:words-en', folder: 'node_modules/dictionary-en' },
	{ module: 'dossier:character-maps', folder: 'node_modules/pdfjs-dist' },
];

/** Licences of parts of a package, which lie beside those parts: Adobe's for the character maps. */
const partLicences = new Map([['node_modules/pdfjs-dist', ['cmaps/LICENSE']]]);

/** Licences whose full text may be told from the manifest where a package ships no licence file. Sentences as opensource.org has them. */
const standardTexts = {
	ISC: (holder) => `Copyright (c) ${holder}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
	MIT: (holder) => `Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
};

/** Licences that may go into an MIT product with no more than their text; anything else stops the build. */
const allowed =
	/^\(?(MIT|ISC|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|CC0-1\.0|BSD|MIT-0|BlueOak-1\.0\.0)( (AND|OR) (MIT|ISC|BSD-2-Clause|BSD-3-Clause|BSD|Apache-2\.0))*\)?$/;

/**
 * The text of THIRD_PARTY_NOTICES for these builds: every package that is in a bundle, by name, with version, licence and the licence's text.
 * Throws for a package whose licence is unknown or not among the allowed, so that none slips in.
 */
export function renderNotices(metafiles) {
	const folders = new Set();
	for (const metafile of metafiles) {
		for (const output of Object.values(metafile.outputs)) {
			for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
				const data = dataPackages.find((entry) => input.includes(entry.module));
				const folder = data?.folder ?? packageFolderOf(input);
				if (folder && bytesInOutput > 0) {
					folders.add(folder);
				}
			}
		}
	}
	const packages = [...folders].map(readPackage).sort((a, b) => (a.heading < b.heading ? -1 : 1));
	// The same package in the same version may lie in two places of node_modules.
	const unique = packages.filter((entry, index) => entry.heading !== packages[index - 1]?.heading);
	const line = '-'.repeat(100);
	return [
		'Dossier ships parts of the following packages. This file is made by `npm run notices` from what is in the bundles; do not edit it.',
		...unique.map(({ heading, text }) => `${line}\n${heading}\n\n${text}`),
		'',
	].join('\n\n');
}

function packageFolderOf(input) {
	const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
	return match?.[1];
}

function readPackage(folder) {
	const absolute = path.join(root, folder);
	const manifest = JSON.parse(fs.readFileSync(path.join(absolute, 'package.json'), 'utf8'));
	const licence = manifest.license ?? 'unknown';
	if (!allowed.test(licence)) {
		throw new Error(`${manifest.name} ${manifest.version} is under "${licence}", which is not among the licences that Dossier ships.`);
	}
	const files = fs
		.readdirSync(absolute)
		.filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
		.sort()
		.concat(partLicences.get(folder) ?? []);
	const text =
		files.length > 0
			? files.map((name) => fs.readFileSync(path.join(absolute, name), 'utf8')).join('\n\n')
			: standardText(manifest, licence);
	const heading = [`${manifest.name} ${manifest.version}`, `Licence: ${licence}`, homepageOf(manifest)].filter(Boolean).join('\n');
	return { heading, text: text.replace(/\r\n?/g, '\n').trim() };
}

function standardText(manifest, licence) {
	const author = typeof manifest.author === 'string' ? manifest.author : manifest.author?.name;
	const text = standardTexts[licence];
	if (!text || !author) {
		throw new Error(`${manifest.name} ships no licence file, and its text cannot be told from its manifest.`);
	}
	return text(author.replace(/\s*<[^>]*>/, ''));
}

function homepageOf(manifest) {
	const address = typeof manifest.repository === 'string' ? manifest.repository : manifest.repository?.url;
	return address?.replace(/^git\+/, '').replace(/\.git$/, '');
}
