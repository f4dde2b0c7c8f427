import assert from 'node:assert/strict';
import { takeAllSteps } from '../../../src/base/steps.ts';
import { NumberList } from '../../../src/search/parts/bytes.ts';
import { LivePart } from '../../../src/search/parts/livePart.ts';
import { fields } from '../../../src/search/parts/miniSearchPostings.ts';
import { noDocument } from '../../../src/search/parts/part.ts';
import { makeDocument } from '../../support/engineConformance.ts';

const words = 'tides tide harbour the of ship storm-light coast island'.split(' ');
const passageCount = 30;
const textOf = (n: number) =>
	Array.from({ length: passageCount }, (_, passage) =>
		Array.from({ length: 3 + (passage % 5) }, (__, at) => words[(n * 7 + passage * 3 + at * at) % words.length]).join(' '),
	).join(`\n\n${'-'.repeat(1_200)}\n\n`);

/** All postings of the part, of documents that are there: by term, field and passage, how often. */
function readAll(part: LivePart): ReadonlyMap<string, number> {
	const found = new Map<string, number>();
	const list = takeAllSteps(part.words.listTermsInSteps());
	list.texts.forEach((text, at) => {
		const term = list.terms[at] ?? -1;
		for (const field of fields) {
			const rows = { passages: new NumberList(), counts: new NumberList() };
			part.readPostings(term, field, rows);
			assert.equal(rows.counts.length, rows.passages.length);
			for (let at = 0; at < rows.passages.length; at++) {
				const passage = rows.passages.values[at] ?? 0;
				if (part.documentNumbers[passage] !== noDocument) {
					const key = `${text} ${field} ${part.idOf(part.documentNumbers[passage] ?? 0)} ${part.rangeOf(passage).start}`;
					assert.ok(!found.has(key), `${key} twice`);
					found.set(key, rows.counts.values[at] ?? 0);
				}
			}
		}
	});
	return found;
}

function fill(askAfter: (n: number) => boolean): LivePart {
	const part = new LivePart();
	for (let n = 0; n < 12; n++) {
		takeAllSteps(part.addInSteps(makeDocument(`d${n % 9}`, textOf(n), { title: `Tide ${n}` }), () => undefined));
		if (n % 6 === 5) {
			part.removeDocument(`d${n - 3}`);
		}
		if (askAfter(n)) {
			part.estimatePostings(0);
		}
	}
	return part;
}

describe('postings of a live part', () => {
	const filed = readAll(fill(() => true));

	it('are those of all its passages', () => {
		const part = fill(() => true);
		assert.ok(part.totals.passages > 300);
		assert.equal(new Set([...filed.keys()].map((key) => key.split(' ').slice(2).join(' '))).size, part.totals.passages);
		assert.ok(filed.size > part.totals.passages * 2);
		assert.ok(Math.max(...filed.values()) > 1);
	});

	function check(name: string, part: LivePart) {
		it(`are those that MiniSearch files one after the other: ${name}`, () => {
			assert.deepEqual([...readAll(part)].sort(), [...filed].sort());
		});
	}
	check(
		'all sorted at once',
		fill(() => false),
	);
	check(
		'sorted, then filed',
		fill((n) => n === 7 || n > 9),
	);
	check(
		'filed, then sorted',
		fill((n) => n < 5),
	);
	const closed = fill((n) => n === 7);
	takeAllSteps(closed.closeInSteps());
	check('sorted for who packs them', closed);

	it('are whole where somebody asks while they are sorted', () => {
		const part = fill(() => false);
		const steps = part.closeInSteps();
		steps.next();
		takeAllSteps(part.addInSteps(makeDocument('late', textOf(3), { title: 'Late' }), () => undefined));
		part.removeDocument('d1');
		const expected = readAll(part);
		assert.ok([...expected.keys()].some((key) => key.includes(' late ')));
		takeAllSteps(steps);
		assert.deepEqual(readAll(part), expected);
	});
});
