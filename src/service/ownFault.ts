import { Cancelled } from '../base/cancellation.ts';
import type { Log } from '../base/log.ts';
import type { Problem } from '../base/problem.ts';

/** A fault of our own that costs one file or folder: to the log with all of it, to the person in a few words. Throws on what is only cancelled. */
export function tellFault(log: Log, whatFailed: string, detail: string, error: unknown): Problem {
	if (Cancelled.is(error)) {
		throw error;
	}
	log.error(`${whatFailed}: ${error instanceof Error ? error.stack : String(error)}`);
	return { kind: 'crashed', detail: `${detail} (${error instanceof Error ? error.name : 'Error'})` };
}
