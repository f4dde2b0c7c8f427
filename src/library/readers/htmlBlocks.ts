/** Elements that begin and end a paragraph. */
export const paragraphElements: ReadonlySet<string> = new Set(
	`address article aside blockquote body caption center details dialog dir div dl fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6
	header hgroup hr html legend main menu nav ol optgroup p pre search section summary table ul`.split(/\s+/),
);

/** Elements that begin a line of their own. */
export const lineElements: ReadonlySet<string> = new Set('dd dt li option tr'.split(' '));

/** Elements whose text nobody sees, or that is no text. */
export const silentElements: ReadonlySet<string> = new Set(
	`annotation annotation-xml applet audio canvas datalist embed frame iframe map noembed noframes noscript object param rp script select style svg template
	textarea title track video`.split(/\s+/),
);

/** Elements whose inside is named by programs that colour code (`hljs-comment`, `token tag`): such names say nothing of the page. */
export const codeElements: ReadonlySet<string> = new Set(['pre', 'code']);
