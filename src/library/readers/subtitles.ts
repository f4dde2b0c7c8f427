import { emptyContent } from '../document.ts';
import { readPlainText } from './plainText.ts';
import type { Reader } from './reader.ts';
import { writeWithoutTags } from './stripTags.ts';
import { TextFlow } from './textFlow.ts';

/** So long a silence parts paragraphs. */
const pauseMs = 4000;

/**
 * Reads subtitles, SubRip and WebVTT: what is said, without numbers, times, and marks. A cue that goes on in the next one is one line with it;
 * a new sentence or speaker begins a line, a silence of four seconds a paragraph. Comments and styles of WebVTT are left out. A file without
 * a cue is read as plain text.
 */
export const readSubtitles: Reader = (source, context) => {
	if (!source.includes('-->')) {
		return readPlainText(source, context);
	}
	const flow = new TextFlow();
	let endMs = 0;
	let lastLine = '';
	for (const cue of findCues(source)) {
		if (cue.startMs - endMs >= pauseMs) {
			flow.breakParagraph();
		} else if (/[.!?…。！？"”」♪\])]\s*$/u.test(lastLine)) {
			flow.startLine();
		} else {
			flow.breakSourceLine();
		}
		for (const { start, end } of cue.lines) {
			const line = source.slice(start, end);
			if (/^\s*(?:<[^<>]{1,40}>)?[-–—]\s|^\s*<v[ .]/u.test(line)) {
				flow.startLine();
			}
			// `{\an8}` places the cue on the picture.
			const mark = /^\s*\{\\[^{}]{1,40}\}/.exec(line)?.[0].length ?? 0;
			writeWithoutTags(flow, line.slice(mark), [0, start + mark, line.length - mark]);
			flow.breakSourceLine();
			lastLine = line;
		}
		endMs = cue.endMs;
	}
	return { ...emptyContent('srt', []), ...flow.build() };
};

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

function toMs([hours = '0', minutes = '0', seconds = '0', fraction = '0']: readonly (string | undefined)[]): number {
	return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
}
