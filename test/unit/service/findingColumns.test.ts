import assert from 'node:assert/strict';
import { emptyContent } from '../../../src/library/document.ts';
import { decodeFindings, encodeFindings } from '../../../src/service/findingColumns.ts';
import { extractFindings } from '../../../src/terms/extraction/extract.ts';
import type { Findings } from '../../../src/terms/findings.ts';

const nothing: Findings = { acronyms: [], definitions: [], names: [], keyTerms: [], figures: [], claims: [] };

describe('findings in columns', () => {
	const check = (name: string, findings: Findings) =>
		it(`come back: ${name}`, () => {
			assert.equal(JSON.stringify(decodeFindings(encodeFindings(findings))), JSON.stringify(findings));
		});
	check('none', nothing);
	check('what is unknown', {
		...nothing,
		acronyms: [{ short: 'HTTPS', long: null, shortStart: 277, shortEnd: 282, longStart: null, longEnd: null }],
		figures: [{ value: 17.5, unit: null, qualifier: null, term: null, start: 3, end: 7 }],
		claims: [{ start: 9, end: 80, speaker: null, verb: 'said', hedge: null }],
	});
	check('places in no order', {
		...nothing,
		names: [
			{ text: 'WHO', kind: 'organisation', start: 90, end: 93 },
			{ text: 'WHO', kind: 'concept', start: 10, end: 13 },
		],
	});
	check('texts that are names of objects', {
		...nothing,
		keyTerms: [
			{ term: '__proto__', score: 1 },
			{ term: 'constructor', score: 0.5 },
			{ term: '', score: 0 },
			{ term: '\ud83d', score: -1 },
		],
	});
	const text = [
		'The International Labour Organization (ILO) said on Monday that 27.6 million people were in forced labour.',
		'Forced labour is work that a person does under threat. Geoffrey Lean of the ILO denied at least 300 cases in Kenya.',
		'A levy is a sum that is taken by an authority. The Harbour Authority (HA) counts 12 ships.',
	].join('\n\n');
	const found = extractFindings({ ...emptyContent('txt', []), language: 'en', text });
	it('is tested with findings of each kind', () => {
		assert.deepEqual(
			Object.entries(found).filter(([, rows]) => rows.length === 0),
			[],
		);
	});
	check('what is found in a text', found);
});
