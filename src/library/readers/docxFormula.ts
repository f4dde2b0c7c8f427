import type { XmlAttributes } from '../container/xml.ts';

/** What stands before these parts of a formula, written in one line: the half is 1/2, the square x^2. */
const signs: ReadonlyMap<string, string> = new Map([
	['m:den', '/'],
	['m:sup', '^'],
	['m:sub', '_'],
]);

/** The formulas of a Word document, in one line each. Told every element, as only the next one to a term's end begins another term. */
export class DocxFormula {
	#isBehindTerm = false;
	#sign = '';

	/** Whether the element that opens is a further cell of a matrix, line of several equations, or term of a bracket. */
	open(name: string): boolean {
		const isNextTerm = this.#isBehindTerm && name === 'm:e';
		this.#isBehindTerm = false;
		this.#sign = signs.get(name) ?? this.#sign;
		return isNextTerm;
	}

	close(name: string): void {
		this.#isBehindTerm = name === 'm:e';
	}

	/** What is written before the text that follows; empty the second time. */
	takeSign(): string {
		const sign = this.#sign;
		this.#sign = '';
		return sign;
	}
}

/** The sign of a sum, a product or an integral. */
export function operatorOf(attributes: XmlAttributes): string {
	return /^[\u2200-\u22ff]/.exec(attributes.get('m:val') ?? '')?.[0] ?? '';
}
