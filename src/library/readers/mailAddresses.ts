import { decodeWords } from '../container/mimeFields.ts';
import { cleanField } from '../metadata/field.ts';

/** Somebody that a mail is from or to; at least one of the two is there. */
export interface MailAddress {
	readonly name: string | null;
	readonly address: string | null;
}

/**
 * Reads a list of addresses (RFC 5322): `Ana Lee <ana@example.org>, "Ruiz, Eva" <eva@example.org>, ana@example.org (Ana Lee)`, groups, encoded names.
 * `text` holds a character for each byte, `charset` is that of `decodeWords`. Lenient: what is not closed ends with the text, and what holds no address is a name.
 */
export function parseAddresses(text: string, charset?: string): MailAddress[] {
	const found: MailAddress[] = [];
	let remark: MailAddress | undefined;
	let hasGroup = false;
	let words = '';
	let isAddress = false;
	let comment = '';
	let address: string | undefined;
	const push = () => {
		const one = toAddress(words, comment, address, charset);
		if (one && words.trim() === '' && address === undefined) {
			remark ??= one;
		} else if (one) {
			found.push(one);
		}
		words = '';
		isAddress = false;
		comment = '';
		address = undefined;
	};
	for (let at = 0; at < text.length; ) {
		const char = text[at] ?? '';
		if (char === '"') {
			const end = endOf(text, at, '"');
			const quoted = unescape(text.slice(at + 1, end));
			words += quoted;
			isAddress ||= quoted.includes('@');
			at = end + 1;
		} else if (char === '(') {
			const end = endOfComment(text, at);
			comment += `${comment === '' ? '' : ' '}${unescape(text.slice(at + 1, end))}`;
			at = end + 1;
		} else if (char === '<') {
			const end = endOf(text, at, '>');
			address ??= text.slice(at + 1, end);
			at = end + 1;
		} else {
			if (char === ',' || char === ';') {
				push();
			} else if (char === ':' && !isAddress) {
				// The name of a group is none of its members'.
				words = '';
				comment = '';
				hasGroup = true;
			} else {
				words += char;
				isAddress ||= char === '@';
			}
			at++;
		}
	}
	push();
	// A remark is somebody only where nobody else is.
	return found.length === 0 && remark && !hasGroup ? [remark] : found;
}

/** `Ana Lee <ana@example.org>`. */
export function formatAddress({ name, address }: MailAddress): string {
	return name !== null && address !== null ? `${name} <${address}>` : (name ?? address ?? '');
}

function toAddress(words: string, comment: string, bracketed: string | undefined, charset: string | undefined): MailAddress | undefined {
	let name = words.trim();
	let address = bracketed
		?.replace(/\([^()]*\)/g, '')
		.replace(/[\s<>]/g, '')
		.replace(/^@[^:]*:/, '');
	const joined = address === undefined && name.length < 1000 ? name.replace(/\s{0,20}([.@])\s{0,20}/g, '$1') : '';
	if (/^[^\s@]+@[^\s@]+$/.test(joined)) {
		address = joined.replace(/^<|>$/g, '');
		name = '';
	} else if (address === undefined) {
		// `ana at example.org` is how the archives of mailing lists hide addresses.
		const bare = /(?:^|\s)([^\s@]{1,300}(?:@| at )[^\s@]{1,300})(?:\s|$)/.exec(` ${name} `.slice(0, 2000))?.[1];
		if (bare !== undefined && (bare.includes('@') || bare === name)) {
			address = bare.replace(/^<|>$/g, '');
			name = name.replace(bare, '').trim();
		}
	}
	const named = name === '' ? comment : comment === '' ? name : `${name} (${comment})`;
	const shown = cleanField(decodeWords(named, charset))?.replace(/^'(.*)'$/, '$1') ?? null;
	const reached = cleanField(decodeWords(address ?? ''));
	if (shown === null && reached === null) {
		return undefined;
	}
	return { name: shown === reached ? null : shown, address: reached };
}

/** Where the closing sign stands, `\` before a sign passed over; the text's end if nothing closes. */
function endOf(text: string, start: number, close: string): number {
	for (let at = start + 1; at < text.length; at++) {
		if (text[at] === '\\') {
			at++;
		} else if (text[at] === close) {
			return at;
		}
	}
	return text.length;
}

function endOfComment(text: string, start: number): number {
	let depth = 0;
	for (let at = start; at < text.length; at++) {
		const char = text[at];
		if (char === '\\') {
			at++;
		} else if (char === '(') {
			depth++;
		} else if (char === ')' && --depth === 0) {
			return at;
		}
	}
	return text.length;
}

function unescape(text: string): string {
	return text.replace(/\\(.)/g, '$1');
}
