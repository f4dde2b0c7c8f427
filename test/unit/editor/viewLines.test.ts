import assert from 'node:assert/strict';
import { toViewDescription, toViewMessage, type ViewState } from '../../../src/editor/libraryTree/viewLines.ts';
import type { LibraryStatus } from '../../../src/service/library.ts';
import { translate } from './translate.ts';

const coverage = { found: 2_000, read: 2_000, partial: 0, skipped: 0 };
const ready: LibraryStatus = { phase: 'ready', done: 2_000, total: 2_000, coverage };
const state = (fields: Partial<ViewState>): ViewState => ({
	status: ready,
	total: 2_000,
	shown: 2_000,
	filter: undefined,
	included: undefined,
	leftOut: { absent: [], untrustedCount: 0 },
	...fields,
});
const withSkipped = (skipped: number): LibraryStatus => ({ ...ready, coverage: { ...coverage, read: 2_000 - skipped, skipped } });

describe('toViewDescription', () => {
	const check = (name: string, fields: Partial<ViewState>, expected: string) =>
		it(name, () => assert.equal(toViewDescription(state(fields), translate, 'en'), expected));
	check('counts', {}, '2,000 documents');
	check('counts one', { total: 1, shown: 1 }, '1 document');
	check('counts what the filter shows', { shown: 12, filter: 'korea' }, '12 of 2,000');
	check('counts nothing of nothing', { total: 0, shown: 0 }, '');
});

describe('toViewMessage', () => {
	const check = (name: string, fields: Partial<ViewState>, expected: string | undefined) =>
		it(name, () => assert.equal(toViewMessage(state(fields), translate, 'en'), expected));
	check('says nothing where all is well', {}, undefined);
	check('says what was not read', { status: withSkipped(18) }, '18 of 2,000 documents could not be read.');
	check('says that one was not read', { status: withSkipped(1) }, '1 of 2,000 documents could not be read.');
	check('leaves it to the start view when nothing was read', { status: withSkipped(2_000) }, undefined);
	check('says the filter', { shown: 12, filter: 'korea' }, 'Filter “korea”: 12 of 2,000');
	check('draws no icon that a filter holds', { shown: 12, filter: '$(bug)\u202E' }, 'Filter “＄(bug)”: 12 of 2,000');
	check(
		'leaves it to the welcome when the filter shows nothing',
		{ shown: 0, filter: 'zebra', included: 12, status: withSkipped(3) },
		undefined,
	);
	check('says the scope', { included: 12 }, 'Search looks in 12 of 2,000 documents');
	check('says that the scope is everything', { included: 2_000 }, 'Search looks in all 2,000 documents');
	check('says filter and scope', { shown: 3, filter: 'x', included: 12 }, 'Filter “x”: 3 of 2,000 · Search looks in 12 of 2,000 documents');
	check('says how far reading is', { status: { ...ready, phase: 'reading', done: 12 } }, 'Reading 12 of 2,000 documents…');
	check(
		'says how far it was when it was stopped',
		{ status: { ...ready, phase: 'stopped', done: 12 } },
		'Reading was stopped at 12 of 2,000 documents. Refresh to go on.',
	);
	const without = (absent: readonly string[], untrustedCount = 0) => ({ leftOut: { absent, untrustedCount } });
	const isNotThere = 'The folder “interviews” of the setting “dossier.folders” is not there.';
	check('says which folder is not there', without(['interviews']), isNotThere);
	check(
		'says it beside what else there is to say',
		{ ...without(['interviews']), status: withSkipped(1) },
		`1 of 2,000 documents could not be read. · ${isNotThere}`,
	);
	check('leaves it to the start view where there is no document', { ...without(['interviews']), total: 0, shown: 0 }, undefined);
	check(
		'names no more than three',
		without(['a', '/b', '~/c $(bug)', 'd']),
		'4 folders of the setting “dossier.folders” are not there: “a”, “/b”, “~/c ＄(bug)”, ….',
	);
	check('says what trust would bring', without([], 1), 'A folder outside this workspace is left out until you trust it.');
	check('counts what trust would bring', without([], 2), '2 folders outside this workspace are left out until you trust it.');
});
