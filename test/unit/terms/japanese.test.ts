import assert from 'node:assert/strict';
import { buildLexicon, explain } from '../../support/termDocuments.ts';

const build = buildLexicon(
	'鎌倉幕府は一一八五年ごろに始まった。鶴岡八幡宮は鎌倉にある神社である。横浜港は大きな港である。海にある島だ。海がある。山もある。鎌倉は古い。',
	'津波とは、地震によって起こる大きな波である。気象庁は津波を発表する。まった話もある。五年ごろ、大きな波があった。',
);

function check(note: string, ...expected: readonly string[]): void {
	it(note, () => {
		assert.deepEqual(
			explain(build, note).map((found) => found.split(' => ')[0]),
			expected,
		);
	});
}

describe('Japanese terms', () => {
	check('これは昔ある町で始まった大きな話である。');
	check('五年ごろにまた会った。一一八五年だ。');
	check('ここにある。大きな海。');
	check('昨日、津波があった。', '津波');
	check('気象庁によると、横浜港で。', '気象庁', '横浜港');
	check('鶴岡八幡宮と鎌倉幕府。', '鶴岡八幡宮', '鎌倉幕府');
	check('都市と無人島の話。');
	it('says what it is', () => {
		assert.match(build.cards.find((card) => card.term === '津波')?.definition?.text ?? '', /^津波とは/);
	});
});
