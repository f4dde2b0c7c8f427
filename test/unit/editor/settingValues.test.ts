import assert from 'node:assert/strict';
import { defaultHoverLanguages, readSettings, readStrings } from '../../../src/editor/settingValues.ts';
import { defaultCaps } from '../../../src/library/caps.ts';

describe('readSettings', () => {
	const read = (settings: Record<string, unknown>) => {
		const warned: string[] = [];
		const values = readSettings(
			(id) => new Map(Object.entries(settings)).get(id),
			(id) => warned.push(id),
		);
		return { values, warned };
	};
	it('has a default for everything', () => {
		const { values, warned } = read({});
		assert.deepEqual(values.caps, defaultCaps);
		assert.equal(values.sampleCollection, 'auto');
		assert.equal(values.isHoverEnabled, true);
		assert.deepEqual(values.hoverLanguages, defaultHoverLanguages);
		assert.deepEqual(warned, []);
	});
	const check = (name: string, id: string, value: unknown, isTaken: boolean) =>
		it(name, () => {
			const { values, warned } = read({ [id]: value });
			assert.deepEqual(warned, isTaken ? [] : [id]);
			if (!isTaken) {
				assert.deepEqual(values, read({}).values);
			}
		});
	check('takes a choice', 'sampleCollection', 'off', true);
	check('refuses an unknown choice', 'sampleCollection', 'maybe', false);
	check('refuses a number for a choice', 'sampleCollection', 1, false);
	check('takes a place', 'index.location', 'besideSources', true);
	check('refuses a path for a place', 'index.location', '/etc', false);
	check('takes a switch', 'hover.enabled', false, true);
	check('refuses a word for a switch', 'hover.enabled', 'no', false);
	check('takes a format', 'citation.format', '{text}', true);
	check('refuses an empty format', 'citation.format', '  ', false);
	check('refuses a giant format', 'citation.format', 'x'.repeat(2_000), false);
	check('takes a limit', 'limits.maxReadSeconds', 20, true);
	check('refuses a negative limit', 'limits.maxReadSeconds', -1, false);
	check('refuses a limit that is no number', 'limits.maxFileMegabytes', Number.NaN, false);
	check('refuses an endless limit', 'limits.maxFileMegabytes', Number.POSITIVE_INFINITY, false);
	check('takes a limit of pages', 'limits.maxPages', 50, true);
	check('refuses half a page', 'limits.maxPages', 1.5, false);
	check('refuses no pages', 'limits.maxPages', 0, false);
	check('refuses a word for a limit', 'limits.maxUnpackedMegabytes', '256', false);
	check('refuses a giant text', 'limits.maxTextMegacharacters', 1e9, false);
	check('refuses a list for a limit', 'limits.maxContainerParts', [10], false);
	check('refuses depth without end', 'limits.maxMarkupDepth', Number.MAX_SAFE_INTEGER, false);
	it('turns limits into caps', () => {
		const { caps } = read({ 'limits.maxPages': 50, 'limits.maxUnpackedMegabytes': 2, 'limits.maxReadSeconds': 1.5 }).values;
		assert.deepEqual(caps, { ...defaultCaps, maxPages: 50, maxUnpackedBytes: 2 * 1024 * 1024, maxReadMs: 1_500 });
	});
	check('refuses no list', 'hover.languages', 'markdown', false);
	check('refuses null', 'hover.languages', null, false);
	check('refuses a giant list', 'hover.languages', new Array(10_000).fill('x'), false);
});

describe('readStrings', () => {
	it('leaves out what are no words, and says so once each', () => {
		let warnings = 0;
		assert.deepEqual(
			readStrings(['a', 1, ' b ', '', 'a', null], [], () => {
				warnings++;
			}),
			['a', 'b'],
		);
		assert.equal(warnings, 2);
	});
});
