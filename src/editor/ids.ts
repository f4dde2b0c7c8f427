/** Every id that the manifest and the code share, once. `test/unit/manifest.test.ts` compares this file with `package.json`. */

/** Commands that the manifest contributes. */
export const commandIds = {
	searchDocuments: 'dossier.searchDocuments',
	// Keys of the open search; menus and the palette do not show them.
	openHitToSide: 'dossier.openHitToSide',
	insertHitQuotation: 'dossier.insertHitQuotation',
	copyHitQuotation: 'dossier.copyHitQuotation',
	searchInThisDocument: 'dossier.searchInThisDocument',
	showLikeHits: 'dossier.showLikeHits',
	showAllHits: 'dossier.showAllHits',
	showOlderSearch: 'dossier.showOlderSearch',
	showNewerSearch: 'dossier.showNewerSearch',
	clearSearchHistory: 'dossier.clearSearchHistory',
	openDocument: 'dossier.openDocument',
	openToSide: 'dossier.openToSide',
	openOriginal: 'dossier.openOriginal',
	explainTerm: 'dossier.explainTerm',
	explainInSideBar: 'dossier.explainInSideBar',
	findTermMentions: 'dossier.findTermMentions',
	copyTermQuotation: 'dossier.copyTermQuotation',
	insertTermQuotation: 'dossier.insertTermQuotation',
	defineTerm: 'dossier.defineTerm',
	addAlias: 'dossier.addAlias',
	hideTerm: 'dossier.hideTerm',
	notThisTerm: 'dossier.notThisTerm',
	forgetNotThis: 'dossier.forgetNotThis',
	listUnknownNames: 'dossier.listUnknownNames',
	filterTerms: 'dossier.filterTerms',
	clearTermFilter: 'dossier.clearTermFilter',
	sortTermsByMentions: 'dossier.sortTermsByMentions',
	sortTermsByName: 'dossier.sortTermsByName',
	groupTermsByKind: 'dossier.groupTermsByKind',
	sortedTermsByMentions: 'dossier.sortedTermsByMentions',
	sortedTermsByName: 'dossier.sortedTermsByName',
	groupedTermsByKind: 'dossier.groupedTermsByKind',
	copyQuotation: 'dossier.copyQuotation',
	insertLink: 'dossier.insertLink',
	editDetails: 'dossier.editDetails',
	revealInLibrary: 'dossier.revealInLibrary',
	useThisFolder: 'dossier.useThisFolder',
	chooseFolders: 'dossier.chooseFolders',
	useAsDocumentFolder: 'dossier.useAsDocumentFolder',
	changeFolders: 'dossier.changeFolders',
	refreshLibrary: 'dossier.refreshLibrary',
	stopReading: 'dossier.stopReading',
	groupByFolder: 'dossier.groupByFolder',
	groupByYear: 'dossier.groupByYear',
	groupByKind: 'dossier.groupByKind',
	groupBySource: 'dossier.groupBySource',
	groupByLanguage: 'dossier.groupByLanguage',
	groupByNone: 'dossier.groupByNone',
	sortByTitle: 'dossier.sortByTitle',
	sortByDate: 'dossier.sortByDate',
	deleteIndexedData: 'dossier.deleteIndexedData',
	sortBySource: 'dossier.sortBySource',
	sortByPath: 'dossier.sortByPath',
	sortByLength: 'dossier.sortByLength',
	sortByChanged: 'dossier.sortByChanged',
	// The same for the one that is chosen: only menus show them, with a check mark, which extensions have no other way to show.
	groupedByFolder: 'dossier.groupedByFolder',
	groupedByYear: 'dossier.groupedByYear',
	groupedByKind: 'dossier.groupedByKind',
	groupedBySource: 'dossier.groupedBySource',
	groupedByLanguage: 'dossier.groupedByLanguage',
	groupedByNone: 'dossier.groupedByNone',
	sortedByTitle: 'dossier.sortedByTitle',
	sortedByDate: 'dossier.sortedByDate',
	sortedBySource: 'dossier.sortedBySource',
	sortedByPath: 'dossier.sortedByPath',
	sortedByLength: 'dossier.sortedByLength',
	sortedByChanged: 'dossier.sortedByChanged',
	filterDocuments: 'dossier.filterDocuments',
	clearFilter: 'dossier.clearFilter',
	searchFilterWords: 'dossier.searchFilterWords',
	chooseScope: 'dossier.chooseScope',
	searchInAll: 'dossier.searchInAll',
	checkShown: 'dossier.checkShown',
	uncheckShown: 'dossier.uncheckShown',
	toggleInScope: 'dossier.toggleInScope',
	showResults: 'dossier.showResults',
	clearResults: 'dossier.clearResults',
	refreshResults: 'dossier.refreshResults',
	nextResult: 'dossier.nextResult',
	previousResult: 'dossier.previousResult',
	dismissResult: 'dossier.dismissResult',
	restoreResults: 'dossier.restoreResults',
	copyResult: 'dossier.copyResult',
	copyResultWithSource: 'dossier.copyResultWithSource',
	insertResult: 'dossier.insertResult',
	openResultToSide: 'dossier.openResultToSide',
	copyAllResults: 'dossier.copyAllResults',
	exportResults: 'dossier.exportResults',
	narrowResults: 'dossier.narrowResults',
	resultsByDocument: 'dossier.resultsByDocument',
	resultsByYear: 'dossier.resultsByYear',
	resultsByFolder: 'dossier.resultsByFolder',
	saveSearch: 'dossier.saveSearch',
	renameSearch: 'dossier.renameSearch',
	deleteSearch: 'dossier.deleteSearch',
	runQueryList: 'dossier.runQueryList',
	reportQueryList: 'dossier.reportQueryList',
	exportQueryList: 'dossier.exportQueryList',
	closeQueryList: 'dossier.closeQueryList',
	showNearPassages: 'dossier.showNearPassages',
	followCaret: 'dossier.followCaret',
	stopFollowingCaret: 'dossier.stopFollowingCaret',
	openNearToSide: 'dossier.openNearToSide',
	insertNearQuotation: 'dossier.insertNearQuotation',
	copyNearQuotation: 'dossier.copyNearQuotation',
	showCoverage: 'dossier.showCoverage',
	openSampleNote: 'dossier.openSampleNote',
	showLog: 'dossier.showLog',
} as const;

