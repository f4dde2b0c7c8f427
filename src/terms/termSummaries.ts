import type { Steps } from '../base/steps.ts';
import { foldWord } from '../text/normalise.ts';
import type { TermKind } from './card.ts';
import { count } from './counts.ts';
import { minShownScore } from './definitionRank.ts';
import { readAuthors } from './extraction/authors.ts';
import { findCalledNames } from './extraction/calledNames.ts';
import { honours, isPeople, titles } from './extraction/nameLists.ts';
import { readOtherName } from './extraction/otherName.ts';
import { findRowLabels } from './extraction/rowLabels.ts';
import type { DefinitionFinding, Findings, NameFinding } from './findings.ts';
import { isAcronymLike } from './formCheck.ts';
import { listFormKeys } from './formWords.ts';
import { toNameCase } from './nameCase.ts';
import { shortKey } from './shortForms.ts';
import type { TermDocument } from './termDocument.ts';

/** What one document says of one form, summed up, so that the collection's terms are joined without its findings. */
export interface TermSummary {
	readonly form: string;
	readonly key: string;
	readonly isAcronym: boolean;
	readonly counted: ReadonlyMap<TermKind, number>;
	readonly longs: ReadonlyMap<string, number>;
	readonly definitions: readonly DefinitionFinding[];
	role: string | null;
	formCount: number;
	nameCount: number;
	isKeyTerm: boolean;
	/** Its place among all of its document. */
	at: number;
}

/** A summary while it is made. */
interface GrowingSummary extends TermSummary {
	readonly counted: Map<TermKind, number>;
	readonly longs: Map<string, number>;
	readonly definitions: DefinitionFinding[];
}

/** Some milliseconds of findings. */
const summarisedPerStep = 2_000;

/** What has a row of its own in a table of indicators is a concept as surely as if it were counted so often; it is no name (`isMeasured`). */
export const labelWorth = 3;

