import assert from 'node:assert/strict';
import { repairBrokenWords } from '../../../../src/library/repair/brokenWords.ts';
import { toSourceRange } from '../../../../src/text/offsetMap.ts';
import { fc } from '../../../support/properties.ts';

/** Enough plain English around a case that its language is clear. */
const around = 'The women who came to the office in the morning wanted to know more about their rights and the law.';

describe('repair of broken words', () => {
	function check(name: string, broken: string, whole: string) {
		it(name, () => {
			assert.equal(repairBrokenWords(`${around} ${broken} ${around}`).text, `${around} ${whole} ${around}`);
		});
	}
	function checkKept(name: string, text: string) {
		check(name, text, text);
	}

	describe('hyphens', () => {
		check('two words that are one', 'when some- one was there', 'when someone was there');
		check('a piece that is no word', 'services avail- able to all', 'services available to all');
		check('two pieces', 'the frequen- cy of it', 'the frequency of it');
		check('a space on both sides', 'of peo - ple in it', 'of people in it');
		check('another hyphen', 'the gov\u2010 ernment said', 'the government said');
		check('the sign of a scanner', 'the work\u00ac ers left', 'the workers left');
		check('behind a bracket', 'all (espe- cially now)', 'all (especially now)');
		check('before a comma', 'in the pris- on, they', 'in the prison, they');
		check('with a capital', 'Mean- while they left', 'Meanwhile they left');
		check('in capitals', 'THE GOVERN- MENT SAID', 'THE GOVERNMENT SAID');
		check('a word only the text knows', 'Ko- rabrol was there. Korabrol left', 'Korabrol was there. Korabrol left');
		checkKept('a compound', 'a long- term plan');
		checkKept('a compound that would be another word', 'the co- op sold its last shop');
		checkKept('several such compounds', 'the co- ops and the re- creation of the un- ionized dockers');
		check('such a word broken elsewhere', 'a recrea- tion ground', 'a recreation ground');
		checkKept('a hyphen that waits for its word', 'pre- and post-war times');
		checkKept('a dash between words', 'the war - they said - was over');
		checkKept('a dash with words that could be one', 'the news - paper and radio');
		checkKept('a compound of three', 'her mother-in- law');
		checkKept('a number before', 'a 10- year plan');
		checkKept('an unknown word', 'the frob- nicator was');
		checkKept('two words that the text writes apart', 'at some- one of the places, and some one of us');
		checkKept('a name behind a dash', 'the report- Seoul was');
	});

	describe('stray spaces', () => {
		check('two pieces', 'workers st uck together', 'workers stuck together');
		check('single letters', 'the union; w e stood up', 'the union; we stood up');
		check('three pieces', 'for the ac coun tability of', 'for the accountability of');
		check('a piece and a word', 'a civil ser vice job', 'a civil service job');
		check('a letter and a long word', 'we need more p roduction now', 'we need more production now');
		check('a capital', 'and the Gov ernment left', 'and the Government left');
		check('a sentence set wide', 'for d e v e l o p i n g countries', 'for developing countries');
		check('words set wide', 'the d i s t i n c t i o n s i n i t s form', 'the distinctions in its form');
		check('capitals set wide', 'O V E R A L L it was', 'OVERALL it was');
		check('a short word near a sure break', 't he workers st uck together', 'the workers stuck together');
		check('a pronoun and no old form', 'and th e end; I t was late', 'and the end; It was late');
		check('another old form', 'and th e end; i t were so', 'and the end; it were so');
		check('words set wide, with wider gaps', 'T H E  P R I C E  O F  A  C U P', 'THE PRICE OF A CUP');
		check('small words set wide, with wider gaps', 't h e   r i v e r   t o w n', 'the river town');
		check('two words set wide', 'O L D  M I L L', 'OLD MILL');
		checkKept('letters in columns', 'A B C  D E F G  H I');
		checkKept('letters with a wider gap that spell nothing', 'X Y Z Q  W R T K');
		check('no grades near a break', 'and th e grades B and C', 'and the grades B and C');
		checkKept('a symbol before a word', 'where x is the sum of w and y');
		checkKept('a chemical symbol', 'oxygen at 600 C one day, and D and C are');
		checkKept('initials', 'the U S and the U N and J P Morgan');
		checkKept('an article before an unknown word', 'a chiral state or an achiral one');
		checkKept('two words that could be one', 'in to the room, on to it, every day, some times, may be');
		checkKept('per cent', 'ten per cent of them');
		checkKept('words of another language', 'ad hoc, vis a vis, et al, de facto, per se');
		checkKept('a term that also stands alone', 'the np and the np s of the np');
		checkKept('a volume', 'of 70 million cu m of water');
		checkKept('a degree', 'at 29.8°C at the time');
		checkKept('a genitive apart', "the patient ' s mother");
		checkKept('two capitals', 'So Ul and Se Oul');
		checkKept('two spaces', 'st  uck');
		checkKept('pieces that the text writes apart', 'it was st uck, and st uck again');
		checkKept('words with digits', 'b2 b and 4 th');
	});

	describe('other languages', () => {
		function checkOther(name: string, text: string, expected: string) {
			it(name, () => assert.equal(repairBrokenWords(text).text, expected));
		}
		checkOther(
			'takes the own words of a German text only',
			'Die Menschenrechte gelten für alle. Die Menschen- rechte sind unteilbar, die Men schen auch. Bürger- und Menschenrechte.',
			'Die Menschenrechte gelten für alle. Die Menschenrechte sind unteilbar, die Men schen auch. Bürger- und Menschenrechte.',
		);
		const french = 'Il est venu en suite avec la par tie, et ensuite il a pris la partie de la maison.';
		checkOther('leaves French spaces alone', french, french);
		const korean = '여성 인권 센터는 서울에 있다. 그 들은 일을 한 다.';
		checkOther('leaves Korean alone', korean, korean);
	});

	it('leads every word back to the raw characters', () => {
		const raw = `${around} when some- one st uck to it`;
		const { text, offsetMap } = repairBrokenWords(raw);
		for (const [clean, expected] of [
			['someone', 'some- one'],
			['stuck', 'st uck'],
			['someone stuck', 'some- one st uck'],
		] as const) {
			const start = text.indexOf(clean);
			const range = toSourceRange(offsetMap, { start, end: start + clean.length });
			assert.equal(range && raw.slice(range.start, range.end), expected);
		}
	});

	it('takes away spaces and hyphens and nothing else, whatever it is given', () => {
		const piece = fc.constantFrom(
			'st',
			'uck',
			'some',
			'-',
			' ',
			'- ',
			'one',
			'w',
			'e',
			'the',
			'A',
			'.',
			'\n',
			'é',
			'한',
			'’',
			'peo',
			'ple',
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
				const raw = pieces.join('');
				const { text } = repairBrokenWords(raw);
				assert.equal(text.replace(/[\s-]/gu, ''), raw.replace(/[\s-]/gu, ''));
			}),
			{ numRuns: 200 },
		);
	});
});
