import { emptyContent } from '../document.ts';
import type { Reader } from './reader.ts';
import { TextFlow } from './textFlow.ts';

/** Reads plain text line by line. */
export const readPlainText: Reader = (source) => {
	const flow = new TextFlow();
	flow.writePreformatted(source, [0, 0, source.length]);
	return { ...emptyContent('txt', []), ...flow.build() };
};
