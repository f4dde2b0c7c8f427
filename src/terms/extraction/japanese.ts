import { makeStepTest, type Steps } from '../../base/steps.ts';
import type { Token } from '../../text/tokenise.ts';
import type { TermKind } from '../card.ts';
import type { NameFinding } from '../findings.ts';
import type { Reading } from './reading.ts';

/** Longer runs of Han are clauses of Chinese or lists. */
const maxCompound = 12;

/** Whether a text in Han characters is Japanese: Kana stand among them. */
export function isJapanese(text: string): boolean {
	return /[\u3041-\u309f]{2}/.test(text);
}

/** Whether a word in Han or Kana may be a term: no Hiragana in it (verbs, particles, adverbs), no number with what it counts, two characters or more. */
export function isCjkNoun(folded: string): boolean {
	return (
		/^[\p{Script=Han}\p{Script=Katakana}ー々]{2,}$/u.test(folded) &&
		!/^[〇一二三四五六七八九十百千万億第数何毎半]+[年月日時分秒人個回度目本枚台名件歳世紀代間]*$/u.test(folded)
	);
}

const compound = /^[\p{Script=Han}\p{Script=Katakana}ー々]+$/u;

/** The last of the tokens that are one Japanese compound, which the segmenter cuts (`横浜|港`): Han or Katakana without anything between. */
export function findCompoundEnd(tokens: readonly Token[], first: number, to: number): number {
	const start = tokens[first]?.start ?? 0;
	let last = first;
	// `では漁業`: a particle begins no compound.
	if (!compound.test(tokens[first]?.folded ?? '')) {
		return first;
	}
	while (last + 1 < to) {
		const next = tokens[last + 1] as Token;
		if (next.start !== tokens[last]?.end || next.end - start > maxCompound || !compound.test(next.folded)) {
			break;
		}
		last++;
	}
	return last;
}

const organisation =
	/^.+(?:幕府|庁|省|大学|委員会|協会|銀行|新聞|新聞社|研究所|裁判所|警察署|組合|連盟|機構|学会|財団|博物館|美術館|図書館)$/u;
const place = /^.+(?:港|県|府|市|区|島|湖|駅|神社|寺|宮|半島|海峡|山脈)$/u;
const noName = /^(?:.*都市|.*政府|無人島|離島|.*地区|.*学区|.*選挙区|各.*|全.*|同.*|両.*|某.*|当.*|大.?港|新.?港|.?漁港|小.?島)$/u;

/** Japanese names of a document by their last characters: offices, universities, harbours, prefectures, shrines. */
export function* findJapaneseNames(reading: Reading): Steps<NameFinding[]> {
	const isStepDue = makeStepTest();
	const findings: NameFinding[] = [];
	for (const match of reading.text.matchAll(/[\p{Script=Han}々]+/gu)) {
		const [run] = match;
		if (isStepDue(match.index)) {
			yield;
		}
		if (run.length < 3 || run.length > maxCompound || noName.test(run)) {
			continue;
		}
		const kind: TermKind | undefined = organisation.test(run) ? 'organisation' : place.test(run) ? 'place' : undefined;
		if (kind !== undefined) {
			findings.push({ text: run, kind, start: match.index, end: match.index + run.length });
		}
	}
	return findings;
}
