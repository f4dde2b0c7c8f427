import assert from 'node:assert/strict';
import { takeAllSteps } from '../../src/base/steps.ts';
import { extractFindings } from '../../src/terms/extraction/extract.ts';
import { parseGlossary } from '../../src/terms/glossary.ts';
import { Lexicon } from '../../src/terms/lexicon.ts';
import { findTerms } from '../../src/terms/matcher.ts';
import type { TermDocument } from '../../src/terms/termDocument.ts';
import { TermGroups } from '../../src/terms/termGroups.ts';
import { summariseDocument } from '../../src/terms/termSummaries.ts';
import { TermTable } from '../../src/terms/termTable.ts';
import { howMany } from '../support/howMany.ts';
import { makeTermDocument } from '../support/termDocuments.ts';
import { inTime } from '../support/timeLimits.ts';

/** Pieces of names that share words, contain each other, may be joined or parted, shortened, inflected, and stand in several scripts. */
const pieces = {
	words: 'Harbor Water Land Trust Relief Tide Data Base Fish Night Stone'.split(' '),
	heads: ['Ministry of', 'Council for', 'Bank of'],
	people: [
		'Ann Brown',
		'Kim Young-ho',
		'Maria Lopez',
		'Lopez',
		'Eva Lopez',
		'Ole Brown',
		'Brown',
		'Peter Stone',
		'Peter M. Stone',
		'P. Stone',
		'Peter Stone-Lee',
		'Young-ho Kim',
		'Harbor Tide Ltd',
		'Harbor Tide GmbH',
		'Harbor Tide',
		'Tove Aasen',
		'Judge Aasen',
		'Ole Vale-Holm',
		'Vale-Holm',
		'Ann Holm',
	],
	small: [
		...['tide gauge', 'tide gauges', 'whistle-blower', 'whistle blower', 'whistleblower', 'data base', 'database', 'fight debt bondage'],
		...[
			'debt bondage',
			'salt marsh',
			'salt marsh crab',
			'marsh crab count',
			'mens-wear shop',
			'coral reef',
			'the coral reef survey',
			'U.S.',
			'ICC',
		],
	],
	east: [
		'내부 고발자',
		'내부고발자',
		'자활지원센터',
		'자활 지원 센터는',
		'정부는',
		'중앙선거관리위원회(선관위)',
		'선관위는',
		'국가검찰위원회(검찰위)',
		'검찰위',
		'피해자 지원',
		'김여니 장관은',
		'김철수 장관은',
		'김 장관은',
		'東京の人工知能',
		'人工知能学会',
		'海洋研究所',
	],
};

function makeRandom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

/** Acronyms of which two mean one thing, or one means two. */
const acronyms = [
	['Salt Marsh Survey', 'SMS'],
	['Salt Marsh Survey', 'SAMS'],
	['State Mail System', 'SMS'],
	['Independent Crab Council', 'ICC'],
] as const;

function makeText(random: (below: number) => number): string {
	const pick = (list: readonly string[]) => list[random(list.length)] ?? '';
	const { words, heads, people, small, east } = pieces;
	const makeName = () => `${pick(heads)} ${pick(words)}${random(3) === 0 ? ` and ${pick(words)}` : ''}`;
	const sentences = [
		() => `The ${makeName()} said on ${1 + random(28)} May 20${10 + random(14)} that ${pick(small)} and ${pick(small)} matter.`,
		() => `${pick(people)}, chair of the ${pick(words)} ${pick(words)} Agency, met ${pick(people)} near the ${pick(small)}.`,
		() => `A ${pick(small)} is a ${pick(words).toLowerCase()} that ${pick(words).toLowerCase()} experts count in every ${pick(small)}.`,
		() => {
			const [one, two, three] = [pick(words), pick(words), pick(words)];
			return `The ${one} ${two} ${three} (${one[0]}${two[0]}${three[0]}) has ${1 + random(900)} members. The ${one[0]}${two[0]}${three[0]} grew.`;
		},
		() => `${pick(east)} ${pick(east)} ${pick(east)}. ${pick(east)} 보고서.`,
		() => `They saw ${pick(small)}s, ${pick(small)} ${pick(small)} and ${pick(words)} ${pick(words)}.`,
		() => `Lopez, Maria and ${pick(words)} ${pick(words)} Inc. wrote to ${pick(words)} ${pick(words)} and to the ${pick(words)} Ministry.`,
		() => `The ${pick(words)} ${pick(words)} was founded in ${1_900 + random(100)}.`,
		() => {
			const [long, short] = acronyms[random(acronyms.length)] ?? acronyms[0];
			return `The ${long} (${short}) has ${1 + random(900)} members.`;
		},
		() => `We fight debt bondage, and fight debt bondage again. ${pick(small)} ${pick(small)}.`,
	];
	return Array.from({ length: 3 + random(8) }, () => pick(sentences.map((make) => make()))).join(random(2) === 0 ? ' ' : '\n\n');
}

