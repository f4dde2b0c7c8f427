import assert from 'node:assert/strict';
import { findingsOf } from '../../../support/termDocuments.ts';

/** Expected are `speaker: start of the words / hedge`, in order. */
function check(name: string, text: string, expected: readonly string[]): void {
	it(name, () => {
		const { claims } = findingsOf(text);
		assert.deepEqual(
			claims.map(
				(claim) =>
					`${claim.speaker ?? '?'}: ${text.slice(claim.start, claim.start + 12)}${claim.hedge === null ? '' : ` / ${claim.hedge}`}`,
			),
			expected,
		);
	});
}

describe('claims', () => {
	check('somebody says', 'Maria Lopez says that the river is low.', ['Maria Lopez: Maria Lopez ']);
	check('behind a quotation', '“The river is low,” says Maria Lopez.', ['Maria Lopez: “The river i']);
	check('name before the verb behind a quotation', '“The river is low,” Maria Lopez said.', ['Maria Lopez: “The river i']);
	check('a family name gives the full one', 'They met Maria Lopez. Lopez argues that it is low.', ['Maria Lopez: Lopez argues']);
	check('she is the one who acted last', 'Maria Lopez refuses to go. “It is too far,” she says.', ['Maria Lopez: “It is too f']);
	check('a quotation over sentences', 'Maria Lopez stays. “It is far. It is cold. It is late,” she says.', ['Maria Lopez: “It is far. ']);
	check('two people: the last one who acts', 'Maria Lopez stays. Ruth Oduya left. “It is far,” she says.', ['Ruth Oduya: “It is far,”']);
	check('nobody named', '“It is far,” she says.', ['?: “It is far,”']);
	check('not from another paragraph', 'Maria Lopez stays.\n\n“It is far,” she says.', ['?: “It is far,”']);
	check('according to', 'The river is low, according to the Coastal Water Trust.', ['Coastal Water Trust: The river is']);
	check('according to, in front', 'According to Maria Lopez, the river is low.', ['Maria Lopez: According to']);
	check('an office estimates', 'The river authority estimates that 300 left.', ['river authority: The river au / estimated']);
	check('a role before the name', '“It is far,” says its president, José Juárez.', ['José Juárez: “It is far,”']);
	check('a role of several words', '“It is far,” said the club’s deputy treasurer, Ann Lee.', ['Ann Lee: “It is far,”']);
	check('a role without a name', '“It is far,” says its president, who left.', ['its president: “It is far,”']);
	check('two people', 'John Smith and Mary Smith argued that it is low.', ['John Smith and Mary Smith: John Smith a']);
	check('one of two', 'They met John Smith and Mary Smith argued that it is low.', ['Mary Smith: They met Joh']);
	check('alleged', 'Maria Lopez alleged that they stole it.', ['Maria Lopez: Maria Lopez  / alleged']);
	check('denied', 'The Coastal Water Trust denied this.', ['Coastal Water Trust: The Coastal  / denied']);
	check('it is estimated', 'It is estimated that 300 left.', ['?: It is estima / estimated']);
	check('allegedly', 'He allegedly left.', ['?: He allegedly / alleged']);
	check('a sentence about what somebody says', 'It carries a message that Maria Lopez refutes.', []);
	check('no claim', 'The river is low.', []);
	it('gives pull quotes their speakers', () => {
		const text = '‘We cannot go on like this any more.’ Ana Ruiz, fisher';
		const { claims } = findingsOf(text, { quotes: [{ start: 0, end: 37, speaker: 'Ana Ruiz', role: 'fisher' }] });
		assert.deepEqual(
			claims.map((claim) => [claim.speaker, claim.start, claim.end]),
			[['Ana Ruiz', 0, 37]],
		);
	});
});
