import assert from 'node:assert/strict';
import { Cancelled } from '../../../src/base/cancellation.ts';
import type { Card, Receipt } from '../../../src/terms/card.ts';
import { extractFindings } from '../../../src/terms/extraction/extract.ts';
import { parseGlossary } from '../../../src/terms/glossary.ts';
import { Lexicon, type LexiconBuild } from '../../../src/terms/lexicon.ts';
import { findTerms } from '../../../src/terms/matcher.ts';
import type { TermDocument } from '../../../src/terms/termDocument.ts';
import { TermTable } from '../../../src/terms/termTable.ts';
import { buildLexicon, explain, explainIn, makeTermDocument } from '../../support/termDocuments.ts';

function cardOf(build: LexiconBuild, term: string): Card {
	const card = build.cards.find((candidate) => candidate.term === term || candidate.aliases.includes(term));
	assert.ok(card, `no card ${term} among ${build.cards.map((candidate) => candidate.term).join(', ')}`);
	return card;
}

function receiptsOf(card: Card): Receipt[] {
	return [
		...(card.definition ? [card.definition] : []),
		...card.evidence,
		...card.figures,
		...card.disagreements.flatMap(({ receipts }) => receipts),
	];
}

function checkReceipts(build: LexiconBuild, documents: readonly TermDocument[]): void {
	for (const card of build.cards) {
		for (const receipt of receiptsOf(card)) {
			const document = documents.find((candidate) => candidate.id === receipt.documentId);
			assert.equal(document?.text.slice(receipt.start, receipt.end), receipt.text);
			assert.ok(receipt.text.length > 0 && receipt.text.length <= 700);
		}
	}
}

