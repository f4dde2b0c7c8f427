import type { Problem } from '../../base/problem.ts';
import { MappedTextBuilder } from '../../text/offsetMap.ts';
import type { Caps } from '../caps.ts';
import { firstField, type MimeMessage, type MimePart, parseMime } from '../container/mime.ts';
import { transferredLength } from '../container/mimeTransfer.ts';
import type { DocumentContent, Heading } from '../document.ts';
import { findLanguage } from '../language.ts';
import { cleanField } from '../metadata/field.ts';
import type { MappedText } from '../repair/edits.ts';
import { readBody, transferOf } from './mailBody.ts';
import { type MailHeader, readMailHeader } from './mailHeader.ts';
import { findLeaf, mainPartOf, nameOf, roleOf } from './mailParts.ts';
import type { MailBytes } from './mailPlaces.ts';
import { findSignedContent } from './mailSigned.ts';
import type { BodyText } from './mailText.ts';
import { stoppedEarly } from './reader.ts';

/** A message, or one inside of it, while it is written. */
interface OpenMail {
	readonly mail: MailBytes;
	/** The level of its headings is deeper by this. */
	readonly level: number;
	/** How many messages it stands in. */
	readonly depth: number;
	/** How many signed wrappers were opened around it. */
	readonly wrapperCount: number;
	hasText: boolean;
	/** Whether it holds Outlook's own wrapper, in which its text may stand. */
	hasWrapper: boolean;
}

/** Messages inside of messages are read so deep. */
const maxMailDepth = 2;
/** Somebody may sign what somebody else has signed. */
const maxWrappers = 3;
/** More attachments than this are counted. */
const maxNamed = 20;
/** So much text tells its language. */
const maxProse = 8000;

/** Writes messages one below the other into one clean text. */
export class MailWriter {
	readonly #caps: Caps;
	readonly #builder = new MappedTextBuilder();
	readonly #headings: Heading[] = [];
	readonly #problems = new Map<string, Problem>();
	/** The bodies that were looked at while choosing among alternatives, which may stand in each other. */
	readonly #rendered = new Map<MimePart, BodyText>();
	/** What tells the language: the beginnings of bodies, for a header is in the language of names and machines. */
	readonly #prose: string[] = [];
	#proseLength = 0;
	#attachmentCount = 0;
	#encryptedCount = 0;
	#bodyCount = 0;

	constructor(caps: Caps) {
		this.#caps = caps;
	}

	/** Whether the text has reached its cap; what is written behind it would be cut. */
	get isFull(): boolean {
		return this.#builder.length > this.#caps.maxTextLength;
	}

	/** Whether all that messages said was locked. */
	get isEncrypted(): boolean {
		return this.#encryptedCount > 0 && this.#bodyCount === 0;
	}

	/**
	 * Writes one message: a heading of that level with its subject (none for level 0), the lines of its header, its text, and the messages inside of it.
	 */
	write(mail: MailBytes, { root, isCut }: MimeMessage, level: number, depth = 0): MailHeader {
		const header = readMailHeader(mail, root, level > 0);
		if (header.heading) {
			this.#writeHeading(header.heading, level);
		}
		this.#writeLines(header.lines);
		if (isCut) {
			this.#note({ kind: 'truncated', detail: 'The message has too many parts, or they nest too deep; the rest was not read' });
		}
		const open = { mail, level, depth, wrapperCount: 0, hasText: false, hasWrapper: false };
		this.#writePart(open, root);
		if (open.hasWrapper && !open.hasText) {
			const detail = 'The text of a mail stands in winmail.dat, a form that only Outlook reads; save it from Outlook as plain text or HTML';
			this.#note({ kind: 'partMissing', detail });
		}
		this.#rendered.clear();
		return header;
	}

