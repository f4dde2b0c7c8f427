// A pile of many files of 50 kB out of real text: country reports from ../shared/data.
import fs from 'node:fs';
import path from 'node:path';
import { capture } from '../setup/run.mjs';

export const fileBytes = 50_000;

/** The reports' text. */
export async function readReports(from, into) {
	const { code, output } = await capture('tar', ['-xJf', from, '-C', into]);
	if (code !== 0) {
		throw new Error(`${from} could not be unpacked: ${output}`);
	}
	return fs
		.readdirSync(into, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.html'))
		.sort()
		.map((name) => ({
			name: path.basename(name, '.html'),
			text: toPlainText(fs.readFileSync(path.join(into, name), 'utf8')).trim(),
		}));
}

/** The text of a page, one line a block, tags off: rough, but nobody's reader had a hand in it. */
export function toPlainText(html) {
	return html
		.replace(/<(?:script|style)\b[^]*?<\/(?:script|style)>/gi, '')
		.replace(/<\/(?:p|h[1-6]|li|div|d[dt]|td|pre)>/gi, '\n\n')
		.replace(/<[^>]*>/g, '')
		.replace(/&nbsp;/g, ' ')
		.replace(/\s*\n\s*\n\s*/g, '\n\n');
}

/** Slices of the reports, each starting elsewhere, as txt, md and html in turn. */
export function writePile(texts, folder, fileCount) {
	fs.mkdirSync(folder, { recursive: true });
	const all = texts.map(({ text }) => text).join('\n\n');
	const step = Math.floor((all.length - fileBytes) / fileCount);
	for (let index = 0; index < fileCount; index++) {
		const slice = all.slice(index * step, index * step + fileBytes);
		const title = `Report ${index + 1}`;
		const [extension, text] = [
			['txt', slice],
			['md', `# ${title}\n\n${slice}`],
			[
				'html',
				`<!doctype html><title>${title}</title><article><h1>${title}</h1>${slice
					.split('\n\n')
					.map((paragraph) => `<p>${paragraph}</p>`)
					.join('')}</article>`,
			],
		][index % 3];
		fs.writeFileSync(path.join(folder, `report-${String(index + 1).padStart(5, '0')}.${extension}`), text);
	}
}
