import { makeStepTest, type Steps } from '../../base/steps.ts';
import { foldWord } from '../../text/normalise.ts';
import type { Range } from '../../text/range.ts';
import { isContentWord } from '../../text/stopWords.ts';
import { toNameCase } from '../nameCase.ts';
import { isOrdinaryWord } from '../ordinaryWords.ts';
import { isAdverb, isGeneralNoun } from '../wordLists.ts';
import { isSpeakingNoun } from './claimWords.ts';
import { mayNameSpeaker } from './koreanPeople.ts';
import { calendarWords, givenNames, honours, isHead, isKnownPlace, isPeople, roles, titles, tradeNames } from './nameLists.ts';

/** What may name the speaker of the words behind it: `DR. SANA QURESHI: `, up to those words. */
export interface TranscriptLabel extends Range {
	/** As a reader would name them: `Sana Qureshi`, `The Court`; null for `Q`. */
	readonly speaker: string | null;
	/** Whether the speaker has a name, and not only a part to play (`Moderator`). */
	readonly isNamed: boolean;
}

/** How surely a label is somebody: with a title, by a given name, by a part in a talk, by initials if it comes again; or only by words that may be a name. */
type Sort = 'titled' | 'named' | 'role' | 'initial' | 'words';

/** A label of which only its document tells whether it is one. */
export interface LabelCandidate extends TranscriptLabel {
	readonly key: string;
	readonly sort: Sort;
	/** Whether something is said behind it: a sentence, and no value of a field. */
	readonly isSaid: boolean;
	/** `ADEYEMI:`, as the speakers of many transcripts are written and few other labels. */
	readonly isInCapitals: boolean;
	/** Whether nothing else stands on its line. */
	readonly isAlone: boolean;
}

const time = String.raw`[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?`;
const before = String.raw`^\s{0,8}(?:[-–—•○◯]\s?)?(?:${time}\s{1,4})?`;
/** `[00:12:33] Sana Qureshi (Director): We closed …` */
const inLine = new RegExp(String.raw`${before}(?<label>[^\s:：○◯\d[(][^:：]{0,60}?)\s?[:：](?<gap>\s+|$|(?<=：))`, 'u');
/** `Sana Qureshi  00:12:33` on a line of its own. */
const ownLine = new RegExp(String.raw`^\s{0,8}(?<label>[^\s:：\d][^:：\d]{1,60}?),?\s{1,4}${time}:?\s*$`, 'u');

/** `Q. Who signed it?`, `A. I did.`, as depositions write questions and answers. */
const askLine = /^\s{0,8}(?<label>[QA]\.)\s{1,8}(?=\S)/u;

/** `○김현우 위원  먼저 …`, `○교육부장관 이주형  저희가 …`: without a colon, as the minutes of Korean councils mark who speaks. */
const circleLine = /^\s{0,8}[○◯〇](?<label>[가-힣]{2,20}\s[가-힣]{2,4})(?<gap>\s{1,4})(?=\S)/u;

/** `○재단 대표이사 하경수  송구합니다.`: with where the speaker works, and two spaces behind the name, since one tells nothing here. */
const circleLineOfOffice = /^\s{0,8}[○◯〇](?:[가-힣·]{2,20}\s){1,3}(?<label>[가-힣]{2,20}\s[가-힣]{3})(?<gap>\s{2,4}|\t)(?=\S)/u;

/** `○委員長（宮内秀樹君）　これより…`, `○永岡国務大臣　私どもが…`: as those of Japan do. */
const circleLineOfJapan =
	/^\s{0,8}[○◯〇](?:[\p{Script=Han}]{2,12}（(?<chair>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]{2,12}?)[君さん]{0,2}）|(?<member>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]{1,10}(?:（[\p{Script=Han}]{1,4}）)?(?:委員|議員|大臣|政務官|参考人|局長|君)))\s{1,4}(?=\S)/u;

