/** Whether everything is tried that was promised (`DOSSIER_WHOLE=1 npm test -- node`, a quarter of an hour more), or the part that each run of CI does. */
const isWhole = process.env.DOSSIER_WHOLE === '1';

/** How often something is tried, and how a test's name says so: `500 (DOSSIER_WHOLE=1: 2000)`. Where the test has a seed of its own, the part is the beginning of the whole. */
export function howMany(part: number, whole: number): { readonly count: number; readonly said: string } {
	return isWhole ? { count: whole, said: String(whole) } : { count: part, said: `${part} (DOSSIER_WHOLE=1: ${whole})` };
}
