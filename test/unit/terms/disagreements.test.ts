import assert from 'node:assert/strict';
import type { Card } from '../../../src/terms/card.ts';
import { buildLexicon } from '../../support/termDocuments.ts';

/** What of any term is told differently, and the years in the receipts. */
function check(name: string, texts: readonly string[], ...expected: readonly string[]): void {
	it(name, () => {
		const { cards } = buildLexicon(...texts);
		const shown = (card: Card) =>
			card.disagreements.map(
				({ what, receipts }) =>
					`${card.term}: ${what} (${receipts.map(({ documentId, text }) => documentId.slice(-1) + text.slice(-5, -1)).join(', ')})`,
			);
		assert.deepEqual(cards.flatMap(shown), expected);
	});
}

describe('disagreements', () => {
	check(
		'two years of one foundation',
		['Amnesty International was founded in 1961.', 'Amnesty International was founded in 1962.'],
		'Amnesty International: founded in 1961 or 1962 (01961, 11962)',
	);
	check(
		'by an acronym, too',
		['The Coastal Water Trust (CWT) met. The CWT was set up in 1988.', 'The Coastal Water Trust was officially set up in May 1989.'],
		'Coastal Water Trust: set up in 1988 or 1989 (01988, 11989)',
	);
	check(
		'a death',
		['Dr. Ruth Oduya died in 1950.', 'Dr. Ruth Oduya died in March 1951.'],
		'Ruth Oduya: died in 1950 or 1951 (01950, 11951)',
	);
	check(
		'three documents, two years',
		['The Polaris Project was launched in 2001.', 'The Polaris Project was launched in 2001.', 'The Polaris Project was launched in 2003.'],
		'Polaris Project: launched in 2001 or 2003 (02001, 22003)',
	);
	check(
		'a year that is told first',
		['In 1961, Amnesty International was founded.', 'Amnesty International was founded in 1962.'],
		'Amnesty International: founded in 1961 or 1962 (0nded, 11962)',
	);
	check(
		'in two words for it',
		['Amnesty International was founded in 1961.', 'Amnesty International was established in May 1962.'],
		'Amnesty International: founded in 1961 or established in 1962 (01961, 11962)',
	);
	check(
		'the day of a death',
		['Dr. Ruth Oduya died on 12 May 1950.', 'On May 21, 1950, Ruth Oduya died.'],
		'Ruth Oduya: died on 12 May 1950 or May 21, 1950 (01950, 1died)',
	);
	check(
		'a birth in brackets',
		['Dr. Ruth Oduya was born in 1950.', 'Ruth Oduya (born 1951) paints at sea.'],
		'Ruth Oduya: born in 1950 or 1951 (01950, 1 sea)',
	);
	check(
		'a Korean year that is told first',
		['양심수후원재단은 1961년 설립되었다.', '1962년 5월 양심수후원재단이 발족했다.'],
		'양심수후원재단: 1961 또는 1962년 설립 (0립되었다, 1발족했다)',
	);
	check(
		'a Korean verb that is no noun by itself',
		[
			'팔미도등대재단은 1904년에 세워졌다.',
			'팔미도등대재단은 1940년에 세워졌다.',
			'한빛등대재단은 1904년에 세워 둔 탑이다.',
			'한빛등대재단은 1940년에 세워 둔 탑이다.',
		],
		'팔미도등대재단: 1904 또는 1940년 세워짐 (0세워졌다, 1세워졌다)',
	);
	check(
		'what is signed, by its place too',
		['The Treaty of Amberg was signed in 1999.', 'The Treaty of Amberg was signed in Oslo in 1997.'],
		'Treaty of Amberg: signed in 1999 or 1997 (01999, 11997)',
	);
	check(
		'what is signed, between commas',
		['The Treaty of Amberg was signed in 1999.', 'The Treaty of Amberg, signed in 1997, holds.'],
		'Treaty of Amberg: signed in 1999 or 1997 (01999, 1olds)',
	);
	check(
		'what is adopted',
		['The Harbour Workers Convention was adopted in 1930.', 'In 1931, the Harbour Workers Convention was adopted.'],
		'Harbour Workers Convention: adopted in 1930 or 1931 (01930, 1pted)',
	);
	check(
		'what enters into force',
		['The Fisheries Act entered into force in May 1999.', 'The Fisheries Act came into force in 2001 and took its time.'],
		'Fisheries Act: entered into force in 1999 or came into force in 2001 (01999, 1time)',
	);
	check(
		'what is completed',
		['The Orrin Dam was completed in 1964.', 'The Orrin Dam, completed in 1966, is full.'],
		'Orrin Dam: completed in 1964 or 1966 (01964, 1full)',
	);
	check(
		'what begins',
		['The Polaris Project began in 2001.', 'The Polaris Project started in 2003, in spring.'],
		'Polaris Project: began in 2001 or started in 2003 (02001, 1ring)',
	);
	check(
		'a birth between commas',
		['Dr. Ruth Oduya was born in Lagos in 1970.', 'Ruth Oduya, born 1972, paints at sea.'],
		'Ruth Oduya: born in 1970 or 1972 (01970, 1 sea)',
	);
	check(
		'what is signed, in Korean',
		['암베르크협정은 1997년 체결되었다.', '1999년 암베르크협정이 체결됐다.'],
		'암베르크협정: 1997 또는 1999년 체결 (0결되었다, 1체결됐다)',
	);
	check('acts that are not one', ['The Treaty of Amberg was signed in 1997.', 'The Treaty of Amberg was ratified in 1999.']);
	check('what is signed of something else', ['The Treaty of Amberg was signed in 1997.', 'The Treaty of Orrin was signed in 1999.']);
	check('what begins again', [
		'The Polaris Project began in 1997.',
		'The Polaris Project began again in 2003. In 2004, the Polaris Project began anew.',
	]);
	check('what a thing does to others', [
		'The Polaris Project began in 1997.',
		'The Polaris Project began in 2003 to sell tea. In 2004, the Polaris Project began training cooks.',
		'The Polaris Project opened in 1999 an office. In 2001, the Polaris Project opened its doors.',
		'The Polaris Project opened in 1998.',
	]);
	check('what happens each year, by no name', [
		'A dockers strike is a strike of those who load ships. The dockers strike began in 1997. The dockers strike went on.',
		'The dockers strike began in 2003. The dockers strike went on.',
	]);
	check('what somebody begins', ['Dr. Ruth Oduya began in 1997 as a nurse.', 'Dr. Ruth Oduya started in 1999 at the coast.']);
	check('who signs', ['The Treaty of Amberg was signed by Norway in 1997.', 'The Treaty of Amberg was signed by Peru in 1999.']);
	check('a day and its month', ['Dr. Ruth Oduya died on 12 May 1950.', 'Ruth Oduya died in May 1950.', 'Ruth Oduya died in 1950.']);
	check('the same day, written otherwise', ['Dr. Ruth Oduya died on 12 May 1950.', 'Ruth Oduya died on May 12, 1950.']);
	check('a year first that dates something else', [
		'Amnesty International was founded in 1961.',
		'In 1962, Amnesty International was founded anew 12 months late.',
	]);
	check(
		'the city of that name',
		['The city of Whitbury was founded in 1961. Whitbury grows.', 'Whitbury was founded in 1962. Whitbury is old.'],
		'Whitbury: founded in 1961 or 1962 (01961, 11962)',
	);
	check('a part of it', ['The Polaris Board was founded in 1961.', 'The youth wing of the Polaris Board was founded in 1975.']);
	check('what a name only tells whose, where or from whom it is', [
		'The Polaris Board was founded in 1961. Whitbury was founded in 1200. The Treaty of Amberg was signed in 1997.',
		'The trust that runs the Polaris Board was founded in 1950. The predecessor to the Polaris Board was founded in 1940.',
		'A rival of the old Polaris Board was founded in 1930. The village near Whitbury was founded in 1300.',
		'The protocol to the Treaty of Amberg was signed in 1999. An annex amending the Treaty of Amberg was signed in 2001.',
	]);
	check('who was near to somebody', [
		'Dr. Ruth Oduya died in 1950.',
		'The man who shot Ruth Oduya died in 1960.',
		'A friend of Dr. Ruth Oduya died in 1970.',
		'A woman close to Ruth Oduya died in 1980.',
	]);
	check(
		'behind a sentence that tells of something else',
		[
			'Amnesty International is an office that keeps lamps. Amnesty International was founded in 1961.',
			'It was opened by a man who keeps lamps! The Amnesty International was founded in 1962.',
		],
		'Amnesty International: founded in 1961 or 1962 (01961, 11962)',
	);
	check(
		'behind small words that lead to nobody else',
		['Amnesty International was founded in 1961.', 'It is known that the Amnesty International was founded in 1962, long after.'],
		'Amnesty International: founded in 1961 or 1962 (01961, 1fter)',
	);
	check('as what it was founded later', [
		'The Polaris Board was founded in 1961.',
		'In 1975, the Polaris Board was established as a charity.',
	]);
	check('what a Korean body founded', ['양심수후원재단은 1961년 설립됐다.', '1975년 양심수후원재단은 설립 기념관을 열었다.']);
	check('what was formed, as governments are', ['The Polaris Board was founded in 1961.', 'The Polaris Board was formed in 1962.']);
	check('the same year', ['Amnesty International was founded in 1961.', 'Amnesty International was founded in May 1961.']);
	check('one document tells of two', [
		'The Polaris Project was launched in 2001. The Polaris Project was launched in 2009.',
		'The Polaris Project was launched in 2001.',
	]);
	check('other verbs', ['Amnesty International was founded in 1961.', 'Amnesty International was abolished in 1962.']);
	check('other things', ['Amnesty International was founded in 1961.', 'The Polaris Project was founded in 1962.']);
	check('what happens again', ['The Polaris Project was closed in 1961.', 'The Polaris Project was closed in 1962.']);
	check('a span', ['Amnesty International was founded in 1961.', 'Amnesty International was founded in 1962–63.']);
	check('ordinary words', ['The parish church was built in 1850.', 'The parish church was built in 1910.']);
});

describe('figures of a card', () => {
	it('are whole sentences with a number that are not shown yet', () => {
		const told = ['300 boats', '40 nets', '17,500 members', '5 percent of the catch', '12 ships', '90 ports'];
		const text = told.map(
			(figure, at) => `In the report of the ${at}th spring the Polaris Project counted ${figure} along the whole of the coast.`,
		);
		const { cards } = buildLexicon(`${text.join(' ')}\n\n3 thoughts on the Polaris Project\n\nThe Polaris Project rests.`);
		const card = cards.find(({ term }) => term === 'Polaris Project');
		assert.equal(card?.figures.length, 3);
		const shown = [...(card?.evidence ?? []), ...(card?.figures ?? [])].map((receipt) => receipt.text);
		assert.equal(new Set(shown).size, 6);
		for (const receipt of card?.figures ?? []) {
			assert.match(receipt.text, /^In the report .* coast\.$/);
		}
	});
});
