import { isNameOfCompany, mayShortenCompany, partByForm, withoutCompanyForm } from './companyNames.ts';
import { shareDocument, type TermGroup } from './termGroups.ts';

/** A word that may be short for a company, and the company's bare name. */
interface Shortened {
	readonly short: TermGroup;
	readonly company: TermGroup;
	readonly bareKey: string;
}

/**
 * Pairs of names of the same company: `Harbour Foods Inc.` and `Harbour Foods`, as far as the bare name is the company's and no other's; `Harbour Foods
 * Ltd` and `Harbour Foods Limited` (`Harbour Foods GmbH` is another); `Larkfield Homes plc` and `Larkfield`, where no other name of the collection
 * begins so, and nobody is called so. `families`: the family names of each person, as keys.
 */
export function* findSameCompanies(
	named: Iterable<TermGroup>,
	byKey: ReadonlyMap<string, TermGroup>,
	families: Iterable<ReadonlySet<string>>,
): Generator<readonly [TermGroup, TermGroup]> {
	const shortened = new Map<string, Shortened>();
	for (const [bareKey, companies] of listByBareName(named)) {
		const parts = partByForm(companies);
		for (const [first, ...others] of parts) {
			for (const other of others) {
				yield [first as TermGroup, other];
			}
		}
		const bare = byKey.get(bareKey);
		const near = bare === undefined ? [] : parts.filter((part) => part.some((each) => shareDocument(bare, each)));
		const [part, other] = parts.length > 1 ? near : parts;
		if (bare !== undefined && part?.[0] !== undefined && other === undefined && isNameOfCompany(bare, part)) {
			yield [part[0], bare];
		}
		const [company] = companies;
		const space = bareKey.indexOf(' ');
		const short = space < 0 || parts.length > 1 ? undefined : byKey.get(bareKey.slice(0, space));
		if (short !== undefined && company !== undefined && mayShortenCompany(short, bare === undefined ? companies : [...companies, bare])) {
			shortened.set(short.key, { short, company, bareKey });
		}
	}
	if (shortened.size > 0) {
		leaveOutOthers(shortened, byKey, families);
	}
	for (const { short, company } of shortened.values()) {
		yield [company, short];
	}
}

function listByBareName(named: Iterable<TermGroup>): ReadonlyMap<string, readonly TermGroup[]> {
	const byBare = new Map<string, TermGroup[]>();
	for (const group of named) {
		const bare = withoutCompanyForm(group.keys).join(' ');
		const others = byBare.get(bare);
		if (others === undefined) {
			byBare.set(bare, [group]);
		} else {
			others.push(group);
		}
	}
	return byBare;
}

/** Leaves out the words that other names begin with, and that people are called by. */
function leaveOutOthers(
	shortened: Map<string, Shortened>,
	byKey: ReadonlyMap<string, TermGroup>,
	families: Iterable<ReadonlySet<string>>,
): void {
	for (const [key, { nameCount }] of byKey) {
		const space = key.indexOf(' ');
		const begun = space < 0 ? undefined : shortened.get(key.slice(0, space));
		if (begun !== undefined && nameCount > 0 && !`${key} `.startsWith(`${begun.bareKey} `)) {
			shortened.delete(begun.short.key);
		}
	}
	for (const own of families) {
		for (const family of own) {
			shortened.delete(family);
		}
	}
}
