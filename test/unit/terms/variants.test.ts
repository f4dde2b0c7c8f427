import assert from 'node:assert/strict';
import pageBytes from '../../../seeds/000_b7839f6131af2caa.txt';
import postBytes from '../../../seeds/003_5330bd3181756004.txt';
import { defaultCaps } from '../../../src/library/caps.ts';
import { readDocument } from '../../../src/library/readDocument.ts';
import type { TermDocument } from '../../../src/terms/termDocument.ts';
import { buildLexicon, explain } from '../../support/termDocuments.ts';

/** The sample collection with other people, things and places in it: the rules must not know whom the real one is about. */
interface Variant {
	readonly things: string;
	readonly short: string;
	readonly group: string;
	readonly center: string;
	readonly ministry: string;
	readonly shortMinistry: string;
	readonly person: string;
	readonly family: string;
	readonly other: string;
	readonly author: string;
	readonly site: string;
}

const variants: readonly Variant[] = [
	{
		things: 'Filipino nail salons',
		short: 'FNSs',
		group: 'Lantern Project',
		center: 'Regional Migrant Advice Centre',
		ministry: 'Ministry of Rural Welfare and Youth',
		shortMinistry: 'Rural Welfare Ministry',
		person: 'Rosa Delgado',
		family: 'Delgado',
		other: 'Okafor',
		author: 'Jonas Whitfield',
		site: 'Harbor News',
	},
	{
		things: 'Thai boxing gyms',
		short: 'TBGs',
		group: 'Northern Light Trust',
		center: 'Metropolitan Labor Rights Institute',
		ministry: 'Department of Public Health and Sports',
		shortMinistry: 'Public Health Department',
		person: 'Park Min-jung',
		family: 'Park',
		other: 'Choi',
		author: 'Mara Keene',
		site: 'Delta Post',
	},
	{
		things: 'Rural lending circles',
		short: 'RLCs',
		group: 'Bridge Foundation',
		center: 'International Debt Relief Network',
		ministry: 'Office of Consumer Affairs and Credit',
		shortMinistry: 'Consumer Affairs Office',
		person: 'Ana Ruiz',
		family: 'Ruiz',
		other: 'Vega',
		author: 'Peter Halloran',
		site: 'Market Review',
	},
	{
		things: 'Mobile dental vans',
		short: 'MDVs',
		group: 'Clear Water Alliance',
		center: 'National Child Care Council',
		ministry: 'Bureau of School Meals and Hygiene',
		shortMinistry: 'School Meals Bureau',
		person: 'James Okello',
		family: 'Okello',
		other: 'Mbeki',
		author: 'Ingrid Solheim',
		site: 'Coast Journal',
	},
	{
		things: 'Private bail offices',
		short: 'PBOs',
		group: 'Open Door Coalition',
		center: 'Southern Prison Reform Society',
		ministry: 'Ministry of Justice and Home Affairs',
		shortMinistry: 'Justice Ministry',
		person: 'Ruth Oduya',
		family: 'Oduya',
		other: 'Achieng',
		author: 'Samuel Brandt',
		site: 'Capitol Herald',
	},
];

function disguise(bytes: Uint8Array, variant: Variant): Uint8Array {
	const text = new TextDecoder()
		.decode(bytes)
		.replaceAll('Korean massage parlors', variant.things)
		.replaceAll('KMPs', variant.short)
		.replaceAll('Polaris Project', variant.group)
		.replaceAll('National Immigrant Justice Center', variant.center)
		.replaceAll('Ministry of Gender Equality and Family', variant.ministry)
		.replaceAll('Gender Equality Ministry', variant.shortMinistry)
		.replaceAll('Kim Yeo-ni', variant.person)
		.replaceAll('Kim', variant.family)
		.replaceAll('Lee', variant.other)
		.replaceAll('Kari Lydersen', variant.author)
		.replaceAll('Infoshop News', variant.site);
	return new TextEncoder().encode(text);
}

describe('the terms of collections like the sample', () => {
	for (const variant of variants) {
		describe(variant.group, () => {
			let documents: TermDocument[];
			let build: ReturnType<typeof buildLexicon>;
			before(async () => {
				documents = [
					{ id: 'page', ...(await readDocument(disguise(pageBytes, variant), 'scan.txt', defaultCaps)) },
					{ id: 'post', ...(await readDocument(disguise(postBytes, variant), 'post.txt', defaultCaps)) },
				];
				build = buildLexicon(...documents);
			});
			const { things, short, group, center, ministry, shortMinistry, person, family, author, site } = variant;
			const note = `${things}, ${short}, ${short.slice(0, -1)}; ${group}; ${center}; ${ministry}; ${shortMinistry}; ${person}; ${family}; ${author}; ${site}`;
			it('each name explains itself in every form', () => {
				const acronym = short.slice(0, -1);
				assert.deepEqual(explain(build, note), [
					`${things} => ${acronym}`,
					`${short} => ${acronym}`,
					`${acronym} => ${acronym}`,
					`${group} => ${group}`,
					`${center} => ${center}`,
					`${ministry} => ${ministry}`,
					`${shortMinistry} => ${ministry}`,
					`${person} => ${person}`,
					`${family} => ${person}`,
					`${author} => ${author}`,
					`${site} => ${site}`,
				]);
			});
			it('the cards say what they are, and who says what', () => {
				const cardOf = (term: string) => build.cards.find((card) => card.term === term || card.aliases.includes(term));
				assert.deepEqual(
					[things, ministry, person, author].map((term) => cardOf(term)?.kind),
					['acronym', 'organisation', 'person', 'person'],
				);
				assert.equal(cardOf(person)?.expansion, 'sex worker, activist');
				assert.equal(cardOf(things)?.definition?.text.startsWith(`${things} are a common presence`), true);
				assert.equal(cardOf(person)?.evidence[0]?.speaker, person);
				const page = documents[0]?.text ?? '';
				const speakers = build.cards.flatMap((card) => card.evidence).filter((receipt) => receipt.text.includes('Feminists should stop'));
				assert.ok(speakers.every((receipt) => receipt.speaker === variant.other));
				assert.ok(page.includes(`${variant.other} argues`));
			});
		});
	}
});
