// Where the measuring data lies. It is shared by several projects and never copied into this one.
import fs from 'node:fs';
import path from 'node:path';

/** Paths below the data folder; `find` gives undefined for what is not there. */
export function openData(folder) {
	return {
		find(relativePath) {
			const found = path.join(folder, relativePath);
			return fs.existsSync(found) ? found : undefined;
		},
	};
}

/** The objects of a file of JSON lines. */
export function readJsonLines(file) {
	return fs
		.readFileSync(file, 'utf8')
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line) => JSON.parse(line));
}

/** The files right in a folder, sorted, whole paths. */
export function filesIn(folder) {
	return fs
		.readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ name }) => path.join(folder, name))
		.sort();
}
