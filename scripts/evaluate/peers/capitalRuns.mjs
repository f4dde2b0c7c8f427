// Runs of capital words: the peer of the rows about names.

const small = new Set(
	'the a an in on at of for to by with from and or but if it he she they we you i this that these those his her its their there when while as after before since during although however also one no not is was were are be what who which where how why some many most all both'.split(
		' ',
	),
);

/** `[start, end]` of each run; a common word at its start is taken off, `of`, `the`, `de` and the like may stand inside. */
export function findCapitalRuns(text) {
	const word = "\\p{Lu}[\\p{L}\\p{N}.'’-]*";
	const runs = text.matchAll(new RegExp(`${word}(?: (?:(?:of|the|de|van|von|for|and) ){0,2}${word})*`, 'gu'));
	return [...runs].flatMap(({ index, 0: run }) => {
		let start = index;
		let words = run.replace(/(?<=\p{Ll})[.'’]+$|['’]s$/u, '');
		for (
			let first = /^(\S+)(?:\s+|$)/.exec(words);
			first !== null && small.has(first[1].toLowerCase());
			first = /^(\S+)(?:\s+|$)/.exec(words)
		) {
			start += first[0].length;
			words = words.slice(first[0].length);
		}
		return words === '' ? [] : [[start, start + words.length]];
	});
}
