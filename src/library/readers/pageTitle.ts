/** What parts a title from the name of its site: `Tides — The Harbour Post`. */
const separator = /\s+[|\-–—·•»«:/>✩★~]+\s+/u;

/**
 * The title of a page without the name of its site. `siteNames` are what the page and its address say of the site; a part of the title that says the
 * same is left out, at its end or beginning. Where nobody names the site, a first-level heading that is a part of the title is the title.
 * For `Tides — The Harbour Post` with the site `Harbour Post` this is `Tides`.
 */
export function cleanTitle(title: string, siteNames: readonly string[], headings: readonly string[]): string {
	const known = new Set(siteNames.map(foldName).filter((name) => name.length > 1));
	const isSite = (part: string) => known.has(foldName(part));
	let cleaned = title;
	for (let turn = 0; turn < 3; turn++) {
		const parts = partsOf(cleaned);
		const first = parts[0];
		const last = parts.at(-1);
		if (!first || !last || parts.length < 2) {
			break;
		}
		if (isSite(last.text)) {
			cleaned = cleaned.slice(0, last.separatorStart);
		} else if (isSite(first.text)) {
			cleaned = cleaned.slice(parts[1]?.start ?? 0);
		} else {
			break;
		}
	}
	if (cleaned === title) {
		// Where the name of the site is a heading too, the longer one is the title more often.
		const parts = headings.filter((text) => isPartOfTitle(title, text)).sort((a, b) => b.length - a.length);
		return parts[0] ?? title;
	}
	return cleaned.trim();
}

function partsOf(title: string): { readonly text: string; readonly start: number; readonly separatorStart: number }[] {
	const parts: { text: string; start: number; separatorStart: number }[] = [];
	let start = 0;
	let separatorStart = 0;
	for (const match of title.matchAll(new RegExp(separator, 'gu'))) {
		parts.push({ text: title.slice(start, match.index), start, separatorStart });
		separatorStart = match.index;
		start = match.index + match[0].length;
	}
	parts.push({ text: title.slice(start), start, separatorStart });
	return parts;
}

/** Whether the title is the heading, or the heading and the name of a site. */
export function isTitleWith(title: string, heading: string): boolean {
	return title === heading || isPartOfTitle(title, heading);
}

/**
 * The name of the site where the title gives it behind a heading of the page: `Harbour Post` for `Tides | Harbour Post` over the heading `Tides`. Null
 * where what follows is no name by its length, or a subtitle behind a dash or colon.
 */
export function findSiteInTitle(title: string, headings: readonly string[]): string | null {
	const heading = headings.filter((text) => title.startsWith(text) && text.length >= 3).sort((a, b) => b.length - a.length)[0];
	const rest = heading === undefined ? undefined : /^ [|·-] (.{2,40})$/u.exec(title.slice(heading.length))?.[1];
	return rest !== undefined && /\p{L}{2}/u.test(rest) && !/ [|·-] /.test(rest) ? rest : null;
}

/** Whether the title is the heading, a separator, and more; or ends with the heading so. */
function isPartOfTitle(title: string, heading: string): boolean {
	if (heading.length < 3 || heading.length >= title.length) {
		return false;
	}
	return (
		(title.startsWith(heading) && /^\s*[|\-–—·•»:/>]/u.test(title.slice(heading.length))) ||
		(title.endsWith(heading) && /[|\-–—·•»:/>]\s*$/u.test(title.slice(0, -heading.length)))
	);
}

/** Letters and digits only, lower case, without `The`, `www` and the like: how names of sites are compared. */
function foldName(name: string): string {
	return name
		.toLowerCase()
		.replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
		.replace(/^the\s+/, '')
		.replace(/\.(?:com|org|net|co\.uk|info|gov|edu|io|de|fr|kr|co\.kr)\b\/?$/, '')
		.replace(/[^\p{L}\p{N}]+/gu, '');
}
