import type { LibraryStatus } from '../../service/library.ts';
import type { LeftOutFolders } from '../knownDocuments.ts';
import { toIconFreeLabel } from '../plainLabel.ts';
import type { Translate } from '../translate.ts';

/** What the view shows, for the words above the tree. */
export interface ViewState {
	readonly status: LibraryStatus;
	/** All known documents, and those that the filter shows. */
	readonly total: number;
	readonly shown: number;
	/** As typed; `undefined` without a filter. */
	readonly filter: string | undefined;
	/** How many documents are searched; `undefined` while that is not chosen. */
	readonly included: number | undefined;
	readonly leftOut: LeftOutFolders;
}

/** What stands beside the view's name: `2,000 documents`, or with a filter `12 of 2,000`. */
export function toViewDescription({ total, shown, filter }: ViewState, translate: Translate, locale?: string): string {
	if (total === 0) {
		return '';
	}
	const count = total.toLocaleString(locale);
	return filter === undefined
		? total === 1
			? translate('1 document')
			: translate('{0} documents', count)
		: translate('{0} of {1}', shown.toLocaleString(locale), count);
}

/**
 * The line above the tree: how far reading is; else what the tree is narrowed to and where a search looks; else what could not be read; and
 * which folders are left out. `undefined` if there is nothing to say, and where the tree is empty: then the empty view says so, with ways on.
 */
export function toViewMessage(state: ViewState, translate: Translate, locale?: string): string | undefined {
	const { status, total, shown, filter, included } = state;
	const { phase, done, coverage } = status;
	const count = (value: number) => value.toLocaleString(locale);
	if (filter !== undefined && shown === 0) {
		return undefined;
	}
	const lines: string[] = [];
	if (filter !== undefined) {
		lines.push(translate('Filter “{0}”: {1} of {2}', toIconFreeLabel(filter, 60), count(shown), count(total)));
	}
	if (included !== undefined && total > 0) {
		lines.push(
			included === total
				? translate('Search looks in all {0} documents', count(total))
				: translate('Search looks in {0} of {1} documents', count(included), count(total)),
		);
	}
	if (phase === 'reading' && status.total > 1) {
		lines.push(translate('Reading {0} of {1} documents…', count(done), count(status.total)));
	} else if (phase === 'stopped') {
		lines.push(translate('Reading was stopped at {0} of {1} documents. Refresh to go on.', count(done), count(status.total)));
	} else if (lines.length === 0 && phase === 'ready' && coverage.skipped > 0 && coverage.skipped < coverage.found) {
		lines.push(
			coverage.skipped === 1
				? translate('1 of {0} documents could not be read.', count(coverage.found))
				: translate('{0} of {1} documents could not be read.', count(coverage.skipped), count(coverage.found)),
		);
	}
	if (total > 0) {
		lines.push(...toLeftOutLines(state.leftOut, translate, count));
	}
	return lines.length === 0 ? undefined : lines.join(' · ');
}

/** More names than these are no line. */
const maxNamed = 3;

function toLeftOutLines({ absent, untrustedCount }: LeftOutFolders, translate: Translate, count: (value: number) => string): string[] {
	const names = absent.slice(0, maxNamed).map((path) => `“${toIconFreeLabel(path, 60)}”`);
	const list = absent.length > maxNamed ? `${names.join(', ')}, …` : names.join(', ');
	const lines: string[] = [];
	if (absent.length > 0) {
		lines.push(
			absent.length === 1
				? translate('The folder {0} of the setting “dossier.folders” is not there.', list)
				: translate('{0} folders of the setting “dossier.folders” are not there: {1}.', count(absent.length), list),
		);
	}
	if (untrustedCount > 0) {
		lines.push(
			untrustedCount === 1
				? translate('A folder outside this workspace is left out until you trust it.')
				: translate('{0} folders outside this workspace are left out until you trust it.', count(untrustedCount)),
		);
	}
	return lines;
}
