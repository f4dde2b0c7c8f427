import assert from 'node:assert/strict';
import type { ProblemKind } from '../../../src/base/problem.ts';
import { stateOf } from '../../../src/base/problem.ts';
import { type CoveragePage, makeCoveragePage } from '../../../src/editor/coverage/coveragePage.ts';
import type { DocumentSummary } from '../../../src/library/document.ts';
import type { LibraryStatus } from '../../../src/service/library.ts';
import { makeSummary, sourcesFolder } from '../../support/summaries.ts';
import { translate } from './translate.ts';

function pageOf(summaries: readonly DocumentSummary[], found = summaries.length, phase: LibraryStatus['phase'] = 'ready'): CoveragePage {
	const status = { phase, done: 0, total: found, coverage: { found, read: 0, partial: 0, skipped: 0 } };
	return makeCoveragePage({ summaries, folders: [sourcesFolder], status }, translate, 'en');
}

function bad(path: string, ...problems: readonly [ProblemKind, string][]): DocumentSummary {
	const all = problems.map(([kind, detail]) => ({ kind, detail }));
	return makeSummary(path, { problems: all, state: stateOf(all) });
}

describe('makeCoveragePage', () => {
	const documents = [
		makeSummary('good.txt'),
		bad('locked.pdf', ['encrypted', 'Give its password']),
		bad('b.doc', ['unsupported', 'Save it as docx']),
		bad('a.doc', ['unsupported', 'Save it as docx']),
		bad('scan.pdf', ['encodingGuessed', 'Guessed'], ['partMissing', '3 pages have no text'], ['invalidBytes', '2 bytes']),
	];
	it('counts, and names each file with its reason, the most frequent reason first', () =>
		assert.equal(
			pageOf(documents).text,
			[
				'Coverage',
				'',
				'Found: 5',
				'Read: 1',
				'Partly read: 1',
				'Not read: 3',
				'',
				'Not Read (3)',
				'',
				'  Formats that are not read (2)',
				'    Save it as docx',
				'      sources/a.doc',
				'      sources/b.doc',
				'',
				'  Locked by a password (1)',
				'    Give its password',
				'      sources/locked.pdf',
				'',
				'Partly Read (1)',
				'',
				'  A part gave no text (1)',
				'    3 pages have no text; 2 bytes',
				'      sources/scan.pdf',
				'',
			].join('\n'),
		));
	it('links the name of each file, and says whether there is text of it', () => {
		const { text, links } = pageOf(documents);
		assert.deepEqual(
			links.map(({ start, end, documentId, isRead }) => [text.slice(start, end), documentId, isRead]),
			['a.doc', 'b.doc', 'locked.pdf', 'scan.pdf'].map((name) => [`sources/${name}`, `${sourcesFolder.uri}/${name}`, name === 'scan.pdf']),
		);
	});
	it('adds up: found is read, partly read, not read, and what waits', () => {
		const { text } = pageOf(documents, 12, 'reading');
		const number = (name: string) => Number(new RegExp(`^${name}: (\\d+)$`, 'm').exec(text)?.[1]);
		assert.equal(number('Found'), number('Read') + number('Partly read') + number('Not read') + number('Still to be read'));
		assert.match(pageOf(documents, 12, 'stopped').text, /Not looked at, since reading was stopped: 7/);
	});
	it('says that all was read', () => assert.match(pageOf([makeSummary('a.txt')]).text, /Every document was read whole\.\n$/));
	it('says that there is nothing', () => assert.match(pageOf([]).text, /No documents were found\.\n$/));
	it('keeps to one line a file whatever it is called', () => {
		const { text, links } = pageOf([bad('x\n\u202Eexe.txt\u2028y', ['damaged', 'Broken\nhere'])]);
		assert.match(text, /^ {4}Broken here\n {6}sources\/x exe\.txty$/m);
		assert.equal(text.slice(links[0]?.start, links[0]?.end), 'sources/x exe.txty');
	});
	it('names a folder that could not be listed', () =>
		assert.match(
			pageOf([{ ...bad('', ['unreachable', 'The drive does not answer']), id: sourcesFolder.uri }]).text,
			/^ {4}The drive does not answer\n {6}sources$/m,
		));
	it('ends a list that nobody reads to its end, and says how much longer it is', () => {
		const { text, links } = pageOf(Array.from({ length: 5_003 }, (_, index) => bad(`${index}.doc`, ['unsupported', 'x'])));
		assert.match(text, /… and 3 more/);
		assert.equal(links.length, 5_000);
	});
});
