import type { XmlNamespaces } from '../container/xml.ts';

/** The namespaces of OpenDocument (1.0 to 1.4 are the same), by the prefixes that everybody uses. */
export const openDocumentNamespaces: XmlNamespaces = new Map(
	['office', 'text', 'table', 'style', 'meta', 'chart']
		.map((name): [string, string] => [`urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`, name])
		.concat([
			['urn:oasis:names:tc:opendocument:xmlns:drawing:1.0', 'draw'],
			['urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0', 'svg'],
			['urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0', 'fo'],
			['http://purl.org/dc/elements/1.1/', 'dc'],
			['http://www.w3.org/1999/xlink', 'xlink'],
			['http://www.w3.org/1998/Math/MathML', 'math'],
		]),
);
