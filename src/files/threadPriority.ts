import os from 'node:os';

/**
 * Halfway to the priority below normal. Threads of a process share locks (of Node's file work, of V8's helpers): one that goes last by far can be
 * kept from a core while it holds one, and then the editor's thread waits for it all the same, for 40 to 70 ms on two cores.
 */
const stepAside = os.constants.priority.PRIORITY_BELOW_NORMAL / 2;

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
		os.setPriority(0, stepAside);
	} catch {
		// A sandbox may forbid it. Then the threads share as they did.
	}
}
