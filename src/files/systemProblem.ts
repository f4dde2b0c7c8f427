import type { Problem } from '../base/problem.ts';

/** The system's error code (`ENOENT`; `UNKNOWN` for what Windows has no other word for); `undefined` for an error that is not the system's. */
export function errorCode(error: unknown): string | undefined {
	if (!(error instanceof Error)) {
		return undefined;
	}
	const { code, errno, syscall } = error as NodeJS.ErrnoException;
	const isOfSystem = typeof errno === 'number' && typeof syscall === 'string';
	return typeof code === 'string' && (isOfSystem || /^E[A-Z0-9]+$/.test(code)) ? code : undefined;
}

/** Says in words why the system did not give a file or folder. An error that is not the system's is our own fault and is thrown again. */
export function toProblem(error: unknown): Problem {
	const code = errorCode(error);
	if (code === undefined) {
		throw error;
	}
	return problems.get(code) ?? { kind: 'unreadable', detail: `The system could not read it (${code})` };
}

/** Says in words why the system did not take what was to be written. */
export function toWriteFault(error: unknown): string {
	const code = errorCode(error);
	return code === undefined ? 'an own fault' : (writeFaults.get(code) ?? code);
}

const writeFaults: ReadonlyMap<string, string> = new Map([
	['ENOSPC', 'the disk is full'],
	['EDQUOT', 'the disk is full'],
	['EROFS', 'the disk is read-only'],
	['EACCES', 'the system does not permit writing there'],
	['EPERM', 'the system does not permit writing there'],
	['EIO', 'the drive gave an input/output error'],
	['ENOENT', 'its folder is gone'],
	['ENOTDIR', 'something else stands in the place of its folder'],
]);

/** The system was out of breath: worth another try after a pause. */
export function isPassing(error: unknown): boolean {
	return passing.has(errorCode(error) ?? '');
}

const passing: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', 'EBUSY', 'EINTR', 'ESTALE', 'ENOMEM']);

const gone: Problem = { kind: 'vanished', detail: 'There is no such file (any more)' };
const refused: Problem = { kind: 'unreadable', detail: 'The system does not permit reading it' };
const unreachable: Problem = { kind: 'unreachable', detail: 'The drive or server that holds it does not answer' };

const problems: ReadonlyMap<string, Problem> = new Map([
	['ENOENT', gone],
	['ENOTDIR', gone],
	['EACCES', refused],
	['EPERM', refused],
	['EIO', { kind: 'unreadable', detail: 'The drive gave an input/output error' }],
	['EMFILE', { kind: 'unreadable', detail: 'Too many files are open on this machine' }],
	['ENFILE', { kind: 'unreadable', detail: 'Too many files are open on this machine' }],
	['EBUSY', { kind: 'unreadable', detail: 'Another program keeps it locked' }],
	['ELOOP', { kind: 'unreadable', detail: 'It is a link that leads back to itself' }],
	['ENAMETOOLONG', { kind: 'unreadable', detail: 'Its path is too long for the system' }],
	['EAGAIN', { kind: 'notAFile', detail: 'It gives no end of content: not an ordinary file' }],
	['EISDIR', { kind: 'notAFile', detail: 'It is a folder' }],
	['ENXIO', { kind: 'notAFile', detail: 'It is a pipe, socket or device, not a file' }],
	['ENODEV', { kind: 'notAFile', detail: 'It is a pipe, socket or device, not a file' }],
	['ETIMEDOUT', unreachable],
	['EHOSTDOWN', unreachable],
	['EHOSTUNREACH', unreachable],
	['ENETUNREACH', unreachable],
	['ENOTCONN', unreachable],
	['ESTALE', unreachable],
]);
