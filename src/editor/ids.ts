/** Every id that the manifest and the code share, once. `test/unit/manifest.test.ts` compares this file with `package.json`. */

/** Commands that the manifest contributes. */
export const commandIds = {
	searchDocuments: 'dossier.searchDocuments',
	openDocument: 'dossier.openDocument',
	openToSide: 'dossier.openToSide',
	openOriginal: 'dossier.openOriginal',
	explainTerm: 'dossier.explainTerm',
	copyQuotation: 'dossier.copyQuotation',
	insertLink: 'dossier.insertLink',
	editDetails: 'dossier.editDetails',
	revealInLibrary: 'dossier.revealInLibrary',
	useThisFolder: 'dossier.useThisFolder',
	chooseFolders: 'dossier.chooseFolders',
	useAsDocumentFolder: 'dossier.useAsDocumentFolder',
	refreshLibrary: 'dossier.refreshLibrary',
	stopReading: 'dossier.stopReading',
	groupByFolder: 'dossier.groupByFolder',
	groupByYear: 'dossier.groupByYear',
	groupByKind: 'dossier.groupByKind',
	sortByTitle: 'dossier.sortByTitle',
	sortByDate: 'dossier.sortByDate',
	sortByName: 'dossier.sortByName',
	deleteIndexedData: 'dossier.deleteIndexedData',
	openSampleNote: 'dossier.openSampleNote',
	showLog: 'dossier.showLog',
} as const;

/** Commands that only our own links and tree items call; the manifest does not name them. */
export const privateCommandIds = {
	openReceipt: '_dossier.openReceipt',
	findMentions: '_dossier.findMentions',
	copyReceipt: '_dossier.copyReceipt',
	openItem: '_dossier.openItem',
	showMore: '_dossier.showMore',
} as const;

/** The only commands that a card may call. */
export const cardCommandIds = [
	privateCommandIds.openReceipt,
	privateCommandIds.findMentions,
	privateCommandIds.copyReceipt,
] as const satisfies readonly (typeof privateCommandIds)[keyof typeof privateCommandIds][];

/** Views of the container in the activity bar. */
export const viewIds = {
	start: 'dossier.start',
	documents: 'dossier.documents',
} as const;

/** Settings, without the section `dossier.` that they all stand in. */
export const settingIds = {
	folders: 'folders',
	sampleCollection: 'sampleCollection',
	hoverEnabled: 'hover.enabled',
	hoverLanguages: 'hover.languages',
	citationFormat: 'citation.format',
	maxFileMegabytes: 'limits.maxFileMegabytes',
	maxReadSeconds: 'limits.maxReadSeconds',
	textLocation: 'index.location',
} as const;

/** Context keys for `when` clauses. */
export const contextKeys = {
	/** `noSources`, `noDocuments`, `allFailed` or `ready`: what the start view has to say. */
	state: 'dossier.state',
	groupBy: 'dossier.groupBy',
	sortBy: 'dossier.sortBy',
	isReading: 'dossier.isReading',
} as const;

/** The scheme under which clean text is shown. */
export const readerScheme = 'dossier';
/** The language id that it is shown with. */
export const readerLanguageId = 'dossier-document';