	/** The language that the messages are written in; `declared` is what one says of itself. */
	findLanguage(declared: string | null): string | null {
		return findLanguage(this.#prose.join('\n'), declared);
	}

	build(): Pick<DocumentContent, 'text' | 'offsetMap' | 'headings' | 'problems'> {
		if (this.#attachmentCount > maxNamed) {
			this.#note({ kind: 'attachment', detail: `${this.#attachmentCount - maxNamed} more attachments are not read` });
		}
		if (this.#encryptedCount > 0 && this.#bodyCount > 0) {
			this.#note({ kind: 'partMissing', detail: `A part of it is encrypted; ${decrypt}` });
		}
		return { ...this.#builder.build(), headings: this.#headings, problems: [...this.#problems.values()] };
	}

	#writePart(open: OpenMail, part: MimePart): void {
		const stack = [part];
		for (let one = stack.pop(); one; one = stack.pop()) {
			if (this.isFull) {
				this.#note(stoppedEarly);
				return;
			}
			if (one.parts.length === 0 || one.type === 'multipart/encrypted') {
				this.#writeLeaf(open, one);
			} else if (one.type === 'multipart/alternative') {
				const chosen = this.#choose(open, one);
				this.#nameFilesOf(open, one, chosen);
				stack.push(chosen);
			} else if (one.type === 'multipart/related') {
				const main = mainPartOf(open.mail.bytes, one) ?? one;
				this.#nameFilesOf(open, one, main);
				stack.push(main);
			} else {
				stack.push(...[...one.parts].reverse());
			}
		}
	}

	#writeLeaf(open: OpenMail, part: MimePart): void {
		const { mail } = open;
		switch (roleOf(mail.bytes, part, !open.hasText)) {
			case 'plain':
			case 'html': {
				const body = this.#render(open, part);
				this.#writeBody(body, open);
				break;
			}
			case 'mail':
				this.#writeAttachedMail(open, part);
				break;
			case 'attachment':
				if (readTypes.has(part.type)) {
					this.#writeAttachedText(open, part);
				} else {
					this.#nameAttachment(open, part);
				}
				break;
			case 'signed': {
				const content = open.wrapperCount < maxWrappers ? findSignedContent(transferOf(mail.bytes, part).bytes) : undefined;
				if (content) {
					this.#writePart({ ...open, mail: placeless(content), wrapperCount: open.wrapperCount + 1 }, parseMime(content).root);
				} else {
					this.#note({ kind: 'partMissing', detail: 'A signed part could not be opened; save its text from your mail program' });
				}
				break;
			}
			case 'encrypted':
				this.#encryptedCount++;
				break;
			case 'nothing':
				break;
		}
	}

	/** The plain one, unless it says much less than the HTML one, as where it only says that there is one. */
	#choose(open: OpenMail, alternative: MimePart): MimePart {
		const { parts } = alternative;
		const holds = (type: string) => parts.filter((part) => findLeaf(part, type));
		const plain = holds('text/plain')[0];
		const html = holds('text/html').at(-1);
		const last = parts.findLast((part) => findLeaf(part, 'text/enriched')) ?? parts[0] ?? alternative;
		if (!plain || !html || plain === html) {
			return plain ?? html ?? last;
		}
		const plainLeaf = findLeaf(plain, 'text/plain') ?? plain;
		const htmlLeaf = findLeaf(html, 'text/html') ?? html;
		const plainCount = countWords(this.#render(open, plainLeaf).text);
		if (plainCount >= manyWords) {
			return plain;
		}
		return plainCount * 4 < countWords(this.#render(open, htmlLeaf).text) ? html : plain;
	}

	/** Names the files that stand beside the part that was chosen, or in another one that was not. */
	#nameFilesOf(open: OpenMail, holder: MimePart, chosen: MimePart): void {
		const stack = holder.parts.filter((part) => part !== chosen).reverse();
		for (let part = stack.pop(); part; part = stack.pop()) {
			stack.push(...[...part.parts].reverse());
			const isShownInside = firstField(open.mail.bytes, part, 'content-id') !== '' && part.type.startsWith('image/');
			if (part.parts.length === 0 && !isShownInside && nameOf(open.mail.bytes, part) !== null) {
				this.#nameAttachment(open, part);
			}
		}
	}

	#render(open: OpenMail, part: MimePart): BodyText {
		const room = Math.max(0, this.#caps.maxTextLength - this.#builder.length) + 1;
		const body = this.#rendered.get(part) ?? readBody(open.mail, part, room, this.#caps);
		this.#rendered.set(part, body);
		return body;
	}

