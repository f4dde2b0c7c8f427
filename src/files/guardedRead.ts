import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import type { Problem } from '../base/problem.ts';
import { isPassing, toProblem } from './systemProblem.ts';

export interface GuardedReadOptions {
	/** A larger file is a problem (`tooLarge`). */
	readonly maxBytes: number;
	/** A link is read where it leads: only for files that a person named. */
	readonly followsLink?: boolean;
}

/**
 * The bytes of an ordinary file, or why not. Never waits for a pipe, never reads a device, never follows a link unless told to,
 * never reads more than `maxBytes` and one byte. A file that changes while it is read is read again, twice at most; then it is `vanished`.
 */
export async function readGuarded(filePath: string | Buffer, options: GuardedReadOptions): Promise<Uint8Array | Problem> {
	try {
		const target = options.followsLink ? await realpath(filePath, { encoding: 'buffer' }) : filePath;
		return await withRetries(() => openAndRead(target, options.maxBytes));
	} catch (error) {
		return toProblem(error);
	}
}

/** Tries again, with growing pauses of 300 ms together, while the system is only out of breath (too many open files, a lock). */
export async function withRetries<T>(attempt: () => Promise<T>): Promise<T> {
	for (const pauseMs of [20, 80, 200]) {
		try {
			return await attempt();
		} catch (error) {
			if (!isPassing(error)) {
				throw error;
			}
			await new Promise((resolve) => setTimeout(resolve, pauseMs));
		}
	}
	return attempt();
}

/** Whether an answer is a problem and not bytes. */
export function isProblem<T extends object>(value: T | Problem): value is Problem {
	return 'kind' in value && 'detail' in value;
}

// A pipe opened without O_NONBLOCK waits for a writer for ever, and four of them stop every later file call of the process. Windows has neither flag.
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

async function openAndRead(filePath: string | Buffer, maxBytes: number): Promise<Uint8Array | Problem> {
	for (let attempt = 0; attempt < 3; attempt += 1) {
		const handle = await open(filePath, flags);
		try {
			const before = await handle.stat({ bigint: true });
			if (!before.isFile()) {
				return { kind: 'notAFile', detail: before.isDirectory() ? 'It is a folder' : 'It is a pipe, socket or device, not a file' };
			}
			if (before.size > BigInt(maxBytes)) {
				return tooLarge(Number(before.size), maxBytes);
			}
			const bytes = await readToEnd(handle, Number(before.size), maxBytes);
			if (bytes === undefined) {
				return tooLarge(maxBytes + 1, maxBytes);
			}
			const after = await handle.stat({ bigint: true });
			if (after.size === before.size && after.mtimeNs === before.mtimeNs) {
				return bytes;
			}
		} finally {
			await handle.close();
		}
	}
	return { kind: 'vanished', detail: 'It kept changing while it was read' };
}

/** To the end, whatever the size said (files of `/proc` say 0); `undefined` once it is more than `maxBytes`. */
async function readToEnd(handle: FileHandle, expectedBytes: number, maxBytes: number): Promise<Uint8Array | undefined> {
	// One byte more than expected, so that an unchanged file ends in this buffer.
	let buffer = Buffer.allocUnsafeSlow(Math.min(expectedBytes, maxBytes) + 1);
	let length = 0;
	for (;;) {
		const { bytesRead } = await handle.read(buffer, length, Math.min(buffer.length - length, sliceBytes), length);
		if (bytesRead === 0) {
			return buffer.subarray(0, length);
		}
		length += bytesRead;
		if (length > maxBytes) {
			return undefined;
		}
		if (length === buffer.length) {
			const larger = Buffer.allocUnsafeSlow(Math.min(buffer.length * 2 + 64 * 1024, maxBytes + 1));
			buffer.copy(larger, 0, 0, length);
			buffer = larger;
		}
	}
}

const sliceBytes = 4 * 1024 * 1024;

function tooLarge(sizeBytes: number, maxBytes: number): Problem {
	const mb = (bytes: number) => `${Math.max(1, Math.round(bytes / (1024 * 1024))).toLocaleString('en')} MB`;
	return { kind: 'tooLarge', detail: `It is larger than the limit: ${mb(sizeBytes)}, and ${mb(maxBytes)} are read at most` };
}
