import type { XmlNamespaces } from '../container/xml.ts';

/** The namespaces of Word's parts, transitional and strict (ECMA-376), by the prefixes that everybody uses. */
export const wordNamespaces: XmlNamespaces = new Map([
	['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
	['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
	['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
	['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
	['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
	['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
	['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
	['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
	['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
]);
