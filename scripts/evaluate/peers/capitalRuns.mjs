// Runs of capital words: the peer of the rows about names.

const months = 'January February March April May June July August September October November December'.split(' ');
const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const noNames = new Set([...months, ...days, 'The', 'I']);

/** `[start, end]` of each run, with `of` inside. A single word that begins a sentence counts only if it stands with a capital inside of one, too. */
export function findCapitalRuns(text) {
	const runs = [...text.matchAll(/\p{Lu}[\p{L}\p{N}.&’'-]*(?: (?:of |of the |de |van )?\p{Lu}[\p{L}\p{N}.&’'-]*)*/gu)].flatMap(
		({ index, 0: words }) => {
			const run = words.replace(/(?<=\p{Ll})\.$|['’]s?$/u, '');
			const isInitial = /(?:^|[.!?:“"]\s+|\n)$/.test(text.slice(Math.max(0, index - 3), index));
			return noNames.has(run) ? [] : [{ start: index, run, isInitial: isInitial && !run.includes(' ') }];
		},
	);
	const inside = new Set(runs.filter(({ isInitial }) => !isInitial).map(({ run }) => run));
	return runs.flatMap(({ start, run, isInitial }) => {
		const skipped = /^(?:The|A|An|In|On|At) /.exec(run)?.[0].length ?? 0;
		return isInitial && !inside.has(run) ? [] : [[start + skipped, start + run.length]];
	});
}
