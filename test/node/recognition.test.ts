import assert from 'node:assert/strict';
import { parseNotes, scoreNote, sumScores, toGlossary } from '../../scripts/evaluate/recognitionNotes.mjs';
import { parseGlossary } from '../../src/terms/glossary.ts';
import { Lexicon } from '../../src/terms/lexicon.ts';
import { findTerms } from '../../src/terms/matcher.ts';
import { findProse } from '../../src/terms/noteProse.ts';
import { TermTable } from '../../src/terms/termTable.ts';
import englishFirst from '../support/recognition/english.first.txt';
import englishSecond from '../support/recognition/english.second.txt';
import englishThird from '../support/recognition/english.third.txt';
import koreanFirst from '../support/recognition/korean.first.txt';
import koreanSecond from '../support/recognition/korean.second.txt';
import koreanThird from '../support/recognition/korean.third.txt';
import others from '../support/recognition/others.txt';

/** What is recognised in notes like those that people write, against what a reader would say; each miss is printed. */
function check(name: string, notes: Uint8Array, goal: { readonly precision: number; readonly recall: number }): void {
	it(name, () => {
		const scores = parseNotes(new TextDecoder().decode(notes)).flatMap((section) => {
			const lexicon = new Lexicon();
			lexicon.setGlossary('glossary.md', parseGlossary(toGlossary(section)));
			const table = TermTable.open(lexicon.build().table);
			return section.notes.map((note) => {
				const score = scoreNote(note, findTerms(table, note.text, findProse(note.text, section.language)));
				return { ...score, details: score.details.map((detail: string) => `${section.kind}: ${detail}`) };
			});
		});
		const { precision, recall, right, missed, wrong, lookAlikes, taken, details } = sumScores(scores);
		const counts = `P ${precision.toFixed(3)} R ${recall.toFixed(3)}; ${right} right, ${missed} missed, ${wrong} wrong; ${taken} of ${lookAlikes} look-alikes`;
		console.log(`      ${counts}\n${details.map((detail: string) => `      ${detail}`).join('\n')}`);
		assert.ok(precision >= goal.precision && recall >= goal.recall, counts);
	});
}

describe('recognition in notes', () => {
	check('English', englishFirst, { precision: 0.97, recall: 0.95 });
	check('English, written unseen', englishSecond, { precision: 0.97, recall: 0.95 });
	check('English, letters, tables and diaries', englishThird, { precision: 0.97, recall: 0.95 });
	check('Korean', koreanFirst, { precision: 0.95, recall: 0.95 });
	check('Korean, written unseen', koreanSecond, { precision: 0.95, recall: 0.95 });
	check('Korean, a newspaper, letters and short notes', koreanThird, { precision: 0.95, recall: 0.95 });
	check('other languages', others, { precision: 0.95, recall: 0.9 });
});
