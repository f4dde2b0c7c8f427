import type { TermKind } from './card.ts';
import type { TermRecord } from './termRecords.ts';

/** Whoever may do to many what happened to them more than once. */
export const doers: ReadonlySet<TermKind> = new Set(['person', 'organisation', 'place', 'acronym']);

/** Whether the term is somebody's or something's own name, as far as a capital tells. */
export function isCalledByName({ joined, names }: TermRecord): boolean {
	return joined.kind !== 'concept' || /\p{Lu}/u.test(names.term);
}

/** `the maternal mortality ratio` of a concept that headings write with capitals: here it is no name, and may be that of any country. */
export function isWrittenSmall({ joined }: TermRecord, written: string): boolean {
	return joined.kind === 'concept' && /^\p{Ll}/u.test(written) && !/\p{Lu}/u.test(written);
}

/** Whether more speaks for the term than that words stand side by side: a name, a definition, an acronym. */
export function isStrong({ joined: { groups, shorts } }: TermRecord): boolean {
	return (
		shorts.size > 0 ||
		groups.some((group) => group.nameCount > 0 || group.definitions.length > 0 || group.kinds.size > 0 || group.longs.size > 0)
	);
}

/** A mere key term: it needs more than one place to be a term. */
export function isWeak(record: TermRecord): boolean {
	return record.joined.kind !== 'own' && !isStrong(record);
}
