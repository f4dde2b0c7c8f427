import assert from 'node:assert/strict';
import { findContextiveEntries } from '../../../src/terms/contextiveEntries.ts';

/** The entries of `term`, each as it stands in the source, and the name in it. */
function check(name: string, source: string, term: string, expected: readonly (readonly [string, string])[]): void {
	it(name, () => {
		const found = findContextiveEntries(source, term);
		assert.deepEqual(
			found.map(({ entry, name: place }) => [source.slice(entry.start, entry.end), source.slice(place.start, place.end)]),
			expected,
		);
	});
}

const source = `contexts:
  - name: Harbour
    domainVisionStatement: Boats
    terms:
      - name: Slip
        definition: A ramp.
        aliases:
          - slipway
      - name: "Ice plant" # cold
        definition: A store.

  - name: Accounts
    terms:
      - definition: A note of pay.
        name: 'Slip'
      - name: Harbour
        definition: A fee.
`;

describe('entries of a glossary of Contextive', () => {
	const first = '- name: Slip\n        definition: A ramp.\n        aliases:\n          - slipway';
	const second = "- definition: A note of pay.\n        name: 'Slip'";
	check('in each context', source, 'Slip', [
		[first, 'Slip'],
		[second, 'Slip'],
	]);
	check('in another case', source, 'slip', [
		[first, 'Slip'],
		[second, 'Slip'],
	]);
	check('in quotation marks, with a remark', source, 'Ice plant', [
		['- name: "Ice plant" # cold\n        definition: A store.', 'Ice plant'],
	]);
	check('with the sign of a remark in quotation marks', 'terms:\n- name: "Form #5"\n- name: Form # 5\n', 'Form #5', [
		['- name: "Form #5"', 'Form #5'],
	]);
	check('and no context of that name', source, 'Harbour', [['- name: Harbour\n        definition: A fee.', 'Harbour']]);
	check('that is not there', source, 'Pier', []);
	check('with the line ends of Windows', source.replaceAll('\n', '\r\n'), 'Ice plant', [
		['- name: "Ice plant" # cold\r\n        definition: A store.', 'Ice plant'],
	]);
	check('beside its list, without indent', 'contexts:\n- terms:\n  - name: Slip\n    definition: A ramp.\n  name: Harbour', 'Slip', [
		['- name: Slip\n    definition: A ramp.', 'Slip'],
	]);
	check('not in what is none', 'name: Slip\n- x\n\n', 'Slip', []);
	check('not in nothing', '', 'Slip', []);
});
