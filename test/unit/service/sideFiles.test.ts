import assert from 'node:assert/strict';
import { MemorySource } from '../../support/memorySource.ts';
import { makeLibrary, type OpenLibrary } from '../../support/openLibrary.ts';

const tide = 'The tides of Bristol\n\nThe harbour tides rise twice a day, according to the Bristol Tide Office.';
const passageOptions = { limit: 20, by: 'passage', isTyping: false } as const;

async function refresh({ library }: OpenLibrary, ids?: readonly string[]): Promise<void> {
	await library.refresh(ids);
	await library.whenReady();
}

/** Each shown document by its path, with title, author, date, publisher and key as far as there are any. */
function describeShown({ shown }: OpenLibrary): Record<string, string> {
	return Object.fromEntries(
		[...shown.values()]
			.map(({ relativePath, title, author, date, publisher, citationKey }): [string, string] => [
				relativePath,
				[title, author, date, publisher, citationKey && `@${citationKey}`].filter(Boolean).join(' | '),
			])
			.sort(),
	);
}

describe('side files', () => {
	describe('say of documents', () => {
		const check = (name: string, files: Readonly<Record<string, string>>, expected: Readonly<Record<string, string>>) =>
			it(name, async () => {
				const source = new MemorySource();
				for (const [path, text] of Object.entries(files)) {
					source.write(`file:///home/ana/sources/${path}`, text);
				}
				const opened = makeLibrary(source);
				await opened.open(['file:///home/ana/sources']);
				assert.deepEqual(describeShown(opened), expected);
				assert.deepEqual(opened.errors, []);
				assert.equal(opened.statuses.at(-1)?.coverage.found, Object.keys(expected).length);
			});
		const own = 'The tides of Bristol';
		check('nothing where there are none', { 'a.txt': tide }, { 'a.txt': own });
		check(
			'dossier.yml, by paths',
			{ 'dossier.yml': 'deep/a.txt:\n  title: T\n  author: [Ana Ruiz, Ben Cho]\n  date: March 2008\n', 'deep/a.txt': tide, 'b.txt': tide },
			{ 'deep/a.txt': 'T | Ana Ruiz, Ben Cho | 2008-03', 'b.txt': own },
		);
		check(
			'dossier.yml in a folder, over the one above it',
			{ 'dossier.yml': 'deep/a.txt:\n  title: Far\n  author: A\n', 'deep/dossier.yml': 'a.txt:\n  title: Near\n', 'deep/a.txt': tide },
			{ 'deep/a.txt': 'Near | A' },
		);
		check(
			'a folder by its path with a slash',
			{ 'dossier.yml': 'deep/:\n  publisher: P\ndeep/a.txt:\n  publisher: Q\n', 'deep/a.txt': tide, 'deep/x/b.txt': tide, 'c.txt': tide },
			{ 'deep/a.txt': `${own} | Q`, 'deep/x/b.txt': `${own} | P`, 'c.txt': own },
		);
		check('all of its folder', { 'dossier.yml': './:\n  publisher: P\n', 'a.txt': tide }, { 'a.txt': `${own} | P` });
		check(
			'the file beside it, over dossier.yml',
			{ 'dossier.yml': 'a.txt:\n  title: T\n  author: A\n', 'a.txt.yml': 'title: U\ncitationKey: k1\n', 'a.txt': tide },
			{ 'a.txt': 'U | A | @k1' },
		);
		check('a field that is empty', { 'a.txt.yml': 'title:\nauthor: ""\n', 'a.txt': `${tide}\n\nBy Ana Ruiz` }, { 'a.txt': '' });
		check(
			'a bibliography by its file, under dossier.yml',
			{
				'library.bib': '@book{ruiz, title={T}, author={Ruiz, Ana}, year=2008, file={deep/a.txt}}',
				'dossier.yml': 'deep/a.txt:\n  date: 2009\n',
				'deep/a.txt': tide,
			},
			{ 'deep/a.txt': 'T | Ana Ruiz | 2009 | @ruiz' },
		);
		check(
			'a bibliography by an absolute path inside the folder',
			{ 'refs/my.bib': '@book{k, title={T}, file={A:/home/ana/sources/deep/a.txt:text/plain}}', 'deep/a.txt': tide, 'b.txt': tide },
			{ 'deep/a.txt': 'T | @k', 'b.txt': own },
		);
		check(
			'a bibliography by a path whose slash Mendeley left out',
			{ 'my.bib': '@book{k, title={T}, file={:home/ana/sources/a.txt:txt}}', 'a.txt': tide },
			{ 'a.txt': 'T | @k' },
		);
		check(
			'a bibliography by a name that it keeps elsewhere',
			{ 'my.bib': '@book{k, title={T}, file={C\\:\\\\Zotero\\\\storage\\\\AB\\\\a.txt}}', 'deep/a.txt': tide },
			{ 'deep/a.txt': 'T | @k' },
		);
		check(
			'a bibliography by its path, and no other file of that name',
			{ 'my.bib': '@book{k, title={T}, file={b/index.txt}}', 'a/index.txt': tide, 'b/index.txt': tide, 'c/index.txt': tide },
			{ 'a/index.txt': own, 'b/index.txt': 'T | @k', 'c/index.txt': own },
		);
		check(
			'a bibliography by a path inside the folder at which nothing stands',
			{ 'my.bib': '@book{k, title={T}, file={/home/ana/sources/gone/a.txt}}', 'a.txt': tide },
			{ 'a.txt': own },
		);
		check(
			'a bibliography by its key',
			{ 'my.bib': '@book{Ruiz2008, title={T}}', 'ruiz2008.txt': tide },
			{ 'ruiz2008.txt': 'T | @Ruiz2008' },
		);
		check(
			'a bibliography by its title',
			{ 'my.bib': "@book{k, title={The {Tide-House}: caf\\'es}}", 'The_tide-house cafés.txt': tide },
			{ 'The_tide-house cafés.txt': 'The Tide-House: cafés | @k' },
		);
		check(
			'a bibliography by the name that a manager gives',
			{ 'my.bib': '@book{k, title={The Tide}}', 'Ruiz et al. - 2008 - The Tide.txt': tide },
			{ 'Ruiz et al. - 2008 - The Tide.txt': 'The Tide | @k' },
		);
		check(
			'a title that two works share',
			{ 'my.bib': '@book{k, title={Tide}, author={A}} @book{l, title={Tide}, author={B}}', 'tide.txt': tide },
			{ 'tide.txt': own },
		);
		check(
			'a work that stands twice',
			{ 'my.bib': '@book{k, title={Tide}, author={A}} @book{l, title={Tide}, author={A}}', 'tide.txt': tide },
			{ 'tide.txt': 'Tide | A | @k' },
		);
		check(
			'CSL-JSON',
			{
				'refs.json':
					'[{"id":"k","type":"report","title":"T","author":[{"family":"Ruiz","given":"Ana"}],"issued":{"date-parts":[[2008,3]]}}]',
				't.txt': tide,
				'other.json': '[{"id":1,"type":"Feature"}]',
			},
			{ 't.txt': 'T | Ana Ruiz | 2008-03 | @k', 'other.json': '' },
		);
		check(
			'nothing through a path that leaves the folder',
			{ 'dossier.yml': '../a.txt:\n  title: T\n/a.txt:\n  title: T\n', 'a.txt': tide },
			{ 'a.txt': own },
		);
		check(
			'what stands before and behind a fault',
			{ 'dossier.yml': 'a.txt:\n  title: T\nx: [\nb.txt:\n  title: U\n', 'a.txt': tide, 'b.txt': tide },
			{ 'a.txt': 'T', 'b.txt': 'U' },
		);
		check(
			'names with accents taken apart',
			{ 'dossier.yml': 'caf\u00e9.txt:\n  title: T\n', 'cafe\u0301.txt': tide },
			{ 'cafe\u0301.txt': 'T' },
		);
		check(
			'names of methods',
			{ 'dossier.yml': '__proto__:\n  title: T\nconstructor:\n  title: T\n', constructor: tide },
			{ constructor: 'T' },
		);
		check(
			'nothing by a name that is no side file',
			{ 'compose.yml': 'title: T\n', 'api.v1.yml': 'title: U\n' },
			{ 'compose.yml': '', 'api.v1.yml': '' },
		);
	});

	const folder = 'mem:/a';
	const edit = async (
		before: string | undefined,
		after: string | undefined,
		paths: Readonly<Record<string, string>>,
		side = 'dossier.yml',
	) => {
		const source = new MemorySource();
		for (const [path, text] of Object.entries(paths)) {
			source.write(`${folder}/${path}`, text);
		}
		if (before !== undefined) {
			source.write(`${folder}/${side}`, before);
		}
		const opened = makeLibrary(source);
		await opened.open([folder]);
		const reads = source.readIds.length;
		if (after === undefined) {
			source.delete(`${folder}/${side}`);
		} else {
			source.write(`${folder}/${side}`, after);
		}
		await refresh(opened, [`${folder}/${side}`]);
		assert.deepEqual(opened.errors, []);
		return { opened, reads: source.readIds.length - reads };
	};

	it('take effect when they come, and read no document again', async () => {
		const { opened, reads } = await edit(undefined, 'a.txt:\n  title: The lighthouse\n', { 'a.txt': tide });
		assert.equal(reads, 0);
		assert.deepEqual(describeShown(opened), { 'a.txt': 'The lighthouse' });
		const { hits } = await opened.library.search('lighthouse', passageOptions);
		assert.deepEqual(
			hits.map((hit) => hit.title),
			['The lighthouse'],
		);
		const content = await opened.library.getContent(`${folder}/a.txt`);
		assert.equal(content?.text, (await makeAlone()).text, 'clean text stays');
		assert.deepEqual(opened.shown.get(`${folder}/a.txt`)?.found?.title, 'The tides of Bristol');
	});

	async function makeAlone() {
		const alone = makeLibrary(new MemorySource().write(`${folder}/a.txt`, tide));
		await alone.open([folder]);
		const content = await alone.library.getContent(`${folder}/a.txt`);
		assert.ok(content);
		return content;
	}

	it('give back what the document says when they go', async () => {
		const { opened, reads } = await edit('a.txt:\n  title: The lighthouse\n  citationKey: k\n', undefined, { 'a.txt': tide });
		assert.equal(reads, 0);
		assert.deepEqual(describeShown(opened), { 'a.txt': 'The tides of Bristol' });
		assert.deepEqual(await opened.library.getContent(`${folder}/a.txt`), await makeAlone());
		assert.equal((await opened.library.search('lighthouse', passageOptions)).hits.length, 0);
		assert.equal(opened.shown.get(`${folder}/a.txt`)?.found, undefined);
	});

	it('change the sources that cards name', async () => {
		const { opened } = await edit('a.txt:\n  author: Ana Ruiz\n', 'a.txt:\n  title: Sea\n  date: 2008\n', { 'a.txt': tide });
		const cards = await opened.library.getCards();
		const receipt = cards.find((card) => card.term === 'Bristol Tide Office')?.evidence[0];
		assert.deepEqual([receipt?.title, receipt?.date], ['Sea', '2008']);
	});

	it('become documents and side files as their content says', async () => {
		const csl = '[{"id":"k","type":"book","title":"A"}]';
		const { opened } = await edit('[1, 2]', csl, { 'a.txt': tide }, 'x.json');
		assert.deepEqual(describeShown(opened), { 'a.txt': 'A | @k' });
		const back = await edit(csl, '[1, 2]', { 'a.txt': tide }, 'x.json');
		assert.deepEqual(Object.keys(describeShown(back.opened)), ['a.txt', 'x.json']);
		assert.equal(describeShown(back.opened)['a.txt'], 'The tides of Bristol');
	});

	it('are not read again when nothing changed', async () => {
		const source = new MemorySource()
			.write(`${folder}/dossier.yml`, 'a.txt:\n  title: T\n')
			.write(`${folder}/a.txt`, tide)
			.write(`${folder}/x.json`, '{}');
		let sideReads = 0;
		source.beforeSideFile = () => {
			sideReads++;
		};
		const opened = makeLibrary(source);
		await opened.open([folder]);
		await refresh(opened);
		assert.equal(sideReads, 2);
		assert.equal(source.readIds.length, 2);
	});

	it('mean another file of the same name once the one they name is gone', async () => {
		const source = new MemorySource()
			.write(`${folder}/my.bib`, '@book{k, title={T}, file={b/index.txt}}')
			.write(`${folder}/a/index.txt`, tide)
			.write(`${folder}/b/index.txt`, tide);
		const opened = makeLibrary(source);
		await opened.open([folder]);
		assert.deepEqual(describeShown(opened), { 'a/index.txt': 'The tides of Bristol', 'b/index.txt': 'T | @k' });
		source.delete(`${folder}/b/index.txt`);
		await refresh(opened, [`${folder}/b/index.txt`]);
		assert.deepEqual(describeShown(opened), { 'a/index.txt': 'T | @k' });
		source.write(`${folder}/b/index.txt`, tide);
		await refresh(opened);
		assert.deepEqual(describeShown(opened), { 'a/index.txt': 'The tides of Bristol', 'b/index.txt': 'T | @k' });
	});

	it('stay while the drive that they stand on does not answer', async () => {
		const source = new MemorySource().write(`${folder}/dossier.yml`, 'a.txt:\n  title: T\n').write(`${folder}/a.txt`, tide);
		const opened = makeLibrary(source);
		await opened.open([folder]);
		source.beforeListing = () => {
			throw new Error('no answer');
		};
		await refresh(opened);
		assert.equal(opened.shown.get(`${folder}/a.txt`)?.title, 'T');
	});

	it('say nothing more once something else stands in their place', async () => {
		const side = `${folder}/dossier.yml`;
		const source = new MemorySource().write(side, 'a.txt:\n  title: T\n').write(`${folder}/a.txt`, tide);
		const opened = makeLibrary(source);
		await opened.open([folder]);
		source.writeProblem(side, { kind: 'notAFile', detail: 'It is a pipe' });
		await refresh(opened, [side]);
		assert.deepEqual(describeShown(opened), { 'a.txt': 'The tides of Bristol', 'dossier.yml': '' });
		source.delete(side);
		await refresh(opened, [side]);
		assert.deepEqual(describeShown(opened), { 'a.txt': 'The tides of Bristol' });
	});

	it('follow their folder when another is opened around it', async () => {
		const source = new MemorySource().write(`${folder}/in/dossier.yml`, 'a.txt:\n  title: T\n').write(`${folder}/in/a.txt`, tide);
		const opened = makeLibrary(source);
		await opened.open([`${folder}/in`]);
		await opened.open([folder]);
		assert.equal(opened.shown.get(`${folder}/in/a.txt`)?.title, 'T');
	});

	it('that cannot be understood are told of at the documents that they speak of, until they can', async () => {
		const problemsOf = ({ shown }: OpenLibrary) =>
			Object.fromEntries(
				[...shown.values()].map(({ relativePath, problems, state }) => [relativePath, [state, ...problems.map(({ kind }) => kind)].join()]),
			);
		const fields = 'a.txt:\n  date: soon\n"b.txt":\n  title: Salt: a history\nc.txt:\n  title: T\n';
		const { opened } = await edit(undefined, fields, { 'a.txt': tide, 'b.txt': tide, 'c.txt': tide, 'd.txt': tide, 'd.txt.yml': 'x: y\n' });
		const faulty = 'read,metadataIgnored';
		assert.deepEqual(problemsOf(opened), { 'a.txt': faulty, 'b.txt': faulty, 'c.txt': 'read', 'd.txt': faulty });
		const mended = await edit(fields, 'a.txt:\n  date: 2008\n', { 'a.txt': tide, 'b.txt': tide });
		assert.deepEqual(problemsOf(mended.opened), { 'a.txt': 'read', 'b.txt': 'read' });
	});

	it('hold for documents that come after them', async () => {
		const source = new MemorySource().write(`${folder}/dossier.yml`, 'new.txt:\n  title: T\n').write(`${folder}/a.txt`, tide);
		const opened = makeLibrary(source);
		await opened.open([folder]);
		source.write(`${folder}/new.txt`, tide);
		await refresh(opened, [`${folder}/new.txt`]);
		assert.equal(opened.shown.get(`${folder}/new.txt`)?.title, 'T');
	});
});
