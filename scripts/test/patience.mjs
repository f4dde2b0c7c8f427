// How long the tests wait before they say that something hangs. Generous: CI runs on slow, shared machines, and a hang lasts for ever.

/** `DOSSIER_SLOW=3` makes every limit three times as long. */
export const slowness = Number(process.env.DOSSIER_SLOW ?? 1);

/** Of one test or hook, by the folder under test/ that it stands in: ten times and more what the longest there takes on an idle laptop. */
export const timeoutsMs = { unit: 30_000, node: 600_000, editor: 300_000, workbench: 300_000 };

/** What mocha is told, for tests in this folder. @param {string} folder */
export function timeoutOf(folder) {
	return Math.round((timeoutsMs[folder] ?? timeoutsMs.node) * slowness);
}
