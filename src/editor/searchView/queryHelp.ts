import type { Translate } from '../translate.ts';

/** The keys of the search, as people read them; the manifest binds the same. On a Mac, Cmd takes the place of Ctrl, and Option that of Alt. */
export const searchKeys = {
	openToSide: 'Ctrl+Enter',
	insertQuotation: 'Alt+Enter',
	copyQuotation: 'Ctrl+Shift+C',
	narrow: 'Ctrl+D',
	showLike: 'Ctrl+L',
	showAll: 'Ctrl+Shift+Enter',
	olderQuery: 'Alt+Up',
	newerQuery: 'Alt+Down',
} as const;

/** What is typed to see the help. */
export const helpQuery = '?';

export interface QueryHelp {
	readonly syntax: readonly { readonly example: string; readonly meaning: string }[];
	readonly keys: readonly { readonly key: string; readonly meaning: string }[];
}

/** What can be typed, each by an example that is a query, and what the keys do. */
export function queryHelp(translate: Translate): QueryHelp {
	return {
		syntax: [
			{ example: '"police raid"', meaning: translate('these words in this order, over lines and pages too') },
			{ example: '"police raid"~10', meaning: translate('these words near each other, at most ten others between them') },
			{ example: 'raid -Chicago', meaning: translate('without a word') },
			{ example: '(raid OR rescue) Seoul', meaning: translate('one word or the other') },
			{ example: 'polic*', meaning: translate('words that begin so') },
			{
				example: 'title:report year:2019..2023',
				meaning: translate('documents by title, author, site, type, lang, year, date, path or page'),
			},
		],
		keys: [
			{ key: 'Enter', meaning: translate('opens the passage') },
			{ key: searchKeys.openToSide, meaning: translate('opens it beside the note') },
			{ key: searchKeys.insertQuotation, meaning: translate('inserts its sentences with their source into the note') },
			{ key: searchKeys.copyQuotation, meaning: translate('copies them') },
			{ key: searchKeys.narrow, meaning: translate('searches in this document only, and in all again') },
			{ key: searchKeys.showLike, meaning: translate('shows the passages that say the same (“+2 like it”), and hides them') },
			{ key: searchKeys.showAll, meaning: translate('shows all in the side bar') },
			{ key: `${searchKeys.olderQuery}, ${searchKeys.newerQuery}`, meaning: translate('earlier searches') },
			{ key: 'Esc', meaning: translate('leads back to the note and the caret') },
		],
	};
}
