import type { Range } from '../text/range.ts';
import { foldForm } from './termForms.ts';

/** Where a glossary of Contextive has a term. */
export interface ContextiveEntry {
	/** The whole item of the list. */
	readonly entry: Range;
	/** The term's name in it. */
	readonly name: Range;
}

const nameLine = /^(?<indent> *)(?<dash>- +)?(?<field>name *: *)/;
/** With nothing but a remark behind it. */
const quotedName = /^(?:"([^"]*)"|'([^']*)')\s*(?:#|$)/;

/**
 * The entries of this name in a glossary of Contextive that is written line by line, in order: one for each context that has it. A context's own name
 * is none. Never throws; linear in the text's length, but for names that many entries share.
 */
export function findContextiveEntries(source: string, term: string): ContextiveEntry[] {
	const lines: Range[] = [];
	for (let start = 0; start <= source.length; ) {
		const newline = source.indexOf('\n', start);
		const end = newline < 0 ? source.length : newline;
		lines.push({ start, end });
		start = end + 1;
	}
	const wanted = foldForm(term);
	const found: ContextiveEntry[] = [];
	let tries = 0;
	for (let at = 0; at < lines.length && tries < maxTries; at++) {
		const line = lineOf(source, lines[at]);
		const opening = nameLine.exec(line);
		if (opening === null) {
			continue;
		}
		const written = line.slice(opening[0].length);
		const quoted = quotedName.exec(written);
		const name = quoted === null ? withoutRemark(written) : (quoted[1] ?? quoted[2] ?? '');
		if (name === '' || foldForm(name) !== wanted) {
			continue;
		}
		tries++;
		const { indent = '', dash } = opening.groups ?? {};
		const entry = findItem(source, lines, at, indent.length, dash !== undefined);
		if (entry !== undefined) {
			const start = (lines[at]?.start ?? 0) + opening[0].length + (quoted === null ? 0 : 1);
			found.push({ entry, name: { start, end: start + name.length } });
		}
	}
	return found;
}

function withoutRemark(written: string): string {
	const remark = written.search(/\s#/);
	return (remark < 0 ? written : written.slice(0, remark)).trimEnd();
}

/** No more contexts than this have an entry of one name. */
const maxTries = 50;

/** Longer lines are no names. */
const maxLine = 1_000;

function lineOf(source: string, line: Range | undefined): string {
	return line === undefined || line.end - line.start > maxLine ? '' : source.slice(line.start, line.end);
}

/** The item of a list that holds the line; `undefined` where it holds a list of terms itself, and so is a context, or is no item. */
function findItem(source: string, lines: readonly Range[], at: number, indent: number, isItem: boolean): Range | undefined {
	let first = at;
	let dash = indent;
	if (!isItem) {
		for (first = at - 1; first >= 0; first--) {
			const line = lineOf(source, lines[first]);
			dash = line.search(/\S/);
			if (dash >= 0 && dash < indent) {
				break;
			}
		}
		if (first < 0 || lineOf(source, lines[first])[dash] !== '-') {
			return undefined;
		}
	}
	let last = first;
	for (let next = first + 1; next < lines.length; next++) {
		const line = lineOf(source, lines[next]);
		const depth = line.search(/\S/);
		if (depth >= 0 && depth <= dash) {
			break;
		}
		if (/^ *terms *:/.test(line)) {
			return undefined;
		}
		last = depth >= 0 ? next : last;
	}
	const end = lines[last]?.end ?? source.length;
	return { start: (lines[first]?.start ?? 0) + dash, end: source[end - 1] === '\r' ? end - 1 : end };
}