	/** A text that came with the mail: a section under its file's name, which tells nothing of the mail's own language. */
	#writeAttachedText(open: OpenMail, part: MimePart): void {
		const body = this.#render(open, part);
		if (body.text.trim() === '') {
			this.#nameAttachment(open, part);
			return;
		}
		const name = cleanField(nameOf(open.mail.bytes, part));
		if (name) {
			this.#writeHeading({ text: name, offsetMap: [] }, open.level + 1);
		}
		this.#writeBody(body, name ? { ...open, level: open.level + 1 } : { ...open }, true);
	}

	#writeBody(body: BodyText, open: OpenMail, isAttached = false): void {
		for (const problem of body.problems) {
			this.#note(problem);
		}
		for (const name of body.fileNames) {
			this.#countAttachment(`The file ${quoted(name)} in the text`);
		}
		this.#encryptedCount += body.isEncrypted ? 1 : 0;
		if (body.text.trim() === '') {
			return;
		}
		open.hasText = true;
		this.#bodyCount++;
		if (!isAttached && this.#proseLength < maxProse) {
			this.#prose.push(ownWords(body.text.slice(0, maxProse / 2)));
			this.#proseLength += Math.min(body.text.length, maxProse / 2);
		}
		this.#startParagraph();
		const start = this.#builder.length;
		this.#builder.addMapped(body);
		for (const heading of body.headings) {
			this.#headings.push({
				...heading,
				level: Math.min(6, heading.level + open.level),
				start: heading.start + start,
				end: heading.end + start,
			});
		}
	}

	#writeAttachedMail(open: OpenMail, part: MimePart): void {
		const { mail } = open;
		if (open.depth >= maxMailDepth) {
			this.#countAttachment('A mail attached to a mail attached to a mail');
			return;
		}
		const body = transferOf(mail.bytes, part);
		const isPlaced = body.pieces.length === 3 && body.bytes.length === part.bodyEnd - part.bodyStart;
		const level = Math.min(6, open.level + 1);
		if (isPlaced) {
			this.write(mail, parseMime(mail.bytes, part.bodyStart, part.bodyEnd), level, open.depth + 1);
		} else if (body.bytes.length > 0) {
			this.write(placeless(body.bytes), parseMime(body.bytes), level, open.depth + 1);
		}
	}

	#nameAttachment(open: OpenMail, part: MimePart): void {
		const { mail } = open;
		const name = nameOf(mail.bytes, part);
		open.hasWrapper ||= part.type.endsWith('/ms-tnef') || part.type.endsWith('/vnd.ms-tnef') || name?.toLowerCase() === 'winmail.dat';
		const length = transferredLength(mail.bytes, part.bodyStart, part.bodyEnd, firstField(mail.bytes, part, 'content-transfer-encoding'));
		const what = `${part.type}, ${formatSize(length)}`;
		this.#countAttachment(name === null ? `An attachment without a name (${what})` : `The attachment ${quoted(name)} (${what})`);
	}

	#countAttachment(what: string): void {
		if (++this.#attachmentCount <= maxNamed) {
			this.#note({ kind: 'attachment', detail: `${what} is not read; save it as a file of its own` });
		}
	}

	#note(problem: Problem): void {
		this.#problems.set(`${problem.kind} ${problem.detail}`, problem);
	}

	#writeHeading(heading: MappedText, level: number): void {
		this.#startParagraph();
		const start = this.#builder.length;
		this.#builder.addMapped(heading);
		this.#headings.push({ level: Math.min(6, level), start, end: this.#builder.length, text: heading.text });
	}

	#writeLines(lines: readonly MappedText[]): void {
		for (const [index, line] of lines.entries()) {
			if (index === 0) {
				this.#startParagraph();
			} else {
				this.#builder.addOwn('\n');
			}
			this.#builder.addMapped(line);
		}
	}

	#startParagraph(): void {
		if (this.#builder.length > 0) {
			this.#builder.addOwn('\n\n');
		}
	}
}

/** The lines that the sender wrote, all if there are none: no quotations, and no fields of a header copied into the text (`Von: …`). */
function ownWords(text: string): string {
	const own = text
		.split('\n')
		.filter((line) => !line.startsWith('>') && !/^[*\p{L}][*\p{L} -]{1,20}:[*]? /u.test(line))
		.join('\n');
	return own.trim() === '' ? text : own;
}

/** Attachments that are read with the mail. */
const readTypes: ReadonlySet<string> = new Set(['text/plain', 'text/markdown', 'text/x-markdown', 'text/html', 'text/csv']);

/** What to do with what only its reader can open. */
export const decrypt = 'open it in your mail program and save its text';

/** A plain body with so many words says what there is to say. */
const manyWords = 100;

function countWords(text: string): number {
	return (text.match(/\S+/g) ?? []).length;
}

function placeless(bytes: Uint8Array): MailBytes {
	return { bytes, places: undefined, fileStart: 0, gaps: new Int32Array(0) };
}

function quoted(name: string): string {
	return `“${
		cleanField(name)
			?.slice(0, 100)
			.replace(/[\uD800-\uDBFF]$/, '') ?? ''
	}”`;
}

function formatSize(bytes: number): string {
	return bytes < 1000
		? `${bytes} byte${bytes === 1 ? '' : 's'}`
		: bytes < 1_000_000
			? `${Math.round(bytes / 1000)} kB`
			: `${(bytes / 1_000_000).toFixed(1)} MB`;
}
