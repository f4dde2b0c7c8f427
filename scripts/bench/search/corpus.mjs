// Real text for the search bench: the reports of ../shared/data and what some Debian packages hold, each paragraph once. Kept in `.bench/`, so that
// only the first run fetches and unpacks; where Debian's packages cannot be had, it is smaller and says so.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import zlib from 'node:zlib';
import { capture } from '../../setup/run.mjs';
import { readReports, toPlainText } from '../pile.mjs';

const packages = ['linux-doc-6.1', 'openjdk-17-doc', 'gimp-help-en', 'dict-gcide'];
/** For tables larger than those give: another 240 MB to fetch. */
const morePackages = [
	...['python3.11-doc', 'sagemath-doc', 'erlang-doc', 'dict-wn', 'qtbase5-doc-html', 'ghc-doc', 'rust-doc', 'libboost1.81-doc'],
	...['lazarus-doc-2.2', 'llvm-14-doc', 'wx3.2-doc', 'libstdc++-12-doc', 'dict-foldoc'],
];
/** More than anybody asks for: the largest table. */
const maxBytes = 320_000_000;
const maxDocumentLength = 200_000;
const minDocumentLength = 200;
/** A dictionary is one file; so long are the documents that are made of it. */
const dictionarySlice = 20_000;

/**
 * The corpus, made if it is not there, or holds less than is wanted and there is more: `{ file, bytes, missing, isAll }`. `file` holds a document a
 * line, `{ id, text }`; `missing` are the sources that could not be had.
 */
export async function ensureCorpus(cache, reportArchive, wantedBytes) {
	const file = path.join(cache, 'documents.jsonl');
	const note = path.join(cache, 'corpus.json');
	const known = fs.existsSync(note) ? JSON.parse(fs.readFileSync(note, 'utf8')) : undefined;
	if (known !== undefined && (known.isAll || known.bytes >= wantedBytes)) {
		return { file, ...known };
	}
	if (wantedBytes > baseBytes || known !== undefined) {
		return await makeCorpus({ cache, file, note, reportArchive, names: [...packages, ...morePackages], isAll: true });
	}
	return await makeCorpus({ cache, file, note, reportArchive, names: packages, isAll: false });
}

/** What the reports and the first packages give. */
const baseBytes = 100_000_000;

async function makeCorpus({ cache, file, note, reportArchive, names, isAll }) {
	fs.mkdirSync(cache, { recursive: true });
	const missing = fs.existsSync(reportArchive) ? [] : [reportArchive];
	const folders = [];
	for (const name of names) {
		const folder = await unpack(name, cache);
		if (folder === undefined) {
			missing.push(name);
		} else {
			folders.push(folder);
		}
	}
	const bytes = await write(file, missing.includes(reportArchive) ? undefined : reportArchive, folders);
	fs.writeFileSync(note, JSON.stringify({ bytes, missing, isAll }));
	return { file, bytes, missing, isAll };
}

/** The first documents of the corpus, as many as together hold so many bytes of text. */
export async function* readCorpus(file, bytes) {
	let left = bytes;
	const input = fs.createReadStream(file);
	try {
		for await (const line of readline.createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
			const document = JSON.parse(line);
			left -= Buffer.byteLength(document.text);
			yield document;
			if (left <= 0) {
				break;
			}
		}
	} finally {
		// Else the rest of the file is read while queries are timed.
		input.destroy();
	}
}

/** The same documents as files of a folder, for who searches files. */
export async function ensureFiles(cache, corpusFile, bytes) {
	const folder = path.join(cache, `files-${bytes / 1e6}`);
	if (!fs.existsSync(folder)) {
		const unfinished = fs.mkdtempSync(path.join(cache, 'unfinished-'));
		let count = 0;
		for await (const { text } of readCorpus(corpusFile, bytes)) {
			const part = path.join(unfinished, String(Math.floor(count / 500)));
			fs.mkdirSync(part, { recursive: true });
			fs.writeFileSync(path.join(part, `${count++}.txt`), text);
		}
		fs.renameSync(unfinished, folder);
	}
	return folder;
}

