import assert from 'node:assert/strict';
import type { TermDocument } from '../../../src/terms/termDocument.ts';
import { buildLexicon, makeTermDocument } from '../../support/termDocuments.ts';

/** Expected are the cards of more than one name: `term / kind: other names`, in any order; of single names, `term / kind`. */
function check(name: string, texts: readonly (string | TermDocument)[], expected: readonly string[]): void {
	it(name, () => {
		const { cards } = buildLexicon(...texts);
		const shown = cards.map(
			({ term, kind, aliases }) => `${term} / ${kind}${aliases.length === 0 ? '' : `: ${[...aliases].sort().join(', ')}`}`,
		);
		for (const card of expected) {
			assert.ok(shown.includes(card), `${card} is not among ${shown.join(' | ')}`);
		}
	});
}

describe('names that are one term', () => {
	check(
		'what a definition says it is called too',
		['Trokosi, also known as fiashidi, is a practice in which girls are given to priests. They fought fiashidi.'],
		['Trokosi / concept: fiashidi'],
	);
	check(
		'what a definition says it is called too, if that is an everyday word, or another term',
		[
			'Trokosi, also known as service, is a practice in which girls are given to priests.',
			'Peonage, also known as debt bondage, is a practice in which people work for a debt. Debt bondage is a system in which a debtor works for his creditor.',
		],
		['Trokosi / concept', 'Peonage / concept', 'debt bondage / concept'],
	);
	check(
		'what was renamed, in whatever words',
		[
			'The town fined Harbour Ice Ltd, formerly known as Orrin Cold Stores, in May. Orrin Cold Stores had closed.',
			'Norrby Mills was renamed Vane Mills in 2019. Norrby Mills paid. Vane Mills left.',
			'Tidewell Water plc (formerly Severn Tides plc) said no. Severn Tides paid.',
			'The Eidhamn Bank (now Tide Bank) paid. The Eidhamn Bank left. They asked the Eidhamn Bank.',
		],
		[
			'Orrin Cold Stores / organisation: Harbour Ice Ltd',
			'Norrby Mills / concept: Vane Mills',
			'Tidewell Water plc / organisation: Severn Tides, Severn Tides plc, Tidewell Water',
			'Eidhamn Bank / organisation: Tide Bank',
		],
	);
	check(
		'a company and what it trades as',
		['Marlow Foods Ltd, trading as Fresh Box, was fined. Fresh Box closed.', 'Koala Foods Ltd (t/a Sea Box) paid. Sea Box closed.'],
		['Fresh Box / organisation: Marlow Foods Ltd', 'Sea Box / organisation: Koala Foods Ltd'],
	);
	check(
		'neither two people, nor somebody and their trade, nor who changed the office',
		[
			'They met Ann Lee, formerly known as Ann Marsh, there. Ann Marsh left. Ann Lee, trading as Fresh Box, paid. Fresh Box closed.',
			'The chairman of Orrin Mills, formerly Director of Tide Mills, left. Tide Mills closed. Orrin Mills paid.',
			'The Harbour Board (formerly Labour-led) met. The street was renamed Vane Street. Orrin Dam, now called a ruin, fell.',
		],
		[
			'Ann Lee / person',
			'Ann Marsh / person',
			'Fresh Box / concept',
			'Tide Mills / concept',
			'Harbour Board / organisation',
			'Vane Street / place',
			'Orrin Dam / concept',
		],
	);
	it('a card of what was renamed says so in the words of its source', () => {
		const said = 'The town fined Harbour Ice Ltd, formerly known as Orrin Cold Stores, in May.';
		const { cards } = buildLexicon(`${said} Orrin Cold Stores had closed.`);
		assert.equal(cards.find(({ term }) => term === 'Orrin Cold Stores')?.definition?.text, said);
	});
	check(
		'a short form that owns something where it is told',
		['The report of the Northern Ports Authority (NPA’s) came.'],
		['Northern Ports Authority / organisation: NPA'],
	);
	check(
		'what two definitions say that two things are called',
		[
			'Trokosi, also known as fiashidi, is a practice in which girls are given to priests.',
			'Kpodzi, also known as fiashidi, is a practice in which boys are given to chiefs.',
		],
		['Trokosi / concept', 'Kpodzi / concept'],
	);
	check(
		'a ministry, turned round and shortened',
		['The Ministry of Gender Equality and Family met. The Gender Equality Ministry left.', 'The Gender Equality and Family Ministry came.'],
		['Ministry of Gender Equality and Family / organisation: Gender Equality Ministry, Gender Equality and Family Ministry'],
	);
	check(
		'a name in two spellings, shown in the one that is more usual',
		['They asked the Orrin Labour Organisation there.', 'They asked the Orrin Labor Organization. The Orrin Labor Organization left.'],
		['Orrin Labor Organization / organisation'],
	);
	check(
		'no two people whose names are spelt as one word is',
		['Edward Grey said that it was late. Mr. Grey left. Edward Grey wrote.', 'Edward Gray said no. Edward Gray left. Mr. Gray spoke.'],
		['Edward Grey / person: Grey', 'Edward Gray / person: Gray'],
	);
	check(
		'no family name of two, one of whom is the fourth of his name',
		['Eleanor Whitcombe met Walter Whitcombe IV. Mr. Whitcombe left early.', 'Mr. Whitcombe left.'],
		['Eleanor Whitcombe / person', 'Walter Whitcombe IV / person'],
	);
	check(
		'a ministry in two spellings, turned round',
		['The Ministry of Defence met. The Ministry of Defence left.', 'The Defense Ministry came.'],
		['Ministry of Defence / organisation: Defense Ministry'],
	);
	check(
		'a university, turned round',
		['She left the University of Leeds. Leeds University is old.'],
		['University of Leeds / organisation: Leeds University'],
	);
	check(
		'a law with its year and without',
		['The Harbour Capacity Act 2005 (HCA) says so.', 'The Harbour Capacity Act of 2005 and the Harbour Capacity Act are one.'],
		['Harbour Capacity Act / law: HCA, Harbour Capacity Act 2005'],
	);
	check(
		'a law that two years have is neither',
		['The Harbour Capacity Act 2005 (HCA) was old.', 'The Harbour Capacity Act 1994 (HCA) was older. The Harbour Capacity Act was read.'],
		['Harbour Capacity Act / law'],
	);
	check(
		'a company of three words, with and without its form',
		['They asked Varnby Container Terminal Ltd there.', 'They asked the Varnby Container Terminal there.'],
		['Varnby Container Terminal Ltd / organisation: Varnby Container Terminal'],
	);
	check(
		'a company of two words, with its form in one document and without in others',
		[
			'They asked Varnby Cell Co., Ltd. there.',
			'They asked Varnby Cell there. Then Varnby Cell argues that it is low. They met Varnby Cell and Ana Lee.',
		],
		['Varnby Cell / organisation: Varnby Cell Co.'],
	);
	check(
		'a company named once without its form in another document',
		['They asked Norrland Lines AB there. Norrland Lines AB paid.', 'They asked Norrland Lines for more.'],
		['Norrland Lines AB / organisation: Norrland Lines'],
	);
	check(
		'a company that had another name, each named once and in another document without its form',
		['They asked Kittiwake Marine Ltd (formerly Gull Marine Ltd) there.', 'The boat was owned by Gull Marine for years.'],
		['Kittiwake Marine Ltd / organisation: Gull Marine, Gull Marine Ltd'],
	);
	check(
		'not where two everyday words are named once, as a company is',
		['They asked Summer Bread Ltd there.', 'They asked Summer Bread for more.'],
		['Summer Bread Ltd / organisation', 'Summer Bread / concept'],
	);
	check(
		'a company of one word, with its form and without, and with it spelt out',
		['They asked Ximbral Ltd there. Then Ximbral paid.', 'They left Ximbral Limited in May.'],
		['Ximbral Ltd / organisation: Ximbral, Ximbral Limited'],
	);
	check(
		'not where the word is more than the company, in other documents',
		[
			'They asked Ximbral Ltd there. Then Ximbral paid.',
			'They write in Ximbral.',
			'They read Ximbral. It is Ximbral.',
			'They know Ximbral.',
		],
		['Ximbral Ltd / organisation'],
	);
	check(
		'companies by the forms of other countries',
		['They asked Corrib Tides DAC there. Corrib Tides DAC paid. They asked Corrib Tides for more.'],
		['Corrib Tides DAC / organisation: Corrib Tides'],
	);
	check(
		'a family name with a small word that is elided',
		["They met Lucia d'Avila, a nurse. They saw that Mr d’Avila left. D’Avila came."],
		["Lucia d'Avila / person: d’Avila"],
	);
	check(
		'no companies of two forms, nor the name of both',
		['They asked Norrland Lines AB there.', 'They asked Norrland Lines GmbH there.', 'They asked Norrland Lines for more.'],
		['Norrland Lines AB / organisation', 'Norrland Lines GmbH / organisation', 'Norrland Lines / organisation'],
	);
	check(
		'a form that is a small word of English too',
		['They asked Norrland Lines AS there. They asked Norrland Lines for more.', 'They asked Norrland Lines Ltd there.'],
		['Norrland Lines AS / organisation: Norrland Lines', 'Norrland Lines Ltd / organisation'],
	);
	check(
		'the name of both with the one that its document tells of',
		['They asked Norrland Lines AB there. They asked Norrland Lines for more.', 'They asked Norrland Lines GmbH there.'],
		['Norrland Lines AB / organisation: Norrland Lines', 'Norrland Lines GmbH / organisation'],
	);
	check(
		'somebody with a middle initial and without, in one document and in others',
		[
			'They met Robert J. Bentham, a lawyer. They saw that Robert Bentham left. They saw Bentham.',
			'They met Robert Bentham, a lawyer.',
			'They met R. J. Bentham, a lawyer.',
		],
		['Robert Bentham / person: Bentham, R. J. Bentham, Robert J. Bentham'],
	);
	check(
		'nobody of two middle initials, nor who may be either',
		['They met George H. Orrin, a nurse.', 'They met George W. Orrin, a nurse.', 'They met George Orrin, a nurse.'],
		['George H. Orrin / person', 'George W. Orrin / person', 'George Orrin / person'],
	);
	check(
		'a middle name, in one document',
		['They met Maria Elena Orrin, a nurse. They saw that Maria Orrin left.'],
		['Maria Elena Orrin / person: Maria Orrin'],
	);
	check(
		'somebody and what she is called',
		[
			'They met Bernadette “Bernie” O’Orrin, a nurse. They saw that Bernie O’Orrin left. Ms O’Orrin came. Bernadette O’Orrin paid.',
			'They met William (Bill) Marlow, a nurse. Then Bill Marlow left.',
		],
		['Bernadette “Bernie” O’Orrin / person: Bernadette O’Orrin, Bernie O’Orrin, O’Orrin', 'William (Bill) Marlow / person: Bill Marlow'],
	);
	check(
		'nobody who may be either of two who are called so',
		['They met Bernadette “Bernie” Orrin, a nurse.', 'They met Bernice “Bernie” Orrin, a judge.', 'They met Bernie Orrin, a lawyer.'],
		['Bernadette “Bernie” Orrin / person', 'Bernice “Bernie” Orrin / person', 'Bernie Orrin / person'],
	);
	check(
		'nobody who is called otherwise',
		['They met Bernadette “Bernie” Orrin, a nurse.', 'They met Bertha Orrin, a nurse.'],
		['Bernadette “Bernie” Orrin / person', 'Bertha Orrin / person'],
	);
	check(
		'no middle name in another document',
		['They met Maria Elena Orrin, a nurse.', 'They met Maria Orrin, a lawyer.'],
		['Maria Elena Orrin / person', 'Maria Orrin / person'],
	);
	check(
		'a family name of two halves, with the one who bears it in another document',
		['Ingrid Vasquez-Holm, the chief auditor, said it was low.', 'It was low. Vasquez-Holm declined to comment.'],
		['Ingrid Vasquez-Holm / person: Vasquez-Holm'],
	);
	check(
		'no family name of two halves that two people bear',
		['Ingrid Vasquez-Holm, the auditor, said so.', 'Petra Vasquez-Holm, a nurse, said so.', 'Vasquez-Holm declined to comment.'],
		['Ingrid Vasquez-Holm / person', 'Petra Vasquez-Holm / person'],
	);
	check(
		'no place of two halves with a person of another name',
		['Ingrid Holm, the auditor, said so.', 'They came to Vasquez-Holm. The Vasquez-Holm line is closed.'],
		['Ingrid Holm / person', 'Vasquez-Holm / concept'],
	);
	check(
		'a family name with small words, also where they have capitals',
		[
			'They met Piet van der Laan, a judge. They saw that Mr Van Der Laan left. They asked Dr van der Laan. Then Mr van der Laan came.',
			'They met Anna Van Dyke, a nurse. They asked Mrs van Dyke.',
		],
		['Piet van der Laan / person: van der Laan', 'Anna Van Dyke / person: van Dyke'],
	);
	check(
		'a family name with small words where a sentence begins',
		['They met Anne de la Tour, a nurse. De la Tour told nobody. Van der Ree paid.'],
		['Anne de la Tour / person: De la Tour', 'Van der Ree / concept'],
	);
	check(
		'a family name with small words that two bear is each one’s in its document; a given name that is a small word elsewhere',
		[
			'They met Piet van der Laan, a judge. They saw that Mr van der Laan left.',
			'They met Kees van der Laan, a judge. They met Van Morrison, a singer. They saw that Morrison left.',
		],
		['Piet van der Laan / person: van der Laan', 'Kees van der Laan / person: van der Laan', 'Van Morrison / person: Morrison'],
	);
	check(
		'no person, with a company of the name',
		['They asked Maria Lopez Ltd there.', 'They asked Maria Lopez there. They met Maria Lopez, a nurse.'],
		['Maria Lopez Ltd / organisation', 'Maria Lopez / person'],
	);
	check(
		'a place with its state, which no company is',
		['They moved to Fort Varnby CO in May. They live in Fort Varnby.', 'People in Fort Varnby voted. They went to Fort Varnby.'],
		['Fort Varnby / place: Fort Varnby CO'],
	);
	it('what a company is called from there on stands for nothing: it is another name', () => {
		const [card] = buildLexicon('They sold it to Varnby Capital Partners LLP (the “Varnby”). They said that Varnby paid.').cards;
		assert.deepEqual([card?.term, card?.kind, card?.expansion], ['Varnby Capital Partners LLP', 'organisation', null]);
	});
	check(
		'a company and what it is called from there on',
		['They sold it to Varnby Capital Partners LLP (the “Varnby”). They said that Varnby paid.', 'They asked Varnby for more.'],
		['Varnby Capital Partners LLP / organisation: Varnby'],
	);
	check(
		'a company that is called as its founder is',
		['They sold it to Peter Vance Associates (“Vance”). They said that Vance paid.'],
		['Peter Vance Associates / organisation: Vance'],
	);
	check(
		'no company with its founder',
		['They sold it to Peter Vance Ltd there. They met Peter Vance, a judge.', 'They asked Peter Vance.'],
		['Peter Vance Ltd / organisation', 'Peter Vance / person'],
	);
	check(
		'a Korean name in both orders',
		['They met Kim Yeo-ni, an activist. They met Yeo-ni Kim, an activist.', 'They met Dr. Soo-jin Park, a nurse. Then Dr. Park left.'],
		['Kim Yeo-ni / person: Yeo-ni Kim', 'Soo-jin Park / person: Park'],
	);
	check(
		'nobody whose names are only turned round',
		['They met Kim Clark, an activist. They met Clark Kim, an activist.'],
		['Kim Clark / person', 'Clark Kim / person'],
	);
	check(
		'a Korean family name with the title of its bearer',
		['김여니 장관은 오늘 말했다. 김 장관은 내일 떠난다. 이 대표가 왔다.', '박성민 대표가 왔다. 이민호 대표가 왔다. 이 대표는 떠났다.'],
		['김여니 / person: 김 장관', '이민호 / person: 이 대표'],
	);
	check(
		'no Korean family that two bear, in one document or in two',
		[
			'김여니 장관과 김철수 대표가 왔다. 김 장관은 떠난다.',
			'박성민 대표가 왔다. 박 대표는 떠났다.',
			'박민수 대표가 왔다. 박 대표는 떠났다.',
		],
		['김여니 / person', '김철수 / person', '박성민 / person', '박민수 / person'],
	);
	check(
		'no Korean family before another title, nor a word that only looks so',
		['김여니 장관이 왔다. 김 대표는 떠난다. 전민수 장관이 왔다. 전 장관은 떠났다.'],
		['김여니 / person', '전민수 / person'],
	);
	check(
		'somebody by a word that many names begin with, where a clause says so',
		['They asked the Council of the Varnby Ports (the “Council”). They said that the Council paid.'],
		['Council of the Varnby Ports / organisation: Council'],
	);
	check(
		'authors, each by itself, and an institution',
		[
			makeTermDocument('file:///a', 'Then Ole Brandt and Tove Lind left.', { author: 'Ole Brandt, Tove Lind' }),
			makeTermDocument('file:///b', 'They asked the Water Board of Orrin there.', {
				author: 'Water Board of Orrin',
				publisher: 'x.example',
			}),
		],
		['Ole Brandt / person', 'Tove Lind / person', 'Water Board of Orrin / organisation'],
	);
	check(
		'authors with the family name first',
		[
			makeTermDocument('file:///a', 'They asked Ole Brandt there. Then Ole Brandt and Tove Lind left.', {
				author: 'Brandt, Ole; Lind, Tove',
			}),
		],
		['Ole Brandt / person: Brandt, Ole', 'Tove Lind / person: Lind, Tove'],
	);
	it('somebody with the title before the name, and with what stands behind it', () => {
		const text = 'They asked Mr Justice Fenwick there. Ms Oyelaran QC left. Then Mr Justice Fenwick and Ms Oyelaran QC came.';
		const shown = buildLexicon(text).cards.map(({ term, kind }) => `${term} / ${kind}`);
		assert.deepEqual(shown.sort(), ['Fenwick / person', 'Oyelaran / person']);
	});
	it('somebody with a title of several words, or where it is said who they are', () => {
		const text = `The chairman, Sir Peter Holm, said it was late. Chief Superintendent Maria Lopez of Orrin left at ten.
			Her lawyer, Sir Thomas Vance KC, a friend of the family, said so. Then Chief Superintendent Maria Lopez came.`;
		const shown = buildLexicon(text).cards.map(({ term, kind }) => `${term} / ${kind}`);
		assert.deepEqual(shown.filter((card) => /Holm|Lopez|Vance/.test(card)).sort(), [
			'Maria Lopez / person',
			'Peter Holm / person',
			'Thomas Vance / person',
		]);
	});
	check('a family name in its document', ['They met Moon Jae-in, a lawyer. They saw that Moon left.'], ['Moon Jae-in / person: Moon']);
	check(
		'an initial, and the name with the title before it',
		['They met Mr. T. Nakamura here. They saw that Mr. Nakamura left.', 'They met Tomasz Nakamura, who said no.'],
		['Tomasz Nakamura / person: Nakamura, T. Nakamura'],
	);
	check(
		'an initial that two have is neither',
		['They met Mr. T. Nakamura here.', 'They met Tomasz Nakamura, a nurse.', 'They met Teiko Nakamura, a nurse.'],
		['T. Nakamura / person', 'Tomasz Nakamura / person', 'Teiko Nakamura / person'],
	);
	check('a family name alone, with a title', ['They met Mr. Nakamura here. They saw that Nakamura left.'], ['Nakamura / person']);
	check(
		'a family name that two bear is each in its document',
		['They met Kim Yeo-ni, an activist. They saw Kim.', 'They met Kim Min-ju, a nurse. They saw Kim.'],
		['Kim Yeo-ni / person: Kim', 'Kim Min-ju / person: Kim'],
	);
	check(
		'a person, family name first, as a mail has it',
		[
			'They met Maria Lopez, a nurse. They left Maria Lopez there.',
			makeTermDocument('file:///mail', 'From: Lopez, Maria <maria@example.org>\n\nDear friends, the boat is late.', {
				author: 'Lopez, Maria',
			}),
		],
		['Maria Lopez / person: Lopez, Maria'],
	);
	check(
		'a state by its long name',
		['South Korea signed. The Republic of Korea paid.', 'They say that the ROK left.'],
		['Republic of Korea / place: ROK, South Korea'],
	);
	check(
		'a state with people in its name',
		["North Korea signed. The Democratic People's Republic of Korea paid."],
		["Democratic People's Republic of Korea / place: North Korea"],
	);
	check(
		'an office of Korea by the name in the news',
		[
			makeTermDocument('file:///ko1', '보건복지부는 예산을 냈다. 보건복지부는 답했다.', { language: 'ko' }),
			makeTermDocument('file:///ko2', '복지부는 예산을 냈다. 복지부는 답했다. 교육부는 없다. 교육부는 갔다.', { language: 'ko' }),
		],
		['보건복지부 / organisation: 복지부', '교육부 / organisation'],
	);
	check(
		'not an office that the collection does not have',
		[makeTermDocument('file:///ko1', '복지부는 예산을 냈다. 복지부는 답했다.', { language: 'ko' })],
		['복지부 / organisation'],
	);
	check('a kingdom', ['The United Kingdom signed. They left Britain for the UK.'], ['United Kingdom / place: Britain, UK']);
	check(
		'not the other Korea, nor Korea alone',
		['South Korea signed. North Korea paid. They left Korea.'],
		['South Korea / place', 'North Korea / place'],
	);
	check(
		'unions of states are no places',
		['The United Nations met. The European Union left. They saw the UN and the EU.'],
		['United Nations / organisation: UN', 'European Union / organisation: EU'],
	);
	check(
		'a company with and without its form',
		['They paid Harbour Foods Inc. at once. They left Harbour Foods.'],
		['Harbour Foods Inc. / organisation: Harbour Foods'],
	);
	check(
		'a company and the word that its name begins with, where nothing else is called so',
		[
			'They paid Larkfield Homes plc at once. They met Larkfield in May. It was Larkfield that left.',
			'They met Larkfield Homes. But Larkfield denied it.',
		],
		['Larkfield Homes plc / organisation: Larkfield, Larkfield Homes'],
	);
	check(
		'not where other names begin so',
		['They paid Larkfield Homes plc at once. They met Larkfield in May. They left the Larkfield Estate for Larkfield.'],
		['Larkfield Homes plc / organisation: Larkfield Homes', 'Larkfield Estate / concept'],
	);
	check(
		'not where somebody is called so',
		['They paid Larkfield Homes plc at once. They met Ann Larkfield. It was Larkfield who left.'],
		['Larkfield Homes plc / organisation: Larkfield Homes', 'Ann Larkfield / person: Larkfield'],
	);
	check(
		'not an everyday word, nor a place',
		['They paid Harbour Homes plc and Oslo Foods plc. They met Harbour staff in Oslo. They left Oslo.'],
		['Harbour Homes plc / organisation: Harbour Homes', 'Oslo Foods plc / organisation: Oslo Foods', 'Oslo / place'],
	);
	check(
		'a plural acronym',
		['Internally displaced persons (IDPs) fled. An IDP came.'],
		['IDP / acronym: IDPs, Internally displaced persons'],
	);
	check(
		'an acronym the other way round',
		['ITLOS (International Tribunal for the Law of the Sea) met.'],
		['International Tribunal for the Law of the Sea / organisation: ITLOS'],
	);
	check(
		'an acronym with a remark of its own',
		['The International Tribunal for the Law of the Sea (ITLOS (Hamburg)) met.'],
		['International Tribunal for the Law of the Sea / organisation: ITLOS'],
	);
});
