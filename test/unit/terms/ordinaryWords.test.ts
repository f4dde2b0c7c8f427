import assert from 'node:assert/strict';
import { buildLexicon, explain, makeTermDocument } from '../../support/termDocuments.ts';

const build = buildLexicon(
	'The honey goes to buyers in Split. They had a house in Wedding, near the park. She grew up in Reading and later in Nice. He was born in Mobile, ' +
		'in Turkey and in Oban. Buyers from Split came again, and buyers in Oban too.',
	'Posted at 9 PM. Reply to this. Use Reply or Share. Please Reply here. It was 10 PM, and 11 PM came.',
);

function check(note: string, ...expected: readonly string[]): void {
	it(note.replaceAll('\n', '⏎'), () => {
		assert.deepEqual(
			explain(build, note).map((found) => found.split(' => ')[0]),
			expected,
		);
	});
}

describe('names that are everyday words', () => {
	check('Split the work. Reply soon. Wedding plans are late.');
	check('Reading is fun. Nice people came. Mobile phones rang.');
	check('- Split the bill\n- Nice weather\n\n> Reading list');
	check('## Reading list\n\nNice work.');
	check('“Split it,” she said. (Nice.)');
	check('See me at 9 PM. Press Reply.');
	check('They went to Split and to Nice.', 'Split', 'Nice');
	check('We met in Turkey. Turkey has a coast.', 'Turkey', 'Turkey');
	check('Oban is small. In Oban it rains.', 'Oban', 'Oban');
	check('split, reading, nice, mobile and turkey');
});

const listed = buildLexicon(
	makeTermDocument(
		'file:///glossary',
		'Glossary\n\nHeadroom: The difference between the water there is and the demand.\nCatchment: The land from which rain drains into a river.\n' +
			'Weir: A low dam that holds water.\nWater: What falls as rain.\nYield: The output of a source in a dry year.\nCustomer: Somebody who is supplied with water.\nReal losses: Water that leaks from mains.\n',
		{ headings: [{ level: 1, text: 'Glossary', start: 0, end: 8 }] },
	),
	'2. In this Act, "concessionaire" means a person to whom the operation of a supply has been transferred.\n\n"abstraction" means the removal of water from a river or a lake.',
	'"suppressed" means that a leak has been suppressed.\n\n"Insured" means any person who is named in the schedule.\n\n"incorporate" means to publish as a part.',
	'Please refer to the manual. In version 2: Add a harness. In version 3: Add a reel. See that Add works, and Add again.',
	'They asked HaMoked for help. In May HaMoked counted ninety. They told HaMoked of it. Then HaMoked left.',
	'Cover is the issue of the day. The headway was small. Somebody was a nuisance.',
	'Usury refers to the lending of money at a high rate. Peonage means the holding of a person for a debt. They fought usury and peonage.',
	'Trokosi, also known as fiashidi, is a practice in which girls are given to priests. Peace means the end of a war.',
	'Scour, the removal of sand from around a pier by flowing water, is a threat. Bread, the making of a meal, is dear. Wattle, the end of the road, is near.',
	'Silence refers to the lack of a noise. The wattle means a lot to them, and the bunting, also known to us, is a bird of prey.',
);

function checkListed(note: string, ...expected: readonly string[]): void {
	it(note, () => {
		assert.deepEqual(
			explain(listed, note).map((found) => found.split(' => ')[0]),
			expected,
		);
	});
}

describe('single words of lists of what words mean', () => {
	checkListed('Little headroom in two catchments.', 'headroom', 'catchments');
	checkListed('The concessionaires paid for abstraction.', 'concessionaires', 'abstraction');
	checkListed('Every customer came, and the yield was good.');
	checkListed('A nuisance, an issue, a headway.');
	checkListed('Please add what was suppressed, and incorporate it. Please see. Add this.');
	checkListed('The insured pays.', 'insured');
	checkListed('Usury, peonage and trokosi.', 'Usury', 'peonage', 'trokosi');
	checkListed('A weir holds the water.', 'weir');
	checkListed('Much scour, little bread.', 'scour');
	checkListed('Peace, silence, wattle.');
	checkListed('They asked HaMoked.', 'HaMoked');
});

describe('cards of words that stand for others', () => {
	it('a heading is no evidence behind what the glossary says', () => {
		const text =
			'Glossary\n\nHeadroom\nThe difference of supply and demand.\n\nCatchment\nThe land of a river.\n\nReal losses\nWater that leaks.\n\nBulk supply\nA supply of one to another.\n';
		const headings = ['Glossary', 'Headroom', 'Catchment', 'Real losses', 'Bulk supply'].map((heading, at) => ({
			level: at === 0 ? 1 : 2,
			text: heading,
			start: text.indexOf(heading),
			end: text.indexOf(heading) + heading.length,
		}));
		const card = buildLexicon(makeTermDocument('file:///g', text, { headings })).cards.find(({ term }) => term === 'Headroom');
		assert.equal(card?.definition?.text, 'The difference of supply and demand.');
		assert.deepEqual(card?.evidence, []);
	});
	it('what is called by a word of its name is no acronym', () => {
		const text =
			'The Ostrava Water Concession Agreement (the "Concession") runs until 2045. The Council shall publish the Concession. The National Audit Office (NAO) came.';
		const kinds = buildLexicon(text).cards.map(({ term, kind }) => `${term} / ${kind}`);
		assert.ok(!kinds.some((kind) => /Concession.*acronym/.test(kind)), kinds.join());
	});
});
