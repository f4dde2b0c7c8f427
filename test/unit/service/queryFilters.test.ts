import assert from 'node:assert/strict';
import { MemorySource } from '../../support/memorySource.ts';
import { makeLibrary } from '../../support/openLibrary.ts';

/** A page mark as a scanner leaves it. */
const scan = 'Harbour notes\n\n3page\n\nThe tides rise on the third page.\n\n4page\n\nThe wells are on the fourth, with no tides at all.';

describe('a query that chooses documents', () => {
	async function open() {
		const source = new MemorySource()
			.write('mem:/a/old.md', '---\ntitle: Old tides\nauthor: Ann Roe\ndate: 2008-03-01\n---\n\nThe tides of old.')
			.write('mem:/a/new.md', '---\ntitle: New tides\nauthor: Kim Lee\ndate: 2019-05-02\n---\n\nThe tides of late. And the wells.')
			.write('mem:/a/deep/plain.txt', 'Nobody dated these tides.')
			.write('mem:/a/scan.txt', scan);
		const opened = makeLibrary(source);
		await opened.open(['mem:/a']);
		return opened;
	}
	function check(query: string, expected: readonly string[], total = expected.length) {
		it(`${query} finds ${expected.join(', ') || 'nothing'}`, async () => {
			const { library } = await open();
			const answer = await library.search(query, { limit: 20, by: 'document', isTyping: false });
			assert.deepEqual(answer.hits.map((hit) => hit.documentId.slice('mem:/a/'.length)).sort(), expected);
			assert.equal(answer.total, total);
			assert.equal(answer.coverage.found, 4);
		});
	}
	check('tides author:roe', ['old.md']);
	check('tides year:2010..', ['new.md']);
	check('tides -type:md', ['deep/plain.txt', 'scan.txt']);
	check('tides path:deep', ['deep/plain.txt']);
	check('tides title:storms', []);
	check('author:lee', ['new.md']);
	check('(tides OR wells) year:2019', ['new.md']);
	check('wells page:4', ['scan.txt']);
	check('wells page:5', []);
	check('tides -page:3', ['deep/plain.txt', 'new.md', 'old.md', 'scan.txt']);
	check('page:3..4', ['scan.txt']);
});
