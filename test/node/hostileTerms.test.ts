import assert from 'node:assert/strict';
import { extractFindings } from '../../src/terms/extraction/extract.ts';
import type { NameFinding } from '../../src/terms/findings.ts';
import { Lexicon } from '../../src/terms/lexicon.ts';
import { makeTermDocument } from '../support/termDocuments.ts';
import { inTime } from '../support/timeLimits.ts';

/** What somebody can put into a folder so that joining what it says of terms, which nothing ends, takes a square of its length. */
describe('hostile terms', () => {
	it('60,000 entries of one name', async () => {
		const entries = Array.from({ length: 60_000 }, () => ({
			term: 'Slip',
			aliases: [],
			exclusions: [],
			text: 'A ramp.',
			context: 'Harbour',
		}));
		const lexicon = new Lexicon();
		lexicon.setGlossary('file:///definitions.yml', entries);
		const { cards } = await inTime(1_000, () => lexicon.build());
		assert.deepEqual(
			cards.map(({ term, ownEntries }) => [term, ownEntries?.length]),
			[['Slip', 100]],
		);
	});

	it('24,000 institutions of words that all of them share, and as many short names', async () => {
		const words = 'Alpha Beta Gamma Delta Omega Kappa Sigma Theta Zeta Eta Iota Rho Tau Phi Psi Chi'.split(' ');
		const makeName = (bits: number) => words.filter((_, bit) => ((bits >> bit) & 1) === 1).join(' ');
		const toFinding = (text: string): NameFinding => ({ text, kind: 'organisation', start: 0, end: 1 });
		const names = Array.from({ length: 24_000 }, (_, at) => [
			toFinding(`Ministry of ${makeName(1 + ((at * 7) % 65_535))}`),
			toFinding(`${makeName(1 + ((at * 13) % 65_535))} Ministry`),
		]).flat();
		const document = makeTermDocument('file:///a', 'The Alpha Ministry grew.');
		const lexicon = new Lexicon();
		lexicon.replaceDocument(document, { ...extractFindings(document), names });
		const { cards } = await inTime(1_000, () => lexicon.build());
		assert.equal(cards[0]?.term, 'Alpha Ministry');
	});
});