function makeDocument(id: string, random: (below: number) => number): TermDocument {
	const text = makeText(random);
	const quotes =
		random(4) === 0 ? [{ start: 0, end: Math.min(20, text.length), speaker: pieces.people[random(6)] ?? null, role: null }] : [];
	return makeTermDocument(id, text, { quotes, author: random(4) === 0 ? 'Ann Brown' : null });
}

/** The document after a small change: a sentence at another place, twice or no more, all in another order, or another date. */
function editDocument(document: TermDocument, random: (below: number) => number): TermDocument {
	const sentences = document.text.split(/(?<=\.)(?=\s)/);
	const [taken = ''] = sentences.splice(random(sentences.length), 1);
	const kind = random(5);
	if (kind === 4) {
		return { ...document, date: `20${10 + random(10)}-05-01` };
	}
	if (kind < 2) {
		sentences.splice(random(sentences.length + 1), 0, ...Array.from({ length: kind + 1 }, () => ` ${taken}`));
	} else if (kind === 2) {
		sentences.reverse();
	}
	return { ...document, text: sentences.join('').trim() };
}

/** Entries that share names with documents and with each other, and at times a name that is hidden. */
function makeGlossary(random: (below: number) => number): string {
	const pick = () => pieces.small[random(pieces.small.length)];
	const entries = Array.from({ length: 1 + random(3) }, () => `## ${pick()}\n\nAlso: ${pick()}\nNot: ${pick()}\n\nMine.\n`);
	return [...(random(3) === 0 ? [`Hidden: ${pick()}, Ann Brown\n`] : []), ...entries].join('\n');
}

/** The terms of a note, with their cards and those of other senses: numbers of cards are other ones in each table. */
function describeTerms(table: TermTable, note: string) {
	return findTerms(table, note, [{ start: 0, end: note.length }]).map(({ start, end, cardIndex, others = [] }) => ({
		...{ start, end, cards: [cardIndex, ...others].map((card) => table.getCard(card)) },
	}));
}

