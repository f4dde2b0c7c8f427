import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readReports } from '../../scripts/bench/pile.mjs';
import { takeAllSteps } from '../../src/base/steps.ts';
import { Collection } from '../../src/library/collection.ts';
import { emptyContent } from '../../src/library/document.ts';
import { summarise } from '../../src/library/summary.ts';
import { SearchIndex } from '../../src/search/searchIndex.ts';
import type { NearAnswer } from '../../src/service/library.ts';
import { findNearPassagesInSteps } from '../../src/service/nearPassages.ts';
import { splitPassages } from '../../src/text/passages.ts';
import type { Range } from '../../src/text/range.ts';
import { makeRandom } from '../support/random.ts';
import { useTemporaryFolder } from '../support/temporaryFolder.ts';

const archive = path.resolve('../shared/data/reports/human-rights-2023.tar.xz');
const foreign = path.resolve('../shared/data/ir-cranfield/beir/corpus.jsonl');
/** How many of all reports are taken: every so-manieth. */
const step = 3;

/** Paragraphs of notes as somebody writes who has read the reports, and words of the passage that each is about. */
const written: readonly (readonly [note: string, source: string])[] = [
	[
		'Judges in Bosnia ought to be independent, yet parties and gangsters lean on the courts once a case is political or about corruption, and even rulings of the Constitutional Court are not carried out.',
		'political parties and organized crime figures sometimes influenced the judiciary',
	],
	[
		'Georgian prisons have too few psychologists and social workers; the ombudsman saw patients of psychiatric hospitals held down by force and by drugs, frequently and viciously.',
		'“frequent and vicious” application of physical and chemical restraint',
	],
	[
		'Georgia’s parliament voted down the president’s veto: the state may now listen in for nine months, not six, and for years without ever telling those it listens to. The Venice Commission had warned of it.',
		'overriding a presidential veto, despite concerns raised by the Venice Commission',
	],
	[
		'The loggers of Samling want SAVE Rivers to pay for articles on their sustainable timber certificate; the court in Sarawak keeps putting off the hearing of the defamation suit.',
		'Samling alleged included untrue statements',
	],
	[
		'Sons inherit more than daughters under Malaysian sharia, and a wife may need her husband’s consent to divorce. Only Johor, Selangor and two other states let Muslim mothers have the same rights as fathers.',
		'Four states – Johor, Selangor, Negri Sembilan, and Pahang',
	],
	[
		'Who works in essential services on Antigua, say at the hospital or in telecommunications, has to announce a strike two weeks ahead, and the list of such services is longer than the ILO would have it.',
		'broader than what the International Labor Organization generally considered essential',
	],
	[
		'Most of the opposition stayed away from the vote in Djibouti in February; two parties had been refused registration since their fees were said to be unpaid.',
		'the Ministry of Interior denied the registrations of the Alliance of Movement for Democratic Alternative',
	],
	[
		'The Maroons of Jamaica, whose forebears fled from slavery, and the Taino have gone to the Inter-American Commission over their lost lands: the government does not recognise them as Indigenous.',
		'descendants of runaway enslaved persons',
	],
	[
		'Before the coup in Niger, judges who ruled against the government found themselves in unimportant posts; Bazoum’s administration moved them there.',
		'The Bazoum administration reassigned some judges',
	],
	[
		'Singapore can lock up anybody without a charge for two years under the ISA, and then for ever longer; a board with a judge of the Supreme Court looks at each case within three months.',
		'ISA detainees were permitted legal counsel',
	],
	[
		'A minister in Singapore can have a platform correct or take down a statement he thinks false. Five years in prison await those who do not, and twice as much if bots were used.',
		'with penalties doubled if the individual used bots',
	],
	[
		'Monia Arfaoui of the paper Assabah was questioned once more because she had asked where the money for the pilgrimage to Mecca went; the minister of religious affairs had complained.',
		'Monia Arfaoui, an editor for the daily newspaper Assabah',
	],
];

