// What the command line prints for people, where `--json` is not asked for. Its form may change; scripts take the JSON.
import type { DocumentContent, DocumentSummary } from '../library/document.ts';
import type { SearchAnswer } from '../service/library.ts';
import type { Card, Receipt } from '../terms/card.ts';
import type { PathOf } from './shapes.ts';

export function renderSummary(path: string, summary: DocumentSummary): string {
	const head = [summary.title ?? '(no title)', summary.author, summary.publisher, summary.date].filter(Boolean).join(' · ');
	const size = `${summary.kind}, ${summary.wordCount.toLocaleString('en')} words${summary.pageCount > 0 ? `, ${summary.pageCount} pages` : ''}`;
	const problems = summary.problems.map((problem) => `\n  ! ${problem.detail}`).join('');
	return `${path}\n  ${head} (${summary.state === 'skipped' ? 'not read' : size})${problems}`;
}

export function renderContent(path: string, content: DocumentContent): string {
	const head = [content.title ?? '(no title)', content.author, content.publisher, content.date].filter(Boolean).join(' · ');
	const problems = content.problems.map((problem) => `\n! ${problem.detail}`).join('');
	return `== ${path}\n${head}${problems}\n\n${content.text}`;
}

export function renderAnswer(answer: SearchAnswer, pathOf: PathOf): string {
	const { coverage, hits, corrections } = answer;
	const searched = coverage.read + coverage.partial;
	const unread = coverage.skipped > 0 ? `; ${coverage.skipped} could not be read` : '';
	const lines = [
		`${answer.query}: ${answer.total} with every word, ${answer.partialTotal} with some, in ${searched} of ${coverage.found} documents${unread}`,
	];
	lines.push(...corrections.map(({ typed, searched: words }) => `Nothing holds “${typed}”: searched ${words.join(', ')}`));
	for (const hit of hits) {
		const place = [pathOf(hit.documentId), hit.page && `p. ${hit.page}`, hit.date].filter(Boolean).join(' · ');
		lines.push(`\n${hit.title ?? '(no title)'}\n${place}`, `  ${onOneLine(markHighlights(hit))}`);
	}
	return lines.join('\n');
}

export function renderCard(card: Card, pathOf: PathOf): string {
	const names = [card.term, card.expansion && `(${card.expansion})`].filter(Boolean).join(' ');
	const lines = [`${names} — ${card.kind}, ${card.mentions} mentions in ${card.documents} documents`];
	if (card.own !== null) {
		lines.push(`  Your glossary: ${onOneLine(card.own)}`);
	}
	for (const receipt of [...(card.definition ? [card.definition] : []), ...card.evidence, ...card.figures]) {
		lines.push(`  “${onOneLine(receipt.text)}” — ${renderSource(receipt, pathOf)}`);
	}
	return lines.join('\n');
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

function onOneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
