import assert from 'node:assert/strict';
import { toSourceRange } from '../../../src/text/offsetMap.ts';
import { readText } from '../../support/reading.ts';

describe('subtitles', () => {
	function check(name: string, source: string, expected: string, fileName = 'a.srt') {
		it(name, async () => assert.equal((await readText(source, fileName)).text, expected));
	}
	const cue = (start: string, end: string, ...lines: string[]) => `1\n00:00:${start} --> 00:00:${end}\n${lines.join('\n')}\n\n`;

	check(
		'a cue of two lines is one line',
		cue('01,000', '02,000', 'In the past, the workers', 'stuck together.'),
		'In the past, the workers stuck together.',
	);
	check(
		'a sentence goes on in the next cue',
		cue('01,000', '02,000', 'In the past,') + cue('02,100', '03,000', 'the workers'),
		'In the past, the workers',
	);
	check(
		'a new sentence begins a line',
		cue('01,000', '02,000', 'It was so.') + cue('02,100', '03,000', 'Then what?'),
		'It was so.\nThen what?',
	);
	check('a silence parts paragraphs', cue('01,000', '02,000', 'It was') + cue('08,000', '09,000', 'so.'), 'It was\n\nso.');
	check('speakers begin lines', cue('01,000', '02,000', '- What?', '- A union.'), '- What?\n- A union.');
	check('marks are left out', cue('01,000', '02,000', '{\\an8}<i>No</i> &amp; <font color="red">yes'), 'No & yes');
	check('numbers that are said stay', cue('01,000', '02,000', '39', 'women'), '39 women');
	check('windows line ends', cue('01,000', '02,000', 'a', 'b').replaceAll('\n', '\r\n'), 'a b');
	check('no empty line between cues', '00:01.000 --> 00:02.000\na\n00:02.000 --> 00:03.000\nb', 'a b', 'a.vtt');
	check(
		'WebVTT with notes and styles',
		'WEBVTT - Tides\n\nNOTE by Kim\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Kim>Hello <c.x>there</c>\n\n00:02.000 --> 00:03.000\n<v Ann>Hi',
		'Kim: Hello there\nAnn: Hi',
		'a.vtt',
	);
	check(
		'a speaker is named once',
		'WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Kim Lee>It was,\n\n00:02.000 --> 00:03.000\n<v Kim Lee>so it was.',
		'Kim Lee: It was,\nso it was.',
		'a.vtt',
	);
	check(
		'times inside a line',
		'00:01.000 --> 00:02.000\n<00:01.200><c>One</c><00:01.500><c> more</c> {\\i1}word',
		'One more word',
		'a.vtt',
	);
	check(
		'lines that roll up',
		'00:01.000 --> 00:02.000\nthe sea came in\n\n00:02.000 --> 00:02.010\nthe sea came in\n\n00:02.010 --> 00:03.000\nthe sea came in\nand went',
		'the sea came in and went',
		'a.vtt',
	);
	check('what is said twice', cue('01,000', '02,000', 'No.') + cue('02,000', '03,000', 'No.'), 'No.\nNo.');
	check('numbers without an empty line before', '1\n00:01,000 --> 00:02,000\na\n2\n00:02,000 --> 00:03,000\nb', 'a b');
	check('nothing but times', cue('01,000', '02,000'), '');

	it('keeps its kind, and the places', async () => {
		const source = cue('01,000', '02,000', 'the <i>workers</i> stuck', 'together');
		const { text, offsetMap, kind } = await readText(source, 'a.vtt');
		assert.equal(kind, 'vtt');
		const start = text.indexOf('workers stuck together');
		const range = toSourceRange(offsetMap, { start, end: text.length });
		assert.equal(range && source.slice(range.start, range.end), 'workers</i> stuck\ntogether');
	});
	it('that hold no cue are read as text', async () =>
		assert.equal((await readText('Only a note about films.', 'a.srt')).text, 'Only a note about films.'));
});
