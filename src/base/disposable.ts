/** Something that holds a resource until it is told to let go. Structurally the same as VS Code's. */
export interface Disposable {
	dispose(): void;
}

/** Disposes all, in order. One that throws does not keep the rest: what was thrown is thrown again, together, at the end. */
export function disposeAll(disposables: Iterable<Disposable>): void {
	const errors: unknown[] = [];
	for (const disposable of disposables) {
		try {
			disposable.dispose();
		} catch (error) {
			errors.push(error);
		}
	}
	if (errors.length > 0) {
		throw new AggregateError(errors, 'Dossier: some resources could not be let go');
	}
}
