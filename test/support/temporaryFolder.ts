import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** An empty folder of its own for one test file, gone after it. */
export function useTemporaryFolder(): { readonly path: string; write(relativePath: string, content: string | Uint8Array): string } {
	let folder = '';
	before(() => {
		// Resolved, since macOS gives a link.
		folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-')));
		fs.chmodSync(folder, 0o755);
	});
	after(() => fs.rmSync(folder, { recursive: true, force: true }));
	return {
		get path() {
			return folder;
		},
		write: (relativePath, content) => {
			const file = path.join(folder, relativePath);
			fs.mkdirSync(path.dirname(file), { recursive: true });
			fs.writeFileSync(file, content);
			return file;
		},
	};
}
