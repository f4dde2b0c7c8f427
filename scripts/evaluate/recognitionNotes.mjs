// The notes by which the recognition of terms is judged (test/support/recognition/*.txt), and how what was recognised in them is scored.

/**
 * Reads such a file. `= kind [language]` begins a section, `+ term; alias; !excluded` gives the writer's glossary of it, `- ` begins a note that
 * goes on in lines indented by two; `~ ` begins one whose letters are decomposed (NFD). ⟦…⟧ is a term, ⟪…⟫ looks like one and is none.
 */
export function parseNotes(source) {
	const sections = [];
	for (const line of source.split('\n')) {
		const section = sections.at(-1);
		const note = section?.notes.at(-1);
		if (line.startsWith('= ')) {
			const [, kind, language = 'markdown'] = /^= (.*?)(?: \[([a-z]+)\])?$/.exec(line);
			sections.push({ kind, language, glossary: [], notes: [] });
		} else if (line.startsWith('+ ')) {
			section.glossary.push(line.slice(2).split('; '));
		} else if (line.startsWith('- ') || line.startsWith('~ ')) {
			section.notes.push({ isDecomposed: line.startsWith('~'), marked: line.slice(2) });
		} else if (line.startsWith('  ')) {
			note.marked += `\n${line.slice(2)}`;
		} else if (line === '' && note !== undefined) {
			note.marked += '\n';
		} else if (line !== '') {
			throw new Error(`no line of notes: ${line}`);
		}
	}
	return sections.map(({ notes, ...section }) => ({ ...section, notes: notes.map(readMarks) }));
}

function readMarks({ marked, isDecomposed }) {
	const note = { text: '', terms: [], lookAlikes: [] };
	let start = 0;
	for (const piece of marked.trimEnd().split(/([⟦⟧⟪⟫])/)) {
		if (piece === '⟦' || piece === '⟪') {
			start = note.text.length;
		} else if (piece === '⟧' || piece === '⟫') {
			note[piece === '⟧' ? 'terms' : 'lookAlikes'].push({ start, end: note.text.length });
		} else {
			note.text += isDecomposed ? piece.normalize('NFD') : piece;
		}
	}
	return note;
}

/** The writer's glossary of a section, as a `glossary.md` has it. */
export function toGlossary({ glossary }) {
	const entries = glossary.map(([term, ...others]) => {
		const also = others.filter((other) => !other.startsWith('!'));
		const not = others.filter((other) => other.startsWith('!')).map((other) => other.slice(1));
		return [
			`## ${term}`,
			also.length > 0 && `Also: ${also.join(', ')}`,
			not.length > 0 && `Not: ${not.join(', ')}`,
			'',
			'Explained here.',
			'',
		]
			.filter((line) => line !== false)
			.join('\n');
	});
	return `# Words\n\n${entries.join('\n')}`;
}

/** Counts of one note: a term is right where both of its ends are. `details` names each miss and each false alarm. */
export function scoreNote({ text, terms, lookAlikes }, found) {
	const same = (a, b) => a.start === b.start && a.end === b.end;
	const missed = terms.filter((term) => !found.some((range) => same(range, term)));
	const wrong = found.filter((range) => !terms.some((term) => same(range, term)));
	const isTaken = (range) => wrong.some(({ start, end }) => start < range.end && end > range.start);
	const show = ({ start, end }) => {
		const words = JSON.stringify(text.slice(start, end)).slice(1, -1);
		return `${text.slice(Math.max(0, start - 12), start)}[${words}]${text.slice(end, end + 12)}`.replaceAll('\n', '⏎');
	};
	return {
		right: terms.length - missed.length,
		missed: missed.length,
		wrong: wrong.length,
		lookAlikes: lookAlikes.length,
		taken: lookAlikes.filter(isTaken).length,
		details: [...missed.map((range) => `missed ${show(range)}`), ...wrong.map((range) => `wrong  ${show(range)}`)],
	};
}

/** The sum of such counts, with precision and recall. */
export function sumScores(scores) {
	const sum = (key) => scores.reduce((total, score) => total + score[key], 0);
	const [right, missed, wrong] = [sum('right'), sum('missed'), sum('wrong')];
	return {
		...{ right, missed, wrong, lookAlikes: sum('lookAlikes'), taken: sum('taken') },
		precision: right + wrong === 0 ? 1 : right / (right + wrong),
		recall: right + missed === 0 ? 1 : right / (right + missed),
		details: scores.flatMap(({ details }) => details),
	};
}
