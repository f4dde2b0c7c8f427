// How long the tests wait before they say that something hangs. Generous: CI runs on slow, shared machines, and a hang lasts for ever.

/** `DOSSIER_SLOW=3` makes every limit three times as long. */
export const slowness = Number(process.env.DOSSIER_SLOW ?? 1);

/** Of one test or hook, by the folder under test/ that it stands in: ten times and more what the longest there takes on an idle laptop. */
export const timeoutsMs = { unit: 120_000, node: 600_000, editor: 600_000, workbench: 600_000 };

/** What mocha is told, for tests in this folder. @param {string} folder */
export function timeoutOf(folder) {
	return Math.round((timeoutsMs[folder] ?? timeoutsMs.node) * slowness);
}

/**
 * How often a test is tried again before it counts as failed, by folder. Only where a real window takes real keys and a real mouse: there the focus is
 * now and then elsewhere than a moment before. A file in which something failed for all that, or a hook did, is run once more as a whole (`secondRun.mjs`).
 * Each test and file that was tried again is named.
 */
export const retries = { editor: 1, workbench: 2 };