/** The folder of an unpacked package; `undefined` where it cannot be had. */
async function unpack(name, cache) {
	const folder = path.join(cache, 'packages', name);
	if (fs.existsSync(folder)) {
		return folder;
	}
	const archives = path.join(cache, 'archives');
	fs.mkdirSync(archives, { recursive: true });
	const find = () => fs.readdirSync(archives).find((file) => file.startsWith(`${name}_`) && file.endsWith('.deb'));
	for (const args of [['download', name], ['update'], ['download', name]]) {
		if (find() === undefined) {
			console.log(`apt-get ${args.join(' ')} …`);
			await capture('apt-get', args, { cwd: archives }).catch(() => undefined);
		}
	}
	const archive = find();
	if (archive === undefined) {
		return undefined;
	}
	const unfinished = fs.mkdtempSync(path.join(cache, 'unfinished-'));
	const { code } = await capture('dpkg-deb', ['-x', path.join(archives, archive), unfinished]);
	if (code !== 0) {
		return undefined;
	}
	fs.mkdirSync(path.dirname(folder), { recursive: true });
	fs.renameSync(unfinished, folder);
	return folder;
}

async function write(file, reportArchive, folders) {
	const seen = new Set();
	const out = fs.createWriteStream(`${file}.unfinished`);
	let bytes = 0;
	const add = async (id, text) => {
		const fresh = dropSeen(text, seen).slice(0, maxDocumentLength);
		if (fresh.length >= minDocumentLength && bytes < maxBytes) {
			bytes += Buffer.byteLength(fresh);
			if (!out.write(`${JSON.stringify({ id, text: fresh })}\n`)) {
				await new Promise((resolve) => out.once('drain', resolve));
			}
		}
	};
	if (reportArchive !== undefined) {
		const work = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-bench-'));
		for (const { name, text } of await readReports(reportArchive, work)) {
			await add(`report/${name}`, text);
		}
		fs.rmSync(work, { recursive: true, force: true });
	}
	for (const folder of folders) {
		for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
			for (const [id, text] of readDocuments(path.join(folder, name), `${path.basename(folder)}/${name}`)) {
				await add(id, text);
			}
		}
	}
	await new Promise((resolve) => out.end(resolve));
	fs.renameSync(`${file}.unfinished`, file);
	return bytes;
}

function readDocuments(file, id) {
	const kind = /\.(html|txt|rst|dict)(?:\.gz|\.dz)?$/.exec(file)?.[1];
	if (kind === undefined || !fs.lstatSync(file).isFile()) {
		return [];
	}
	const bytes = fs.readFileSync(file);
	const text = (/\.[gd]z$/.test(file) ? zlib.gunzipSync(bytes) : bytes).toString('utf8').replaceAll('\r', '').replaceAll('\0', '');
	if (kind === 'html') {
		return [[id, toPlainText(text)]];
	}
	const documents = [];
	for (let at = 0; at < text.length; at += kind === 'dict' ? dictionarySlice : maxDocumentLength) {
		documents.push([`${id}#${at}`, text.slice(at, at + (kind === 'dict' ? dictionarySlice : maxDocumentLength))]);
	}
	return documents;
}

/** The text without the paragraphs that stood somewhere before; short ones (headings, names) stay. */
function dropSeen(text, seen) {
	return decodeEntities(text)
		.split('\n\n')
		.map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
		.filter((paragraph) => {
			if (paragraph.length <= 40) {
				return paragraph !== '';
			}
			const key = createHash('md5').update(paragraph).digest('base64');
			const isNew = !seen.has(key);
			seen.add(key);
			return isNew;
		})
		.join('\n\n');
}

const entities = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }));

function decodeEntities(text) {
	return text.replace(/&(?:#(\d{1,6})|([a-z]{2,6}));/g, (whole, number, name) =>
		number === undefined ? (entities.get(name) ?? whole) : String.fromCodePoint(Math.min(0x10ffff, Number(number))),
	);
}