describe('terms of documents that change', () => {
	/** After each of some changes, taken at random, the lexicon must give what one gives that saw only what there is now. */
	function check(seed: number): void {
		const random = makeRandom(seed);
		// At times with more terms than cards; every other one sends whatever changes as a change, the others what is less.
		const maxCards = seed % 5 === 0 ? 12 : undefined;
		const lexicon = new Lexicon({ ...(maxCards && { maxCards }), mostOfWhole: seed % 2 === 0 ? undefined : Number.POSITIVE_INFINITY });
		let table: TermTable | undefined;
		const documents = new Map<string, TermDocument>();
		const glossaries = new Map<string, string>();
		const replace = (target: Lexicon, document: TermDocument) => target.replaceDocument(document, extractFindings(document));
		for (let step = 0; step < 12; step++) {
			for (let changes = step === 0 ? 9 : 1 + random(2); changes > 0; changes--) {
				const id = `file:///d${random(12)}`;
				const kind = random(10);
				if (kind < 6) {
					const known = random(2) === 0 ? documents.get(id) : undefined;
					const document = known === undefined ? makeDocument(id, random) : editDocument(known, random);
					documents.set(id, document);
					replace(lexicon, document);
				} else if (kind < 8) {
					documents.delete(id);
					lexicon.removeDocument(id);
				} else {
					const glossaryId = `file:///${random(2)}/glossary.md`;
					const text = random(4) === 0 ? undefined : makeGlossary(random);
					if (text === undefined) {
						glossaries.delete(glossaryId);
					} else {
						glossaries.set(glossaryId, text);
					}
					lexicon.setGlossary(glossaryId, text === undefined ? undefined : parseGlossary(text));
				}
			}
			const fresh = new Lexicon({ ...(maxCards && { maxCards }) });
			for (const [id, text] of glossaries) {
				fresh.setGlossary(id, parseGlossary(text));
			}
			for (const id of [...documents.keys()].reverse()) {
				replace(fresh, documents.get(id) as TermDocument);
			}
			const [build, expected] = [lexicon.build(), fresh.build()];
			assert.deepEqual(build.cards, expected.cards, `seed ${seed}, step ${step}`);
			table = TermTable.update(table, build.table);
			assert.deepEqual(table.listCards(), expected.cards, `seed ${seed}, step ${step}`);
			const tables = [table, TermTable.open(expected.table), TermTable.open(table.pack())];
			for (let notes = 0; notes < 4; notes++) {
				const note = makeText(random);
				const [found, wanted, packed] = tables.map((each) => describeTerms(each, note));
				assert.deepEqual(packed, found, `seed ${seed}, step ${step}: ${note}`);
				assert.deepEqual(found, wanted, `seed ${seed}, step ${step}: ${note}`);
			}
		}
	}

	/** What documents say of terms in one text and then in another, by id, is what they say of them in the other from the start. */
	function checkAfter(
		name: string,
		before: Readonly<Record<string, string>>,
		after: Readonly<Record<string, string>>,
		expected: unknown,
	): void {
		it(name, () => {
			const lexicon = new Lexicon();
			for (const texts of [before, after]) {
				for (const [id, text] of Object.entries(texts)) {
					const document = makeTermDocument(`file:///${id}`, text);
					lexicon.replaceDocument(document, extractFindings(document));
				}
				lexicon.build();
			}
			assert.deepEqual(
				lexicon.build().cards.map(({ term, kind, mentions, related }) => [term, kind, mentions, ...related].join(', ')),
				expected,
			);
		});
	}

	checkAfter(
		'of two acronyms for one name the one that comes first now',
		{ a: 'The Salt Marsh Survey (SMS) began. The Salt Marsh Survey (SAMS) grew.' },
		{ a: 'The Salt Marsh Survey (SAMS) began. The Salt Marsh Survey (SMS) grew.' },
		['SAMS, acronym, 4'],
	);

	checkAfter(
		'a company is one by the form of its longer name, whichever name comes first now',
		{ a: `They wrote to Land Salt Inc. about it. ${'They wrote to Land Salt about it. '.repeat(5)}` },
		{ a: `${'They wrote to Land Salt about it. '.repeat(5)}They wrote to Land Salt Inc. about it.` },
		['Land Salt, organisation, 6'],
	);
	checkAfter(
		'a term that was too rare, where a longer one is that still is',
		{ a: 'They saw the data base tide gauge.', b: 'They met near the data base.' },
		{ b: 'They met near the data base, and left the data base.' },
		['data base, concept, 3'],
	);

	checkAfter(
		'what is related to a term by one that is rarer now, which has it not among the first that stand with it',
		{
			a: `${'The Harbor Trust met the Land Agency. '.repeat(5)}The Harbor Trust met the Stone Council. The Stone Council met the Water Bank.`,
			b: 'They say that the Harbor Trust grew.',
			c: 'They say that the Water Bank grew. They say that the Water Bank fell.',
		},
		{ b: 'They say that nobody grew.' },
		[
			'Water Bank, organisation, 3, Stone Council',
			'Harbor Trust, organisation, 6, Land Agency',
			'Land Agency, organisation, 5, Harbor Trust',
			'Stone Council, organisation, 2, Harbor Trust, Water Bank',
		],
	);

	/** A document that was there is told by a word that comes with a glossary only afterwards. */
	function checkLater(name: string, text: string, term: string): void {
		it(name, () => {
			const lexicon = new Lexicon();
			const document = makeTermDocument('file:///a', text);
			// Without terms of its own, whose words would be looked at again in any case.
			lexicon.replaceDocument(document, { ...extractFindings(document), keyTerms: [] });
			assert.ok(!lexicon.build().cards.some((card) => card.term === term && card.mentions > 0));
			lexicon.setGlossary('file:///glossary.md', parseGlossary(`## ${term}\n\nMine.\n`));
			assert.equal(lexicon.build().cards.find((card) => card.term === term)?.mentions, 1);
		});
	}

	checkLater('a word as it is', 'They saw plovers there.', 'plover');
	checkLater('two words read as one', 'They met a whistle blower there.', 'whistleblower');
	checkLater('two words with a plural before', 'They went to a mens-wear there.', 'menswear');
	checkLater('a word read as two', 'They met a whistleblower there.', 'whistle-blower');
	checkLater('Hangul with particles', '그들은 정부는 말했다.', '정부');
	checkLater('Hangul words read as one', '그들은 내부 고발자를 만났다.', '내부고발자');
	checkLater('Hangul read as two', '그들은 내부고발자를 만났다.', '내부 고발자');
	checkLater('Han and Kana', '今日は東京の人工知能を見た。', '人工知能');
	checkLater('points between letters', 'They went to the U.S.T.R. there.', 'USTR');

	it('a term that had no card for a while, since there were too many', () => {
		const lexicon = new Lexicon({ maxCards: 1 });
		let table: TermTable | undefined;
		const say = (id: string, text: string) => {
			const document = makeTermDocument(`file:///${id}`, text);
			lexicon.replaceDocument(document, extractFindings(document));
			table = TermTable.update(table, lexicon.build().table);
			return table.listCards().map(({ term }) => term);
		};
		assert.deepEqual(say('a', 'They say that the Harbor Trust grew.'), ['Harbor Trust']);
		// The texts of cards are put in order when half of them is waste.
		for (let times = 2; times < 6; times++) {
			assert.deepEqual(say('b', 'They say that the Water Bank grew. '.repeat(times)), ['Water Bank']);
		}
		assert.deepEqual(say('b', 'They say so.'), ['Harbor Trust']);
	});

	const histories = howMany(6, 60);
	it(`are those that the documents give by themselves, whatever there was before: ${histories.said} histories`, () => {
		for (let seed = 1; seed <= histories.count; seed++) {
			check(seed);
		}
	});

	it('are taken in at one go where all of many documents change, though all name the same', () =>
		inTime(1_000, () => {
			const document = makeTermDocument('file:///a', 'The Harbor Trust said so.');
			const [one] = takeAllSteps(summariseDocument(document, extractFindings(document)));
			assert.ok(one !== undefined);
			const saidTimes = (order: number, formCount: number) => ({
				order,
				summaries: Array.from({ length: 60 }, (_, at) => ({ ...one, key: `term ${at}`, at, formCount })),
			});
			const groups = new TermGroups();
			const documents = Array.from({ length: 8_000 }, (_, order) => saidTimes(order, 1));
			for (const each of documents) {
				groups.replaceDocument(undefined, each);
			}
			for (const each of documents) {
				groups.replaceDocument(each, saidTimes(each.order, 2));
			}
			const counts = [...groups.takeChanged()].map(({ forms }) => forms.get(one.form));
			assert.deepEqual(
				counts,
				Array.from({ length: 60 }, () => 16_000),
			);
		}));
});