/** Commands that only our own links and tree items call; the manifest does not name them. */
export const privateCommandIds = {
	openReceipt: '_dossier.openReceipt',
	findMentions: '_dossier.findMentions',
	copyReceipt: '_dossier.copyReceipt',
	insertReceipt: '_dossier.insertReceipt',
	defineCard: '_dossier.defineCard',
	hideCard: '_dossier.hideCard',
	excludeSense: '_dossier.excludeSense',
	explainMore: '_dossier.explainMore',
	explainName: '_dossier.explainName',
	openItem: '_dossier.openItem',
	openNear: '_dossier.openNear',
	/** Shows a query in the view of results: `{ query, isTyping?, documentIds? }`, without `isTyping` as the search box asks it. */
	showResults: '_dossier.showResults',
	openResult: '_dossier.openResult',
	showMoreResults: '_dossier.showMoreResults',
} as const;

/** The only commands that a card may call. */
export const cardCommandIds = [
	privateCommandIds.openReceipt,
	privateCommandIds.findMentions,
	privateCommandIds.copyReceipt,
	privateCommandIds.insertReceipt,
	privateCommandIds.defineCard,
	privateCommandIds.hideCard,
	privateCommandIds.excludeSense,
	privateCommandIds.explainMore,
	privateCommandIds.explainName,
] as const satisfies readonly (typeof privateCommandIds)[keyof typeof privateCommandIds][];

/** Views of the container in the activity bar. */
export const viewIds = {
	start: 'dossier.start',
	documents: 'dossier.documents',
	explain: 'dossier.explain',
	searches: 'dossier.searches',
	terms: 'dossier.terms',
	results: 'dossier.results',
	near: 'dossier.near',
} as const;

/** Settings, without the section `dossier.` that they all stand in. */
export const settingIds = {
	folders: 'folders',
	sampleCollection: 'sampleCollection',
	hoverEnabled: 'hover.enabled',
	hoverLanguages: 'hover.languages',
	citationFormat: 'citation.format',
	termsUnderline: 'terms.underline',
	termKinds: 'terms.kinds',
	termScripts: 'terms.scripts',
	termCompletion: 'terms.completion',
	maxFileMegabytes: 'limits.maxFileMegabytes',
	maxReadSeconds: 'limits.maxReadSeconds',
	maxTextMegacharacters: 'limits.maxTextMegacharacters',
	maxContainerSeconds: 'limits.maxContainerSeconds',
	maxPages: 'limits.maxPages',
	maxMarkupDepth: 'limits.maxMarkupDepth',
	maxContainerParts: 'limits.maxContainerParts',
	maxUnpackedMegabytes: 'limits.maxUnpackedMegabytes',
	nearFollowCaret: 'near.followCaret',
	textLocation: 'index.location',
	treeBadge: 'tree.badge',
} as const;

/** Context keys for `when` clauses. */
export const contextKeys = {
	/** `noSources`, `noDocuments`, `allFailed` or `ready`: what the start view has to say. */
	state: 'dossier.state',
	groupBy: 'dossier.groupBy',
	sortBy: 'dossier.sortBy',
	isReading: 'dossier.isReading',
	/** By what the terms stand in order. */
	termOrder: 'dossier.termOrder',
	areTermsFiltered: 'dossier.areTermsFiltered',
	/** The tree shows only what has some words. */
	isFiltered: 'dossier.isFiltered',
	/** The tree has checkboxes that say where a search looks. */
	isScopeOn: 'dossier.isScopeOn',
	/** Passages near a paragraph were asked for once: their view shows. */
	hasNear: 'dossier.hasNear',
	/** The search is open: its keys count. */
	isSearching: 'dossier.isSearching',
	/** A search was shown in the view of results, in this window. */
	hasSearched: 'dossier.hasSearched',
	/** The view of results has a query. */
	hasResults: 'dossier.hasResults',
	/** The view of results was used last, before any other list that F4 walks through. */
	isResultsLastUsed: 'dossier.isResultsLastUsed',
	hasDismissed: 'dossier.hasDismissed',
	resultsBy: 'dossier.resultsBy',
	/** There are saved searches, or a list of queries was run. */
	hasSearches: 'dossier.hasSearches',
	hasQueryList: 'dossier.hasQueryList',
} as const;

/** The scheme under which clean text is shown. */
export const readerScheme = 'dossier';
/** The scheme of URIs that carry the counts of results to their badges; nothing stands behind them. */
export const resultScheme = 'dossier-result';
/** The scheme of the page that says what became of every file. */
export const coverageScheme = 'dossier-coverage';
/** The language id that clean text is shown with. */
export const readerLanguageId = 'dossier-document';
/** The language id of the page that says what became of every file: wrapped, without line numbers. */
export const coverageLanguageId = 'dossier-coverage';
