import { type Exclusions, excludeAddresses, MarkFinder } from './exclusions.ts';

/** Commands whose arguments are names, keys, numbers or paths. */
const keyCommands =
	/^(?:[a-z]*cite[a-z]*|nocite|[a-z]*ref|label|url|path|href|hyperref|input|include|includegraphics|bibliography|bibliographystyle|addbibresource|usepackage|documentclass|newcommand|renewcommand|def|let|setlength|hspace|vspace|verb|lstinline|mintinline|texttt|gls[a-z]*|color|textcolor|pagestyle|hypersetup)$/i;

/** Environments that hold no prose. */
const codeEnvironments =
	/^(?:equation|align|alignat|gather|multline|eqnarray|math|displaymath|verbatim|lstlisting|minted|tikzpicture|comment|filecontents)\*?$/;

/**
 * Leaves out what is not prose in LaTeX: the preamble, comments, command names, options, arguments that are keys (`\cite`, `\ref`, `\url`,
 * `\href` with its text), maths and verbatim environments. The arguments of other commands (`\emph{…}`, `\section{…}`) are prose.
 */
export function excludeLatex(text: string, exclusions: Exclusions): void {
	const body = text.indexOf('\\begin{document}');
	let at = 0;
	if (body >= 0) {
		at = body + '\\begin{document}'.length;
		exclusions.add(0, at);
	}
	excludeAddresses(text, { start: at, end: text.length }, exclusions);
	const marks = new MarkFinder(text);
	while (at < text.length) {
		const character = text[at];
		if (character === '%') {
			const end = endOfLine(text, at);
			exclusions.add(at, end);
			at = end;
		} else if (character === '$') {
			const mark = text[at + 1] === '$' ? '$$' : '$';
			at = excludeTo(marks, at, mark, mark.length, exclusions);
		} else if (character === '\\') {
			at = skipCommand(text, at, marks, exclusions);
		} else {
			at++;
		}
	}
}

function skipCommand(text: string, at: number, marks: MarkFinder, exclusions: Exclusions): number {
	if (text[at + 1] === '(') {
		return excludeTo(marks, at, '\\)', 2, exclusions);
	}
	if (text[at + 1] === '[') {
		return excludeTo(marks, at, '\\]', 2, exclusions);
	}
	const name = /^[a-z]{1,40}/i.exec(text.slice(at + 1, at + 41))?.[0];
	if (name === undefined) {
		return at + 2;
	}
	let end = at + 1 + name.length;
	if (text[end] === '*') {
		end++;
	}
	if (name === 'begin' || name === 'end') {
		const environment = /^\{([a-z*]{1,40})\}/i.exec(text.slice(end, end + 44))?.[1];
		if (environment !== undefined) {
			end += environment.length + 2;
			if (name === 'begin' && codeEnvironments.test(environment)) {
				return excludeTo(marks, at, `\\end{${environment}}`, end - at, exclusions);
			}
		}
	}
	const isKey = keyCommands.test(name);
	// At most four arguments: `\href{…}{…}`, `\includegraphics[…]{…}`, `\cite[…][…]{…}`.
	for (let count = 0; count < 4; count++) {
		const isOption = text[end] === '[';
		if (!isOption && !(isKey && text[end] === '{')) {
			break;
		}
		const closing = findClosing(text, end);
		if (closing === undefined) {
			break;
		}
		end = closing;
	}
	exclusions.add(at, end);
	return end;
}

/** Behind the bracket that closes the one at `at`, at most 500 characters away and before an empty line. */
function findClosing(text: string, at: number): number | undefined {
	const [open, close] = text[at] === '[' ? ['[', ']'] : ['{', '}'];
	let depth = 0;
	for (let end = at; end < Math.min(text.length, at + 500); end++) {
		if (text[end] === open) {
			depth++;
		} else if (text[end] === close && --depth === 0) {
			return end + 1;
		} else if (text[end] === '\n' && text[end + 1] === '\n') {
			return undefined;
		}
	}
	return undefined;
}

/** Leaves out from `at` to behind the next `mark`, or, where none follows, the opening alone. */
function excludeTo(marks: MarkFinder, at: number, mark: string, openingLength: number, exclusions: Exclusions): number {
	const found = marks.findNext(mark, at + openingLength);
	const end = found < 0 || found > at + 20_000 ? at + openingLength : found + mark.length;
	exclusions.add(at, end);
	return end;
}

function endOfLine(text: string, at: number): number {
	const end = text.indexOf('\n', at);
	return end < 0 ? text.length : end;
}
