/** What decides how an untouched file is opened. */
export interface FileToOpen {
	readonly scheme: string;
	readonly fileName: string;
	/** Whether this window runs on the machine that has the file. */
	readonly isLocalDesktop: boolean;
	/** The patterns of the custom editors that are installed: `*.pdf`. */
	readonly editorPatterns: readonly string[];
}

/**
 * Names of documents that VS Code shows nothing of by itself, and that a program outside opens as documents. By name, since the system goes by it:
 * a file that calls itself a program is never handed over, whatever is in it.
 */
const outsideExtensions = /\.(pdf|docx?|odt|ods|odp|epub|rtf|hwpx?|xlsx?|pptx?|djvu)$/i;

/** Whether a file is to be opened outside: a document on this machine that no editor in VS Code is there for. */
export function opensOutside({ scheme, fileName, isLocalDesktop, editorPatterns }: FileToOpen): boolean {
	const extension = outsideExtensions.exec(fileName)?.[1]?.toLowerCase();
	if (scheme !== 'file' || !isLocalDesktop || extension === undefined) {
		return false;
	}
	const shows = new RegExp(`\\*\\.(?:\\{(?:[^{}]*,)?)?${extension}(?:[,}]|$)`, 'i');
	return !editorPatterns.some((pattern) => shows.test(pattern.slice(0, 500)));
}
