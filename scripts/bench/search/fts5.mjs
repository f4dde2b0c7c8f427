// SQLite's FTS5 through `node:sqlite` (Node 22 and newer): one table of passages in a file, Porter's stems. What is compared are the best ten, by
// number; with `does: 'mark'` it tells what the palette shows: as many passages, marked, and how many there are.
import fs from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { measureTime, readOptions, report, timeQueries } from './child.mjs';
import { readPassages } from './passages.mjs';

const options = readOptions();
const select = 'SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT 10';

if (options.does === 'mark') {
	const database = new DatabaseSync(options.indexFile, { readOnly: true });
	const marked = database.prepare("SELECT highlight(passages, 0, '<', '>') FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?");
	const counted = database.prepare('SELECT count(*) FROM passages WHERE passages MATCH ?');
	const { firstHits } = await import(options.engine);
	const ask = (name, words) => [marked.all(toMatch(name, words), firstHits), counted.get(toMatch(name, words))];
	report({ times: await timeQueries(options.queries, ask) });
	database.close();
} else {
	const engine = await import(options.engine);
	const database = new DatabaseSync(options.indexFile);
	database.exec("CREATE VIRTUAL TABLE passages USING fts5(text, tokenize = 'porter unicode61')");
	const insert = database.prepare('INSERT INTO passages (text) VALUES (?)');
	let ms = 0;
	let cpuMs = 0;
	const add = (taken) => {
		ms += taken.ms;
		cpuMs += taken.cpuMs;
	};
	database.exec('BEGIN');
	for await (const { text, passages } of readPassages(options, engine)) {
		const entries = passages.map(({ start, end }) => text.slice(start, end));
		add(
			await measureTime(() => {
				for (const entry of entries) {
					insert.run(entry);
				}
			}),
		);
	}
	add(await measureTime(() => database.exec('COMMIT')));
	const statement = database.prepare(select);
	const times = await timeQueries(options.queries, (name, words) => statement.all(toMatch(name, words)));
	database.close();
	report({ ms, cpuMs, times, indexBytes: fs.statSync(options.indexFile).size });
}

function toMatch(name, words) {
	switch (name) {
		case 'phrase':
			return `"${words.join(' ')}"`;
		case 'prefix':
			return `${words[0]} *`;
		default:
			return words.map((word) => `"${word}"`).join(` ${name} `);
	}
}
