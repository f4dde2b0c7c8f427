/** A reference with more attachments than this is a folder. */
const maxFiles = 50;

/**
 * The paths in a `file` field, in the forms that reference managers write: `Full Text:/papers/a.pdf:application/pdf;…` (Zotero),
 * `:a.pdf:PDF` (JabRef), `:C$\backslash$:/papers/a.pdf:pdf` (Mendeley), `/papers/a.pdf;/papers/b.html`, `a.pdf`. Separators that belong to a
 * path stand behind a backslash there.
 */
export function readBibFiles(field: string): readonly string[] {
	const plain = field
		.replaceAll('$\\backslash$', '\\')
		.replaceAll('{\\_}', '_')
		.replace(/\{\\textbackslash\s?\}/g, '\\');
	const paths: string[] = [];
	for (const file of splitUnescaped(plain, ';').slice(0, maxFiles)) {
		const path = pathOf(splitUnescaped(file, ':').map((part) => part.trim()));
		if (path !== '' && path.length <= 4_096 && !paths.includes(path)) {
			paths.push(path);
		}
	}
	return paths;
}

/** Out of what stands between colons: a description, the path (whose drive may have left its colon), the type. */
function pathOf(parts: readonly string[]): string {
	const unescaped = parts.map(unescapePath);
	const [first = '', second = '', third] = unescaped;
	if (parts.length === 1) {
		return first;
	}
	if (/^(?:file|https?)$/i.test(first) && second.startsWith('//')) {
		return first.toLowerCase() === 'file'
			? decodePath(
					unescaped
						.slice(1)
						.join(':')
						.replace(/^\/\/(?:localhost)?/, ''),
				)
			: '';
	}
	if (/^[a-z]$/i.test(first) && /^[\\/]/.test(second)) {
		return `${first}:${second}`;
	}
	if (third === undefined) {
		// A description and a path, or a path and its type.
		return isFileType(second) && !second.includes('.') ? first : second;
	}
	const middle = unescaped.slice(1, -1);
	return /^[a-z]$/i.test(middle[0] ?? '') && middle.length > 1 ? middle.join(':') : (middle.find((part) => part !== '') ?? '');
}

function isFileType(text: string): boolean {
	return /^(?:pdf|html?|epub|docx?|odt|rtf|txt|text|md|djvu|ps|application\/.{1,80}|text\/.{1,80})$/i.test(text);
}

function splitUnescaped(text: string, separator: string): string[] {
	const parts: string[] = [];
	let start = 0;
	for (let at = 0; at < text.length; at++) {
		if (text[at] === '\\') {
			at++;
		} else if (text[at] === separator) {
			parts.push(text.slice(start, at));
			start = at + 1;
		}
	}
	parts.push(text.slice(start));
	return parts;
}

/** A backslash before a sign of LaTeX or a separator only guards it; before a letter it parts folders. */
function unescapePath(text: string): string {
	return text.replace(/\\([\\:;_&%#{}$~^ ])/g, '$1').replace(/[{}]/g, '');
}

function decodePath(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		// A percent sign that is one.
		return text;
	}
}