/** `Q. LEE: Who signed it?`: somebody whose given name begins so, and no question. */
function isByInitial(line: string): boolean {
	const name = /^\s{0,8}([QA]\.\s(?:\p{Lu}\.\s)?\p{Lu}[\p{Lu}'’-]{1,30})\s?[:：]\s/u.exec(line)?.[1];
	return name !== undefined && sortOf(name) === 'initial';
}

/** Reads the beginning of a line as a label; `start` is where the line begins. What it surely is, only all candidates of a document tell. */
export function readTranscriptLabel(line: string, start: number): LabelCandidate | undefined {
	const circled = readCircled(line, start);
	if (circled !== undefined) {
		return circled;
	}
	const own = ownLine.exec(line);
	const match = own ?? (isByInitial(line) ? null : askLine.exec(line)) ?? inLine.exec(line);
	const written = match?.groups?.label ?? '';
	if (match === null || written === '') {
		return undefined;
	}
	// `Sana Qureshi (Director)`, `SANA QURESHI, Director`, `Sana Qureshi MP`.
	const plain = written.replace(/\s*[(（[][^()（）[\]]{1,50}[)）\]]$/u, '').replace(/,\s.{2,50}$/u, '');
	const name = plain.replace(/\s(\S+)$/, (end, word) => (honours.test(word) ? '' : end));
	const byWords = sortOf(name);
	// A time on the line, and an honour behind the name, tell as much as a given name.
	const isSure = (own !== null && byWords === 'words') || (name !== plain && mayBeHonoured(name));
	const sort = isSure ? 'named' : byWords;
	if (sort === undefined) {
		return undefined;
	}
	const rest = line.slice(match[0].length).trim();
	return {
		start: start + match[0].length - match[0].trimStart().length,
		end: start + match[0].length,
		speaker: toSpeaker(name),
		isNamed: sort !== 'role',
		key: /^[QA]\.$/.test(name) ? name.toLowerCase() : foldLabel(name),
		sort,
		isSaid: rest === '' || isSaid(rest),
		isInCapitals: name.length >= 3 && name === name.toUpperCase() && name !== name.toLowerCase(),
		isAlone: rest === '',
	};
}

/** A label of minutes, which a circle opens and nothing but space closes: `○김현우 위원`. */
function readCircled(line: string, start: number): LabelCandidate | undefined {
	if (!/^\s{0,8}[○◯〇]/u.test(line)) {
		return undefined;
	}
	const korean = circleLineOfOffice.exec(line) ?? circleLine.exec(line);
	const match = korean !== null && mayNameSpeaker(korean.groups?.label ?? '') ? korean : circleLineOfJapan.exec(line);
	const { label, chair, member } = match?.groups ?? {};
	const speaker = label ?? chair ?? member;
	if (match === null || speaker === undefined) {
		return undefined;
	}
	return {
		start: start + match[0].search(/\S/),
		end: start + match[0].length,
		speaker,
		isNamed: true,
		key: foldLabel(speaker),
		sort: 'named',
		isSaid: isSaid(line.slice(match[0].length).trim()),
		isInCapitals: false,
		isAlone: false,
	};
}

/** Something is said: some words that begin as a sentence does, or an answer of a word with its stop. */
function isSaid(rest: string): boolean {
	const isOpened = /^["“‘'«「『(\[…—–-]{0,2}[\p{Lu}\p{Lo}\p{N}]/u.test(rest);
	const isClosed = /[.!?…。！？—–-]["”’')\]」』]{0,3}$/u.test(rest);
	return isOpened && (isClosed || rest.split(/\s+/).length >= 5) && !/^(?:\S+@\S+|https?:)/.test(rest);
}

/** `Dawn Achterberg MP`, whatever her first name means; not `Former Labour MP`. */
function mayBeHonoured(name: string): boolean {
	const last = foldWord(name.split(/\s+/).at(-1) ?? '');
	return /^\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}.’'-]*)+$/u.test(name) && !isOrdinaryWord(last) && !isHead(last) && !isPeople(last);
}

function foldLabel(name: string): string {
	return name
		.toLowerCase()
		.replace(/[.\s]+/g, ' ')
		.trim();
}

/** Titles that only somebody has; `General`, `Private` and the like begin other labels too. */
const personalTitles = new Set(
	'dr mr mrs ms miss mx prof professor judge justice senator sen rep rev sir dame sgt capt lt col councillor councilor cllr'.split(' '),
);

/** What somebody is in a talk, a hearing or a broadcast. */
const parts = new Set(
	`host cohost moderator interviewer interviewee narrator reporter presenter announcer anchor question answer q a court witness clerk chair chairman chairwoman
	chairperson speaker participant respondent audience caller operator counsel prosecutor prosecution defence defense foreperson bailiff interpreter facilitator
	unidentified 사회자 진행자 기자 앵커 문 답 질문 답변 위원장 의장 부의장 발언자 司会 記者 司会者 主持人 记者`.split(/\s+/),
);
const askers = new Set(['q', 'a', 'q.', 'a.', 'question', 'answer', '문', '답', '질문', '답변']);

/** Words that stand before a colon and name no one. */
const fields = new Set(
	`note notes nb warning tip caution remark example figure table source sources contact tel telephone phone fax email mail website web url address name date time
	venue location subject re agenda item present absent apologies attendance attendees decision action actions motion proposed seconded resolved noted agreed
	factcheck explainer summary background abstract keywords objective objectives aim aims methods method results result conclusion conclusions definition synonym synonyms see
	photo photos video image credit caption watch listen update breaking opinion analysis editorial correction advertisement pros cons step day week chapter section
	part article volume issue edition isbn issn doi title author authors publisher published language version status type category tags ingredients preparation
	input output answer key vs price total cost deadline ref reference references appendix annex attachment enclosure cc bcc from to sent id no yes
	minutes report recommendation recommendations finding findings facts issue issues held held judgment verdict sentence plot cast director starring`.split(
		/\s+/,
	),
);

/** Whether the word, folded, stands before a colon without naming anything: `note`, `figure`. */
export function isFieldName(folded: string): boolean {
	return fields.has(folded) || parts.has(folded);
}

function sortOf(name: string): Sort | undefined {
	if (/\p{Script=Hangul}/u.test(name)) {
		return parts.has(name) ? 'role' : mayNameSpeaker(name) ? (name.includes(' ') ? 'named' : 'words') : undefined;
	}
	if (/\p{Script=Han}/u.test(name)) {
		return parts.has(name) ? 'role' : undefined;
	}
	const words = name.split(/\s+/);
	const folded = words.map((word) => foldWord(word.replace(/\.$/, '')));
	const plain = folded[0] === 'the' ? folded.slice(1) : folded;
	if (words.length > 5 || name.length > 50) {
		return undefined;
	}
	if (
		parts.has(plain[0] ?? '') &&
		(plain.length === 1 || /^(?:\d{1,2}|speaker|man|woman|male|female)$/.test(plain[1] ?? '')) &&
		plain.length <= 2
	) {
		return 'role';
	}
	if (
		!words.every(
			(word, at) =>
				/^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(word) || (at > 0 && /^(?:de|del|da|van|von|der|den|al|el|bin|ibn|la|le|dos|du|di|y)$/.test(word)),
		)
	) {
		return undefined;
	}
	// `J. LEE`: the letters tell that somebody is called so, if only it comes again; `A. METHODS` are plain words.
	const initials = words.findIndex((word) => !/^\p{Lu}\.$/u.test(word));
	if (initials > 0 && initials <= 2 && words.length - initials <= 2) {
		return sortOf(words.slice(initials).join(' ')) === 'words' ? 'initial' : undefined;
	}
	const rest = titles.has(folded[0] ?? '') ? folded.slice(1) : folded;
	if (rest.length === 0 || rest.some((word) => fields.has(word) || calendarWords.has(word) || isPeople(word))) {
		return undefined;
	}
	const isPlain = (word: string) =>
		isOrdinaryWord(word) ||
		isGeneralNoun(word) ||
		isAdverb(word) ||
		isHead(word) ||
		isSpeakingNoun(word) ||
		(roles.has(word) && !tradeNames.has(word));
	const [first = ''] = rest;
	const isGiven = rest.length >= 2 && givenNames.has(first);
	if (rest.length < folded.length && personalTitles.has(folded[0] ?? '') && rest.length <= 4) {
		return rest.every((word) => isPlain(word) && !isGiven) ? undefined : 'titled';
	}
	if (isGiven && !isHead(rest.at(-1) ?? '')) {
		return 'named';
	}
	const isNothing = rest.some((word) => isPlain(word) || !isContentWord(word) || /(?:ed|ing|tion|ment|ness|ity)$/.test(word));
	return isNothing || isKnownPlace(rest.join(' ')) || first.length < 2 ? undefined : 'words';
}

/** `SANA QURESHI` as a name is written; a title before two words or more is left out. */
function toSpeaker(name: string): string | null {
	if (askers.has(foldLabel(name))) {
		return null;
	}
	const words = name.split(/\s+/);
	const isTitled = titles.has(foldWord((words[0] ?? '').replace(/\.$/, ''))) && words.length > 2;
	return toNameCase((isTitled ? words.slice(1) : words).join(' '));
}

/** So often words that may be a name must stand before what is said, in all, if nothing else tells that several speak. */
const manyLabels = 6;

/** The candidates (of `readTranscriptLabel`, in order) that are speakers: with a title, or where several speak by turns. */
export function* chooseTranscriptLabels(candidates: readonly LabelCandidate[]): Steps<TranscriptLabel[]> {
	const isStepDue = makeStepTest();
	const groups = new Map<string, { sort: Sort; count: number; said: number; isInCapitals: boolean }>();
	for (const { key, sort, isSaid, isInCapitals, start } of candidates) {
		const group = groups.get(key) ?? { sort, count: 0, said: 0, isInCapitals };
		groups.set(key, {
			sort,
			count: group.count + 1,
			said: group.said + (isSaid ? 1 : 0),
			isInCapitals: group.isInCapitals && isInCapitals,
		});
		if (isStepDue(start)) {
			yield;
		}
	}
	// `A. Chang won` is an answer only where there are questions.
	const hasQuestions = (groups.get('q.')?.said ?? 0) >= 2;
	const all = [...groups].filter(([key, { count, said }]) => said * 2 >= count && (hasQuestions || !/^[qa]\.$/.test(key)));
	const people = all.filter(([, { sort, count }]) => sort === 'titled' || sort === 'named' || (sort === 'initial' && count >= 2));
	const repeated = all.filter(([, { sort, count }]) => sort === 'words' && count >= 2);
	const playing = all.filter(([, { sort }]) => sort === 'role');
	// Words that stand once may be anything, but for capitals where the others have them: `ADEYEMI:` between `MODERATOR:` and `SANA QURESHI:`.
	const once = all.filter(([, { sort, count, isInCapitals }]) => sort === 'words' && count === 1 && isInCapitals);
	const leading = playing.filter(([key, { count, isInCapitals }]) => count >= 2 && isInCapitals && !askers.has(key));
	const countOf = (some: typeof all) => some.reduce((sum, [, { count }]) => sum + count, 0);
	const isTalk =
		(people.length >= 2 && countOf(people) >= 3) ||
		(people.length >= 1 && countOf([...people, ...playing, ...repeated]) >= 3 && people.length + playing.length + repeated.length >= 2) ||
		(playing.length >= 2 && countOf(playing) >= 4) ||
		(repeated.length + people.length + playing.length >= 2 &&
			repeated.length >= 1 &&
			countOf([...people, ...playing, ...repeated]) >= manyLabels) ||
		(leading.length >= 1 && once.length >= 2 && countOf([...leading, ...once]) >= 5);
	const often = [...people, ...playing, ...repeated];
	const isWrittenInCapitals = countOf(often.filter(([, { isInCapitals }]) => isInCapitals)) * 2 > countOf(often);
	const accepted = new Set(
		(isTalk ? [...often, ...(isWrittenInCapitals ? once : [])] : people.filter(([, { sort }]) => sort === 'titled')).map(([key]) => key),
	);
	const chosen = candidates.filter(({ key, isSaid }) => accepted.has(key) && (isTalk || isSaid));
	yield;
	return yield* withFullNames(chosen);
}

/** `Ms. Qureshi` is the Sana Qureshi of another label, if only one is. */
function* withFullNames(labels: readonly LabelCandidate[]): Steps<TranscriptLabel[]> {
	const full = new Map<string, string | null>();
	for (const speaker of new Set(labels.map((label) => label.speaker))) {
		const words = (speaker ?? '').split(' ');
		const last = words.at(-1) ?? '';
		if (words.length >= 2 && !titles.has(foldWord((words[0] ?? '').replace(/\.$/, '')))) {
			full.set(last, full.has(last) && full.get(last) !== speaker ? null : speaker);
		}
	}
	const isStepDue = makeStepTest();
	const named: TranscriptLabel[] = [];
	for (const { start, end, speaker, isNamed } of labels) {
		const words = (speaker ?? '').split(' ');
		const isShort = isNamed && words.length <= 2 && (words.length === 1 || titles.has(foldWord((words[0] ?? '').replace(/\.$/, ''))));
		named.push({ start, end, isNamed, speaker: (isShort ? full.get(words.at(-1) ?? '') : undefined) ?? speaker });
		if (isStepDue(start)) {
			yield;
		}
	}
	return named;
}
