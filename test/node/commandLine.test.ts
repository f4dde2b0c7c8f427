import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/bundle.mjs';
import { builtDist } from '../support/builtDist.ts';
import { useTemporaryFolder } from '../support/temporaryFolder.ts';

const temporary = useTemporaryFolder();

interface Answer {
	readonly code: number | null;
	readonly out: string;
	readonly errors: string;
}

async function run(args: readonly string[], options: { cwd?: string; uid?: number } = {}): Promise<Answer> {
	const cli = path.join(await builtDist(), 'cli.js');
	const child = spawn(process.execPath, [cli, ...args], { cwd: root, ...options });
	const out: Buffer[] = [];
	const errors: Buffer[] = [];
	child.stdout.on('data', (data: Buffer) => out.push(data));
	child.stderr.on('data', (data: Buffer) => errors.push(data));
	const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
	return { code, out: Buffer.concat(out).toString(), errors: Buffer.concat(errors).toString() };
}

/** The JSON of an answer that must be one. */
async function ask(args: readonly string[], options?: { cwd?: string; uid?: number }) {
	const { code, out, errors } = await run([...args, '--json'], options);
	assert.equal(errors, '');
	assert.equal(code, 0);
	return JSON.parse(out);
}

const documentKeys = ['path', 'title', 'author', 'date', 'publisher', 'language', 'kind'];
const cardKeys = [
	'term',
	'kind',
	'aliases',
	'expansion',
	'own',
	'definition',
	'evidence',
	'figures',
	'disagreements',
	'related',
	'mentions',
	'documents',
];
const receiptKeys = ['text', 'path', 'title', 'page', 'date', 'speaker', 'start', 'end'];
/** What `extract` says of a file, beside its path and its problems. */
const findingKeys = {
	acronyms: ['short', 'long', 'shortStart', 'shortEnd', 'longStart', 'longEnd'],
	definitions: ['term', 'text', 'termStart', 'termEnd', 'start', 'end', 'definitionStart', 'definitionEnd', 'score'],
	names: ['text', 'kind', 'start', 'end'],
	keyTerms: ['term', 'score'],
	figures: ['value', 'unit', 'qualifier', 'term', 'start', 'end'],
	claims: ['speaker', 'verb', 'hedge', 'start', 'end'],
};
const heron =
	'The Kestrel Heron Project (KHP) guards the marsh. According to the KHP, about 312 nests were counted. The UNDP paid for it.\n';
const page = 'seeds/000_b7839f6131af2caa.txt';
const post = 'seeds/003_5330bd3181756004.txt';

interface ReceiptShape {
	readonly text: string;
	readonly path: string;
	readonly start: number;
	readonly end: number;
}

interface CardShape {
	readonly term: string;
	readonly definition: ReceiptShape | null;
	readonly evidence: readonly ReceiptShape[];
	readonly figures: readonly ReceiptShape[];
}

/** Checks keys and slices of a card against the texts that `read` gives. */
function checkCard(card: CardShape, texts: ReadonlyMap<string, string>): void {
	assert.deepEqual(Object.keys(card), cardKeys);
	for (const receipt of [...card.evidence, ...card.figures, ...(card.definition ? [card.definition] : [])]) {
		assert.deepEqual(Object.keys(receipt), receiptKeys);
		assert.equal(texts.get(receipt.path)?.slice(receipt.start, receipt.end), receipt.text, card.term);
	}
}

async function readTexts(...files: string[]): Promise<Map<string, string>> {
	const { out } = await run(['read', ...files, '--json']);
	const lines = out.trimEnd().split('\n');
	return new Map(lines.map((line) => JSON.parse(line)).map((entry: { path: string; text: string }) => [entry.path, entry.text]));
}

