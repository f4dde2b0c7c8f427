import fs from 'node:fs';

/**
 * A name for the thread that asks, by which another thread of the process can tell its time; `undefined` where the system has none (it has one on
 * Linux).
 */
export function nameThread(platform: NodeJS.Platform = process.platform): string | undefined {
	if (platform !== 'linux') {
		return undefined;
	}
	try {
		return `/proc/${fs.readlinkSync('/proc/thread-self')}`;
	} catch {
		return undefined;
	}
}

/** How long the named thread has been at work so far, in milliseconds of processor time; `undefined` if nobody can tell. */
export function readThreadMs(name: string | undefined): number | undefined {
	if (name === undefined) {
		return undefined;
	}
	try {
		const nanoseconds = Number(fs.readFileSync(`${name}/schedstat`, 'utf8').split(' ')[0]);
		return Number.isFinite(nanoseconds) ? nanoseconds / 1e6 : undefined;
	} catch {
		// Its thread has ended.
		return undefined;
	}
}
