// The row about mail: who wrote to whom, when, about what, and whether a malformed message does any harm.
import fs from 'node:fs';
import { filesIn } from './data.mjs';
import { readWithPostalMime } from './peers.mjs';
import { collapse, comparePair, mean, toWords } from './score.mjs';

export const rows = [{ name: 'doc-eml-mailparser', measure: measureMail }];

async function measureMail({ product, data }) {
	const folders = [
		['rfc', 'well formed'],
		['malformed', 'malformed'],
	].map(([name, what]) => ({ what, folder: data.find(`doc-eml-mailparser/${name}`) }));
	if (folders.some(({ folder }) => folder === undefined)) {
		return undefined;
	}
	const figures = [];
	for (const { what, folder } of folders) {
		const files = filesIn(folder).filter((file) => file.endsWith('.eml'));
		const entries = await product.read(files);
		const messages = await Promise.all(
			files.map(async (file) => ({
				name: file.slice(folder.length + 1),
				right: toRight(JSON.parse(fs.readFileSync(file.replace(/\.eml$/, '.json'), 'utf8'))),
				entry: entries.get(file),
				peer: await readWithPostalMime(fs.readFileSync(file)),
			})),
		);
		figures.push(toFieldFigure(what, messages), toTextFigure(what, messages), toAnswerFigure(what, messages));
	}
	return figures;
}

/** What the expected parse says of a message, in our words; undefined is not stated. */
function toRight({ parts, text_body: textBody }) {
	const headers = parts[0].headers;
	const valueOf = (name) => headers.findLast((header) => header.name === name)?.value;
	const addressesOf = (name) => listAddresses(valueOf(name)?.Address);
	const date = valueOf('date')?.DateTime;
	return {
		from: addressesOf('from')[0],
		to: addressesOf('to'),
		subject: valueOf('subject')?.Text,
		date: date && date.year > 0 ? [date.year, pad(date.month), pad(date.day)].join('-') : undefined,
		text: textBody.map((number) => parts[number]?.body?.Text ?? '').join('\n'),
	};
}

function listAddresses(address) {
	if (!address) {
		return [];
	}
	return address.List ?? address.Group?.flatMap(({ addresses }) => addresses) ?? [];
}

function pad(number) {
	return String(number).padStart(2, '0');
}

function toFieldFigure(what, messages) {
	const checks = messages.flatMap(({ name, right, entry }) => checkFields(right, entry).map((check) => ({ name, ...check })));
	const wrong = checks.filter(({ isRight }) => !isRight);
	const peerChecks = messages.flatMap(({ right, peer }) => checkFields(right, peer));
	return {
		peers: [['postal-mime', peerChecks.filter(({ isRight }) => isRight).length / Math.max(1, peerChecks.length)]],
		what: `from, to, subject, date right, ${what} (${checks.length} fields, ${messages.length} messages)`,
		ours: checks.length === 0 ? 0 : 1 - wrong.length / checks.length,
		...(what === 'well formed' ? { goal: { atLeast: 0.98 } } : {}),
		details: wrong.map(({ name, field, expected, found }) => `${name} ${field}: ${JSON.stringify(found)} for ${JSON.stringify(expected)}`),
	};
}

/** The sender may be told by name or address; those a message goes to stand in its first lines. */
function checkFields(right, entry) {
	const head = collapse((entry?.text ?? '').slice(0, 4000));
	const checks = [];
	if (right.from) {
		const names = [right.from.name, right.from.address].filter(Boolean).map(collapse);
		const found = collapse(entry?.author ?? '');
		checks.push({ field: 'from', expected: names, found, isRight: names.some((name) => found === name || found.includes(`<${name}>`)) });
	}
	for (const { name, address } of right.to) {
		const expected = collapse(name ?? address ?? '');
		checks.push({ field: 'to', expected, found: head.slice(0, 200), isRight: head.includes(expected) });
	}
	if (right.subject) {
		const expected = collapse(right.subject);
		checks.push({ field: 'subject', expected, found: entry?.title, isRight: collapse(entry?.title ?? '') === expected });
	}
	if (right.date) {
		checks.push({ field: 'date', expected: right.date, found: entry?.date, isRight: entry?.date === right.date });
	}
	return checks;
}

function toTextFigure(what, messages) {
	const recallOf = (entry, right) => comparePair(toWords(entry?.text ?? ''), toWords(right.text)).recall;
	const scored = messages
		.filter(({ right }) => right.text.trim() !== '' && !/<html|<body|<p>/i.test(right.text))
		.map(({ name, right, entry, peer }) => ({ name, recall: recallOf(entry, right), peer: recallOf(peer, right) }));
	return {
		what: `words of plain bodies found, ${what} (${scored.length} messages)`,
		ours: mean(scored.map(({ recall }) => recall)),
		digits: 3,
		peers: [['postal-mime', mean(scored.map(({ peer }) => peer))]],
		details: scored.filter(({ recall }) => recall < 0.98).map(({ name, recall }) => `${name} ${recall.toFixed(3)}`),
	};
}

function toAnswerFigure(what, messages) {
	const bad = messages.filter(({ entry }) => !entry || entry.problems.some(({ detail }) => detail.startsWith('Its reader failed')));
	return {
		what: `crashes, ${what} (of ${messages.length})`,
		ours: bad.length,
		goal: { atMost: 0 },
		details: bad.map(({ name, entry }) => `${name}: ${entry?.problems.map(({ detail }) => detail).join('; ')}`),
	};
}
