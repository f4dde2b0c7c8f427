// The peers that are run beside Dossier. They are installed for development only.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import PostalMime from 'postal-mime';

/** Longest time a peer gets for a file; what takes longer counts as not read. */
const limitMs = 8000;

/** Readability on linkedom, as its documentation says; undefined where it fails or finds nothing. */
export function readWithReadability(html) {
	try {
		return new Readability(parsePage(html)).parse() ?? undefined;
	} catch {
		return undefined;
	}
}

/** linkedom makes no body where none is written. */
export function parsePage(html) {
	return parseHTML(/<body\b/i.test(html) ? html : `<html><body>${html}</body></html>`).document;
}

/** The text of a piece of HTML with white space between its blocks, which `textContent` leaves out. */
export function textOfBlocks(html) {
	const blocks = /<(?=\/?(?:p|div|li|h[1-6]|br|td|th|tr|dt|dd|ul|ol|dl|blockquote|pre|section|article|figure|figcaption)\b)/gi;
	return parsePage(html.replace(blocks, ' <')).body.textContent;
}

/** The words of a Word file; undefined where mammoth fails. */
export async function readWithMammoth(bytes) {
	try {
		return (await inTime(mammoth.extractRawText({ buffer: bytes }))).value;
	} catch {
		return undefined;
	}
}

/** The text of each page, items joined as they come; undefined where pdf.js refuses or outlives the limit. */
export async function readWithPdfJs(bytes) {
	const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
	try {
		return await inTime(
			task.promise.then(async (document) => {
				const pages = [];
				for (let number = 1; number <= document.numPages; number++) {
					const { items } = await (await document.getPage(number)).getTextContent();
					pages.push(items.map((item) => `${item.str ?? ''}${item.hasEOL ? '\n' : ''}`).join(''));
				}
				return pages;
			}),
		);
	} catch {
		return undefined;
	} finally {
		await task.destroy();
	}
}

/** A mail as our documents tell it: sender, subject, day (postal-mime knows no other than that of UTC), those it goes to above its text. */
export async function readWithPostalMime(bytes) {
	try {
		const mail = await inTime(PostalMime.parse(new Uint8Array(bytes)));
		const recipients = (mail.to ?? []).flatMap((address) => address.group ?? [address]);
		return {
			author: mail.from?.name || mail.from?.address,
			title: mail.subject,
			date: mail.date?.slice(0, 10),
			text: [...recipients.map(({ name, address }) => `${name} ${address}`), mail.text ?? mail.html ?? ''].join('\n'),
			problems: [],
		};
	} catch {
		return undefined;
	}
}

async function inTime(promise) {
	let timer;
	const tooLate = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error('too slow')), limitMs);
	});
	try {
		return await Promise.race([promise, tooLate]);
	} finally {
		clearTimeout(timer);
	}
}
