/** Asked after each await and every few hundred items by whatever loops long. VS Code's `CancellationToken` fits. */
export interface Cancellation {
	readonly isCancellationRequested: boolean;
}

/** For callers who never cancel. */
export const neverCancelled: Cancellation = { isCancellationRequested: false };

/** Thrown for "the caller no longer wants it", so that nobody takes an empty answer for a true one. */
export class Cancelled extends Error {
	readonly kind = 'cancelled';

	constructor() {
		super('Cancelled');
	}

	static is(error: unknown): error is Cancelled {
		return error instanceof Cancelled;
	}
}

/** Throws `Cancelled` once cancellation was asked for. */
export function throwIfCancelled(cancel: Cancellation): void {
	if (cancel.isCancellationRequested) {
		throw new Cancelled();
	}
}
