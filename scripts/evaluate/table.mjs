// The one table that an evaluation prints.

/**
 * A figure: `{ row, what, ours, goal?, peers?, remark?, details?, digits? }`. `goal` is `{ atLeast }`, `{ atMost }` or `{ moreThan }`, `peers` are
 * `[name, value]`, measured on the same files in this run; `details` are lines about single files, for `--details`.
 */
export function renderTable(figures) {
	const head = ['row', 'what', 'Dossier', 'goal', 'met', 'beside it', 'remark'];
	const rows = figures.map((figure) => [
		figure.row,
		figure.what,
		show(figure.ours, figure.digits),
		renderGoal(figure),
		renderVerdict(figure),
		(figure.peers ?? []).map(([name, value]) => `${name} ${show(value, figure.digits)}`).join(', '),
		figure.remark ?? '',
	]);
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

function renderGoal({ goal = {}, digits }) {
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

/** Counts as they are, shares with three digits unless told. */
function show(value, digits = Number.isInteger(value) ? 0 : 3) {
	return typeof value === 'number' ? value.toFixed(digits) : String(value);
}
