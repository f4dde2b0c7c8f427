import { emptyContent } from '../document.ts';
import { readPlainText } from './plainText.ts';
import type { Reader } from './reader.ts';
import { writeWithoutTags } from './stripTags.ts';
import { TextFlow } from './textFlow.ts';

/** So long a silence parts paragraphs. */
const pauseMs = 4000;

/**
 * Reads subtitles, SubRip and WebVTT: what is said, without numbers, times, and marks. A cue that goes on in the next one is one line with it;
 * a new sentence or speaker begins a line, a silence of four seconds a paragraph. A speaker that WebVTT names (`<v Kim>`) stands before the first
 * words, as in a transcript. A line that rolls up into the next cue, as live captions do, is written once. Comments and styles of WebVTT are left
 * out. A file without a cue is read as plain text.
 */
export const readSubtitles: Reader = (source, context) => {
	if (!source.includes('-->')) {
		return readPlainText(source, context);
	}
	const flow = new TextFlow();
	let endMs = 0;
	let lastLine = '';
	let speaker = '';
	for (const cue of findCues(source)) {
		const lines = cue.lines.map(({ start, end }) => ({ start, text: source.slice(start, end) }));
		if (cue.startMs - endMs <= rollMs && lines[0] && isRepeated(lines[0].text, lastLine)) {
			lines.shift();
		}
		if (cue.startMs - endMs >= pauseMs) {
			flow.breakParagraph();
		} else if (/[.!?…。！？"”」♪\])]\s*$/u.test(lastLine)) {
			flow.startLine();
		} else {
			flow.breakSourceLine();
		}
		for (const { start, text } of lines) {
			const voice = /^\s*<v(?:\.[^\s<>]{1,80})?[ \t]+([^<>]{1,80})>/u.exec(text);
			if (voice || /^\s*(?:<[^<>]{1,40}>)?[-–—]\s/u.test(text)) {
				flow.startLine();
			}
			if (voice && voice[1] !== speaker) {
				speaker = voice[1] ?? '';
				flow.write(speaker, [0, start + voice[0].length - 1 - speaker.length, speaker.length]);
				flow.writeOwn(': ');
			}
			writeLine(flow, text, start);
			flow.breakSourceLine();
			lastLine = text;
		}
		endMs = cue.endMs;
	}
	return { ...emptyContent('srt', []), ...flow.build() };
};

/** Live captions show a line again at once; who says the same twice takes a breath. */
const rollMs = 50;

function isRepeated(line: string, lastLine: string): boolean {
	const words = (text: string) => text.replace(/<[^<>]{1,100}>/g, '').trim();
	return words(line) === words(lastLine) && /\S\s+\S+\s+\S/.test(words(line));
}

/** `{\an8}` places the cue on the picture, `<00:01.500>` tells when a word is sung. */
const marks = /\{\\[^{}]{1,40}\}|<[\d:.]{5,12}>/g;

function writeLine(flow: TextFlow, line: string, start: number): void {
	let at = 0;
	for (const mark of line.matchAll(marks)) {
		writeWithoutTags(flow, line.slice(at, mark.index), [0, start + at, mark.index - at]);
		at = mark.index + mark[0].length;
	}
	writeWithoutTags(flow, line.slice(at), [0, start + at, line.length - at]);
}

interface Cue {
	readonly startMs: number;
	readonly endMs: number;
	readonly lines: readonly { readonly start: number; readonly end: number }[];
}

const timing = /^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})/;

/** The cues in order: the lines below each line of times, up to the next empty line. */
function* findCues(source: string): Generator<Cue> {
	let cue: { startMs: number; endMs: number; lines: { start: number; end: number }[] } | undefined;
	for (let start = 0; start < source.length; ) {
		const newline = source.indexOf('\n', start);
		const end = newline < 0 ? source.length : newline;
		// A line of times is short; the rest may be anything.
		const times = timing.exec(source.slice(start, Math.min(end, start + 200)));
		if (times) {
			if (cue) {
				dropNumber(source, cue.lines);
				yield cue;
			}
			cue = { startMs: toMs(times.slice(1, 5)), endMs: toMs(times.slice(5, 9)), lines: [] };
		} else if (cue && source.slice(start, end).trim() !== '') {
			cue.lines.push({ start, end });
		} else if (cue) {
			yield cue;
			cue = undefined;
		}
		start = end + 1;
	}
	if (cue) {
		yield cue;
	}
}

/** Where no empty line parts cues, the last line of one is the number of the next. */
function dropNumber(source: string, lines: { start: number; end: number }[]): void {
	const last = lines.at(-1);
	if (lines.length > 1 && last && /^\d{1,6}$/.test(source.slice(last.start, Math.min(last.end, last.start + 20)).trim())) {
		lines.pop();
	}
}

function toMs([hours = '0', minutes = '0', seconds = '0', fraction = '0']: readonly (string | undefined)[]): number {
	return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
}
