import assert from 'node:assert/strict';
import { takeAllSteps } from '../../../src/base/steps.ts';
import { Recognition } from '../../../src/editor/termHover/recognition.ts';
import { parseGlossary } from '../../../src/terms/glossary.ts';
import { Lexicon } from '../../../src/terms/lexicon.ts';
import type { RecognitionOptions } from '../../../src/terms/recognise.ts';

describe('terms of a note that are looked for while they change', () => {
	const options: RecognitionOptions = { excludedSenses: new Set(), hiddenKinds: new Set(['concept']), hiddenScripts: new Set() };
	const paragraph = `They saw a plover there. ${'Nothing else was to be seen. '.repeat(300)}\n\n`;
	const note = paragraph.repeat(3);
	const prose = Array.from({ length: 3 }, (_, at) => ({ start: at * paragraph.length, end: (at + 1) * paragraph.length - 2 }));

	/** Before the writer's glossary changed, and a way to take the change. */
	function begin() {
		const lexicon = new Lexicon({ mostOfWhole: Number.POSITIVE_INFINITY });
		lexicon.setGlossary('file:///glossary.md', parseGlossary('## plover\n\nA bird.\n'));
		const before = new Recognition(undefined, lexicon.build().table);
		const change = () => {
			lexicon.setGlossary('file:///glossary.md', parseGlossary('## heron\n\nA bird.\n'));
			return new Recognition(before, lexicon.build().table);
		};
		return { before, change };
	}

	it('are none where one of those that were found is no more', () => {
		const { before, change } = begin();
		const steps = before.findAllInSteps(note, prose, options);
		assert.equal(steps.next().done, false);
		change();
		assert.deepEqual(takeAllSteps(steps), []);
	});
	it('have no card any more where they are no more', () => {
		const { before, change } = begin();
		const found = takeAllSteps(before.findAllInSteps(note, prose, options));
		assert.deepEqual(
			found.map((term) => before.getCard(term)?.term),
			['plover', 'plover', 'plover'],
		);
		change();
		assert.deepEqual(
			found.map((term) => before.getCard(term)),
			[undefined, undefined, undefined],
		);
	});
});
