import { parseFieldValue } from './mimeFields.ts';

/** A header field of a part, by the place of its value in the bytes, folded as it stands there. */
export interface MimeField {
	/** Lower case: `subject`. */
	readonly name: string;
	readonly start: number;
	readonly end: number;
}

/** A part of a message, or the message itself: its header, and either parts or a body. Offsets count bytes. */
export interface MimePart {
	readonly fields: readonly MimeField[];
	/** Lower case: `text/plain`, also where the header says nothing. */
	readonly type: string;
	/** Of the content type, names in lower case. */
	readonly parameters: ReadonlyMap<string, string>;
	/** The body as it stands in the bytes, its transfer encoding not undone; the last line break belongs to the boundary behind it. */
	readonly bodyStart: number;
	readonly bodyEnd: number;
	/** Empty for what is no multipart, and for one in which no boundary was found. */
	readonly parts: readonly MimePart[];
}

/** A parsed message. */
export interface MimeMessage {
	readonly root: MimePart;
	/** Whether parts were left out, because there are too many or they nest too deep. */
	readonly isCut: boolean;
}

/** More parts than this are no message somebody wrote: a mailing list's digest of a year has some thousand. */
const maxParts = 10_000;
/** Programs nest to four or five levels, forwarding to ten. */
const maxDepth = 30;
/** RFC 2046 allows 70 characters; some programs write more. */
const maxBoundaryLength = 250;
const maxFields = 1000;

const [lineFeed, carriageReturn, space, tab, colon, hyphen] = [10, 13, 32, 9, 58, 45];

/** A part while it is being read. */
interface OpenPart {
	readonly fields: { name: string; start: number; end: number }[];
	type: string;
	parameters: ReadonlyMap<string, string>;
	bodyStart: number;
	bodyEnd: number;
	readonly parts: OpenPart[];
	/** By which its parts begin; `undefined` for what is no multipart. */
	boundary: string | undefined;
	/** Nested too deep: what it holds is no text, and is left out. */
	isTooDeep: boolean;
}

/**
 * Parses the MIME structure of `bytes[start, end)` (RFC 2045, 2046) in one pass over its lines: parts by place, nothing decoded, nothing copied.
 * Messages inside of it (message/rfc822) are not opened. A multipart that is not ended ends with what holds it; a header ends at the first line
 * that cannot be one; a line `From …` before the header is passed over; a boundary that is named wrongly is looked for. Never throws, and is linear whatever the boundaries are.
 */
export function parseMime(bytes: Uint8Array, start = 0, end = bytes.length): MimeMessage {
	const message = parseParts(bytes, start, end, undefined);
	const { type, parts, bodyStart, bodyEnd } = message.root;
	const boundary = type.startsWith('multipart/') && parts.length === 0 ? guessBoundary(bytes, bodyStart, bodyEnd) : undefined;
	return boundary === undefined ? message : parseParts(bytes, start, end, boundary);
}

/** The boundary of a message that names none, or another than it uses: the first line that looks like one, with a field of a part below it. */
function guessBoundary(bytes: Uint8Array, start: number, end: number): string | undefined {
	for (let at = start; at < end; ) {
		const lineBreak = bytes.indexOf(lineFeed, at);
		const next = lineBreak < 0 || lineBreak >= end ? end : lineBreak + 1;
		if (bytes[at] === hyphen && bytes[at + 1] === hyphen && next - at <= maxBoundaryLength) {
			const name = fieldNameAt(bytes, next, Math.min(end, next + 200));
			if (name !== undefined && /^content-/i.test(name)) {
				return latinOf(bytes, at + 2, next).trimEnd();
			}
		}
		at = next;
	}
	return undefined;
}

