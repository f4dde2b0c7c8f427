import { type ProblemKind, stateOf } from '../../base/problem.ts';
import type { DocumentSummary } from '../../library/document.ts';
import type { SourceFolder } from '../../library/documentSource.ts';
import type { LibraryStatus } from '../../service/library.ts';
import type { Range } from '../../text/range.ts';
import { toPlainLabel } from '../plainLabel.ts';
import type { Translate } from '../translate.ts';
import { toProblemName } from './problemNames.ts';

/** The page that says what became of every file, as plain text, and where in it files are named. */
export interface CoveragePage {
	readonly text: string;
	/** In order of place. */
	readonly links: readonly CoverageLink[];
}

/** A file's name in the page. */
export interface CoverageLink extends Range {
	readonly documentId: string;
	/** A document that was read in part opens as text, one that was not as its file. */
	readonly isRead: boolean;
}

/** Nobody reads a longer list; its heading says how many there are, and a filter or the log leads on. */
const maxListed = 5_000;
const maxPathLength = 300;

/** What the page is made of. */
export interface CoverageParts {
	readonly summaries: Iterable<DocumentSummary>;
	readonly folders: readonly SourceFolder[];
	readonly status: LibraryStatus;
}

/**
 * Counts first, then file by file those that were not read or read in part, by reason, the most frequent first, and under what it says in full. `found` is always the sum of
 * what was read, read in part and not read, and of what waits.
 */
export function makeCoveragePage({ summaries, folders, status }: CoverageParts, translate: Translate, locale?: string): CoveragePage {
	const page = new PageWriter();
	const count = (value: number) => value.toLocaleString(locale);
	const folderNames = new Map(folders.map(({ uri, name }) => [uri, toPlainLabel(name, 60)]));
	const lists = { skipped: new Map<ProblemKind, DocumentSummary[]>(), partial: new Map<ProblemKind, DocumentSummary[]>() };
	const counts = { read: 0, partial: 0, skipped: 0 };
	for (const summary of summaries) {
		counts[summary.state]++;
		if (summary.state !== 'read') {
			const list = lists[summary.state];
			const reason = findReason(summary);
			const found = list.get(reason);
			if (found === undefined) {
				list.set(reason, [summary]);
			} else {
				found.push(summary);
			}
		}
	}
	const known = counts.read + counts.partial + counts.skipped;
	const found = Math.max(known, status.coverage.found);
	page.line(translate('Coverage'));
	page.line('');
	page.line(translate('Found: {0}', count(found)));
	page.line(translate('Read: {0}', count(counts.read)));
	page.line(translate('Partly read: {0}', count(counts.partial)));
	page.line(translate('Not read: {0}', count(counts.skipped)));
	if (found > known) {
		page.line(
			status.phase === 'stopped'
				? translate('Not looked at, since reading was stopped: {0}', count(found - known))
				: translate('Still to be read: {0}', count(found - known)),
		);
	}
	for (const [state, title, total] of [
		['skipped', translate('Not Read ({0})', count(counts.skipped)), counts.skipped],
		['partial', translate('Partly Read ({0})', count(counts.partial)), counts.partial],
	] as const) {
		if (total > 0) {
			page.line('');
			page.line(title);
		}
		const reasons = [...lists[state]].sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1));
		for (const [reason, documents] of reasons) {
			page.line('');
			page.line(`  ${translate('{0} ({1})', toProblemName(reason, translate), count(documents.length))}`);
			const told = documents.map((summary) => ({ summary, details: toDetails(summary) }));
			told.sort((a, b) => compareText(a.details, b.details) || compareText(a.summary.id, b.summary.id));
			let before = '';
			for (const { summary, details } of told.slice(0, maxListed)) {
				if (details !== before) {
					page.line(`    ${details}`);
					before = details;
				}
				page.file(summary, folderNames.get(summary.folder));
			}
			if (documents.length > maxListed) {
				page.line(`      ${translate('… and {0} more', count(documents.length - maxListed))}`);
			}
		}
	}
	if (found === 0) {
		page.line('');
		page.line(translate('No documents were found.'));
	} else if (counts.partial + counts.skipped === 0 && found === known) {
		page.line('');
		page.line(translate('Every document was read whole.'));
	}
	return page.done();
}

/** The problem that decided what became of the document. */
function findReason({ problems, state }: DocumentSummary): ProblemKind {
	return (problems.find((problem) => stateOf([problem]) === state) ?? problems[0])?.kind ?? 'damaged';
}

/** What it cost, in the words that the tree says too; files for which it is the same stand together. */
function toDetails({ problems }: DocumentSummary): string {
	return problems
		.filter((problem) => stateOf([problem]) !== 'read')
		.map(({ detail }) => toPlainLabel(detail, 300))
		.join('; ');
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

class PageWriter {
	readonly #lines: string[] = [];
	readonly #links: CoverageLink[] = [];
	#length = 0;

	line(text: string): void {
		this.#lines.push(text);
		this.#length += text.length + 1;
	}

	/** A file's line: where it stands. */
	file({ id, folder, relativePath, state }: DocumentSummary, folderName: string | undefined): void {
		const path = toPlainLabel([folderName ?? folder, relativePath].filter((part) => part !== '').join('/'), maxPathLength);
		const start = this.#length + 6;
		this.#links.push({ start, end: start + path.length, documentId: id, isRead: state !== 'skipped' });
		this.line(`      ${path}`);
	}

	done(): CoveragePage {
		return { text: `${this.#lines.join('\n')}\n`, links: this.#links };
	}
}
