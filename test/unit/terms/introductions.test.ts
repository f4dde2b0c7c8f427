import assert from 'node:assert/strict';
import { weighIntroduction } from '../../../src/terms/introductions.ts';

/** The name stands between `<` and `>`. */
function weigh(marked: string): number {
	const start = marked.indexOf('<');
	const text = marked.replace(/[<>]/g, '');
	return weighIntroduction(text, { start, end: marked.indexOf('>') - 1 }, { start: 0, end: text.length });
}

describe('a sentence introduces somebody', () => {
	const [role, name, nothing] = [3.2, 0.8, 0];
	const rows: [number, string][] = [
		[role, 'The police arrested opposition leader <Rached Gharbi>.'],
		[role, 'The founder, <Edmund Sayle>, died in 2019.'],
		[role, '<Ilse Sayle>, a former deputy minister of works, owns it.'],
		[role, '<Sipho Mbeki-Lund>, general secretary, Boatmen’s Union'],
		[role, 'My name is <Lin Abara>, I am the research director of the watch.'],
		[role, 'Dr. <Amara Nwosu> is the executive secretary of the commission.'],
		[role, 'Die Ministerin <Anna Krüger> kam zu spät.'],
		[2.4, 'The law was signed by President <Abello>.'],
		[name, 'Mr. <Peter Kessler> was there.'],
		[name, '<Sultana Jahan> died in custody.'],
		[name, 'He met <Jonas Pell>, and the director left.'],
		[name, '<Jonas Pell> is late for the minutes.'],
		[nothing, 'Ms. <Abara> counted ships.'],
		[nothing, 'HIGH COURT\nBefore Justice <Miriam Vogel>'],
		[nothing, 'The leader left. <Gharbi> stayed.'],
		[nothing, '<Gharbi>’s lawyer spoke.'],
	];
	for (const [worth, marked] of rows) {
		it(marked, () => assert.equal(Math.round(weigh(marked) * 10) / 10, worth));
	}
});