describe('passages near a paragraph, on country reports', () => {
	if (!fs.existsSync(archive)) {
		it('are not asked for where the reports are not', () => console.log('      0 paragraphs asked: the reports are not here'));
		return;
	}
	const folder = useTemporaryFolder();
	const engine = new SearchIndex();
	const collection = new Collection();
	const passages: { readonly id: string; readonly range: Range; readonly text: string }[] = [];
	const log: string[] = [];

	before(async () => {
		const names = new Set<string>();
		const all = await readReports(archive, folder.path);
		for (const [index, { name, text }] of all.entries()) {
			if (index % step !== 0 && !written.some(([, source]) => text.replace(/\s+/g, ' ').includes(source))) {
				continue;
			}
			names.add(name);
			const content = { text, headings: [] };
			const own = splitPassages(content);
			engine.replaceDocument({ id: name, title: name, language: 'en', text, passages: own });
			passages.push(...own.map((range) => ({ id: name, range, text: text.slice(range.start, range.end) })));
			put(collection, name, text);
		}
		log.push(`${names.size} reports, ${passages.length} passages`);
	});
	after(() => console.log(log.map((line) => `      ${line}`).join('\n')));

	const ask = (text: string): NearAnswer =>
		takeAllSteps(
			findNearPassagesInSteps(
				{ engine, collection, terms: undefined, coverage: { found: 0, read: 0, partial: 0, skipped: 0 } },
				{ text, prose: [{ start: 0, end: text.length }], limit: 10 },
			),
		);

	/** The place of the first hit that is meant; -1 for none. */
	const rankOf = (answer: NearAnswer, isMeant: (text: string) => boolean) =>
		answer.hits.findIndex(({ text }) => isMeant(text.replace(/\s+/g, ' ')));

	function report(name: string, ranks: readonly number[], least: number): void {
		const within = (count: number) => ranks.filter((rank) => rank >= 0 && rank < count).length;
		log.push(`${name}: ${within(1)} first, ${within(3)} in the top 3, ${within(10)} in the top 10 of ${ranks.length}`);
		assert.ok(within(3) >= least * ranks.length, log.at(-1));
	}

	/** Paragraphs of the reports with words left out and moved: what a note has of a source that was read and not copied. */
	function checkMangled(name: string, keep: number, least: number): void {
		it(`finds the source of ${name}`, () => {
			const random = makeRandom(20_261_122);
			const long = passages.filter(({ text }) => text.split(/\s+/).length >= 60);
			const ranks = Array.from({ length: 200 }, () => {
				const source = long[random(long.length)];
				assert.ok(source);
				const words = source.text.split(/\s+/).filter(() => random(100) < keep * 100);
				for (let at = 0; at < words.length; at++) {
					// As far as a sentence or two.
					const other = Math.min(words.length - 1, at + random(20));
					[words[at], words[other]] = [words[other] ?? '', words[at] ?? ''];
				}
				return rankOf(ask(words.join(' ')), (text) => text === source.text.replace(/\s+/g, ' '));
			});
			report(name, ranks, least);
		});
	}
	checkMangled('paragraphs with 7 in 10 of their words, in another order', 0.7, 0.95);
	checkMangled('paragraphs with 4 in 10 of their words, in another order', 0.4, 0.9);
	checkMangled('paragraphs with 2 in 10 of their words, in another order', 0.2, 0.6);

	it('finds the source of paragraphs in other words', () => {
		const ranks = written.map(([note, source]) => rankOf(ask(note), (text) => text.includes(source)));
		log.push(`in other words, by place: ${ranks.map((rank) => rank + 1).join(' ')}`);
		report('paragraphs in other words', ranks, 0.75);
	});

	it('finds little where nothing is near', () => {
		if (!fs.existsSync(foreign)) {
			log.push('0 abstracts asked: they are not here');
			return;
		}
		const abstracts = fs
			.readFileSync(foreign, 'utf8')
			.split('\n')
			.filter((line) => line !== '')
			.map((line) => (JSON.parse(line) as { readonly text: string }).text)
			.filter((text) => text.split(/\s+/).length > 60)
			.slice(0, 200);
		const found = abstracts.filter((text) => ask(text).hits.length > 0);
		log.push(`abstracts on aerodynamics that are near a report: ${found.length} of ${abstracts.length}`);
		assert.ok(found.length <= abstracts.length * 0.05, log.at(-1));
	});
});

function put(collection: Collection, id: string, text: string): void {
	const content = { ...emptyContent('txt', []), text };
	const file = { id, folder: '', relativePath: id, sizeBytes: text.length, modifiedMs: 0 };
	collection.put([{ summary: summarise(file, content), content }]);
}
