// `npm run notices` writes THIRD_PARTY_NOTICES from what the last build put into dist/; `--check` fails if the file says anything else.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './bundle.mjs';
import { renderNotices } from './licences.mjs';

const metafiles = JSON.parse(fs.readFileSync(path.join(root, 'out', 'metafiles.json'), 'utf8'));
const file = path.join(root, 'THIRD_PARTY_NOTICES');
const wanted = renderNotices(metafiles);
if (process.argv.includes('--check')) {
	const kept = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
	if (kept !== wanted) {
		console.error('THIRD_PARTY_NOTICES is not what the bundles hold: run `npm run build && npm run notices` and commit it.');
		process.exitCode = 1;
	} else {
		console.log('THIRD_PARTY_NOTICES is what the bundles hold.');
	}
} else {
	fs.writeFileSync(file, wanted);
	console.log(`THIRD_PARTY_NOTICES names ${wanted.match(/^Licence: /gm)?.length ?? 0} packages.`);
}
