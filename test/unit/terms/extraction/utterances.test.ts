import assert from 'node:assert/strict';
import { takeAllSteps } from '../../../../src/base/steps.ts';
import type { Heading } from '../../../../src/library/document.ts';
import { findUtterances } from '../../../../src/terms/extraction/utterances.ts';
import { findingsOf } from '../../../support/termDocuments.ts';

function find(text: string, headings: readonly Heading[] = []) {
	return takeAllSteps(findUtterances(text, headings));
}

/** Expected are `speaker, date: words`, with `–` for what is not told. */
function check(name: string, text: string, expected: readonly string[]): void {
	it(name, () => {
		const { all, labels } = find(text);
		assert.deepEqual(
			all.map(({ speaker, date, start, end }) => {
				const words = text.slice(start, end).trim().replace(/\s+/g, ' ');
				return `${speaker ?? '–'}${date === null ? '' : `, ${date}`}: ${words}`;
			}),
			expected,
		);
		for (const [at, label] of labels.entries()) {
			assert.ok(label.start < label.end && label.end <= text.length && label.start >= (labels[at - 1]?.end ?? 0));
		}
	});
}

describe('who speaks', () => {
	describe('in transcripts', () => {
		check('somebody with a title, though nobody else speaks', 'DR. SANA QURESHI: We closed nine clinics in the valley.', [
			'Sana Qureshi: We closed nine clinics in the valley.',
		]);
		check(
			'by turns, a family name too',
			'SENATOR OKAFOR: And the scheme?\n\nDR. SANA QURESHI: It is a bursary.\n\nDR. QURESHI: It pays 140.\n',
			['Senator Okafor: And the scheme?', 'Sana Qureshi: It is a bursary.', 'Sana Qureshi: It pays 140.'],
		);
		check(
			'letters of an office or honour behind the name',
			'Ann Lee MP: Who pays?\nDAWN ACHTERBERG KC: The town.\nAnn Lee MP: All of it?',
			['Ann Lee: Who pays?', 'Dawn Achterberg: The town.', 'Ann Lee: All of it?'],
		);
		check(
			'a part in the talk and a name',
			'Moderator: Who begins?\nAna Belmonte: I do.\nModerator: Thank you.\nAna Belmonte: The bay is full.',
			['Moderator: Who begins?', 'Ana Belmonte: I do.', 'Moderator: Thank you.', 'Ana Belmonte: The bay is full.'],
		);
		check('whose family is called after a trade', 'MR. SHEPHERD: Who pays?\nMS. CARPENTER: The town pays.\nMR. SHEPHERD: For how long?', [
			'Mr. Shepherd: Who pays?',
			'Ms. Carpenter: The town pays.',
			'Mr. Shepherd: For how long?',
		]);
		check('questions and answers of nobody', 'Q: Who pays?\nA: The town pays.\nQ: For how long?\nA: For three years.', [
			'–: Who pays?',
			'–: The town pays.',
			'–: For how long?',
			'–: For three years.',
		]);
		check('questions and answers with points', 'Q. Who signed it?\n\nA. Six. All six did.\n\nQ. And the film?\n\nA. The film shrank.', [
			'–: Who signed it?',
			'–: Six. All six did.',
			'–: And the film?',
			'–: The film shrank.',
		]);
		check(
			'whose given name begins with Q, or A',
			'Q. LEE: Who signed it?\n\nA. CHANG: I did.\n\nQ. LEE: When was it?\n\nA. CHANG: In May.',
			['Q. Lee: Who signed it?', 'A. Chang: I did.', 'Q. Lee: When was it?', 'A. Chang: In May.'],
		);
		check('questions that begin with a word in capitals', 'Q. NOW: who signed it?\nA. Six did.\nQ. And when?\nA. In May.', [
			'–: NOW: who signed it?',
			'–: Six did.',
			'–: And when?',
			'–: In May.',
		]);
		check('no outline', 'A. CATCHMENT: It is big.\nB. STUNTING: It is small.\nC. OKAFOR: It is ours.\nQ. TURBIDITY: It is high.', []);
		check(
			'with what else is to be said of them in brackets',
			'THE WITNESS: Yes, I did.\nMR. HOLM (through interpreter): We closed the gate.\nTHE WITNESS (sworn): So it was.\nMR. HOLM (through interpreter): It was.',
			['The Witness: Yes, I did.', 'Mr. Holm: We closed the gate.', 'The Witness: So it was.', 'Mr. Holm: It was.'],
		);
		it('begins with the first line though it is taken for the title', () => {
			const text = 'Q. LEE: Who signed it?\n\nA. CHANG: I did.\n\nQ. LEE: When was it?\n\nA. CHANG: In May.';
			const { all } = find(text, [{ level: 1, text: 'Q. LEE: Who signed it?', start: 0, end: 22 }]);
			assert.deepEqual(
				all.map(({ speaker }) => speaker),
				['Q. Lee', 'A. Chang', 'Q. Lee', 'A. Chang'],
			);
		});
		check('no answers without questions', 'A. Chang won.\nB. Lee lost.\nA. Chang left.\nC. Roy came.', []);
		check(
			'over several paragraphs',
			'HOST: Hello all.\n\nANA LEE: It is so.\n\nAnd it stays so.\n\nHOST: Why?\n\nANA LEE: Because.\n\nMusic plays.',
			['Host: Hello all.', 'Ana Lee: It is so. And it stays so.', 'Host: Why?', 'Ana Lee: Because.'],
		);
		check(
			'with times and what somebody is',
			'[00:01:12] Ana Lee (Director): We go.\n[00:01:20] Rui Teixeira: You stay.\n[00:01:31] Ana Lee: No.\n[00:02:00] Rui Teixeira: Yes.',
			['Ana Lee: We go.', 'Rui Teixeira: You stay.', 'Ana Lee: No.', 'Rui Teixeira: Yes.'],
		);
		check('over the words', 'Ana Lee  00:12\nWe go now.\n\nRui Teixeira  00:40\nYou stay here.\n\nAna Lee  01:02\nWhy should I?', [
			'Ana Lee: We go now.',
			'Rui Teixeira: You stay here.',
			'Ana Lee: Why should I?',
		]);
		check(
			'in Korean',
			'사회자: 누가 시작합니까?\n김민수 위원: 제가 하겠습니다.\n이지은 국장: 예산은 없습니다.\n김민수 위원: 왜 없습니까?',
			['사회자: 누가 시작합니까?', '김민수 위원: 제가 하겠습니다.', '이지은 국장: 예산은 없습니다.', '김민수 위원: 왜 없습니까?'],
		);
		check(
			'in the minutes of Korean councils',
			'○위원장 유기준  의석을 정돈해 주시기 바랍니다.\n○김현우 위원  맞습니까?\n○교육부장관 이주형  아닙니다.\n○김현우 위원  왜 없습니까?\n' +
				'○재단 대표이사 하경수  송구합니다.\n○재단 대표이사 하경수의  말은 다르다.',
			[
				'위원장 유기준: 의석을 정돈해 주시기 바랍니다.',
				'김현우 위원: 맞습니까?',
				'교육부장관 이주형: 아닙니다.',
				'김현우 위원: 왜 없습니까?',
				'대표이사 하경수: 송구합니다. ○재단 대표이사 하경수의 말은 다르다.',
			],
		);
		check(
			'in the minutes of the Diet',
			'○委員長（宮内秀樹君）　これより会議を開きます。\n○山本（由）委員　伺います。\n○永岡国務大臣　そのとおりです。\n○山本（由）委員　以上です。',
			['宮内秀樹: これより会議を開きます。', '山本（由）委員: 伺います。', '永岡国務大臣: そのとおりです。', '山本（由）委員: 以上です。'],
		);
		check(
			'no lists that circles open',
			'○ 점검 대상 기관은 세 곳이다.\n○ 위원회 구성을 마쳤다.\n○ 과태료 부과는 끝났다.\n○ 예산 편성을 했다.',
			[],
		);
		check('with what they are before the name', '위원장 김재욱: 시작하겠습니다.\n정혜린 과장: 예산입니다.\n위원장 김재욱: 말씀하십시오.', [
			'위원장 김재욱: 시작하겠습니다.',
			'정혜린 과장: 예산입니다.',
			'위원장 김재욱: 말씀하십시오.',
		]);
		check(
			'in capitals, though only once',
			'MODERATOR: Who begins?\nADEYEMI: We closed nine clinics.\nMODERATOR: Is that so?\nSANA QURESHI: It is.\nMODERATOR: Thank you both.',
			[
				'Moderator: Who begins?',
				'Adeyemi: We closed nine clinics.',
				'Moderator: Is that so?',
				'Sana Qureshi: It is.',
				'Moderator: Thank you both.',
			],
		);
		check(
			'in capitals once, where others speak by turns',
			'MR. HOWE: I stand.\nTHE COURT: Why?\nMR. HOWE: It is late.\nORSEK: It is not.\nTHE COURT: Sit.\nSkagen: The town.',
			['Mr. Howe: I stand.', 'The Court: Why?', 'Mr. Howe: It is late.', 'Orsek: It is not.', 'The Court: Sit. Skagen: The town.'],
		);
		check('in a court', 'THE COURT: Sit down.\nMR. HOWE: I stand.\nTHE COURT: Why?\nMR. HOWE: It is late.', [
			'The Court: Sit down.',
			'Mr. Howe: I stand.',
			'The Court: Why?',
			'Mr. Howe: It is late.',
		]);
	});
	describe('not where a colon names no one', () => {
		check('notes', 'Note: The ferry is late today.\nNote: The bus is late as well.\nWarning: Do not swim.', []);
		check(
			'minutes',
			'Present: Ana Lee, Rui Teixeira.\nApologies: Dr Howe.\nDecision: The fee rises.\nAction: Ana writes a letter.\nDecision: It ends.',
			[],
		);
		check('what an MP is', 'Former Labour MP: He left early.\nFormer Tory MP: She stayed late.\nFormer Labour MP: He came again.', []);
		check('a form', 'Name: Ana Lee.\nAddress: Pier 4.\nName: Rui Teixeira.\nAddress: Pier 5.', []);
		check(
			'a glossary',
			'Bycatch: Fish that nobody wanted.\nQuota: A share of the catch.\nTrawl: A net that is dragged.\nGhost net: A net that was lost.',
			[],
		);
		check(
			'short forms',
			'QUOTA: A share of the catch.\nTAC: The limit of all.\nORSEK: The office that counts.\nORMIN: The port that lands.\nNEZ: A net.',
			[],
		);
		check('places', 'London: The market fell.\nParis: The market rose.\nLondon: It fell again.\nParis: It rose again.', []);
		check('a book once', 'Ana Lee: A Life in Medicine', []);
		check('peoples', 'English: The net is lost.\nFrench: Le filet est perdu.\nEnglish: It fishes.\nFrench: Il pêche.', []);
		check('a timetable', 'From: Skagen\nTo: Frederikshavn', []);
		check('a timetable of times', 'Skagen  09:12\nHulsig  09:25\nNapstjert  09:31\nTolne  09:48\nThe train runs daily.', []);
		check(
			'timetables of both ways',
			'Skagen  09:12\nHulsig  09:25\nTolne  09:48\n\nIt goes back.\n\nTolne  10:12\nHulsig  10:35\nSkagen  10:48\n\nIt runs daily.',
			[],
		);
		check('what is on', 'Orin Vale  19:00\n\nAna Lee Tonight  19:30\n\nKestrel Bay  20:15\n\nOrin Vale  21:00\n\nAll times are local.', []);
	});
	describe('in mails', () => {
		const header =
			'From: Marta Rossi <marta@example.org>\nTo: Jens Holt <jens@example.org>\nDate: Tue, 4 May 2021 09:12:00 +0200\nSubject: Quota\n\n';
		check('the sender', `${header}I cannot agree.`, ['Marta Rossi, 2021-05-04: I cannot agree.']);
		check(
			'the sender, and whom the reply quotes',
			`${header}No.\n\nOn Mon, 3 May 2021 at 17:40, Jens Holt <jens@example.org> wrote:\n\n> We swap.\n> Now.\n\nMarta`,
			[
				'Marta Rossi, 2021-05-04: No. On Mon, 3 May 2021 at 17:40, Jens Holt <jens@example.org> wrote: > We swap. > Now. Marta',
				'Jens Holt, 2021-05-03: We swap. > Now.',
			],
		);
		check(
			'whom the quoted one quotes',
			'On 3 May 2021 Jens Holt wrote:\n> We swap.\n> On 2 May 2021 Pia Lund wrote:\n>> They ask.\n> I like it.',
			['Jens Holt, 2021-05-03: We swap.', 'Pia Lund, 2021-05-02: They ask.', 'Jens Holt, 2021-05-03: I like it.'],
		);
		check(
			'what is sent on',
			`${header}See below.\n\n-----Original Message-----\nFrom: Pia Lund\nSent: 1 May 2021 08:00\nTo: Marta Rossi\nSubject: Ice\n\nThe plant is old.`,
			['Marta Rossi, 2021-05-04: See below.', 'Pia Lund, 2021-05-01: The plant is old.'],
		);
		check(
			'in German',
			'Von: Pia Lund <pia@example.org>\nAn: Jens Holt\nBetreff: Eis\n\nEs ist alt.\n\nAm 2. Mai 2021 um 08:00 schrieb Jens Holt <jens@example.org>:\n> Ist es alt?',
			[
				'Pia Lund: Es ist alt. Am 2. Mai 2021 um 08:00 schrieb Jens Holt <jens@example.org>: > Ist es alt?',
				'Jens Holt, 2021-05-02: Ist es alt?',
			],
		);
		check('in Korean', '보낸 사람: 김민수 <kim@example.org>\n받는 사람: 이지은\n날짜: 2021년 5월 4일\n제목: 예산\n\n예산이 없습니다.', [
			'김민수, 2021-05-04: 예산이 없습니다.',
		]);
		check('quoted by nobody who is named', '> It is late.\n\nIs it?', ['–: It is late.']);
	});
	it('what is quoted in a mail is not of its day', () => {
		const quoted = (text: string) => find(text).all.map(({ speaker, isQuoted }) => `${speaker ?? '–'}${isQuoted ? ', quoted' : ''}`);
		const from = (name: string) => `From: ${name} <a@example.org>\nTo: Jens Holt\nSubject: Ice\n\nThe plant is old.\n\n`;
		assert.deepEqual(quoted(`${from('Ana')}-----Original Message-----\n${from('Pia')}> It is late.\n`), [
			'Ana',
			'Pia, quoted',
			'–, quoted',
		]);
		assert.deepEqual(quoted(`Begin forwarded message:\n${from('Ana')}`), ['Ana, quoted']);
		assert.deepEqual(quoted(`See below what Ana says of it.\n\n${from('Ana')}`), ['Ana, quoted']);
		assert.deepEqual(quoted('> It is late.\n\nIs it?'), ['–']);
	});
	it('each line of a header is a label, and none is a sentence with others', () => {
		const text = 'From: Marta Rossi <marta@example.org>\nTo: Jens Holt\nSubject: Ice\n\nThe plant is old.';
		assert.deepEqual(
			find(text).labels.map(({ start, end }) => text.slice(start, end)),
			['From: Marta Rossi <marta@example.org>', 'To: Jens Holt', 'Subject: Ice'],
		);
	});
	it('those whom a header names are people, in any language', () => {
		const text = 'Van: Pia Lund <pia@example.org>\nAan: Jens Holt; Marta Rossi\nCc: Rui Teixeira\nOnderwerp: IJs\n\nOud.';
		assert.deepEqual(find(text).people, ['Pia Lund', 'Jens Holt', 'Marta Rossi', 'Rui Teixeira']);
	});
	it('those who speak are people, by whatever names', () => {
		const { names, acronyms } = findingsOf(
			'MR. TOLVAJ: It is late.\n\nDR. ORSA LEE: Is it?\n\nMR. TOLVAJ: We must go.\n\nDR. LEE: Then go.',
		);
		assert.deepEqual([...new Set(names.map(({ text, kind }) => `${text} / ${kind}`))].sort(), [
			'LEE / person',
			'ORSA LEE / person',
			'TOLVAJ / person',
		]);
		assert.deepEqual(acronyms, []);
	});
	describe('in steps of some 20,000 units, for each look at', () => {
		for (const [what, looks, piece] of [
			['mails: lines, utterances, labels', 3, 'From: Ana Lee <a@b.c>\nTo: Rui Howe\nSubject: Ice\n\nSo.\n\n'],
			['lines that are quoted: the same', 3, '> it is so\n'],
			['turns of a talk: lines, candidates, names, utterances', 4, 'ANA LEE: So it is.\nMR. HOWE: No.\n'],
		] as const) {
			it(what, () => {
				const text = piece.repeat(Math.ceil(100_000 / piece.length));
				let count = 0;
				for (const steps = findUtterances(text, []); steps.next().done !== true; ) {
					count++;
				}
				assert.ok(count >= looks * 4, `${count} steps`);
			});
		}
	});
});
