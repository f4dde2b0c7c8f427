import { once } from 'node:events';

/** Standard output, waited for: a slow reader of a pipe holds us back, and one that went away ends us quietly. */
export class Output {
	readonly #stream = process.stdout;

	constructor() {
		this.#stream.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code !== 'EPIPE') {
				throw error;
			}
			// `dossier list . | head -1`: nobody reads on.
			process.exit(0);
		});
	}

	async writeLine(line: string): Promise<void> {
		if (!this.#stream.write(`${line}\n`)) {
			await once(this.#stream, 'drain');
		}
	}

	/** An array, an element a line. */
	async writeArray(elements: Iterable<unknown>): Promise<void> {
		let before = '[';
		for (const element of elements) {
			await this.writeLine(before);
			before = `${JSON.stringify(element)},`;
		}
		await this.writeLine(before === '[' ? '[' : before.slice(0, -1));
		await this.writeLine(']');
	}
}
