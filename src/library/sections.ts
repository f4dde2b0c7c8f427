import { findLastAtOrBefore } from '../text/range.ts';
import type { Heading } from './document.ts';

/** Where a section of a document begins, and its heading's text, or the beginning of that. */
export type Section = Pick<Heading, 'start' | 'text'>;

/** Nobody reads more of it beside a hit: a paragraph, or a megabyte, that is marked up as a heading would come with each. UTF-16 units. */
const maxNameLength = 300;

/**
 * The sections into which a document falls: those of the first level that has several headings, so that the messages of a mailbox, the entries of a feed
 * and the chapters of a book each are one, whatever is parted inside of them. A single heading of a higher level begins one too. None where no level has several.
 */
export function findSections(headings: readonly Heading[]): readonly Section[] {
	const counts = new Map<number, number>();
	for (const { level } of headings) {
		counts.set(level, (counts.get(level) ?? 0) + 1);
	}
	const levels = [...counts].filter(([, count]) => count > 1).map(([level]) => level);
	const level = Math.min(...levels);
	return levels.length === 0
		? []
		: headings.filter((heading) => heading.level <= level).map(({ start, text }) => ({ start, text: toSectionName(text) }));
}

/** The heading of the section in which a passage stands that begins here; null above the first, and of the heading itself. */
export function sectionAt(sections: readonly Section[], offset: number): string | null {
	const section = sections[findLastAtOrBefore(sections, offset)];
	return section === undefined || section.start === offset ? null : section.text;
}

/** What a section is called whose heading, or whose document's title, this is. */
export function toSectionName(heading: string): string {
	return heading.length <= maxNameLength ? heading : heading.slice(0, maxNameLength).replace(/[\ud800-\udbff]$/, '');
}
