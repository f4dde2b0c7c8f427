/**
 * What LaTeX in a field of a bibliography reads like: `{\"U}ber \textit{salt} \& tide--mills` is `Über salt & tide–mills`. Braces go, commands
 * that mean a letter become it, others leave what they embrace; what is no LaTeX stays. One pass over the text.
 */
export function readLatex(source: string): string {
	if (!/[\\{}$~`'-]/.test(source)) {
		return source.replace(/\s+/g, ' ').trim();
	}
	let text = '';
	/** The accent that waits for its letter. */
	let mark = '';
	const add = (letter: string) => {
		text += mark === '' ? letter : (letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter) + mark;
		mark = '';
	};
	for (let at = 0; at < source.length; ) {
		const char = source[at] ?? '';
		if (char === '\\') {
			const command = commandForm.exec(source.slice(at + 1, at + 40))?.[0] ?? '';
			at += 1 + command.length;
			if (/^[A-Za-z]/.test(command)) {
				const accent = command.length === 1 ? accents.get(command) : undefined;
				const letter = letters.get(command);
				// A command swallows the space behind it.
				while (source[at] === ' ') {
					at++;
				}
				if (accent !== undefined && isAccented(source, at)) {
					mark = accent;
				} else if (letter !== undefined) {
					add(letter);
					at += source.startsWith('{}', at) ? 2 : 0;
				}
			} else if (accents.has(command) && isAccented(source, at)) {
				mark = accents.get(command) ?? '';
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

const accents: ReadonlyMap<string, string> = new Map([
	['`', '\u0300'],
	["'", '\u0301'],
	['^', '\u0302'],
	['~', '\u0303'],
	['"', '\u0308'],
	['=', '\u0304'],
	['.', '\u0307'],
	['u', '\u0306'],
	['v', '\u030C'],
	['H', '\u030B'],
	['c', '\u0327'],
	['k', '\u0328'],
	['r', '\u030A'],
	['d', '\u0323'],
	['b', '\u0331'],
]);

const letters: ReadonlyMap<string, string> = new Map([
	['ss', 'ß'],
	['o', 'ø'],
	['O', 'Ø'],
	['ae', 'æ'],
	['AE', 'Æ'],
	['oe', 'œ'],
	['OE', 'Œ'],
	['aa', 'å'],
	['AA', 'Å'],
	['l', 'ł'],
	['L', 'Ł'],
	['i', 'ı'],
	['j', 'ȷ'],
	['dh', 'ð'],
	['DH', 'Ð'],
	['th', 'þ'],
	['TH', 'Þ'],
	['dj', 'đ'],
	['DJ', 'Đ'],
	['ng', 'ŋ'],
	['NG', 'Ŋ'],
	['textendash', '–'],
	['textemdash', '—'],
	['textquoteleft', '‘'],
	['textquoteright', '’'],
	['textquotedblleft', '“'],
	['textquotedblright', '”'],
	['textquotesingle', "'"],
	['guillemotleft', '«'],
	['guillemotright', '»'],
	['ldots', '…'],
	['dots', '…'],
	['textellipsis', '…'],
	['textbackslash', '\\'],
	['backslash', '\\'],
	['textasciitilde', '~'],
	['textasciicircum', '^'],
	['textunderscore', '_'],
	['textregistered', '®'],
	['texttrademark', '™'],
	['textcopyright', '©'],
	['copyright', '©'],
	['textdegree', '°'],
	['pounds', '£'],
	['texteuro', '€'],
	['euro', '€'],
	['S', '§'],
	['P', '¶'],
	['newline', ' '],
	['quad', ' '],
	['space', ' '],
	['TeX', 'TeX'],
	['LaTeX', 'LaTeX'],
	['slash', '/'],
]);