describe('the command line', () => {
	it('lists documents in the form that was promised', async () => {
		const listed = await ask(['list', 'seeds']);
		assert.deepEqual(
			listed.map((entry: object) => Object.keys(entry)),
			[1, 2].map(() => [...documentKeys, 'pageCount', 'wordCount', 'state', 'problems']),
		);
		assert.deepEqual(
			listed.map((entry: { path: string }) => entry.path),
			[page, post],
		);
		const { title, author, date, publisher, language, kind, pageCount, state, problems } = listed[1];
		assert.deepEqual(
			{ title, author, date, publisher, language, kind, pageCount, state, problems },
			{
				title: 'Trafficking of Korean Women in US',
				author: 'Kari Lydersen',
				date: '2008-03-01',
				publisher: 'Infoshop News',
				language: 'en',
				kind: 'txt',
				pageCount: 0,
				state: 'read',
				problems: [],
			},
		);
		assert.equal(listed[0].pageCount, 1);
		assert.equal(listed[0].author, null);
	});

	it('obeys what the writer says of documents, in lists and answers, and counts no side file', async () => {
		temporary.write('corrected/deep/tide.txt', 'Tide rises twice a day, as the harbour office says.');
		temporary.write('corrected/salt.txt', 'Salt is dug by hand.');
		temporary.write('corrected/dossier.yml', 'deep/tide.txt:\n  title: The Harbour Book\n  date: 1 March 2008\n  citationKey: tide2008\n');
		temporary.write('corrected/salt.txt.yml', 'author: Ana Ruiz\n');
		temporary.write('corrected/library.bib', '@book{salt, title={On Salt}, author={Cho, Ben}, year=1990}');
		temporary.write('corrected/refs.json', '[{"id":"other","type":"book","title":"Something else"}]');
		const folder = path.join(temporary.path, 'corrected');
		const listed = await ask(['list', folder]);
		assert.deepEqual(
			listed.map((entry: Record<string, unknown>) => [entry.path, entry.title, entry.author, entry.date]),
			[
				[`${folder}/deep/tide.txt`, 'The Harbour Book', null, '2008-03-01'],
				[`${folder}/salt.txt`, 'On Salt', 'Ana Ruiz', '1990'],
			],
		);
		assert.deepEqual(Object.keys(listed[0]), [...documentKeys, 'pageCount', 'wordCount', 'state', 'problems']);
		const answer = await ask(['search', folder, '--query', 'harbour book']);
		assert.deepEqual(answer.coverage, { found: 2, read: 2, partial: 0, skipped: 0 });
		assert.deepEqual(
			answer.hits.map((hit: { title: string; text: string }) => [hit.title, hit.text]),
			[['The Harbour Book', 'Tide rises twice a day, as the harbour office says.']],
		);
	});

	it('reads files in the form that was promised, a line each', async () => {
		const { code, out } = await run(['read', page, post, 'nothing.txt', '/dev/zero', '--json']);
		assert.equal(code, 0);
		const entries = out
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line));
		assert.deepEqual(
			entries.map(({ path: shown }) => shown),
			[page, post, 'nothing.txt', '/dev/zero'],
		);
		for (const entry of entries) {
			assert.deepEqual(Object.keys(entry), [...documentKeys, 'text', 'pages', 'headings', 'notes', 'quotes', 'problems']);
			assert.ok(!/[\r\0\u2028\u2029]/.test(entry.text));
			for (const heading of entry.headings) {
				assert.deepEqual(Object.keys(heading), ['level', 'text', 'start', 'end']);
				assert.equal(entry.text.slice(heading.start, heading.end), heading.text);
			}
		}
		assert.deepEqual(entries[0].pages, [{ label: '39', start: 0, end: entries[0].text.length }]);
		assert.deepEqual(Object.keys(entries[0].quotes[0]), ['start', 'end', 'speaker', 'role']);
		assert.equal(entries[0].quotes[0].speaker, 'Kim Yeo-ni');
		assert.deepEqual(
			entries[2].problems.map((problem: { kind: string }) => problem.kind),
			['vanished'],
		);
		assert.deepEqual(
			entries[3].problems.map((problem: { kind: string }) => problem.kind),
			['notAFile'],
		);
	});

	it('extracts what each file by itself says, a line each', async () => {
		temporary.write('heron.txt', heron);
		const file = path.join(temporary.path, 'heron.txt').replaceAll('\\', '/');
		const texts = await readTexts(file, page, post);
		const { code, out } = await run(['extract', file, page, post, 'nothing.txt', '--json']);
		assert.equal(code, 0);
		const entries = out
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line));
		assert.deepEqual(
			entries.map((entry) => entry.path),
			[file, page, post, 'nothing.txt'],
		);
		for (const entry of entries) {
			assert.deepEqual(Object.keys(entry), ['path', ...Object.keys(findingKeys), 'problems']);
			const text = texts.get(entry.path) ?? '';
			for (const [list, keys] of Object.entries(findingKeys)) {
				for (const finding of entry[list]) {
					assert.deepEqual(Object.keys(finding), keys);
				}
			}
			for (const { short, long, shortStart, shortEnd, longStart, longEnd } of entry.acronyms) {
				assert.equal(text.slice(shortStart, shortEnd), short);
				assert.equal(longStart === null, longEnd === null);
				if (longStart !== null) {
					assert.equal(text.slice(longStart, longEnd).replace(/\s+/g, ' '), long);
				}
			}
			for (const { term, text: words, termStart, termEnd, start, end, definitionStart, definitionEnd } of entry.definitions) {
				assert.equal(text.slice(start, end), words);
				assert.equal(text.slice(termStart, termEnd), term);
				assert.ok(start <= termStart && termEnd <= end);
				assert.ok(start <= definitionStart && definitionStart < definitionEnd && definitionEnd <= end);
			}
			for (const { text: words, start, end } of entry.names) {
				assert.equal(text.slice(start, end), words);
			}
			const scores = entry.keyTerms.map(({ score }: { score: number }) => score);
			assert.deepEqual(
				scores,
				[...scores].sort((a, b) => b - a),
			);
		}
		const [own] = entries;
		const at = (word: string, from = 0) => heron.indexOf(word, from);
		assert.deepEqual(own.acronyms, [
			{ short: 'KHP', long: 'Kestrel Heron Project', shortStart: at('KHP'), shortEnd: at('KHP') + 3, longStart: 4, longEnd: 25 },
			{
				short: 'KHP',
				long: 'Kestrel Heron Project',
				shortStart: at('KHP', 40),
				shortEnd: at('KHP', 40) + 3,
				longStart: null,
				longEnd: null,
			},
			{ short: 'UNDP', long: null, shortStart: at('UNDP'), shortEnd: at('UNDP') + 4, longStart: null, longEnd: null },
		]);
		// Who tells a figure is not what it is about.
		assert.deepEqual(own.figures, [
			{ value: 312, unit: 'nests', qualifier: 'about', term: null, start: at('312'), end: at('312 nests') + 9 },
		]);
		assert.equal(own.claims[0].speaker, 'KHP');
		for (const list of Object.keys(findingKeys)) {
			assert.deepEqual(entries[3][list], []);
		}
		assert.deepEqual(
			entries[3].problems.map((problem: { kind: string }) => problem.kind),
			['vanished'],
		);
	});

	it('says in words what a file says', async () => {
		temporary.write('heron.txt', heron);
		const { code, out } = await run(['extract', path.join(temporary.path, 'heron.txt')]);
		assert.equal(code, 0);
		assert.match(out, /^Acronyms:\n {2}KHP = Kestrel Heron Project ×2\n {2}UNDP$/m);
		assert.match(out, /^Figures:\n {2}about 312 nests$/m);
	});

	for (const [query, options, file, word] of [
		['brothels', [], post, 'brothels'],
		['monthly stipend', [], page, 'monthly'],
		['"counseling centers"', [], page, 'counseling centers'],
		['traffick', ['--typing'], post, 'Traffick'],
	] as const) {
		it(`finds ${query} in the right passage first`, async () => {
			const answer = await ask(['search', 'seeds', '--query', query, ...options]);
			assert.deepEqual(Object.keys(answer), ['query', 'total', 'partialTotal', 'coverage', 'hits']);
			assert.deepEqual(answer.coverage, { found: 2, read: 2, partial: 0, skipped: 0 });
			assert.ok(answer.total > 0);
			const [hit] = answer.hits;
			assert.deepEqual(Object.keys(hit), ['path', 'title', 'page', 'start', 'end', 'score', 'text', 'highlights', 'missing']);
			assert.equal(hit.path, file);
			const text = (await readTexts(file)).get(file);
			assert.equal(text?.slice(hit.start, hit.end), hit.text);
			assert.ok(text?.slice(...(hit.highlights[0] as [number, number])).startsWith(word));
			assert.deepEqual(hit.missing, []);
		});
	}

	it('counts a query that finds nothing', async () => {
		const answer = await ask(['search', 'seeds', '--query', 'zzyzx']);
		assert.deepEqual([answer.total, answer.partialTotal, answer.hits], [0, 0, []]);
		assert.deepEqual((await ask(['search', 'seeds', '--query', ''])).hits, []);
	});

	it('limits hits, and gives one a document when asked', async () => {
		assert.equal((await ask(['search', 'seeds', '--query', 'women', '--limit', '1'])).hits.length, 1);
		const byDocument = await ask(['search', 'seeds', '--query', 'women', '--by', 'document']);
		assert.deepEqual(byDocument.hits.map((hit: { path: string }) => hit.path).sort(), [page, post]);
		const both = temporary.write('both/apart.md', '# Ferry\n\nThe dredger left.\n\n# Port\n\nThe harbour closed.\n');
		temporary.write('both/together.md', 'The dredger left the harbour.\n');
		const { out } = await run(['search', path.dirname(both), '--query', 'dredger harbour', '--by', 'document']);
		assert.match(out, /^dredger harbour: 2 documents with every word \(1 in one passage\), 0 with some; searched 2 of 2 documents\n/);
	});

	it('answers a file of queries, a line each', async () => {
		const queries = temporary.write('queries.txt', 'brothels\r\n\n{"id":"q7","text":"stipend"}\n{"text":"Seoul"}\n{not json\n');
		const { out, code } = await run(['search', 'seeds', '--queries', queries, '--json']);
		assert.equal(code, 0);
		const answers = out
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line));
		assert.deepEqual(
			answers.map(({ id, query }) => [id, query]),
			[
				[1, 'brothels'],
				['q7', 'stipend'],
				[4, 'Seoul'],
				[5, '{not json'],
			],
		);
		assert.deepEqual(Object.keys(answers[0]), ['id', 'query', 'total', 'partialTotal', 'coverage', 'hits']);
		assert.equal(answers[1].hits[0].path, page);
	});

	it('tells which words it searched in the place of a misspelt one', async () => {
		const { out } = await run(['search', 'seeds', '--query', 'brothles', '--json']);
		const answer = JSON.parse(out);
		assert.ok(answer.total > 0);
		assert.deepEqual(answer.corrections, [{ typed: 'brothles', searched: ['brothels'] }]);
	});

	it('gives the terms, each receipt a slice of the clean text', async () => {
		const cards: CardShape[] = await ask(['terms', 'seeds']);
		const texts = await readTexts(page, post);
		for (const card of cards) {
			checkCard(card, texts);
		}
		const terms = cards.map((card) => card.term);
		for (const expected of ['Polaris Project', 'National Immigrant Justice Center', 'Kim Yeo-ni', 'Kari Lydersen', 'Infoshop News']) {
			assert.ok(terms.includes(expected), `${expected} in ${terms.join(', ')}`);
		}
	});

	it('explains a note in its own untouched text', async () => {
		const text =
			'---\r\ntitle: KMPs\r\n---\r\nOn **Korean** massage parlors (KMPs), `KMPs` and\r\nexit programs; see the Gender Equality\r\nMinistry.\r\n';
		const note = temporary.write('note.md', text);
		const explained = await ask(['explain', 'seeds', '--note', note]);
		const texts = await readTexts(page, post);
		for (const entry of explained) {
			assert.deepEqual(Object.keys(entry), ['start', 'end', 'text', 'term', 'card']);
			assert.equal(text.slice(entry.start, entry.end), entry.text);
			checkCard(entry.card, texts);
		}
		assert.deepEqual(
			explained.map((entry: { text: string }) => entry.text),
			['Korean** massage parlors', 'KMPs', 'exit programs', 'Gender Equality\r\nMinistry'],
		);
		assert.equal(explained[0].term, explained[1].term);
	});

	it('explains a note that lies among the documents by the others', async () => {
		temporary.write('among/a.txt', 'The Harbour Trust met. The Harbour Trust paid.');
		const note = temporary.write('among/note.txt', 'We wrote to the Harbour Trust in May about the wells of the coast.');
		const [entry] = await ask(['explain', path.join(temporary.path, 'among'), '--note', note]);
		assert.deepEqual([entry.text, entry.card.mentions, entry.card.documents], ['Harbour Trust', 2, 1]);
		assert.ok(entry.card.evidence.every(({ path: shown }: { path: string }) => shown.endsWith('a.txt')));
	});

	it('puts the writer’s own glossary first', async () => {
		temporary.write('own/a.txt', 'The stipend is paid monthly. A stipend was paid.');
		temporary.write('own/my.glossary.md', '# G\n\n## Stipend\nAlso: monthly payment\n\nWhat is paid.');
		const [first] = await ask(['terms', path.join(temporary.path, 'own')]);
		assert.deepEqual([first.term, first.kind, first.own], ['Stipend', 'own', 'What is paid.']);
		assert.equal((await ask(['list', path.join(temporary.path, 'own')])).length, 1);
	});

	it('shows paths as they were given', async () => {
		temporary.write('Given/deep/b.txt', 'words');
		temporary.write('Given/a b.txt', 'words');
		const at = async (folder: string, cwd: string) => (await ask(['list', folder], { cwd })).map((entry: { path: string }) => entry.path);
		const given = path.join(temporary.path, 'Given');
		assert.deepEqual(await at('Given', temporary.path), ['Given/a b.txt', 'Given/deep/b.txt']);
		assert.deepEqual(await at('Given/', temporary.path), ['Given/a b.txt', 'Given/deep/b.txt']);
		assert.deepEqual(await at('./Given', temporary.path), ['./Given/a b.txt', './Given/deep/b.txt']);
		assert.deepEqual(await at('../Given', given), ['../Given/a b.txt', '../Given/deep/b.txt']);
		assert.deepEqual(await at('.', given), ['./a b.txt', './deep/b.txt']);
		assert.deepEqual(await at(given, root), [`${given}/a b.txt`, `${given}/deep/b.txt`]);
		const twice = await ask(['list', 'Given', 'Given/deep', 'Given'], { cwd: temporary.path });
		assert.equal(twice.length, 2, 'each file once');
	});

	it('counts every file in one state, whatever it is', async () => {
		temporary.write('mixed/good.txt', 'Two tides a day.');
		temporary.write('mixed/nul.txt', new Uint8Array(5_000));
		temporary.write('mixed/empty.txt', '');
		temporary.write('mixed/broken.txt', Buffer.concat([Buffer.from('The tides rise — twice '.repeat(30)), Buffer.from([0xff])]));
		temporary.write('mixed/image.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]));
		execFileSync('mkfifo', [path.join(temporary.path, 'mixed/pipe.txt')]);
		fs.symlinkSync('/dev/zero', path.join(temporary.path, 'mixed/zero.txt'));
		fs.truncateSync(temporary.write('mixed/sparse.txt', ''), 2 ** 40);
		const listed = await ask(['list', path.join(temporary.path, 'mixed')]);
		const states = Object.fromEntries(listed.map((entry: { path: string; state: string }) => [path.basename(entry.path), entry.state]));
		assert.deepEqual(states, {
			'broken.txt': 'partial',
			'empty.txt': 'read',
			'good.txt': 'read',
			'image.png': 'skipped',
			'nul.txt': 'skipped',
			'pipe.txt': 'skipped',
			'sparse.txt': 'skipped',
			'zero.txt': 'skipped',
		});
		for (const entry of listed) {
			assert.equal(entry.state === 'read' && path.basename(entry.path) !== 'empty.txt', entry.problems.length === 0, entry.path);
			assert.ok(entry.problems.every((problem: { kind: string; detail: string }) => problem.detail !== ''));
		}
		const { coverage } = await ask(['search', path.join(temporary.path, 'mixed'), '--query', 'tides']);
		assert.deepEqual(coverage, { found: 8, read: 2, partial: 1, skipped: 5 });
	});

	it('tells of files and folders that it may not read', async () => {
		temporary.write('private/open.txt', 'Two tides a day.');
		fs.chmodSync(temporary.write('private/shut.txt', 'x'), 0);
		temporary.write('private/folder/x.txt', 'x');
		fs.chmodSync(path.join(temporary.path, 'private/folder'), 0);
		// Root may read everything: then somebody else asks.
		const asNobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
		const listed = await ask(['list', path.join(temporary.path, 'private')], asNobody);
		assert.deepEqual(
			listed.map((entry: { path: string; state: string }) => [path.basename(entry.path), entry.state]),
			[
				['folder', 'skipped'],
				['open.txt', 'read'],
				['shut.txt', 'skipped'],
			],
		);
		const { code, errors } = await run(['list', path.join(temporary.path, 'private/folder')], asNobody);
		assert.equal(code, 3);
		assert.match(errors, /does not permit/);
		fs.chmodSync(path.join(temporary.path, 'private/folder'), 0o755);
	});

	for (const [args, code] of [
		[[], 2],
		[['lisst', 'seeds'], 2],
		[['list'], 2],
		[['read', '--json'], 2],
		[['list', 'seeds', '--query', 'x'], 2],
		[['list', 'seeds', '--nothing'], 2],
		[['search', 'seeds'], 2],
		[['search', 'seeds', '--query', 'x', '--queries', 'y'], 2],
		[['search', 'seeds', '--query', 'x', '--limit', '0'], 2],
		[['search', 'seeds', '--query', 'x', '--query', 'y'], 2],
		[['search', 'seeds', '--query', 'x', '--limit', 'many'], 2],
		[['search', 'seeds', '--query', 'x', '--by', 'word'], 2],
		[['search', 'seeds', '--queries', 'nothing.txt'], 2],
		[['explain', 'seeds'], 2],
		[['explain', 'seeds', '--note', 'nothing.md'], 2],
		[['list', 'nothing'], 3],
		[['list', 'seeds', 'nothing'], 3],
		[['terms', 'package.json'], 3],
		[['search', 'seeds', '--query', '--json'], 2],
		[['search', 'seeds', '--query'], 2],
		[['search', 'seeds', '--query', '-police'], 0],
		[['search', 'seeds', '--query', '-"massage parlors" women'], 0],
		[['--help'], 0],
		[['search', '--help'], 0],
		[['--version'], 0],
	] as const) {
		it(`ends with ${code}: dossier ${args.join(' ')}`, async () => {
			const answer = await run(args);
			assert.equal(answer.code, code, answer.errors);
			assert.equal(answer.out === '', code !== 0, 'an answer goes to standard output, a complaint does not');
			assert.equal(answer.errors === '', code === 0);
		});
	}

	it('does not mind that nobody reads on', async () => {
		const cli = path.join(await builtDist(), 'cli.js');
		const script = `"${process.execPath}" "${cli}" terms seeds --json | head -c 10; exit "\${PIPESTATUS[0]}"`;
		assert.equal(execFileSync('bash', ['-c', script], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] }).toString().length, 10);
	});

	it('writes a large answer to its end', async () => {
		const file = temporary.write('large.txt', 'The tides of the harbour rise twice a day.\n\n'.repeat(100_000));
		const text = (await readTexts(file)).get(file);
		assert.ok((text?.length ?? 0) > 4_000_000);
	});

	it('prints for people too', async () => {
		assert.match((await run(['list', 'seeds'])).out, /Trafficking of Korean Women in US · Kari Lydersen/);
		const found = (await run(['search', 'seeds', '--query', 'brothels'])).out;
		assert.match(found, /‹brothels›/);
		assert.doesNotMatch(found, /without:/);
		assert.match(
			(await run(['search', 'seeds', '--query', 'brothels "no zebra" walrus'])).out,
			/‹brothels›.*\n {2}without: no zebra, walrus/,
		);
		for (const [query, said] of [
			['"…" 🦭', /: 0 passages with every word.*\nThere is no word in it to search for\n/],
			['brothels year:abc', /\nNo document can fit year:abc\n/],
		] as const) {
			assert.match((await run(['search', 'seeds', '--query', query])).out, said);
		}
	});

	for (const [what, args, said] of [
		['how many documents there are', ['list', 'told'], /\n\n3 documents: 1 not read\n$/],
		['a file whose name a terminal would obey', ['list', 'told'], /^told\/a�\[31m� {2}b\.txt\n {2}\(no title\) \(txt, 3 words\)\n/],
		['one word', ['list', 'told'], /\(txt, 1 word\)/],
		[
			'of a search how much is shown',
			['search', 'told', '--query', 'tides'],
			/^tides: 1 passage with every word, 0 with some; searched 2 of 3 documents; 1 could not be read\n/,
		],
		['that there is more', ['search', 'told', '--query', 'tides OR moon', '--limit', '1'], /\n\nThe first 1 of 2; --limit N shows more\n/],
		['an option that there is not', ['list', 'told', '--typign'], /^dossier: Unknown option '--typign'\nTry/],
		['a list that is not there', ['search', 'told', '--queries', 'names.txt'], /^dossier: names\.txt: There is no such file/],
		['a folder that is no list', ['search', 'told', '--queries', 'told'], /^dossier: told: It is a folder\n/],
	] as const) {
		it(`tells ${what}`, async () => {
			temporary.write('told/a\u001b[31m\n  b.txt', 'The tides rise.');
			temporary.write('told/b.txt', 'Moon');
			temporary.write('told/c.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]));
			const { out, errors } = await run(args, { cwd: temporary.path });
			assert.match(out + errors, said);
		});
	}
});
