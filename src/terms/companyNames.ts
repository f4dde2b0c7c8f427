import { mostCounted } from './counts.ts';
import { givenNames, isKnownPlace } from './extraction/nameLists.ts';
import { isOrdinaryWord } from './ordinaryWords.ts';
import type { TermGroup } from './termGroups.ts';

/** Forms of companies, by which the same one is written with and without; each with the one that it is another way to write. */
const companyForms = new Map(
	`inc ltd llc llp corp co plc gmbh kgaa ag sa nv kk ab as asa oy oyj bv srl sarl pty sdn bhd pjsc jsc ojsc dac cic fze fzco dmcc gbr aps kft zrt
	ltda lda eurl limited=ltd incorporated=inc corporation=corp
	company=co`
		.split(/\s+/)
		.map((form) => form.split('='))
		.map(([form = '', same = form]) => [form, same]),
);

/** Whether a folded word is such a form. */
export function isCompanyForm(folded: string): boolean {
	return companyForms.has(folded);
}

/** Those that one word with a capital and the form are enough for: `Deloitte LLP`, and no `Section AB`. */
const clearForms = new Set(
	'inc ltd llc llp corp plc gmbh kgaa limited incorporated oy oyj pjsc jsc ojsc dac cic fze fzco dmcc gbr kft zrt'.split(' '),
);

/** Whether a company is told by the form that the name ends in: `Harbour Foods Inc.`, `Harbour Foods Co., Ltd.`, `Deloitte LLP`. */
export function isCompany(keys: readonly string[]): boolean {
	const form = keys.at(-1) ?? '';
	return keys.length > 2 ? companyForms.has(form) : keys.length === 2 && clearForms.has(form);
}

/** `harbour foods` of `harbour foods co ltd`. */
export function withoutCompanyForm(keys: readonly string[]): readonly string[] {
	let length = keys.length - 1;
	while (length > 2 && companyForms.has(keys[length - 1] ?? '')) {
		length--;
	}
	return keys.slice(0, length);
}

/**
 * Parts companies of one bare name by their forms: `Harbour Foods Ltd` and `Harbour Foods Limited` are one, `Harbour Foods GmbH` is another. What is only
 * called a company (`Harbour Foods Co.`) is the one that there is.
 */
export function partByForm(companies: readonly TermGroup[]): readonly (readonly TermGroup[])[] {
	const byForm = new Map<string, TermGroup[]>();
	for (const company of companies) {
		const form = companyForms.get(company.keys.at(-1) ?? '') ?? '';
		byForm.set(form, [...(byForm.get(form) ?? []), company]);
	}
	const loose = byForm.get('co') ?? [];
	const [first, ...others] = [...byForm].filter(([form]) => form !== 'co').map(([, groups]) => groups);
	if (first === undefined) {
		return [loose];
	}
	return others.length === 0 ? [[...first, ...loose]] : [first, ...others, ...(loose.length === 0 ? [] : [loose])];
}

/** What companies' names end in and places' too, behind a comma or without: `Fort Collins CO`, `Mount Gambier SA`. */
const statesToo = new Set('co nv sa'.split(' '));

/** Whether a name that ends as a company's is a place in its state. */
export function isPlaceInState({ keys, kinds }: TermGroup): boolean {
	return statesToo.has(keys.at(-1) ?? '') && mostCounted(kinds) === 'place';
}

/**
 * Whether a bare name is that of the company. One that begins like a person's (`John Lewis`) is somebody unless most documents say otherwise, a place is
 * one. A single word must be told to be an institution, or to be nothing else and stand beside the company in most of its documents: `Unicode` is more
 * than Unicode Inc.
 */
export function isNameOfCompany({ keys, kinds, nameCount, holders }: TermGroup, company: readonly TermGroup[]): boolean {
	const kind = mostCounted(kinds);
	if (kind === 'organisation') {
		return true;
	}
	const near = new Set(company.flatMap((form) => form.holders));
	const nearCount = holders.filter((holder) => near.has(holder)).length;
	if (keys.length === 1) {
		return kind === 'concept' && nameCount > 0 && nearCount * 2 > holders.length;
	}
	if (kind === 'person' && givenNames.has(keys[0] ?? '')) {
		return false;
	}
	// Once in another document it is hardly somebody else's, if it is more than two everyday words.
	const isEnough = nameCount > 1 || (nameCount > 0 && kind === 'concept' && !keys.every(isOrdinaryWord));
	return nearCount > 0 || keys.length > 2 || (isEnough && kind !== 'place' && !givenNames.has(keys[0] ?? ''));
}

/**
 * Whether a single word may be short for the company whose name it begins: `Larkfield` of `Larkfield Homes plc`. It is no word of everyday language, no
 * place and no given name, and most documents that have it name the company (`company`: its name in all forms).
 */
export function mayShortenCompany({ key, kinds, nameCount, holders, isAcronym }: TermGroup, company: readonly TermGroup[]): boolean {
	const kind = mostCounted(kinds);
	const isCalledSo = nameCount > 0 && (kind === 'concept' || kind === 'organisation');
	if (!isCalledSo || isAcronym || isOrdinaryWord(key) || givenNames.has(key) || isKnownPlace(key)) {
		return false;
	}
	const near = new Set(company.flatMap((form) => form.holders));
	return holders.filter((holder) => near.has(holder)).length * 2 > holders.length;
}
