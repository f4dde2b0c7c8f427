import assert from 'node:assert/strict';
import pageBytes from '../../../seeds/000_b7839f6131af2caa.txt';
import postBytes from '../../../seeds/003_5330bd3181756004.txt';
import { defaultCaps } from '../../../src/library/caps.ts';
import { readDocument } from '../../../src/library/readDocument.ts';
import type { Card } from '../../../src/terms/card.ts';
import type { TermDocument } from '../../../src/terms/termDocument.ts';
import { buildLexicon, explain } from '../../support/termDocuments.ts';

async function read(id: string, bytes: Uint8Array): Promise<TermDocument> {
	return { id, ...(await readDocument(bytes, `${id}.txt`, defaultCaps)) };
}

describe('the terms of the sample collection', () => {
	let documents: TermDocument[];
	let build: ReturnType<typeof buildLexicon>;
	before(async () => {
		documents = [await read('page', pageBytes), await read('post', postBytes)];
		build = buildLexicon(...documents);
	});
	const cardOf = (term: string): Card => {
		const card = build.cards.find((candidate) => candidate.term === term || candidate.aliases.includes(term));
		assert.ok(card, term);
		return card;
	};

	describe('each name explains itself in every form', () => {
		for (const [written, term] of [
			['Korean massage parlors', 'KMP'],
			['Korean massage parlor', 'KMP'],
			['korean massage parlors', 'KMP'],
			['**Korean** massage parlors', 'KMP'],
			['Korean\nmassage parlors', 'KMP'],
			['KMPs', 'KMP'],
			['KMP', 'KMP'],
			['KMPs’', 'KMP'],
			['Polaris Project', 'Polaris Project'],
			["Polaris Project's", 'Polaris Project'],
			['National Immigrant Justice Center', 'National Immigrant Justice Center'],
			['Ministry of Gender Equality and Family', 'Ministry of Gender Equality and Family'],
			['Gender Equality Ministry', 'Ministry of Gender Equality and Family'],
			['Kim Yeo-ni', 'Kim Yeo-ni'],
			['Kari Lydersen', 'Kari Lydersen'],
			['Infoshop News', 'Infoshop News'],
		] as const) {
			it(written.replace('\n', '⏎'), () => {
				const found = explain(build, `Look at the ${written} here.`);
				assert.equal(found.length, 1);
				assert.equal(found[0]?.split(' => ')[1], term);
			});
		}
	});

	it('the cards say what they are', () => {
		const kinds = [
			'KMP',
			'Polaris Project',
			'National Immigrant Justice Center',
			'Gender Equality Ministry',
			'Kim Yeo-ni',
			'Kari Lydersen',
			'Infoshop News',
		];
		assert.deepEqual(
			kinds.map((term) => cardOf(term).kind),
			['acronym', 'organisation', 'organisation', 'organisation', 'person', 'person', 'organisation'],
		);
		assert.equal(cardOf('KMP').expansion, 'Korean massage parlors');
		assert.equal(cardOf('Kim Yeo-ni').expansion, 'sex worker, activist');
		assert.match(cardOf('KMP').definition?.text ?? '', /^Korean massage parlors are a common presence .* the acronym of KMPs\.$/);
	});

	it('the cards show whole sentences, and who says them', () => {
		const first = (term: string) => [cardOf(term).evidence[0]?.text.slice(0, 40), cardOf(term).evidence[0]?.speaker];
		assert.deepEqual(first('Polaris Project'), ['The Polaris Project has focused extensiv', null]);
		assert.deepEqual(first('Kim Yeo-ni'), ['‘In the past, the sex workers stuck toge', 'Kim Yeo-ni']);
		assert.deepEqual(first('Kari Lydersen'), ['Below are the first few paragraphs from ', null]);
		assert.deepEqual(first('National Immigrant Justice Center'), [
			'South Korea ranks third as the point of ',
			'National Immigrant Justice Center',
		]);
		for (const card of build.cards) {
			assert.ok(card.evidence.length + (card.definition ? 1 : 0) > 0, card.term);
			for (const receipt of [...card.evidence, ...(card.definition ? [card.definition] : [])]) {
				const document = documents.find((candidate) => candidate.id === receipt.documentId);
				assert.equal(document?.text.slice(receipt.start, receipt.end), receipt.text);
				assert.match(receipt.text, /^[\p{Lu}‘“\d]/u, card.term);
				assert.match(receipt.text, /[.?!’”]$|^nowhere/u, card.term);
				assert.equal(receipt.page, receipt.documentId === 'page' ? '39' : null);
			}
		}
	});

	it('attributes quotations to those who are named', () => {
		const says = new Map(
			build.cards.flatMap((card) => card.evidence.map((receipt) => [receipt.text.slice(0, 24), receipt.speaker] as const)),
		);
		assert.equal(says.get('Kim says sex workers can'), 'Kim Yeo-ni');
		for (const [words, speaker] of says) {
			assert.ok(!words.startsWith('“Feminists') || speaker === 'Lee', `${words}: ${speaker}`);
		}
	});

	describe('ordinary words stay quiet', () => {
		for (const note of [
			'women and men work',
			'the government and the police',
			'a massage, a parlor, a project',
			'the industry of the past decade',
			'They said that it is known',
			'Korean food and American cities',
			'the ministry of a church; gender and equality; family',
			'kmps and infoshop; the center for justice',
			'In most major cities people work',
			'[Polaris Project](https://example.org) and `KMPs` and https://example.org/KMPs',
		]) {
			it(note, () => assert.deepEqual(explain(build, note), []));
		}
	});

	it('nothing of the page’s furniture is a term', () => {
		const terms = build.cards.map((card) => card.term.toLowerCase());
		for (const word of ['blogger', 'labels', 'comments', 'link', 'home', 'read', 'see']) {
			assert.ok(!terms.includes(word), word);
		}
	});
});
