// The picture of growth: how the p95 of each class grows with the text, Dossier beside its peers, both axes logarithmic.
import { percentile } from './child.mjs';
import { queryClasses } from './queries.mjs';

const engines = [
	['dossier', 'Dossier', '#0b6bcb'],
	['miniSearch', 'MiniSearch', '#b4540a'],
	['fts5', 'SQLite FTS5', '#5b8a1f'],
];
const panel = { width: 190, height: 210, left: 58, top: 40, gap: 22, inset: 16 };
const textColour = '#8a8a8a';

/** An SVG out of what the bench measured; a class a panel. */
export function drawGrowth({ machine, results }) {
	const points = ([key], name) =>
		results.flatMap((result) => {
			const ms = percentile(result[key]?.times[name] ?? [], 95);
			return Number.isFinite(ms) ? [[result.bytes / 1e6, ms]] : [];
		});
	const all = queryClasses.flatMap((name) => engines.flatMap((engine) => points(engine, name)));
	const largest = Math.max(...all.map(([size]) => size));
	const slowest = Math.max(...all.map(([, ms]) => ms));
	const x = scale(
		all.map(([size]) => size),
		panel.inset,
		panel.width - panel.inset,
	);
	const y = scale(
		all.map(([, ms]) => ms),
		panel.height,
		0,
	);
	const width = panel.left + queryClasses.length * (panel.width + panel.gap);
	const height = panel.top + panel.height + 74;
	const parts = queryClasses.map((name, index) => {
		const left = panel.left + index * (panel.width + panel.gap);
		const grid = y.ticks.map(
			(tick) =>
				`<line x1="0" x2="${panel.width}" y1="${y.at(tick)}" y2="${y.at(tick)}" class="grid"/>` +
				(index === 0 ? `<text x="-6" y="${y.at(tick) + 4}" text-anchor="end">${tick} ms</text>` : ''),
		);
		const sizes = results.map(({ bytes }, size) => {
			// The unit once, at the end, so that neighbours keep apart.
			const isLast = size === results.length - 1;
			const at = x.at(bytes / 1e6);
			return `<text x="${isLast ? at + panel.inset : at}" y="${panel.height + 18}" text-anchor="${isLast ? 'end' : 'middle'}">${Math.round(bytes / 1e6)}${isLast ? ' MB' : ''}</text>`;
		});
		const [first] = points(engines[0], name);
		// What Dossier would take if its cost grew as the text does, as far as there is room.
		const times = first === undefined ? 1 : Math.min(largest / first[0], slowest / first[1]);
		const asText =
			first === undefined
				? ''
				: `<line x1="${x.at(first[0])}" y1="${y.at(first[1])}" x2="${x.at(first[0] * times)}" y2="${y.at(first[1] * times)}" stroke="${textColour}" stroke-dasharray="3 4"/>`;
		const lines = engines.map((engine) => {
			const places = points(engine, name).map(([size, ms]) => [x.at(size), y.at(ms)]);
			return (
				`<polyline points="${places.map((place) => place.join()).join(' ')}" fill="none" stroke="${engine[2]}" stroke-width="2"/>` +
				places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${engine[2]}"/>`).join('')
			);
		});
		return `<g transform="translate(${left} ${panel.top})"><text x="${panel.width / 2}" y="-12" text-anchor="middle" class="title">${name}</text>${[...grid, ...sizes, asText, ...lines].join('')}</g>`;
	});
	const legend = [
		...engines.map(([, title, colour]) => [title, `<line x2="14" y1="-4" y2="-4" stroke="${colour}" stroke-width="4"/>`]),
		['as the text grows', `<line x2="14" y1="-4" y2="-4" stroke="${textColour}" stroke-dasharray="3 4"/>`],
	].map(
		([title, mark], index) =>
			`<g transform="translate(${panel.left + index * 115} ${height - 16})">${mark}<text x="20">${title}</text></g>`,
	);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="p95 of a query by size of the text">`,
		'<style>text{font:12px system-ui,sans-serif;fill:#444}.title{font-weight:600;fill:#222}.grid{stroke:#ddd}</style>',
		`<rect width="${width}" height="${height}" fill="#fff"/>`,
		...parts,
		...legend,
		`<text x="${width - panel.gap}" y="${height - 16}" text-anchor="end">p95 of 200 queries; ${machine.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`,
		'</svg>\n',
	].join('\n');
}

/** Powers of ten, and threes of them, among the values, and where a value stands between the two ends. */
function scale(values, start, end) {
	const low = Math.log10(Math.min(...values));
	const high = Math.max(low + 0.001, Math.log10(Math.max(...values)));
	const ticks = [];
	for (let power = Math.floor(low); power <= Math.floor(high); power++) {
		ticks.push(...[Number(`1e${power}`), Number(`3e${power}`)].filter((tick) => Math.log10(tick) >= low && Math.log10(tick) <= high));
	}
	return { ticks, at: (value) => Math.round((start + ((Math.log10(value) - low) / (high - low)) * (end - start)) * 10) / 10 };
}
