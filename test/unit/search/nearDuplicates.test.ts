import assert from 'node:assert/strict';
import { foldNearDuplicates } from '../../../src/search/nearDuplicates.ts';

const base =
	'The ministry said that police in Lagos had arrested 14 people, and that the court did not release them before the trial ended in May 2021.';

/** How the second of two passages stands in a list with the first before it. */
function check(name: string, first: string, second: string, expected: 'folded' | 'apart'): void {
	it(`${expected === 'folded' ? 'folds' : 'keeps apart'} ${name}`, () => {
		const folds = foldNearDuplicates([{ text: first }, { text: second }]);
		assert.equal(folds.length === 1 ? 'folded' : 'apart', expected);
	});
}

describe('foldNearDuplicates', () => {
	const near = (name: string, first: string, second: string) => check(name, first, second, 'folded');
	const apart = (name: string, first: string, second: string) => check(name, first, second, 'apart');

	near('the same words', base, base);
	near('other line ends and spaces', base, base.replaceAll(' ', '\n '));
	near('capitals', base, base.toUpperCase());
	near('other punctuation', base, base.replaceAll(',', ' –').replace('.', ''));
	near('curly and straight quotation marks', `“${base}”`, `"${base}"`);
	near('apostrophes', base.replace('court', "court's judge"), base.replace('court', 'court’s judge'));
	near('words that a line end broke', base, base.replace('arrested', 'ar-\nrested'));
	near('soft hyphens', base, base.replace('arrested', 'ar\u00ADrested'));
	near('a hyphen or none', base.replace('trial', 'long-term trial'), base.replace('trial', 'long term trial'));
	near('accents, composed or not', base.replace('Lagos', 'Bogotá'), base.replace('Lagos', 'Bogota\u0301'));
	near('ligatures', base.replace('before', 'ofﬁce before'), base.replace('before', 'office before'));
	near('full-width letters', base, base.replace('police', 'ｐｏｌｉｃｅ'));
	near('spellings', base.replace('trial', 'labour programme'), base.replace('trial', 'labor program'));
	near('articles', base, base.replace('the court', 'a court').replace('the trial', 'trial'));
	near('a point or a comma in a number', base.replace('14', '1,400'), base.replace('14', '1.400'));
	near('a report that was taken over from an agency', base, `LAGOS (Reuters) – ${base}`);
	near('a report of two agencies’ papers', `LAGOS, May 4 (AP) -- ${base}`, `ABUJA (Northern Wire) — ${base}`);
	near('a part of a report with the line of an agency', `${base} An appeal was filed.`, `ST. JOHN'S (CP) - ${base}`);
	near('Korean agencies', `(서울=연합뉴스) 김여니 기자 = ${base}`, `${base}`);
	near('what an earlier passage says too', `${base} An appeal was filed.`, base);
	near('the end of an earlier passage', `An appeal was filed. ${base}`, base);
	near(
		'Korean',
		'경찰은 라고스에서 14명을 체포했다고 밝혔으며 법원은 재판이 끝나기 전에 그들을 석방하지 않았고 항소도 받아들이지 않았다.',
		'경찰은 라고스에서 14명을 체포했다고 밝혔으며, 법원은 재판이 끝나기 전에 그들을 석방하지 않았고, 항소도 받아들이지 않았다',
	);
	near(
		'Chinese without its points',
		'警方表示，他们在拉各斯逮捕了十四人，法院在审判结束之前没有释放他们。律师说，上诉已经提出，但是尚未审理，家属也没有收到通知。',
		'警方表示他们在拉各斯逮捕了十四人法院在审判结束之前没有释放他们律师说上诉已经提出但是尚未审理家属也没有收到通知',
	);

	apart('other brackets in front', base, `Lagos (see page 3) – ${base}`);
	apart('a body that is named in front', base, `NATO (which met in May) – ${base}`);
	apart('brackets that go on without a dash', base, `LAGOS (Reuters) is where ${base}`);
	apart(
		'two speakers who say the same',
		'HOLM (Labour) – We have nothing to add to what the government said on Tuesday.',
		'BERG (Greens) – We have nothing to add to what the government said on Tuesday.',
	);
	apart('another number', base, base.replace('14', '15'));
	apart('another year', base, base.replace('2021', '2022'));
	apart('a number in words', base.replace('14', 'two'), base.replace('14', 'ten'));
	apart('digits that are parted elsewhere', base.replace('14', '1 23'), base.replace('14', '12 3'));
	apart('a share and a count', base.replace('14 people', '14% of people'), base.replace('14 people', '14 of people'));
	apart('another currency', base.replace('14', '$14'), base.replace('14', '€14'));
	apart('a number below zero', base.replace('14', '-14'), base);
	apart('more or less', base.replace('14', '< 14'), base.replace('14', '> 14'));
	apart('another name', base, base.replace('Lagos', 'Abuja'));
	apart('names that are spelt as words are', base.replace('Lagos', 'Mr Gray'), base.replace('Lagos', 'Mr Grey'));
	apart('names that changed places', `Kim sued Lee. ${base}`, `Lee sued Kim. ${base}`);
	apart('a not', base, base.replace('did not release', 'did release'));
	apart('a contracted not', base.replace('did not', 'did'), base.replace('did not', "didn't"));
	apart('with and without', base.replace('before', 'with'), base.replace('before', 'without'));
	apart('the opposite by a prefix', base.replace('trial', 'lawful trial'), base.replace('trial', 'unlawful trial'));
	apart('one other word in many', base, base.replace('arrested', 'acquitted'));
	apart('may and must', base.replace('did not', 'may not'), base.replace('did not', 'must not'));
	apart('another order', base, `${base.slice(base.indexOf('and that'))} ${base.slice(0, base.indexOf('and that'))}`);
	apart('what says more than an earlier passage', base, `${base} An appeal was filed.`);
	apart('a small part of a long passage', `${base} ${'Other things were said there. '.repeat(20)}`, base);
	apart('a part with a gap', `${base.slice(0, 60)} nobody ${base.slice(60)}`, base);
	apart('the end of a sentence', `Un${base}`, base);
	apart('a sentence that goes on', `${base.slice(0, -1)} of 2020, and he was not heard.`, base);
	apart('a number that goes on', `${base} He paid 14,000 won and left.`, `${base} He paid 14`);
	apart('short lines, which are the same by chance', 'Washington, 4 May', 'Washington, 4 May');
	apart('nothing', '', '');
	apart(
		'a Chinese not',
		'警方表示，他们在拉各斯逮捕了十四人，法院在审判结束之前没有释放他们。律师说，上诉已经提出，但是尚未审理，家属也没有收到通知。',
		'警方表示，他们在拉各斯逮捕了十四人，法院在审判结束之前释放了他们。律师说，上诉已经提出，但是尚未审理，家属也没有收到通知。',
	);

	it('keeps the order, and puts each behind the first that says it', () => {
		const other = base.replace('Lagos', 'Abuja');
		const items = [base, other, `${base}!`, `${other}!`, base].map((text, number) => ({ text, number }));
		const folds = foldNearDuplicates(items).map(({ first, others }) => [first.number, ...others.map(({ number }) => number)]);
		assert.deepEqual(folds, [
			[0, 2, 4],
			[1, 3],
		]);
	});

	it('loses nothing', () => {
		const items = Array.from({ length: 50 }, (_, number) => ({ text: `${base} ${number % 7} ${number % 2 === 0 ? base : ''}`, number }));
		const all = foldNearDuplicates(items).flatMap(({ first, others }) => [first, ...others]);
		assert.deepEqual(new Set(all), new Set(items));
		assert.equal(all.length, items.length);
	});
});
