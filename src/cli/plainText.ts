// What the command line prints for people, where `--json` is not asked for. Its form may change; scripts take the JSON.
import type { DocumentContent, DocumentSummary } from '../library/document.ts';
import { isImpossible } from '../search/filters.ts';
import { parseQuery } from '../search/query.ts';
import type { Coverage, SearchAnswer } from '../service/library.ts';
import type { Card, Receipt } from '../terms/card.ts';
import type { Findings } from '../terms/findings.ts';
import type { PathOf } from './shapes.ts';

export function renderSummary(path: string, summary: DocumentSummary): string {
	const head = [summary.title ?? '(no title)', summary.author, summary.publisher, summary.date].filter(Boolean).join(' · ');
	const size = [summary.kind, count(summary.wordCount, 'word'), ...(summary.pageCount > 0 ? [count(summary.pageCount, 'page')] : [])].join(
		', ',
	);
	const problems = summary.problems.map((problem) => `\n  ! ${problem.detail}`).join('');
	return `${printable(path)}\n  ${onOneLine(head)} (${summary.state === 'skipped' ? 'not read' : size})${problems}`;
}

/** How many documents there are, and how many of them were not read, or in part. */
export function renderStates(states: readonly DocumentSummary['state'][]): string {
	const countOf = (state: DocumentSummary['state']) => states.filter((one) => one === state).length;
	const [partial, skipped] = [countOf('partial'), countOf('skipped')];
	const gaps = [partial > 0 ? `${partial} read in part` : '', skipped > 0 ? `${skipped} not read` : ''].filter(Boolean).join(', ');
	return `\n${count(states.length, 'document')}${gaps === '' ? '' : `: ${gaps}`}`;
}

export function renderIndexed(index: string, { found, read, partial, skipped }: Coverage): string {
	const unread = skipped > 0 ? `; ${skipped} could not be read (dossier list --index ${index} tells why)` : '';
	return `${read + partial} of ${found} documents are indexed in ${index}${unread}`;
}

export function renderContent(path: string, content: DocumentContent): string {
	const head = [content.title ?? '(no title)', content.author, content.publisher, content.date].filter(Boolean).join(' · ');
	const problems = content.problems.map((problem) => `\n! ${problem.detail}`).join('');
	return `== ${printable(path)}\n${onOneLine(head)}${problems}\n\n${content.text}`;
}

/** Each thing that was found once, with how often; definitions, figures and claims in the document's own words. */
export function renderFindings(path: string, content: DocumentContent, findings: Findings): string {
	const slice = ({ start, end }: { readonly start: number; readonly end: number }) => onOneLine(content.text.slice(start, end));
	const parts: readonly (readonly [string, readonly string[]])[] = [
		['Acronyms', countEach(findings.acronyms.map(({ short, long }) => (long === null ? short : `${short} = ${long}`)))],
		['Definitions', findings.definitions.map((finding) => `${onOneLine(finding.term)}: “${slice(finding)}”`)],
		['Names', countEach(findings.names.map(({ text, kind }) => `${onOneLine(text)} (${kind})`))],
		['Key terms', findings.keyTerms.map(({ term }) => onOneLine(term))],
		[
			'Figures',
			findings.figures.map((finding) =>
				[finding.qualifier, slice(finding), finding.term && `(${onOneLine(finding.term)})`].filter(Boolean).join(' '),
			),
		],
		[
			'Claims',
			findings.claims.map((finding) => `${finding.speaker ?? '(nobody named)'}, ${finding.hedge ?? finding.verb}: “${slice(finding)}”`),
		],
	];
	const lines = parts.filter(([, found]) => found.length > 0).flatMap(([name, found]) => [`${name}:`, ...found.map((line) => `  ${line}`)]);
	const problems = content.problems.map((problem) => `! ${problem.detail}`);
	return [`== ${printable(path)}`, ...problems, ...lines].join('\n');
}

/** In the order in which they first come. */
function countEach(found: readonly string[]): string[] {
	const counts = new Map<string, number>();
	for (const one of found) {
		counts.set(one, (counts.get(one) ?? 0) + 1);
	}
	return [...counts].map(([one, count]) => (count > 1 ? `${one} ×${count}` : one));
}

