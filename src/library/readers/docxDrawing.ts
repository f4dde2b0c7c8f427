import { readXml } from '../container/xml.ts';
import { wordNamespaces } from './docxNames.ts';

const maxParagraphs = 2000;
const maxParagraphLength = 10_000;

/**
 * The words that stand in a diagram (SmartArt) or chart, a paragraph each, in the order of its part: what its boxes say; its titles, and the names of
 * its series and categories. The figures of a chart stay out: it shows them as heights.
 */
export function readDrawingWords(part: Uint8Array): readonly string[] {
	const paragraphs: string[] = [];
	let text = '';
	let textDepth = 0;
	let nameDepth = 0;
	const end = () => {
		const paragraph = text.replace(/\s+/g, ' ').trim();
		text = '';
		// A series is named at each of its places.
		if (paragraph !== '' && paragraphs.at(-1) !== paragraph && !(nameDepth > 0 && paragraphs.includes(paragraph))) {
			paragraphs.push(paragraph);
		}
	};
	readXml(part, wordNamespaces, {
		open(name) {
			if (name === 'a:t' || (name === 'c:v' && nameDepth > 0)) {
				textDepth++;
			} else if (name === 'c:strCache' || name === 'c:strLit') {
				nameDepth++;
			} else if (name === 'a:br') {
				text += ' ';
			}
		},
		close(name) {
			if (name === 'a:t' || (name === 'c:v' && nameDepth > 0)) {
				textDepth--;
			}
			if (name === 'a:p' || (name === 'c:v' && nameDepth > 0)) {
				end();
			}
			if (name === 'c:strCache' || name === 'c:strLit') {
				nameDepth--;
			}
		},
		text(piece) {
			if (textDepth > 0 && text.length < maxParagraphLength) {
				text += piece.slice(0, maxParagraphLength);
			}
		},
		isDone: () => paragraphs.length > maxParagraphs,
	});
	return paragraphs;
}