/** Sums up what a document's findings say of each term. */
export function* summariseDocument(document: TermDocument, findings: Findings): Steps<TermSummary[]> {
	const summaries = new Map<string, GrowingSummary>();
	const get = (form: string, isAcronym: boolean): GrowingSummary | undefined => {
		const id = isAcronym ? `=${form}` : form;
		const known = summaries.get(id);
		const key = known === undefined ? keyOfForm(form, isAcronym) : known.key;
		if (key === undefined) {
			return undefined;
		}
		const summary: GrowingSummary = known ?? {
			form,
			key,
			isAcronym,
			counted: new Map(),
			longs: new Map(),
			definitions: [],
			role: null,
			formCount: 0,
			nameCount: 0,
			isKeyTerm: false,
			at: summaries.size,
		};
		summaries.set(id, summary);
		summary.formCount++;
		return summary;
	};
	for (const finding of findings.acronyms) {
		// `(UNHCR’s)`: whose something is belongs to the sentence.
		const summary = get(finding.short.replace(/['’]s$/, ''), true);
		if (summary === undefined) {
			continue;
		}
		summary.nameCount++;
		if (finding.long !== null && finding.longStart !== null) {
			const long = oneLine(withoutArticle(finding.long));
			count(summary.longs, long);
			get(long, false);
		}
	}
	const shorts = new Set(findings.acronyms.map(({ short }) => short));
	const ofNames = new Map<string, GrowingSummary | undefined>();
	for (const [index, finding] of findings.names.entries()) {
		if (index % summarisedPerStep === 0) {
			yield;
		}
		let summary = ofNames.get(finding.text);
		if (summary !== undefined) {
			summary.formCount++;
		} else if (!ofNames.has(finding.text)) {
			const text = shorts.has(finding.text) ? finding.text : toFormOfName(finding);
			summary = isNameOfNothing(text) ? undefined : get(oneLine(withoutArticle(text)), false);
			ofNames.set(finding.text, summary);
		}
		if (summary !== undefined) {
			summary.nameCount++;
			count(summary.counted, finding.kind);
		}
	}
	yield;
	const called = new Set<number>();
	for (const { short, shortStart, long } of findCalledNames(document.text, findings.names)) {
		const summary = shorts.has(short) ? undefined : get(short, false);
		if (summary !== undefined) {
			count(summary.longs, oneLine(withoutArticle(long)));
			called.add(shortStart);
		}
	}
	const people = new Set(findings.names.filter(({ kind }) => kind === 'person').map(({ text }) => text));
	for (const finding of findings.definitions) {
		// `(“the Company”)` says which company it is here, and not what a company is.
		if (finding.score >= minShownScore && !called.has(finding.termEnd - withoutArticle(finding.term).length)) {
			const term = bearerOf(oneLine(withoutArticle(finding.term)), people);
			get(term, isAcronymLike(term))?.definitions.push(finding);
			const other = readOtherName(finding);
			if (other !== undefined) {
				get(other, isAcronymLike(other));
			}
		}
	}
	for (const finding of findings.keyTerms) {
		const term = bearerOf(finding.term, people);
		const summary = get(term, isAcronymLike(term));
		if (summary !== undefined) {
			summary.isKeyTerm = true;
		}
	}
	for (const quote of document.quotes) {
		const summary = quote.speaker === null ? undefined : get(quote.speaker, false);
		if (summary !== undefined) {
			count(summary.counted, 'person', 3);
			summary.role ??= quote.role;
		}
	}
	for (const label of findRowLabels(document.text)) {
		const summary = get(label, false);
		if (summary !== undefined) {
			count(summary.counted, 'concept', labelWorth);
		}
	}
	yield;
	const { author, publisher } = document;
	// The address of a site is no name of it.
	const isNamed = publisher !== null && !/^[\w-]+(?:\.[\w-]+)+$/.test(publisher);
	for (const { name, kind } of [
		...(author === null ? [] : readAuthors(author)),
		...(isNamed ? [{ name: publisher, kind: 'organisation' as const }] : []),
	]) {
		const summary = get(oneLine(withoutArticle(name)), isAcronymLike(name));
		if (summary !== undefined) {
			count(summary.counted, kind, 3);
		}
	}
	return [...summaries.values()].map(withoutEmptyLists);
}

const noKinds: ReadonlyMap<TermKind, number> = new Map();
const noLongs: ReadonlyMap<string, number> = new Map();
const noDefinitions: readonly DefinitionFinding[] = [];

/** Most terms have no kind, long form or definition in a document; an empty map of its own would be more than all that is known of them. */
function withoutEmptyLists(summary: TermSummary): TermSummary {
	const { counted, longs, definitions } = summary;
	return {
		...summary,
		counted: counted.size === 0 ? noKinds : counted,
		longs: longs.size === 0 ? noLongs : longs,
		definitions: definitions.length === 0 ? noDefinitions : definitions,
	};
}

/** What makes two forms the same term; `undefined` for what has no word, or too many. */
export function keyOfForm(form: string, isAcronym: boolean): string | undefined {
	if (isAcronym) {
		const key = shortKey(form);
		return key === '' ? undefined : `=${key}`;
	}
	return keysOfName(form)?.join(' ');
}

/** The keys of the words of a name that is no acronym; `undefined` for what has none, or too many. */
export function keysOfName(form: string): readonly string[] | undefined {
	const keys = listFormKeys(form);
	return keys.length === 0 || keys.length > 12 || form.length > 200 ? undefined : keys;
}

/** A form without `the` or `a` before it. */
export function withoutArticle(form: string): string {
	return form.replace(/^(?:the|an?)\s+(?=\S)/i, '');
}

/** The person of the document whom a term names with what they are: `Justice Fenwick`, `Chief Superintendent Moira Laing`, `Oyelaran QC`; else the term. */
function bearerOf(term: string, people: ReadonlySet<string>): string {
	const words = term.split(' ');
	if (words.length > 1 && honours.test(words.at(-1) ?? '')) {
		words.pop();
	}
	for (let at = 0; at < words.length; at++) {
		const name = words.slice(at).join(' ');
		if (people.has(name)) {
			return name;
		}
		const word = words[at] ?? '';
		const isTitle = titles.has(foldWord(word.replace(/\.$/, '')));
		if (!isTitle && !(/^\p{Lu}/u.test(word) && words.length - at > 2)) {
			break;
		}
	}
	return term;
}

function oneLine(form: string): string {
	return form.replace(/\s+/g, ' ');
}

/** `ADEYEMI:` names somebody who speaks, and is no acronym: written as a name is. */
function toFormOfName({ text, kind }: NameFinding): string {
	return kind === 'person' && text.length >= minSpoken && isAcronymLike(text) ? toNameCase(text) : text;
}

/** Shorter ones are acronyms of people as well (`JFK`). */
const minSpoken = 4;

/** Words for peoples and languages alone (`Korean`, `South Korean`) explain nothing; acronyms have their own findings. */
function isNameOfNothing(text: string): boolean {
	if (isAcronymLike(text)) {
		return true;
	}
	return listFormKeys(text).every((key) => isPeople(key) || isPeople(`${key}s`));
}
