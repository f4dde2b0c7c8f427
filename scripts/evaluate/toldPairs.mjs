// The pairs by which disagreement is judged (test/support/disagreements/*.txt), and how what is told of them is scored.

/**
 * Reads such a file. `+ ` begins a pair that is told differently, with the numbers that must be shown; `- ` one that is not, with the reason. Each
 * line below is a document: its date, ` | `, its text. `#` is a remark.
 */
export function parsePairs(source) {
	const pairs = [];
	for (const line of source.split('\n')) {
		if (/^[+-] /.test(line)) {
			pairs.push({ isShown: line.startsWith('+'), label: line.slice(2), documents: [] });
		} else if (line !== '' && !line.startsWith('#')) {
			const [, date, text] = /^([\d-]+) \| (.+)$/.exec(line);
			pairs.at(-1).documents.push({ date, text });
		}
	}
	return pairs;
}

/**
 * What is told differently by the pair's documents, by any term's card. `core` is the room of terms, `language` that of the pairs. Right is only what shows the numbers that the
 * label has, in that order; all else that is shown is wrong.
 */
export function scorePair(core, { isShown, label, documents }, language) {
	const lexicon = new core.Lexicon();
	for (const [at, { date, text }] of documents.entries()) {
		const document = {
			...{ id: `file:///${at}`, title: null, author: null, publisher: null, date, language },
			...{ text, pages: [], headings: [], quotes: [] },
		};
		lexicon.replaceDocument(document, core.extractFindings(document));
	}
	const shown = lexicon.build().cards.flatMap((card) => card.disagreements.map(({ what }) => `${card.term}: ${what}`));
	const wanted = label.match(/\d[\d,.]*\d|\d/g) ?? [];
	const isRight = (what) => isShown && holdsInOrder(what.match(/\d[\d,.]*\d|\d/g) ?? [], wanted);
	return {
		right: Number(isShown && shown.some(isRight)),
		wrong: Number(shown.some((what) => !isRight(what))),
		missed: Number(isShown && !shown.some(isRight)),
		details:
			isShown && shown.some(isRight) && shown.every(isRight)
				? []
				: !isShown && shown.length === 0
					? []
					: [`${isShown ? '+' : '-'} ${label}: ${shown.join('; ') || 'nothing'}`],
		shown,
	};
}

/** Whether the wanted numbers stand among these, each behind the one before it. */
function holdsInOrder(numbers, wanted) {
	let at = 0;
	for (const number of numbers) {
		at += Number(number === wanted[at]);
	}
	return at === wanted.length;
}

/** Of pairs, each once: precision among those for which anything is shown, recall among those for which something must be. */
export function sumPairs(scores) {
	const sum = (key) => scores.reduce((total, score) => total + score[key], 0);
	const [right, wrong, missed] = [sum('right'), sum('wrong'), sum('missed')];
	return {
		precision: right + wrong === 0 ? 1 : right / (right + wrong),
		recall: right + missed === 0 ? 1 : right / (right + missed),
		...{ right, wrong, missed },
		details: scores.flatMap(({ details }) => details),
	};
}
