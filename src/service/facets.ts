import type { Steps } from '../base/steps.ts';
import type { DocumentSummary } from '../library/document.ts';
import { type Filter, fitsField, isChosen, toFullPath, unknownValue } from '../search/filters.ts';
import { parseQuery } from '../search/query.ts';
import type { Facet, FacetField, FacetValue, MatchQuestion } from './library.ts';
import { countFull, listMatchesInSteps, type MatchParts } from './matchSet.ts';

const facetFields: readonly FacetField[] = ['type', 'date', 'author', 'site', 'language', 'path'];

/** Nobody chooses from a longer list; what is left out is the rarest. */
const maxValues = 100;
/** Documents or values looked at between two steps. */
const stepLength = 500;

/** What the passages of documents that are alike in a field come to. */
interface Tally {
	/** One of the documents: what a value of the field fits, it fits all of them or none. */
	readonly summary: DocumentSummary;
	count: number;
	documentCount: number;
}

/**
 * What a match set can be narrowed by: for each field, its values among the documents that every other field of the query chooses, with as many
 * passages as the query would find with that value alone. A value counts as a filter reads it: the author `Kim` counts `Kim Lee` too.
 */
export function* findFacetsInSteps(parts: MatchParts, question: MatchQuestion): Steps<readonly Facet[]> {
	const { filters } = parseQuery(question.query);
	const isFacet = (filter: Filter): boolean => facetFields.some((field) => field === filter.field);
	const matches = yield* listMatchesInSteps(
		parts,
		question,
		filters.filter((filter) => !isFacet(filter)),
	);
	const documents = matches.documents.flatMap((document) => {
		const summary = parts.collection.find(document.documentId)?.summary;
		const full = countFull(document);
		return summary === undefined ? [] : { summary, full, partial: document.starts.length - full };
	});
	const filtersOf = new Map(facetFields.map((field) => [field, filters.filter((filter) => filter.field === field)]));
	const tallies = new Map(facetFields.map((field) => [field, new Map<string, Tally>()]));
	const partial = new Map(facetFields.map((field) => [field, new Map<string, Tally>()]));
	for (const [index, { summary, ...counts }] of documents.entries()) {
		const failing = facetFields.filter((field) => !isChosen(summary, filtersOf.get(field) ?? []));
		for (const field of facetFields) {
			if (failing.every((other) => other === field)) {
				tally(tallies.get(field), keyOf(summary, field), summary, counts.full);
				tally(partial.get(field), keyOf(summary, field), summary, counts.partial);
			}
		}
		if (index % stepLength === stepLength - 1) {
			yield;
		}
	}
	const facets: Facet[] = [];
	for (const field of facetFields) {
		const full = [...(tallies.get(field)?.values() ?? [])];
		facets.push(yield* countValues(field, full.length > 0 ? full : [...(partial.get(field)?.values() ?? [])], filtersOf.get(field) ?? []));
	}
	return facets;
}

function tally(tallies: Map<string, Tally> | undefined, key: string, summary: DocumentSummary, count: number): void {
	if (count === 0) {
		return;
	}
	const known = tallies?.get(key);
	if (known === undefined) {
		tallies?.set(key, { summary, count, documentCount: 1 });
	} else {
		known.count += count;
		known.documentCount += 1;
	}
}

/** Documents with the same key fit the same values of the field. */
function keyOf(summary: DocumentSummary, field: FacetField): string {
	return field === 'path' ? folderOf(summary) : field === 'date' ? (summary.date ?? unknownValue) : valuesOf(summary, field).join('\n');
}

/** What a document offers to be chosen by. */
function valuesOf(summary: DocumentSummary, field: FacetField): readonly string[] {
	switch (field) {
		case 'type':
			// What people call by one name is one value.
			return [
				summary.kind === 'mbox' || summary.kind === 'eml'
					? 'mail'
					: summary.kind === 'srt' || summary.kind === 'vtt'
						? 'subtitles'
						: summary.kind,
			];
		case 'date':
			return [summary.date === null ? unknownValue : (/^\d{4}/.exec(summary.date)?.[0] ?? summary.date)];
		case 'author':
			return [summary.author ?? unknownValue];
		case 'site':
			return [summary.publisher ?? unknownValue];
		case 'language':
			return [
				summary.language === null
					? unknownValue
					: (/^[a-z]{2,3}(?:-[a-z]{4}(?=-|$))?(?=-|$)/i.exec(summary.language)?.[0] ?? summary.language),
			];
		case 'path': {
			const folder = folderOf(summary);
			return [...folder.matchAll(/(?<=.)\//g)].map(({ index }) => folder.slice(0, index + 1));
		}
	}
}

/** With `/` at both ends. */
function folderOf(summary: DocumentSummary): string {
	const path = toFullPath(summary);
	return path.slice(0, path.lastIndexOf('/') + 1);
}

function* countValues(field: FacetField, tallies: readonly Tally[], filters: readonly Filter[]): Steps<Facet> {
	const own = new Map<string, number>();
	for (const { summary, count } of tallies) {
		for (const value of valuesOf(summary, field)) {
			own.set(value, (own.get(value) ?? 0) + count);
		}
	}
	const frequent = [...own].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1)).slice(0, maxValues);
	const asked = filters.filter(({ isExcluded }) => !isExcluded);
	const values: FacetValue[] = [];
	let looked = 0;
	for (const [value] of frequent) {
		let [count, documentCount, isAsked] = [0, 0, false];
		for (const { summary, ...counts } of tallies) {
			if (fitsField(summary, field, value)) {
				count += counts.count;
				documentCount += counts.documentCount;
				isAsked ||= valuesOf(summary, field).includes(value) && asked.some((filter) => isFilterOf(summary, filter, field, value));
			}
			looked++;
			if (looked % stepLength === 0) {
				yield;
			}
		}
		values.push({ value, count, documentCount, isChosen: isAsked });
	}
	return { field, values: values.sort(compareValues(field)), moreCount: own.size - frequent.length };
}

/** Whether a filter asks for this very value: for folders the path must be named, since a folder above asks for everything below. */
function isFilterOf(summary: DocumentSummary, filter: Filter, field: FacetField, value: string): boolean {
	return field === 'path'
		? value.toLowerCase().includes(filter.value.toLowerCase()) && value.toLowerCase().endsWith(filter.value.toLowerCase())
		: fitsField(summary, field, filter.value);
}

function compareValues(field: FacetField): (a: FacetValue, b: FacetValue) => number {
	const byValue = (a: FacetValue, b: FacetValue) => (a.value < b.value ? -1 : 1);
	const unknownLast = (a: FacetValue, b: FacetValue) => Number(a.value === unknownValue) - Number(b.value === unknownValue);
	switch (field) {
		case 'date':
			return (a, b) => unknownLast(a, b) || -byValue(a, b);
		case 'path':
			return byValue;
		default:
			return (a, b) => unknownLast(a, b) || b.count - a.count || byValue(a, b);
	}
}