export function renderAnswer(answer: SearchAnswer, pathOf: PathOf, by: 'passage' | 'document'): string {
	const { total, inOnePassage, coverage, hits, corrections } = answer;
	const searched = coverage.read + coverage.partial;
	const unread = coverage.skipped > 0 ? `; ${coverage.skipped} could not be read` : '';
	// Without it the number of documents would be another than where passages are listed.
	const together = inOnePassage === undefined || inOnePassage === total ? '' : ` (${inOnePassage} in one passage)`;
	const lines = [
		`${onOneLine(answer.query)}: ${count(total, by)} with every word${together}, ${answer.partialTotal} with some; searched ${searched} of ${count(coverage.found, 'document')}${unread}`,
	];
	lines.push(...listFaults(answer.query));
	lines.push(...corrections.map(({ typed, searched: words }) => `Nothing holds “${typed}”: searched ${words.join(', ')}`));
	for (const hit of hits) {
		const place = [printable(pathOf(hit.documentId)), hit.section && onOneLine(hit.section), hit.page && `p. ${hit.page}`, hit.date]
			.filter(Boolean)
			.join(' · ');
		lines.push(`\n${onOneLine(hit.title ?? '(no title)')}\n${place}`, `  ${onOneLine(markHighlights(hit))}`);
		if (hit.missing.length > 0) {
			lines.push(`  without: ${onOneLine(hit.missing.join(', '))}`);
		}
	}
	if (hits.length < total + answer.partialTotal) {
		lines.push(`\nThe first ${hits.length} of ${(total + answer.partialTotal).toLocaleString('en')}; --limit N shows more`);
	}
	return lines.join('\n');
}

/** What of the query itself is why nothing can be found. */
function listFaults(query: string): string[] {
	const { clauses, filters } = parseQuery(query);
	if (clauses.length + filters.length === 0) {
		return ['There is no word in it to search for'];
	}
	const faults = filters.filter((filter) => !filter.isExcluded && isImpossible(filter));
	return faults.map(({ start, end }) => `No document can fit ${onOneLine(query.slice(start, end))}`);
}

export function renderCard(card: Card, pathOf: PathOf): string {
	// An organisation is shown by its full name, where its short name stands beside it; an acronym with what it stands for.
	const other = card.expansion === card.term ? card.aliases[0] : card.expansion;
	const names = other ? `${card.term} (${other})` : card.term;
	const lines = [`${names} — ${card.kind}, ${count(card.mentions, 'mention')} in ${count(card.documents, 'document')}`];
	if (card.own !== null) {
		lines.push(`  Your glossary: ${onOneLine(card.own)}`);
	}
	for (const receipt of [...(card.definition ? [card.definition] : []), ...card.evidence, ...card.figures]) {
		lines.push(renderReceipt(receipt, pathOf));
	}
	for (const { what, receipts } of card.disagreements) {
		lines.push(`  The sources differ (${onOneLine(what)}):`, ...receipts.map((receipt) => `  ${renderReceipt(receipt, pathOf)}`));
	}
	return lines.join('\n');
}

function renderReceipt(receipt: Receipt, pathOf: PathOf): string {
	return `  “${onOneLine(receipt.text)}” — ${printable(renderSource(receipt, pathOf))}`;
}

function count(number: number, noun: string): string {
	return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

function renderSource(receipt: Receipt, pathOf: PathOf): string {
	const page = receipt.page && `p. ${receipt.page}`;
	return [receipt.speaker, receipt.title ?? pathOf(receipt.documentId), page, receipt.date].filter(Boolean).join(', ');
}

function markHighlights({ text, start, highlights }: SearchAnswer['hits'][number]): string {
	let marked = '';
	let at = 0;
	for (const range of highlights) {
		marked += `${text.slice(at, range.start - start)}‹${text.slice(range.start - start, range.end - start)}›`;
		at = range.end - start;
	}
	return marked + text.slice(at);
}

/** What a terminal would obey, or turn what stands around: names of files may hold it. */
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

function printable(text: string): string {
	return text.replace(unseen, '�');
}

function onOneLine(text: string): string {
	return printable(text.replace(/\s+/g, ' ')).trim();
}
