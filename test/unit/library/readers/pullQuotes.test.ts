import assert from 'node:assert/strict';
import { defaultCaps } from '../../../../src/library/caps.ts';
import { readPlainText } from '../../../../src/library/readers/plainText.ts';

const prose = 'The office opened in the spring, and the people of the town came to it with their questions about work and housing.';
const words = 'We worked in that kitchen for eleven years and nobody asked us anything.';

interface Expected {
	readonly quote: string;
	readonly speaker: string;
	readonly role: string | null;
	/** The paragraphs as they shall be, `Q` for the quotation with its speaker. */
	readonly paragraphs: readonly string[];
	readonly title?: string;
}

describe('pull quotes', () => {
	function check(name: string, source: string, expected: Expected) {
		it(name, () => {
			const content = readPlainText(source, { fileName: 'a.txt', caps: defaultCaps });
			assert.deepEqual(
				content.quotes.map((quote) => [content.text.slice(quote.start, quote.end), quote.speaker, quote.role]),
				[[expected.quote, expected.speaker, expected.role]],
			);
			const paragraphs = content.text
				.split('\n\n')
				.map((paragraph) => (paragraph.includes(expected.quote) && paragraph.startsWith(expected.quote) ? 'Q' : paragraph));
			assert.deepEqual(paragraphs, expected.paragraphs);
			assert.equal(content.title, expected.title ?? null);
		});
	}
	const curly = `“${words}”`;
	const single = `‘${words}’`;

	check('at the end of a page', `${prose} ${single} Ana Ruiz, cook, organiser`, {
		quote: single,
		speaker: 'Ana Ruiz',
		role: 'cook, organiser',
		paragraphs: [prose, 'Q'],
	});
	check('at the beginning of a page', `${curly} Ana Ruiz, cook\n\n${prose}`, {
		quote: curly,
		speaker: 'Ana Ruiz',
		role: 'cook',
		paragraphs: ['Q', prose],
	});
	check('in the middle, where the page runs on', `${prose} ${curly} Ana Ruiz, cook, organiser Over the years ${prose}`, {
		quote: curly,
		speaker: 'Ana Ruiz',
		role: 'cook, organiser',
		paragraphs: [prose, 'Q', `Over the years ${prose}`],
	});
	check('with a dash', `${prose} ${curly} — Ana Ruiz`, { quote: curly, speaker: 'Ana Ruiz', role: null, paragraphs: [prose, 'Q'] });
	check('with a dash and a full stop', `${prose} ${curly} – Ana Ruiz, head of the kitchen.`, {
		quote: curly,
		speaker: 'Ana Ruiz',
		role: 'head of the kitchen',
		paragraphs: [prose, 'Q'],
	});
	check('with the speaker in a paragraph of his own', `${prose}\n\n${curly}\n\n— J. M. van der Berg, baker\n\n${prose}`, {
		quote: curly,
		speaker: 'J. M. van der Berg',
		role: 'baker',
		paragraphs: [prose, 'Q', prose],
	});
	check('with the speaker on the next line', `${prose}\n\n${curly}\nAna Ruiz, cook\n\n${prose}`, {
		quote: curly,
		speaker: 'Ana Ruiz',
		role: 'cook',
		paragraphs: [prose, 'Q', prose],
	});
	check('with straight marks', `${prose} "${words}" Ana Ruiz, cook`, {
		quote: `"${words}"`,
		speaker: 'Ana Ruiz',
		role: 'cook',
		paragraphs: [prose, 'Q'],
	});
	check('with guillemets', `${prose} «${words}» Ana Ruiz, cook`, {
		quote: `«${words}»`,
		speaker: 'Ana Ruiz',
		role: 'cook',
		paragraphs: [prose, 'Q'],
	});
	check('with low and high marks', `${prose} „${words}“ Ana Ruiz, cook`, {
		quote: `„${words}“`,
		speaker: 'Ana Ruiz',
		role: 'cook',
		paragraphs: [prose, 'Q'],
	});
	check('without a role', `${prose} ${curly} Ana Ruiz-Soto`, {
		quote: curly,
		speaker: 'Ana Ruiz-Soto',
		role: null,
		paragraphs: [prose, 'Q'],
	});
	check('in Korean', '사무실은 봄에 문을 열었다. 「우리는 그 부엌에서 십일 년 동안 일했고 아무도 묻지 않았다.」 김여니, 활동가', {
		quote: '「우리는 그 부엌에서 십일 년 동안 일했고 아무도 묻지 않았다.」',
		speaker: '김여니',
		role: '활동가',
		paragraphs: ['사무실은 봄에 문을 열었다.', 'Q'],
	});

	check('under a title in small letters', `${prose} no way back ${single} Ana Ruiz, cook`, {
		quote: single,
		speaker: 'Ana Ruiz',
		role: 'cook',
		paragraphs: [prose, 'no way back', 'Q'],
		title: 'no way back',
	});
	check('under a title in capitals', `${prose} NO WAY BACK ${curly} Ana Ruiz, cook`, {
		quote: curly,
		speaker: 'Ana Ruiz',
		role: 'cook',
		paragraphs: [prose, 'NO WAY BACK', 'Q'],
		title: 'NO WAY BACK',
	});
	check('under a title with one capital', `${prose} Left out of the law ${curly} — Ana Ruiz, cook`, {
		quote: curly,
		speaker: 'Ana Ruiz',
		role: 'cook',
		paragraphs: [prose, 'Left out of the law', 'Q'],
		title: 'Left out of the law',
	});
	check('under a title that follows a quotation', `${prose} “It is so.” the long road home ${single} Ana Ruiz, cook`, {
		quote: single,
		speaker: 'Ana Ruiz',
		role: 'cook',
		paragraphs: [`${prose} “It is so.”`, 'the long road home', 'Q'],
		title: 'the long road home',
	});
	check('under a title in a paragraph of its own', `${prose}\n\nwaiting for spring\n\n${single} Ana Ruiz, cook`, {
		quote: single,
		speaker: 'Ana Ruiz',
		role: 'cook',
		paragraphs: [prose, 'waiting for spring', 'Q'],
		title: 'waiting for spring',
	});

	function checkNone(name: string, source: string) {
		it(name, () => {
			const content = readPlainText(source, { fileName: 'a.txt', caps: defaultCaps });
			assert.deepEqual(content.quotes, []);
			assert.equal(content.text, source);
		});
	}
	describe('are not', () => {
		checkNone('dialogue', `${prose} “We worked in that kitchen for eleven years, and nobody asked,” she says.`);
		checkNone('dialogue with a name', `${prose} “${words}” Ana Ruiz says. ${prose}`);
		checkNone('dialogue with a name and role', `${prose} “${words}” Ana Ruiz, a cook, told me.`);
		checkNone('a sentence about the speaker', `${prose} “${words}” Ana Ruiz, a cook from the south, has never been back. ${prose}`);
		checkNone('led into by a clause', `${prose} Ana told me ‘${words}’ Ana Ruiz, cook`);
		checkNone('led into by a colon', `${prose} In her words: “${words}” Ana Ruiz, cook`);
		checkNone('led into by a name', `${prose} She recalls “${words}” Ana Ruiz, cook`);
		checkNone('short scare quotes', `${prose} They called it “the kitchen of hope” Ana Ruiz, cook`);
		checkNone('a new sentence', `${prose} “${words}” The office closed.`);
		checkNone('a place in the role', `${prose} “${words}” Ana Ruiz, head of the Seoul office, left in spring.`);
		checkNone('a quotation and a heading', `${prose}\n\n“${words}”\n\nChapter Two\n\n${prose}`);
	});

	describe('that are short', () => {
		function checkQuotes(name: string, source: string, expected: readonly string[]) {
			it(name, () => {
				const { text, quotes } = readPlainText(source, { fileName: 'a.txt', caps: defaultCaps });
				assert.deepEqual(
					quotes.map((quote) => `${text.slice(quote.start, quote.end)} ${quote.speaker}`),
					expected,
				);
			});
		}
		checkQuotes('stand by themselves', `${prose}\n\n“It was bread or rent”\nTom Lumb, overlooker`, ['“It was bread or rent” Tom Lumb']);
		checkQuotes('stand with a dash', `${prose}\n\n«It was bread or rent» — Ana Ruiz, baker\n\n${prose}`, [
			'«It was bread or rent» Ana Ruiz',
		]);
		checkQuotes('are Korean', `${prose}\n\n“우리는 갈 곳이 없다” 박정호, 노동자`, ['“우리는 갈 곳이 없다” 박정호']);
		checkQuotes('are none within the text', `${prose} “It was bread or rent” Tom Lumb, overlooker`, []);
		checkQuotes('are none without a role', `${prose}\n\n“It was bread or rent.”\nTom Lumb`, []);
		checkQuotes('are none of three words', `${prose}\n\n“Bread or rent”\nTom Lumb, overlooker`, []);
	});
});
