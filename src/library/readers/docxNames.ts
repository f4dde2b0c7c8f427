import type { XmlNamespaces } from '../container/xml.ts';

/** Namespaces of Office Open XML by the prefixes that everybody uses; transitional and strict documents (ECMA-376) name them differently. */
export const wordNamespaces: XmlNamespaces = new Map([
	...both('wordprocessingml', 'w'),
	...both('officeDocument/relationships', 'r'),
	...both('officeDocument/math', 'm'),
	...both('drawingml/wordprocessingDrawing', 'wp'),
	...both('drawingml', 'a'),
	...both('drawingml/chart', 'c'),
	...both('drawingml/diagram', 'dgm'),
	['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
	['urn:schemas-microsoft-com:office:office', 'o'],
	['urn:schemas-microsoft-com:vml', 'v'],
]);

/** Only the two oldest names end with `main`. */
function both(name: string, prefix: string): [string, string][] {
	const [first = '', ...rest] = name.split('/');
	const transitional = [first, '2006', ...(rest.length === 0 ? ['main'] : rest)].join('/');
	const strict = rest.length === 0 ? `${first}/main` : name;
	return [
		[`http://schemas.openxmlformats.org/${transitional}`, prefix],
		[`http://purl.oclc.org/ooxml/${strict}`, prefix],
	];
}
