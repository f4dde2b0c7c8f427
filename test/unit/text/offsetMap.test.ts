import assert from 'node:assert/strict';
import { composeMaps, MappedTextBuilder, toSourceRange } from '../../../src/text/offsetMap.ts';

describe('offset map', () => {
	const source = 'a some- one  b';
	const builder = new MappedTextBuilder();
	builder.addFromSource('a some', 0);
	builder.addFromSource('one', 8);
	builder.addOwn('\n\n');
	builder.addFromSource('b', 13);
	const { text, offsetMap } = builder.build();

	it('joins what was broken', () => assert.equal(text, 'a someone\n\nb'));

	function check(name: string, clean: string, expected: string | undefined) {
		it(name, () => {
			const start = text.indexOf(clean);
			const range = toSourceRange(offsetMap, { start, end: start + clean.length });
			assert.equal(range && source.slice(range.start, range.end), expected);
		});
	}
	check('leads a whole run back', 'a so', 'a so');
	check('spans the gap of a joined word', 'someone', 'some- one');
	check('takes the neighbour for what the reader put in', '\n', '');
	check('reaches over own text', 'one\n\nb', 'one  b');

	it('takes what stands in another form with the words around it', () => {
		const html = 'un caf&eacute; noir, &eacute;t&eacute;.';
		const entities = new MappedTextBuilder();
		entities.addFromSource('un caf', 0);
		entities.addOwn('é');
		entities.addFromSource(' noir, ', 14);
		entities.addOwn('é');
		entities.addFromSource('t', 29);
		entities.addOwn('é');
		entities.addFromSource('.', 38);
		const built = entities.build();
		for (const [words, expected] of [
			['café', 'caf&eacute;'],
			['caf', 'caf'],
			['été', '&eacute;t&eacute;'],
			['noir, é', 'noir, &eacute;'],
			['é noir', '&eacute; noir'],
		] as const) {
			const start = built.text.indexOf(words);
			const range = toSourceRange(built.offsetMap, { start, end: start + words.length });
			assert.equal(range && html.slice(range.start, range.end), expected);
		}
	});

	it('composes', () => {
		const middle = new MappedTextBuilder();
		middle.addFromSource('someone', 2);
		const composed = composeMaps(middle.build().offsetMap, offsetMap);
		assert.deepEqual(composed, [0, 2, 4, 4, 8, 3]);
	});
});
