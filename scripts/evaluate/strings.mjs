// Rows about odd files of many kinds: strings that must be in the text, beside mammoth and pdf.js on the same files.
import fs from 'node:fs';
import path from 'node:path';
import { readJsonLines } from './data.mjs';
import { readWithMammoth, readWithPdfJs } from './peers.mjs';
import { collapse } from './score.mjs';

export const rows = [
	{ name: 'doc-tika', measure: measureTika },
	{ name: 'doc-pdf-pdfjs', measure: measurePdfs },
];

/** The longest that a file may take to be read or refused. */
const limitMs = 8000;

async function measureTika({ product, data }) {
	const answers = data.find('doc-tika/expected.jsonl');
	if (answers === undefined) {
		return undefined;
	}
	const files = readJsonLines(answers)
		.map((expected) => ({ ...expected, path: data.find(`doc-tika/${expected.file}`) }))
		.filter((expected) => expected.path !== undefined);
	const entries = await product.read(files.map((one) => one.path));
	for (const one of files) {
		one.entry = entries.get(one.path);
		one.kind = path.extname(one.file).slice(1);
		one.text = collapse(one.entry?.text ?? '');
		one.peerText = await readWithPeer(one);
	}
	return [
		...['pdf', 'docx'].map((kind) =>
			toStringFigure(
				kind,
				files.filter((one) => one.kind === kind),
			),
		),
		toStringFigure(
			'of other kinds',
			files.filter(({ kind }) => kind !== 'pdf' && kind !== 'docx'),
		),
		toUnwantedFigure(files),
		toTimeFigure(files.map(({ file, entry }) => ({ file, entry }))),
	];
}

async function readWithPeer({ kind, path: file }) {
	const bytes = fs.readFileSync(file);
	if (kind === 'docx') {
		return collapse((await readWithMammoth(bytes)) ?? '');
	}
	return kind === 'pdf' ? collapse(((await readWithPdfJs(bytes)) ?? []).join('\n')) : undefined;
}

function toStringFigure(kind, files) {
	const strings = files.flatMap((one) => one.contains.map((string) => ({ one, string: collapse(string) })));
	const found = strings.filter(({ one, string }) => one.text.includes(string));
	const byPeer = strings.filter(({ one, string }) => one.peerText?.includes(string));
	const peerName = { pdf: 'pdf.js', docx: 'mammoth' }[kind];
	return {
		what: `strings found, ${kind} (${strings.length} in ${files.length} files)`,
		ours: found.length,
		...(peerName ? { goal: toGoal(byPeer.length, strings.length), peers: [[peerName, byPeer.length]] } : {}),
		details: strings
			.filter(({ one, string }) => !one.text.includes(string))
			.map(
				({ one, string }) =>
					`${one.file}: “${string}” (${describe(one.entry)})${one.peerText?.includes(string) ? ', the peer has it' : ''}`,
			),
	};
}

/** More than the peer; as many where it finds all. */
function toGoal(byPeer, all) {
	return byPeer < all ? { moreThan: byPeer } : { atLeast: all };
}

/** What a test both wants and does not want is asked of two ways to parse; it says nothing here. */
function toUnwantedFigure(files) {
	const strings = files.flatMap((one) =>
		one.not_contained.filter((string) => !one.contains.includes(string)).map((string) => ({ one, string: collapse(string) })),
	);
	const found = strings.filter(({ one, string }) => one.text.includes(string));
	return {
		what: `strings that must not be there, found (of ${strings.length})`,
		ours: found.length,
		goal: { atMost: 0 },
		details: found.map(({ one, string }) => `${one.file}: “${string}”`),
	};
}

/** Files that are neither read nor refused with a reason in time. */
function toTimeFigure(files) {
	const bad = files.filter(({ entry }) => !isAnswered(entry));
	return {
		what: `files not read or refused with a reason in ${limitMs / 1000} s (of ${files.length})`,
		ours: bad.length,
		goal: { atMost: 0 },
		details: bad.map(({ file, entry }) => `${file}: ${describe(entry)}, ${entry?.tookMs.toFixed(0)} ms`),
	};
}

function isAnswered(entry) {
	return entry !== undefined && entry.tookMs <= limitMs && (entry.text.trim() !== '' || entry.problems.length > 0);
}

function describe(entry) {
	return entry ? [entry.kind, ...entry.problems.map(({ kind }) => kind)].join(', ') : 'no answer';
}

async function measurePdfs({ product, data }) {
	const answers = data.find('doc-pdf-pdfjs/expected.jsonl');
	if (answers === undefined) {
		return undefined;
	}
	const files = readJsonLines(answers)
		.map((expected) => ({ ...expected, path: data.find(`doc-pdf-pdfjs/pdfs/${expected.file}`) }))
		.filter((expected) => expected.path !== undefined);
	const entries = await product.read(files.map((one) => one.path));
	for (const one of files) {
		one.entry = entries.get(one.path);
		one.peerPages = await readWithPdfJs(fs.readFileSync(one.path));
	}
	const strings = files.flatMap((one) => one.page_text.map(({ page, text }) => ({ one, page, text: collapse(text) })));
	const ours = strings.filter(({ one, page, text }) => collapse(pageOf(one.entry, page)).includes(text));
	const theirs = strings.filter(({ one, page, text }) => collapse(one.peerPages?.[page - 1] ?? '').includes(text));
	return [
		{
			what: `page texts found (${strings.length})`,
			ours: ours.length,
			goal: toGoal(theirs.length, strings.length),
			peers: [['pdf.js', theirs.length]],
			details: strings
				.filter((string) => !ours.includes(string))
				.map(({ one, page, text }) => `${one.file} page ${page}: “${text.slice(0, 60)}” (${describe(one.entry)})`),
		},
		toExpectationFigure(
			'page counts right',
			files.filter(({ expect }) => pageCountOf(expect) !== undefined && !expect.includes('needs password')),
			({ expect, entry }) => entry?.pages.length === pageCountOf(expect),
			({ expect, peerPages }) => peerPages?.length === pageCountOf(expect),
		),
		toExpectationFigure(
			'refused that must be',
			files.filter(({ expect }) => expect.some((line) => line.startsWith('rejects'))),
			({ entry }) => entry?.text === '' && entry.problems.length > 0,
		),
		toExpectationFigure(
			'that need a password, told so',
			files.filter(({ expect }) => expect.includes('needs password')),
			({ entry }) => entry?.problems.some(({ kind }) => kind === 'encrypted') ?? false,
		),
		toTimeFigure(files),
	];
}

function toExpectationFigure(what, files, isRight, isRightOfPeer) {
	const wrong = files.filter((one) => !isRight(one));
	return {
		what: `${what} (${files.length})`,
		ours: files.length - wrong.length,
		goal: { atLeast: files.length },
		...(isRightOfPeer ? { peers: [['pdf.js', files.filter(isRightOfPeer).length]] } : {}),
		details: wrong.map(({ file, entry }) => `${file}: ${entry?.pages.length} pages (${describe(entry)})`),
	};
}

/** Of a file that its tests also join with others, they state several counts: those say nothing. */
function pageCountOf(expect) {
	const counts = expect.filter((line) => line.startsWith('numPages='));
	return counts.length === 1 ? Number(counts[0].slice('numPages='.length)) : undefined;
}

function pageOf(entry, number) {
	const page = entry?.pages[number - 1];
	return page ? entry.text.slice(page.start, page.end) : '';
}
