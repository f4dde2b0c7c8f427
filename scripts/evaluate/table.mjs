// The one table that an evaluation prints.

/**
 * A figure: `{ row, what, ours, goal?, peers?, remark?, details?, digits? }`. `goal` is `{ atLeast }`, `{ atMost }` or `{ moreThan }`, `peers` are
 * `[name, value]`, measured on the same files in this run; `details` are lines about single files, for `--details`.
 */
export function renderTable(figures) {
	const head = ['row', 'what', 'Dossier', 'goal', 'met', 'beside it', 'remark'];
	const rows = figures.map((figure) => {
		const digits = figure.digits ?? digitsOf(figure);
		return [
			figure.row,
			figure.what,
			show(figure.ours, digits),
			renderGoal(figure, digits),
			renderVerdict(figure),
			(figure.peers ?? []).map(([name, value]) => `${name} ${show(value, digits)}`).join(', '),
			figure.remark ?? '',
		];
	});
	const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
	const line = (cells) =>
		cells
			.map((cell, column) => cell.padEnd(widths[column]))
			.join('  ')
			.trimEnd();
	return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** Whether the figure is what the goal asks for; undefined without a goal. */
export function isMet({ ours, goal }) {
	if (goal === undefined) {
		return undefined;
	}
	return (
		(goal.atLeast === undefined || ours >= goal.atLeast) &&
		(goal.atMost === undefined || ours <= goal.atMost) &&
		(goal.moreThan === undefined || ours > goal.moreThan)
	);
}

function renderVerdict(figure) {
	const verdict = isMet(figure);
	return verdict === undefined ? '' : verdict ? 'yes' : 'NO';
}

function renderGoal({ goal = {} }, digits) {
	const parts = [
		['≥', goal.atLeast],
		['≤', goal.atMost],
		['>', goal.moreThan],
	];
	return parts
		.filter(([, value]) => value !== undefined)
		.map(([sign, value]) => `${sign} ${show(value, digits)}`)
		.join(', ');
}

/** None for counts, three for shares: a row holds one or the other. */
function digitsOf({ ours, goal = {}, peers = [] }) {
	const numbers = [ours, ...Object.values(goal), ...peers.map(([, value]) => value)].filter((value) => typeof value === 'number');
	return numbers.every(Number.isInteger) ? 0 : 3;
}

function show(value, digits) {
	return typeof value === 'number' ? value.toFixed(digits) : String(value);
}