/** `boundary` stands for the one that the message itself names, if it is given. */
function parseParts(bytes: Uint8Array, start: number, end: number, boundary: string | undefined): MimeMessage {
	const root = openPart('text/plain', start);
	/** The parts that are open, each holding the next. */
	const stack: OpenPart[] = [root];
	/** Which open part a boundary belongs to: the innermost, where two are the same. */
	const levels = new Map<string, number>();
	let state: 'header' | 'body' | 'silence' = 'header';
	let partCount = 1;
	let isCut = false;

	const closeFrom = (level: number, at: number) => {
		while (stack.length > level) {
			const part = stack.pop() ?? root;
			part.bodyEnd = part.isTooDeep ? part.bodyStart : Math.max(part.bodyStart, part.parts.length > 0 ? at : beforeLineBreak(bytes, at));
			if (part.boundary !== undefined && levels.get(part.boundary) === stack.length) {
				levels.delete(part.boundary);
				const outer = stack.findLastIndex(({ boundary }) => boundary === part.boundary);
				if (outer >= 0) {
					levels.set(part.boundary, outer);
				}
			}
		}
	};
	const endHeader = (bodyStart: number) => {
		const part = stack.at(-1) ?? root;
		part.bodyStart = bodyStart;
		part.bodyEnd = bodyStart;
		state = 'body';
		readContentType(bytes, part);
		part.boundary = part === root && boundary !== undefined ? boundary : part.boundary;
		if (part.boundary !== undefined && stack.length > maxDepth) {
			isCut = true;
			part.isTooDeep = true;
			part.boundary = undefined;
		} else if (part.boundary !== undefined) {
			levels.set(part.boundary, stack.length - 1);
		}
	};

	for (let at = start; at < end; ) {
		const lineBreak = bytes.indexOf(lineFeed, at);
		const next = lineBreak < 0 || lineBreak >= end ? end : lineBreak + 1;
		const lineEnd = next > at && bytes[next - 1] === lineFeed ? beforeLineBreak(bytes, next) : next;
		const found = levels.size > 0 ? findBoundary(bytes, at, lineEnd, levels) : undefined;
		if (found) {
			if (state === 'header' && stack.length - 1 > found.level) {
				endHeader(at);
			}
			closeFrom(found.level + 1, at);
			state = 'silence';
			if (!found.isLast && partCount >= maxParts) {
				isCut = true;
			} else if (!found.isLast) {
				partCount++;
				const holder = stack[found.level] ?? root;
				const part = openPart(holder.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain', next);
				holder.parts.push(part);
				stack.push(part);
				state = 'header';
			}
		} else if (state === 'header') {
			const part = stack.at(-1) ?? root;
			if (lineEnd === at) {
				if (part !== root || part.fields.length > 0) {
					endHeader(next);
				}
			} else if (!readFieldLine(bytes, at, lineEnd, part) && !mayPassOver(bytes, at, lineEnd, next, part)) {
				endHeader(at);
				continue;
			}
		}
		at = next;
	}
	if (state === 'header') {
		endHeader(end);
	}
	closeFrom(0, end);
	return { root, isCut };
}

function openPart(type: string, bodyStart: number): OpenPart {
	return { fields: [], type, parameters: new Map(), bodyStart, bodyEnd: bodyStart, parts: [], boundary: undefined, isTooDeep: false };
}

/** The offset without the line break that ends there, if one does. */
function beforeLineBreak(bytes: Uint8Array, offset: number): number {
	if (bytes[offset - 1] !== lineFeed) {
		return offset;
	}
	return bytes[offset - 2] === carriageReturn ? offset - 2 : offset - 1;
}

/** The open part whose boundary the line is: `--boundary`, or `--boundary--` behind the last part. */
function findBoundary(
	bytes: Uint8Array,
	start: number,
	end: number,
	levels: ReadonlyMap<string, number>,
): { readonly level: number; readonly isLast: boolean } | undefined {
	if (bytes[start] !== hyphen || bytes[start + 1] !== hyphen || end - start > maxBoundaryLength + 10) {
		return undefined;
	}
	const line = latinOf(bytes, start + 2, end).trimEnd();
	const level = levels.get(line);
	if (level !== undefined) {
		return { level, isLast: false };
	}
	const last = line.endsWith('--') ? levels.get(line.slice(0, -2)) : undefined;
	return last === undefined ? undefined : { level: last, isLast: true };
}

/** Adds a line to the header: a field, or the rest of the last one. False if it is neither. */
function readFieldLine(bytes: Uint8Array, start: number, end: number, part: OpenPart): boolean {
	const first = bytes[start];
	const last = part.fields.at(-1);
	if ((first === space || first === tab) && last) {
		last.end = end;
		return true;
	}
	const name = fieldNameAt(bytes, start, end);
	if (name === undefined) {
		return false;
	}
	if (part.fields.length < maxFields) {
		part.fields.push({ name: name.toLowerCase(), start: Math.min(end, bytes.indexOf(colon, start) + 1), end });
	}
	return true;
}

/** The name of the header field that begins there, as it is written; `undefined` if none does. */
export function fieldNameAt(bytes: Uint8Array, start: number, end: number): string | undefined {
	let at = start;
	for (let byte = bytes[at] ?? 0; at < end && byte > space && byte < 127 && byte !== colon; byte = bytes[at] ?? 0) {
		at++;
	}
	const nameEnd = at;
	while (at < end && (bytes[at] === space || bytes[at] === tab)) {
		at++;
	}
	return at < end && bytes[at] === colon && nameEnd > start && nameEnd - start <= 100 ? latinOf(bytes, start, nameEnd) : undefined;
}

/** What may stand where a field should: the line by which a mailbox begins a message, and one broken line with a field that everybody knows behind it. */
function mayPassOver(bytes: Uint8Array, start: number, end: number, next: number, part: OpenPart): boolean {
	if (part.fields.length === 0 && /^>?From /.test(latinOf(bytes, start, Math.min(end, start + 6)))) {
		return true;
	}
	const name = part.fields.length > 0 && bytes[start] !== hyphen ? fieldNameAt(bytes, next, Math.min(bytes.length, next + 200)) : undefined;
	return name !== undefined && knownFields.has(name.toLowerCase());
}

/** Fields that tell a header from a text in which a word is followed by a colon. */
export const knownFields: ReadonlySet<string> = new Set(
	`bcc cc content-disposition content-transfer-encoding content-type date delivered-to from in-reply-to list-id message-id mime-version
	newsgroups organization received references reply-to return-path sender status subject to user-agent x-mailer x-priority x-status`.split(
		/\s+/,
	),
);

function readContentType(bytes: Uint8Array, part: OpenPart): void {
	const field = part.fields.find(({ name }) => name === 'content-type');
	if (!field) {
		return;
	}
	const { value, parameters } = parseFieldValue(fieldText(bytes, field));
	part.parameters = parameters;
	const type = /^([\w.+-]{1,80})\/([\w.+-]{1,120})/.exec(value);
	if (type) {
		part.type = type[0].toLowerCase();
	}
	const boundary = part.type.startsWith('multipart/') ? parameters.get('boundary')?.trimEnd() : undefined;
	part.boundary = boundary === '' || (boundary?.length ?? 0) > maxBoundaryLength ? undefined : boundary;
}

/** A value is read so far; the longest lists of recipients have some ten thousand characters. Bytes. */
const maxFieldLength = 65_536;

/** The value of a field on one line, a character for each byte. */
export function fieldText(bytes: Uint8Array, field: MimeField): string {
	return latinOf(bytes, field.start, Math.min(field.end, field.start + maxFieldLength))
		.replace(/\r?\n(?=[ \t])/g, '')
		.trim();
}

/** The value of the first field of that name, a character for each byte; empty if there is none. */
export function firstField(bytes: Uint8Array, part: MimePart, name: string): string {
	const field = part.fields.find((candidate) => candidate.name === name);
	return field ? fieldText(bytes, field) : '';
}

/** So much is looked at for the first line end. */
const firstLineLength = 65_536;

/** The message with the line ends that its lines are read by: where it has none but those of old Macintoshes, a copy; itself otherwise. */
export function withLineFeeds(bytes: Uint8Array): Uint8Array {
	const head = bytes.subarray(0, firstLineLength);
	if (head.includes(lineFeed) || !head.includes(carriageReturn)) {
		return bytes;
	}
	return bytes.map((byte) => (byte === carriageReturn ? lineFeed : byte));
}

/** Bytes as characters of the same number. */
export function latinOf(bytes: Uint8Array, start: number, end: number): string {
	let text = '';
	for (let at = start; at < end; at += 4096) {
		// Spreading the bytes into arguments takes six times as long; a decoder for these characters is not the same in every host.
		text += String.fromCharCode.apply(null, bytes.subarray(at, Math.min(end, at + 4096)) as unknown as number[]);
	}
	return text;
}
