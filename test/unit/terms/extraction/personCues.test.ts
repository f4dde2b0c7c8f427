import assert from 'node:assert/strict';
import { findingsOf } from '../../../support/termDocuments.ts';

/** The kind of a name in a text that has it once; the names are such as no list of given names holds. */
function check(text: string, name: string, kind: string): void {
	it(text.replace(/\s+/g, ' '), () => assert.equal(findingsOf(text).names.find((found) => found.text === name)?.kind, kind));
}

describe('a name that stands once', () => {
	describe('is a person’s', () => {
		check('My neighbour, Osric Tremblath, has fished here.', 'Osric Tremblath', 'person');
		check('They asked her brother Osric Tremblath there.', 'Osric Tremblath', 'person');
		check('They saw a man named Osric Tremblath there.', 'Osric Tremblath', 'person');
		check('They asked Osric Tremblath, an oceanographer.', 'Osric Tremblath', 'person');
		check('They asked Osric Tremblath (harbour pilot) there.', 'Osric Tremblath', 'person');
		check('They asked Osric Tremblath (diver) there.', 'Osric Tremblath', 'person');
		check('They welcomed Osric Tremblath, who replaces somebody as treasurer.', 'Osric Tremblath', 'person');
		check('Then we met Osric Tremblath there. She had seen it all.', 'Osric Tremblath', 'person');
		check('Write to Osric Tremblath (o.tremblath@orrin.example) about it.', 'Osric Tremblath', 'person');
		check('Write to Osric Tremblath, tremblath@orrin.example, about it.', 'Osric Tremblath', 'person');
		check('Nobody counted the eels\n\nBy Osric Tremblath\n\nIt was late.', 'Osric Tremblath', 'person');
		check('It is all late.\n\nYours faithfully,\nOsric Tremblath', 'Osric Tremblath', 'person');
		check('It is all late.\n\nWith all my best wishes\nOsric Tremblath', 'Osric Tremblath', 'person');
		check('Present: Osric Tremblath, Tobiah Lunde\n\nIt was late.', 'Tobiah Lunde', 'person');
		check('It was recorded there and Osric Tremblath-Lunde left.', 'Osric Tremblath-Lunde', 'person');
		check('They asked Osric Tremblath, 17 years old.', 'Osric Tremblath', 'person');
		check('They asked Osric Tremblath, 17, there.', 'Osric Tremblath', 'person');
		check('They asked Omar al-Masri, a judge.', 'Omar al-Masri', 'person');
	});
	describe('is nobody’s', () => {
		check('In the Nestel Brellis, 17 people lost their lives.', 'Nestel Brellis', 'concept');
		check('All members\nNestel Brellis\nIt was late.', 'Nestel Brellis', 'concept');
		check('Many happy returns\nNestel Brellis\nIt was late.', 'Nestel Brellis', 'concept');
		check('They asked Afro-Orrinians, who worked late.', 'Afro-Orrinians', 'concept');
		check('They spoke French and Nestel Brellis, were entitled to an interpreter, and left.', 'Nestel Brellis', 'concept');
		check('They are buyers at Nestel Brellis, who worked late.', 'Nestel Brellis', 'concept');
		check('They asked the Nestel Brellis (in ruins) there.', 'Nestel Brellis', 'concept');
		check('Write to Nestel Brellis (office@orrin.example) about it.', 'Nestel Brellis', 'concept');
		check('They were sold by Nestel Brellis in time.', 'Nestel Brellis', 'concept');
		check('A walk\n\nBy Public Demand\n\nIt was late.', 'Public Demand', 'concept');
		check('They saw the Nestel Brellis. She had seen it all.', 'Nestel Brellis', 'concept');
		check('They left Upper Nestel-Brellis at once.', 'Upper Nestel-Brellis', 'concept');
		check('They met the Nestel Harbour Trust, who asked them.', 'Nestel Harbour Trust', 'organisation');
		check('Present: Harbour Ice Company, Tobiah Lunde\n\nIt was late.', 'Harbour Ice Company', 'organisation');
	});
	describe('with an article of its own', () => {
		check('They fought al-Shabaab there.', 'al-Shabaab', 'concept');
		check('They left El-Obeid there.', 'El-Obeid', 'concept');
	});
});
