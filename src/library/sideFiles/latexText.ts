import { accented, findLetter, findSign, isAccent } from '../readers/texCharacters.ts';

/**
 * What LaTeX in a field of a bibliography reads like: `{\"U}ber \textit{salt} \& tide--mills` is `Über salt & tide–mills`. Braces go, commands
 * that mean a letter become it, others leave what they embrace; what is no LaTeX stays. One pass over the text.
 */
export function readLatex(source: string): string {
	if (!/[\\{}$~`'-]/.test(source)) {
		return source.replace(/\s+/g, ' ').trim();
	}
	let text = '';
	/** The command of the accent that waits for its letter. */
	let mark = '';
	const add = (letter: string) => {
		text += mark === '' ? letter : accented(mark, letter);
		mark = '';
	};
	for (let at = 0; at < source.length; ) {
		const char = source[at] ?? '';
		if (char === '\\') {
			const command = commandForm.exec(source.slice(at + 1, at + 40))?.[0] ?? '';
			at += 1 + command.length;
			if (/^[A-Za-z]/.test(command)) {
				const letter = findLetter(command) ?? findSign(command) ?? otherCommands.get(command);
				// A command swallows the space behind it.
				while (source[at] === ' ') {
					at++;
				}
				if (isAccent(command) && isAccented(source, at)) {
					mark = command;
				} else if (letter !== undefined) {
					add(letter);
					at += source.startsWith('{}', at) ? 2 : 0;
				}
			} else if (isAccent(command) && isAccented(source, at)) {
				mark = command;
			} else {
				add(command === '\\' || command === ' ' || command === '' ? ' ' : /[/,:;!@(\[\])-]/.test(command) ? '' : command);
			}
		} else if (char === '{' || char === '}' || char === '$') {
			if (char === '}' && mark !== '') {
				mark = '';
			}
			at++;
		} else if (source.startsWith('---', at)) {
			add('—');
			at += 3;
		} else if (source.startsWith('--', at) || source.startsWith('``', at) || source.startsWith("''", at)) {
			add(char === '-' ? '–' : char === '`' ? '“' : '”');
			at += 2;
		} else if (char === '~') {
			add(' ');
			at++;
		} else if (mark !== '' && /\s/.test(char)) {
			at++;
		} else {
			const letter = String.fromCodePoint(source.codePointAt(at) ?? 0);
			add(letter);
			at += letter.length;
		}
	}
	return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A name of letters, or one sign. */
const commandForm = /^(?:[A-Za-z]{1,38}|[^A-Za-z])/u;

/** Whether a letter follows that an accent can stand on: `\'e`, `\'{e}`, `\'{\i}`, `\v s`. */
function isAccented(source: string, at: number): boolean {
	return /^(?:\{?\s{0,3}\p{L}|\{?\\[ij](?![A-Za-z])|\{?\\(?:ae|AE|oe|OE|o|O|aa|AA|l|L)(?![A-Za-z]))/u.test(source.slice(at, at + 8));
}

/** What `texCharacters` does not know, since LaTeX sets no letter for it. */
const otherCommands: ReadonlyMap<string, string> = new Map([
	['textquotesingle', "'"],
	['backslash', '\\'],
	['newline', ' '],
	['quad', ' '],
	['space', ' '],
	['slash', '/'],
]);
