/** A place in a document, as our commands are given it. */
export interface DocumentTarget {
	readonly id: string;
	readonly start: number;
	readonly end: number;
}

/**
 * Reads a command's argument, which may come from anybody: a target that names a document the library knows, at an ordered pair of offsets.
 * `isKnown` is asked last. Anything else is `undefined`.
 */
export function toDocumentTarget(argument: unknown, isKnown: (id: string) => boolean): DocumentTarget | undefined {
	if (typeof argument !== 'object' || argument === null) {
		return undefined;
	}
	const { id, start, end } = argument as Partial<Record<keyof DocumentTarget, unknown>>;
	if (typeof id !== 'string' || !isOffset(start) || !isOffset(end) || end < start || !isKnown(id)) {
		return undefined;
	}
	return { id, start, end };
}

function isOffset(value: unknown): value is number {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