describe('lexicon', () => {
	it('somebody in capitals who speaks once has a card with what they said', () => {
		const talk = [
			'HOST: Who begins?',
			'ADEYEMI: We closed nine clinics in the valley.',
			'HOST: Why?',
			'ORSEK: Nobody paid.',
			'HOST: Thank you.',
		];
		const card = cardOf(buildLexicon(talk.join('\n')), 'Adeyemi');
		assert.equal(card.kind, 'person');
		assert.deepEqual(
			card.evidence.map(({ speaker, text }) => `${speaker}: ${text}`),
			['Adeyemi: We closed nine clinics in the valley.'],
		);
	});
	describe('an acronym and its long form are one card', () => {
		const pairs = [
			['Korean massage parlors', 'KMP'],
			['Coastal water cooperatives', 'CWC'],
			['Private lending circles', 'PLC'],
			['Mobile health teams', 'MHT'],
			['Night shelter volunteers', 'NSV'],
			['Rural credit unions', 'RCU'],
		] as const;
		for (const [long, short] of pairs) {
			it(`${long}, ${short}s`, () => {
				const build = buildLexicon(
					`${long} are a common sight in most cities – so much that people refer to them with the acronym of ${short}s.`,
				);
				const singular = long.slice(0, -1);
				const note = `The ${short}s. A ${short}. ${long}. One ${singular}. ${long.toLowerCase()}\nagain, the ${short}’s.`;
				assert.equal(new Set(explain(build, note).map((found) => found.split(' => ')[1])).size, 1);
				assert.equal(explain(build, note).length, 6);
				const card = cardOf(build, short);
				assert.equal(card.expansion, long);
				assert.match(card.definition?.text ?? '', /^.* are a common sight/);
				assert.equal(card.mentions, 2);
			});
		}
	});
	describe('an institution under its two word orders is one card', () => {
		const pairs = [
			['Ministry of Gender Equality and Family', 'Gender Equality Ministry'],
			['Department of Food and Rural Affairs', 'Rural Affairs Department'],
			['Office of Public Health and Safety', 'Public Health Office'],
			['Bureau of Mines and Fisheries', 'Fisheries Bureau'],
			['Committee on Justice and Home Affairs', 'Home Affairs Committee'],
			['Ministry of Justice', 'Justice Ministry'],
		] as const;
		for (const [long, short] of pairs) {
			it(`${long}, ${short}`, () => {
				const build = buildLexicon(`It is said by the ${long}. The ${short} has declined to answer.`);
				assert.deepEqual(explain(build, `the ${long}; the ${short}`), [`${long} => ${long}`, `${short} => ${long}`]);
				assert.deepEqual([cardOf(build, long).kind, cardOf(build, long).mentions], ['organisation', 2]);
			});
		}
		it('but not where two institutions could be meant', () => {
			const build = buildLexicon('By the Ministry of Labor and Welfare, the Ministry of Welfare and Health, and the Welfare Ministry.');
			assert.deepEqual(explain(build, 'the Welfare Ministry'), ['Welfare Ministry => Welfare Ministry']);
		});
	});
	describe('people', () => {
		for (const name of ['Kim Yeo-ni', 'Park Min-jung', 'Maria Lopez', 'Ana de la Cruz', 'James Okello', 'Ruth Oduya']) {
			it(`${name}, by a pull quote`, () => {
				const text = `Some words before.\n\n‘We cannot go on like this any more.’ ${name}, nurse, organiser`;
				const quote = { start: text.indexOf('‘'), end: text.indexOf('’') + 1, speaker: name, role: 'nurse, organiser' };
				const card = cardOf(buildLexicon(makeTermDocument('file:///a', text, { quotes: [quote] })), name);
				assert.deepEqual([card.kind, card.expansion], ['person', 'nurse, organiser']);
				assert.deepEqual(card.evidence.map((receipt) => [receipt.text, receipt.speaker]).slice(0, 1), [
					['‘We cannot go on like this any more.’', name],
				]);
			});
		}
		it('a family name is its one bearer, and nobody where others stand beside it', () => {
			const build = buildLexicon('They met Ruth Oduya, a nurse, there. They say that Oduya left.');
			assert.deepEqual(explain(build, 'Oduya left. Peter Oduya and Oduya Hall stay. President Oduya'), [
				'Oduya => Ruth Oduya',
				'Oduya => Ruth Oduya',
			]);
		});
		it('nor where the note named another last', () => {
			const build = buildLexicon('They met Ruth Oduya, a nurse, there. They say that Oduya left.');
			assert.deepEqual(explain(build, 'Peter Oduya came. Then Oduya left. Ruth Oduya came. Then Oduya left.'), [
				'Ruth Oduya => Ruth Oduya',
				'Oduya => Ruth Oduya',
			]);
		});
		it('so is one of two halves', () => {
			const build = buildLexicon('They met Ruth Oduya-Lind, a nurse, there. They say that Oduya-Lind left. Ms Oduya-Lind came.');
			assert.deepEqual(explain(build, 'Oduya-Lind’s letter. Ms Oduya-Lind and Lind'), [
				'Oduya-Lind => Ruth Oduya-Lind',
				'Oduya-Lind => Ruth Oduya-Lind',
			]);
		});
		it('a family name of two is nobody', () => {
			const build = buildLexicon('They met Ruth Oduya, a nurse, and Peter Oduya, a judge, there. They say that Oduya left.');
			assert.deepEqual(explain(build, 'Oduya left.'), []);
		});
		const titledNotes: readonly [name: string, texts: readonly string[], note: string, expected: readonly string[]][] = [
			[
				'a judge',
				['They asked Tove Aasen, a nurse.'],
				'Judge Aasen left. Ms. Aasen’s boat. Judge\nAasen',
				['Tove Aasen', 'Tove Aasen', 'Tove Aasen'],
			],
			['without a title', ['They asked Tove Aasen, a nurse.'], 'The boat Aasen, Aasen spectroscopy', []],
			[
				'without a title, as somebody',
				['They asked Tove Aasen, a nurse.'],
				'Then Aasen asked Ole. Aasen’s boat, and Aasen.',
				['Tove Aasen', 'Tove Aasen', 'Tove Aasen'],
			],
			[
				'behind a sentence that ends in a name',
				['They asked Tove Aasen, a nurse.'],
				'They met Ole Brandt. Aasen agrees. J. Aasen',
				['Tove Aasen'],
			],
			['behind somebody else', ['They asked Tove Aasen, a nurse.'], 'Peter Aasen left. Then Aasen asked Ole.', []],
			[
				'that is a word or a place besides',
				['They asked Tove Stone, Maria London and Ana Kim, all nurses.'],
				'Stone asked. London agreed. Kim said so.',
				[],
			],
			['other names beside it', ['They asked Tove Aasen, a nurse.'], 'Judge Aasen Brandt, Ms. Karin Aasen, Judge Aasen-Lie', []],
			['two who bear it', ['They asked Tove Aasen, a nurse.', 'They asked Ole Aasen, a judge.'], 'Judge Aasen', []],
			['who is named alone elsewhere', ['They asked Tove Aasen, a nurse.', 'Then Mr. Aasen left. They saw Mr. Aasen.'], 'Judge Aasen', []],
			['part of a longer name', ['They asked Ana Smith-Jones, a nurse, and Ole van der Berg, a judge.'], 'Ms. Jones and Judge Berg', []],
			[
				'of two halves',
				['They asked Ana Smith-Jones, a nurse.'],
				'Ms. Smith-Jones left. Ms. Jones, Smith-Jones',
				['Ana Smith-Jones', 'Ana Smith-Jones'],
			],
			['first, of Korean names', ['They asked Kim Yeo-ni, an activist.'], 'Ms. Kim left. Ms. Ni', ['Kim Yeo-ni']],
		];
		for (const [name, texts, note, expected] of titledNotes) {
			it(`a family name, where documents have the whole name alone: ${name}`, () => {
				const build = buildLexicon(...texts);
				assert.deepEqual(
					explain(build, note).map((found) => found.split(' => ')[1]),
					expected,
				);
			});
		}
		it('a family name is in each document whom it names there, and nobody where it names two or none', () => {
			const build = buildLexicon(
				'They met Ruth Oduya, a nurse, there. They say that Oduya left the harbour.',
				'They met Peter Oduya, a judge, there. They say that Oduya closed the court.',
				'They met Ruth Oduya, a nurse, and Peter Oduya, a judge. They say that Oduya came.',
				'They say that Oduya stayed.',
			);
			const told = (name: string) => [
				cardOf(build, name).mentions,
				cardOf(build, name)
					.evidence.map(({ text }) => text)
					.sort(),
			];
			assert.deepEqual(told('Ruth Oduya'), [
				3,
				[
					'They met Ruth Oduya, a nurse, and Peter Oduya, a judge.',
					'They met Ruth Oduya, a nurse, there.',
					'They say that Oduya left the harbour.',
				],
			]);
			assert.deepEqual(told('Peter Oduya')[0], 3);
			assert.deepEqual(
				explain(build, 'Oduya left.').map((found) => found.split(' => ')[0]),
				['Oduya'],
			);
		});
		it('author and publisher, where the text names them', () => {
			const text = 'This is a new article by Mara Keene on Harbor News.';
			const build = buildLexicon(makeTermDocument('file:///a', text, { author: 'Mara Keene', publisher: 'Harbor News' }));
			assert.deepEqual(
				['Mara Keene', 'Harbor News'].map((name) => cardOf(build, name).kind),
				['person', 'organisation'],
			);
			assert.equal(cardOf(build, 'Mara Keene').evidence[0]?.text, text);
		});
	});
	describe('what becomes no term', () => {
		const text =
			'Trafficking is wrong. Feminists should stop calling for raids. The government has increased assistance over the past decade. ' +
			'Women’s groups met on Monday in March. It is known that people said so. Korean women met. Then the police came.';
		const build = buildLexicon(text, text.replace('Monday', 'Friday'));
		for (const note of [
			'trafficking',
			'The government and the police',
			'Women met on Monday',
			'Korean people',
			'It is said',
			'Feminists',
			'March',
			'Then',
		]) {
			it(note, () => assert.deepEqual(explain(build, note), []));
		}
	});
	describe('evidence', () => {
		it('shows a sentence once that another document or a reply quotes', () => {
			const line = 'The Harbor Trust owes 12 million dollars to its lenders.';
			const build = buildLexicon(
				`${line}\n\nOn Monday Ann Lee wrote:\n\n> ${line}`,
				`${line} The Harbor Trust will close its two docks in May.`,
			);
			assert.deepEqual(
				cardOf(build, 'Harbor Trust')
					.evidence.map(({ text }) => text)
					.sort(),
				[line, 'The Harbor Trust will close its two docks in May.'],
			);
		});
		it('prefers whole sentences that are about the term, of different documents', () => {
			const build = buildLexicon(
				'Harbor Trust\n\nThe Harbor Trust runs four shelters for fishers on the northern coast. Others, among them the Harbor Trust, left.',
				'In 2004 the Harbor Trust counted 300 boats along the coast, it said in a report.',
				'Some say that the Harbor Trust is late.',
			);
			const { evidence, documents } = cardOf(build, 'Harbor Trust');
			assert.deepEqual(
				evidence.map((receipt) => receipt.documentId),
				['file:///0', 'file:///1', 'file:///2'],
			);
			assert.match(evidence[0]?.text ?? '', /^The Harbor Trust runs/);
			assert.equal(documents, 3);
		});
		describe('begins with who somebody is', () => {
			const rows: [string, string, string][] = [
				[
					'Rached Gharbi',
					'In October, Gharbi ended his three-day hunger strike while other detainees joined him, according to media reports.',
					'In April, the authorities arrested former speaker of parliament and opposition leader Rached Gharbi.',
				],
				[
					'Luis Abello',
					'Under the Abello administration, the Ministry of Interior reduced the office in charge of implementing the law.',
					'In the spring and summer of that year, the ban was maintained by President Luis Abello.',
				],
			];
			for (const [name, other, introducing] of rows) {
				it(name, () => {
					const build = buildLexicon(`${other} ${introducing}`);
					assert.equal(cardOf(build, name).evidence[0]?.text, introducing);
				});
			}
			it('before what they said', () => {
				const build = buildLexicon(
					'MS. ABARA: My name is Lin Abara, I am the research director of Delta Watch. The Tide Bureau counts each ship of more than 300 tonnes.',
				);
				assert.match(cardOf(build, 'Lin Abara').evidence[0]?.text ?? '', /^My name is Lin Abara/);
			});
			it('and no head of a judgment, line under line', () => {
				const head = 'HIGH COURT OF NORLAND\nThe Watch v The Authority\nBefore Justice Oluwaseun Grantham and Justice Miriam Vogel';
				const build = buildLexicon(`${head}\n\nJustice Grantham held that the permits were unlawful. Grantham said no more.`);
				assert.equal(cardOf(build, 'Oluwaseun Grantham').evidence[0]?.text, 'Justice Grantham held that the permits were unlawful.');
			});
			it('and of no organisation', () => {
				const build = buildLexicon(
					'The Harbor Trust owes 12 million dollars to its lenders. For years and years the town has been led by members of the Harbor Trust.',
				);
				assert.match(cardOf(build, 'Harbor Trust').evidence[0]?.text ?? '', /^The Harbor Trust owes/);
			});
		});
		it('never shows the definition again', () => {
			const card = cardOf(buildLexicon('Debt bondage means the pledge of services as security. They fight debt bondage.'), 'Debt bondage');
			assert.match(card.definition?.text ?? '', /^Debt bondage means/);
			assert.deepEqual(
				card.evidence.map((receipt) => receipt.text),
				['They fight debt bondage.'],
			);
		});
		it('shows no heading, cell or answer that is the term and nothing else, where something is said of it', () => {
			const build = buildLexicon(
				'2. Break Fee\n\nThey agreed that the Break Fee is low.',
				'The Break Fee.\n\nWhat was it? Break Fee!',
				'Break Fee\t3\nThey say that the Break Fee was paid.',
			);
			assert.deepEqual(
				cardOf(build, 'Break Fee').evidence.map((receipt) => receipt.text),
				['They say that the Break Fee was paid.', 'They agreed that the Break Fee is low.'],
			);
		});
		it('shows a line that is the term and how much it is', () => {
			for (const line of ['Break Fee: 2.5 %', 'Break Fee\t€ 300', 'Break Fee 40%', 'Break Fee: 12']) {
				const build = buildLexicon(`They agreed on the Break Fee.\n\n${line}\n\n2. Break Fee`, 'Break Fee ..... 12');
				const shown = cardOf(build, 'Break Fee').evidence.map((receipt) => receipt.text);
				assert.deepEqual(new Set(shown), new Set(['They agreed on the Break Fee.', line]));
			}
		});
		it('shows what members of it said before that they met', () => {
			const line = 'Members of the Orrin Dam Committee said: the wall will be rebuilt before the winter.';
			const build = buildLexicon('The Orrin Dam Committee met on Monday.', line);
			assert.equal(cardOf(build, 'Orrin Dam Committee').evidence[0]?.text, line);
		});
		const said = 'The fees rose under Lena Marsh.';
		for (const line of [
			'Present at the meeting of the board: Lena Marsh, Tobias Renn, Chike Amadi, Sara Lind.',
			'In attendance were Lena Marsh (chair), Tobias Renn, Chike Amadi and Sara Lind.',
			'Lena Marsh, Orrin Glass Ltd; Tobias Renn, Tarvo Mining; Chike Amadi, Ellin Fish Market.',
			'Distribution: Lena Marsh of the Harbour Board, and the Mayor of Orrin for information.',
			'cc: Lena Marsh and all of the other members of the board of the old harbour.',
			'Yours sincerely, Lena Marsh, Harbour Master of the town and port of Orrin.',
			'1. Lena Marsh and the long quarrel over the north wall of the harbour ........ 14',
			'1. Lena Marsh and the long quarrel over the north wall of the harbour . . . . . 14',
		]) {
			it(`last: ${line}`, () => {
				const { evidence } = cardOf(buildLexicon(`${line}\n\nIt rained.`, said), 'Lena Marsh');
				assert.equal(evidence[0]?.text, said);
			});
		}
		for (const line of [
			'Lena Marsh, Tobias Renn and Chike Amadi met in Orrin and closed both of the docks there.',
			'In 2019 Lena Marsh, a botanist, found three lichens on Ember Ridge, Moth Hill and Tarn Fell.',
			'Members of the board, among them Lena Marsh, voted against the wall, the dredger and the fees.',
			'Yours was the only letter that Lena Marsh, who signs nothing unread, answered in that year.',
		]) {
			it(`not last: ${line}`, () => {
				const { evidence } = cardOf(buildLexicon(`${line}\n\nIt rained.`, said), 'Lena Marsh');
				assert.equal(evidence[0]?.text, line);
			});
		}
		it('cuts a long sentence at a clause', () => {
			const long = `The Harbor Trust, ${'which keeps boats and nets and ropes, '.repeat(20)}left.`;
			const [receipt] = cardOf(buildLexicon(long), 'Harbor Trust').evidence;
			assert.ok(receipt && receipt.text.length <= 400 && receipt.text.endsWith('ropes'));
		});
		it('names the page', () => {
			const text = 'One page.\n\nThe Harbor Trust left for good.';
			const pages = [
				{ label: 'iv', start: 0, end: 11 },
				{ label: '5', start: 11, end: text.length },
			];
			assert.equal(
				cardOf(buildLexicon(makeTermDocument('file:///a', text, { pages, date: '2008' })), 'Harbor Trust').evidence[0]?.page,
				'5',
			);
		});
	});
	describe('the writer’s glossary', () => {
		const lexicon = new Lexicon();
		const document = makeTermDocument('file:///a', 'The Harbor Trust (HT) pays a stipend. The stipend is small. The Harbor Trust left.');
		lexicon.replaceDocument(document, extractFindings(document));
		lexicon.setGlossary(
			'g',
			parseGlossary('# W\n\n## Stipend\nAlso: allowance\nNot: stipend fund\n\nMy own words.\n\n## Harbor Trust\nMine too.'),
		);
		const build = lexicon.build();
		let table = TermTable.open(build.table.slice(0));
		const update = () => {
			table = TermTable.update(table, lexicon.build().table);
		};
		it('comes first, with its own text and what documents say', () => {
			const card = cardOf(build, 'Stipend');
			assert.deepEqual([card.kind, card.own, card.mentions], ['own', 'My own words.', 2]);
			assert.match(card.evidence[0]?.text ?? '', /stipend/);
			assert.equal(build.cards[0]?.kind, 'own');
		});
		it('is recognised by its aliases, and not by what it excludes', () =>
			assert.deepEqual(explain(build, 'an allowance, stipends, the stipend fund'), ['allowance => Stipend', 'stipends => Stipend']));
		it('keeps the forms that documents give', () =>
			assert.deepEqual(explain(build, 'HT and Harbor Trust'), ['HT => Harbor Trust', 'Harbor Trust => Harbor Trust']));
		it('says all it has of a short form and of what that stands for', () => {
			const both = new Lexicon();
			const paper = makeTermDocument('file:///b', 'Most of the non-revenue water (NRW) leaks. The NRW is high.');
			both.replaceDocument(paper, extractFindings(paper));
			both.setGlossary('g', parseGlossary('# W\n\n## NRW\nIt leaks.\n\n## non-revenue water\nIt earns nothing.'));
			const [card] = both.build().cards;
			assert.deepEqual(
				[card?.own, card?.ownEntries?.map(({ text }) => text)],
				['It leaks.\n\nIt earns nothing.', ['It leaks.', 'It earns nothing.']],
			);
		});
		it('hides a term in all its forms, and finds nothing shorter in its place', () => {
			lexicon.setGlossary('g2', parseGlossary('# W\n\nHidden: HT\n\n## Trust\nMine.'));
			update();
			assert.deepEqual(explainIn(table, 'HT, the Harbor Trust, a trust'), ['trust => Trust']);
			lexicon.setGlossary('g2', undefined);
			update();
			assert.equal(explainIn(table, 'HT').length, 1);
		});
		it('can be forgotten', () => {
			lexicon.setGlossary('g', undefined);
			update();
			assert.deepEqual(explainIn(table, 'a stipend'), []);
		});
		for (const [also, not, name] of [
			['café loan', 'Cafe loan', 'accents'],
			['worker’s loan', "WORKER'S LOAN", 'apostrophes and capitals'],
			['Ｌoan fund', 'loan fund', 'width'],
			['ﬁrst loan', 'first  loan', 'ligatures and spaces'],
		] as const) {
			it(`leaves out an alias that is excluded, whatever its ${name}`, () => {
				const alone = new Lexicon();
				alone.setGlossary('g', parseGlossary(`## Mangrove\nAlso: ${also}, other\nNot: ${not}\n\nA tree.`));
				assert.deepEqual(alone.build().cards[0]?.aliases, ['other']);
			});
		}
		it('shows a term that stands in no document', () => {
			const alone = new Lexicon();
			alone.setGlossary('g', parseGlossary('## Mangrove\nA tree.'));
			assert.deepEqual(
				alone.build().cards.map((card) => [card.term, card.own, card.mentions, card.evidence.length]),
				[['Mangrove', 'A tree.', 0, 0]],
			);
		});
	});
	describe('as a whole', () => {
		const sentences = [
			'The Harbor Trust (HT) met Maria Lopez, a nurse, in Seoul.',
			'“The river is low,” says Maria Lopez.',
			'Water users groups (WUGs) are groups of people that share a well.',
			'The Ministry of Water and Land denied this; the Water Ministry said 300 boats left.',
			'According to the HT, about 40 percent of the WUGs are new.',
			'정부는 성매매 피해 여성을 지원한다. 성매매란 금품을 주고받는 행위를 말한다.',
			'東京の人工知能学会は大きい。',
			'No names here — only words, and ﬁgures: 12, 13.',
		];
		const documentOf = (seed: number): TermDocument => {
			const picked = sentences.filter((_, at) => (seed >> at) % 2 === 1);
			return makeTermDocument(`file:///${seed}`, `Title ${seed}\n\n${picked.join(' ')}\n\n${picked.slice(1).join('\n')}`);
		};
		const documents = [3, 29, 77, 130, 200, 255].map(documentOf);
		it('every receipt is a slice of its document', () => checkReceipts(buildLexicon(...documents), documents));
		it('counts mentions as the matcher of notes does', () => {
			const build = buildLexicon(...documents);
			const table = TermTable.open(build.table);
			const counts = new Map<string, number>();
			for (const { text } of documents) {
				for (const match of findTerms(table, text, [{ start: 0, end: text.length }])) {
					const { term } = table.getCard(match.cardIndex);
					counts.set(term, (counts.get(term) ?? 0) + 1);
				}
			}
			for (const card of build.cards) {
				assert.equal(card.mentions, counts.get(card.term) ?? 0, card.term);
			}
		});
		it('is the same in whatever order documents came, and after changes', () => {
			const fresh = buildLexicon(...documents);
			const lexicon = new Lexicon();
			for (const document of [...documents].reverse()) {
				lexicon.replaceDocument({ ...document, text: 'Something else by the Old Trust (OT).' }, extractFindings(document));
				lexicon.replaceDocument(document, extractFindings(document));
			}
			const other = documentOf(91);
			lexicon.replaceDocument(other, extractFindings(other));
			lexicon.removeDocument(other.id);
			lexicon.removeDocument('file:///unknown');
			const changed = lexicon.build();
			assert.deepEqual(changed.cards, fresh.cards);
			assert.deepEqual(new Uint8Array(changed.table), new Uint8Array(fresh.table));
		});
		it('gives the same evidence again once one of many equal documents was rewritten', () => {
			const alike = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) =>
				makeTermDocument(
					`file:///d${number}`,
					`Report ${number} is about the coast.\n\nThe Harbor Trust runs ${number} shelters for fishers on the northern coast.`,
				),
			);
			const lexicon = new Lexicon();
			for (const document of alike) {
				lexicon.replaceDocument(document, extractFindings(document));
			}
			const { cards } = lexicon.build();
			for (const document of alike.slice(2, 3)) {
				lexicon.replaceDocument(document, extractFindings(document));
			}
			assert.deepEqual(lexicon.build().cards, cards);
		});
		it('gives the table the same cards', () => {
			const build = buildLexicon(...documents);
			const table = TermTable.open(build.table);
			assert.equal(table.cardCount, build.cards.length);
			assert.deepEqual(table.listCards(), build.cards);
		});
		it('of nothing is nothing', () => assert.deepEqual(new Lexicon().build().cards, []));
		it('can be cancelled', () => {
			const lexicon = new Lexicon();
			for (const document of documents) {
				lexicon.replaceDocument(document, extractFindings(document));
			}
			assert.throws(() => lexicon.build({ isCancellationRequested: true }), Cancelled);
		});
		it('refuses a buffer that is no table', () => assert.throws(() => TermTable.open(new ArrayBuffer(64)), RangeError));
	});

	it('a line that says what a word is makes a term of it, and a cell that is nothing else tells no more', () => {
		const { cards } = buildLexicon(
			'Catchment: the area that drains into the river.',
			'Term\tDefinition\nTurbary\tThe right to cut turf.\nPannage\tThe right to let pigs eat.',
		);
		assert.deepEqual(
			cards.map(({ term, definition, evidence }) => [term, definition?.text, evidence.length]),
			[
				['Catchment', 'Catchment: the area that drains into the river.', 0],
				['Turbary', 'The right to cut turf.', 0],
				['Pannage', 'The right to let pigs eat.', 0],
			],
		);
	});
});
