import { findLastAtOrBefore } from '../text/range.ts';
import type { Page } from './document.ts';

/** The label of the page on which the offset stands; null outside every page, or if there are none. */
export function pageLabelAt(pages: readonly Page[], offset: number): string | null {
	const page = pages[findLastAtOrBefore(pages, offset)];
	return page !== undefined && offset < page.end ? page.label : null;
}
