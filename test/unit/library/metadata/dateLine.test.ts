import assert from 'node:assert/strict';
import { findDateInLines } from '../../../../src/library/metadata/dateLine.ts';

describe('a date in lines of who and when', () => {
	function check(name: string, lines: readonly string[], expected: string | null) {
		it(name, () => assert.equal(findDateInLines(lines), expected));
	}
	check('by itself', ['Tides', 'March 1, 2008'], '2008-03-01');
	check('a month', ['March 2008'], '2008-03');
	check('in a byline', ['By Kim Lee, March 1, 2008'], '2008-03-01');
	check('of a Korean page', ['기사입력 2019-05-07 10:00 수정 2019-05-08 11:20'], '2019-05-07');
	check('of a Japanese page', ['公開日：2019年5月7日'], '2019-05-07');
	check('in a sentence about entry', ['입력된 값은 2019-05-07 이후 바뀌었다.'], null);
	check('in a line of the site', ['Posted in News on 1 March 2008'], '2008-03-01');
	check('in a line of the archive', ['Filed under Tides, March 1, 2008'], '2008-03-01');
	check('of a judgment', ['LABOUR COURT', 'Judgment of 6 June 2024'], '2024-06-06');
	check('of a paper that was issued', ['Preliminary report on the election, 4 May 2023', 'Issued on 25 May 2023'], '2023-05-25');
	check('of minutes', ['Minutes of the Joint Port Council, 12 February 2024'], '2024-02-12');
	check('of a hearing', ['SENATE COMMITTEE ON WATER', 'Hearing of 8 June 2023'], '2023-06-08');
	check('of an interview', ['Interview with Tomas Reyes, Dunmore, 9 June 2023'], '2023-06-09');
	check(
		'of a sentence about a meeting',
		['Meeting of 8 June 2023 was closed.', 'Hearings of 8 June 2023', 'Hearing on the flood of 8 June 2023'],
		null,
	);
	check('of a draft', ['TERM SHEET', 'Strictly private. Draft of 20 March 2024'], '2024-03-20');
	check('of a draft that changed something', ['The draft of 20 March 2024 was dropped on 4 May 2024'], null);
	check('of a summary for the press', ['HARBOUR SURVEY', 'Summary for the press, 12 March 2018'], '2018-03-12');
	check('of a press release about a day', ['Press release on the storm of 12 March 2018'], null);
	check('of a letter in French', ['Lettre ouverte', 'Le 20 mai 2023'], '2023-05-20');
	check('of one in German with a weekday', ['Protokoll', 'Montag, den 4. März 2024'], '2024-03-04');
	check('where and when in French', ['Lettre ouverte', 'Saint-Aubin, le 20 mai 2023'], '2023-05-20');
	check('a sentence that begins with a day in French', ['Le 20 mai 2023, le port ferma ses portes.'], null);
	check('of a judgment that is appealed', ['Judgment of the board on the appeal of 6 June 2024'], null);
	check('of a sentence about a decision', ['Decision of 6 June 2024 closed the harbour for a year.'], null);
	check('of a Korean press release', ['배포일: 2024년 5월 20일'], '2024-05-20');
	check('in the line of a Korean reporter', ['[한빛신문 2023년 2월 4일 박지수 기자]'], '2023-02-04');
	check('before a Korean reporter', ['2023년 9월 3일 | 남도신문 배지영 기자'], '2023-09-03');
	check('before one with an address', ['2022-10-07 경인매일 신동호 기자 dhshin@example.kr'], '2022-10-07');
	check('before a Japanese and a Chinese reporter', ['2023年6月8日 北海新報 記者 田中美咲'], '2023-06-08');
	check('a sentence of a day and a reporter', ['2023년 9월 3일 그 기자는 배를 탔다.', '2022-10-07에 한 기자가 물었다'], null);
	check('of minutes in Korean', ['일시 2023년 5월 16일(화)', '장소 회의실'], '2023-05-16');
	check('of a Korean judgment', ['판결선고 2024. 2. 15.'], '2024-02-15');
	check('of a Korean ordinance', ['수리시 조례', '[시행 2019. 3. 15.] [제2417호, 2019. 3. 10., 제정]'], '2019-03-15');
	check('the first of two', ['Published March 1, 2008', 'April 2, 2009'], '2008-03-01');
	check('a year alone', ['2008'], null);
	check('a sentence that tells of a date', ['The harbour opened on March 1, 2008.'], null);
	check('a sentence that begins like a byline', [`By March 1, 2008, ${'the harbour had been dug. '.repeat(8)}`], null);
	check('where and when it was written', ['The Dam', 'ORRIN, 4 June 2024 — The council met.'], '2024-06-04');
	check('the same of an agency', ['NEW ORRIN (AP), June 4, 2024 - The council met.'], '2024-06-04');
	check('the agency behind', ['New Orrin, 4 June 2024 (AFP) – The council met.'], '2024-06-04');
	check('where and when alone', ['Orrin, Tuesday, June 4, 2024'], '2024-06-04');
	check('a month and where', ['Orrin, June 2024 — a year of dams'], null);
	check('a sentence that begins with a place and a day', ['In Orrin, 4 June 2024 was a day like others.'], null);
	check('an issue', ['Version 4.19.0, 18 August 2022', 'Orrin, 4 June 2024 edition'], null);
	check('a life', ['Ann Brown, 4 May 1950 – 3 June 2012, wrote of tides.', 'Ann Brown, May 4, 1950 - June 2012'], null);
	check('a number behind the dash', ['Orrin, 4 June 2024 — 12 people met.'], '2024-06-04');
	check('several words before', ['A Walk with the Board of the Town of Orrin, 4 June 2024'], null);
	check('nothing', [], null);
});
