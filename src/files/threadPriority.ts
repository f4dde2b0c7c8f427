import os from 'node:os';

/**
 * Lets other threads go first where they want a core at the same moment: a worker that reads and indexes must not keep the editor's thread waiting.
 * Threads that are started from here on do the same. On Linux a priority belongs to a thread, and 0 names the one that asks; elsewhere it would
 * slow down the whole process, so nothing is done.
 */
export function letOthersFirst(platform: NodeJS.Platform = process.platform): void {
	if (platform !== 'linux') {
		return;
	}
	try {
		os.setPriority(0, os.constants.priority.PRIORITY_BELOW_NORMAL);
	} catch {
		// A sandbox may forbid it. Then the threads share as they did.
	}
}
