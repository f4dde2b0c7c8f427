import type { Metadata } from '../document.ts';
import { readBylineLine } from '../metadata/byline.ts';
import { findDate, parseDate } from '../metadata/date.ts';
import { cleanField } from '../metadata/field.ts';
import { findJsonLdArticle, type JsonLdArticle } from './jsonLd.ts';
import type { MainContent } from './mainContent.ts';
import { type MarkupElement, type MarkupTree, textOf, walk } from './markupTree.ts';
import { cleanTitle, findSiteInTitle, isTitleWith } from './pageTitle.ts';

/** What a page says of itself, and the name of its site as far as headings and title tell it: the publisher where nothing else says one. */
export interface PageMetadata extends Metadata {
	readonly site: string | null;
}

/** What an HTML page says of itself: what it declares to machines first, what it shows to people second. */
export function readHtmlMetadata(tree: MarkupTree, main: MainContent | undefined): PageMetadata {
	const page = collect(tree);
	const article = findJsonLdArticle(page.jsonLd);
	const host = hostOf(page, tree.comments);
	const declared = decoded(article?.publisher);
	const publisher =
		(declared && !platforms.test(declared) ? declared : null) ??
		decoded(page.meta('og:site_name', 'publisher', 'dc.publisher', 'citation_publisher', 'application-name'));
	return {
		title: findTitle(page, article, main, [publisher, decoded(page.meta('og:site_name')), host, page.site]),
		author: findAuthor(page, article, main),
		date: findPublished(page, article),
		publisher: publisher && !/^https?:\/\//i.test(publisher) ? publisher.replace(/^@/, '') : host,
		site: cleanField(page.site ?? findSiteInTitle(page.title ?? '', page.headings)),
		language: page.language ?? article?.language ?? page.meta('content-language', 'dc.language', 'og:locale') ?? null,
	};
}

/** Who runs the machine is not who publishes: some makers name themselves there. */
const platforms = /^(?:blogger|wordpress(?:\.com)?|medium|tumblr|wix(?:\.com)?|squarespace|substack|blogspot)$/i;

/** The parts of a page that metadata is looked for in. */
interface PageParts {
	/** The first of these fields that is not empty: `<meta name property itemprop http-equiv>`, lower case. */
	meta(...names: string[]): string | undefined;
	readonly jsonLd: readonly string[];
	readonly title: string | null;
	readonly headings: readonly string[];
	/** A heading that leads to the first page of the site, and so names it. */
	readonly site: string | null;
	readonly language: string | null;
	readonly canonical: string | null;
	/** Elements that are marked as author or date, in order. */
	readonly authors: readonly MarkupElement[];
	readonly times: readonly MarkupElement[];
	/** Elements whose names say that a date may stand in them. */
	readonly dateLines: readonly MarkupElement[];
}

/** More marked elements than this are lists of other articles. */
const maxMarked = 20;

function collect(tree: MarkupTree): PageParts {
	const fields = new Map<string, string>();
	const jsonLd: string[] = [];
	const headings: string[] = [];
	const authors: MarkupElement[] = [];
	const times: MarkupElement[] = [];
	const dateLines: MarkupElement[] = [];
	let title: string | null = null;
	let site: string | null = null;
	let language: string | null = null;
	let canonical: string | null = null;
	for (const node of walk(tree.root)) {
		if (node.kind === 'text') {
			continue;
		}
		const { name, attributes } = node;
		const itemprop = attributes.get('itemprop') ?? '';
		if (name === 'meta') {
			const content = attributes.get('content')?.trim();
			const keys = [attributes.get('property'), attributes.get('name'), itemprop, attributes.get('http-equiv')];
			for (const key of keys.flatMap((value) => value?.toLowerCase().split(/\s+/) ?? [])) {
				// Of two, the first one counts, save that several authors are all named.
				const field = key.replaceAll(':', '.');
				const before = fields.get(field);
				if (content && key !== '' && before === undefined) {
					fields.set(field, content);
				} else if (content && before && listFields.has(field) && !before.includes(content)) {
					// Names of this kind are `Family, Given`.
					fields.set(field, `${before}; ${content}`.slice(0, 500));
				}
			}
		} else if (name === 'script' && /^application\/ld\+json/i.test(attributes.get('type') ?? '') && jsonLd.length < maxMarked) {
			jsonLd.push(rawTextOf(node));
		} else if (name === 'title' && title === null && node.parent?.name !== 'svg') {
			title = textOf(node) || null;
		} else if (name === 'html') {
			language ??= attributes.get('lang') ?? attributes.get('xml:lang') ?? null;
		} else if (name === 'link' && attributes.get('rel') === 'canonical') {
			canonical ??= attributes.get('href') ?? null;
		} else if (isTitleHeading(node) && headings.length < maxMarked) {
			if (leadsHome(node)) {
				site ??= textOf(node) || null;
			} else {
				headings.push(textOf(node));
			}
		} else if ((name === 'time' || /\bdatePublished\b/.test(itemprop)) && times.length < maxMarked) {
			times.push(node);
		}
		if (dateLines.length < maxMarked && dateNames.test(attributes.get('class') ?? attributes.get('id') ?? '')) {
			dateLines.push(node);
		}
		if (
			(/\bauthor\b/.test(itemprop) || /\bauthor\b/.test(attributes.get('rel') ?? '')) &&
			name !== 'link' &&
			name !== 'meta' &&
			authors.length < maxMarked
		) {
			authors.push(node);
		}
	}
	const meta = (...names: string[]) => {
		for (const name of names) {
			const value = fields.get(name.replaceAll(':', '.'));
			if (value) {
				return value;
			}
		}
		return undefined;
	};
	return { meta, jsonLd, title, headings, site, language, canonical, authors, times, dateLines };
}

/** Old blogs put the title of a post into a lower heading. */
function isTitleHeading({ name, attributes }: MarkupElement): boolean {
	return (
		name === 'h1' || ((name === 'h2' || name === 'h3') && /(?:^|[\s_-])(?:title|headline)(?=$|[\s_-])/i.test(attributes.get('class') ?? ''))
	);
}

/** Whether all of a heading is one link to the root of a site. */
function leadsHome(heading: MarkupElement): boolean {
	const parts = heading.children.filter((child) => child.kind === 'element' || child.text.trim() !== '');
	const [link] = parts;
	return (
		parts.length === 1 &&
		link?.kind === 'element' &&
		link.name === 'a' &&
		/^(?:https?:\/\/[^/?#]{1,100})?\/?(?:index\.[a-z]{3,5})?$/i.test(link.attributes.get('href') ?? '#')
	);
}

const dateNames =
	/(?:^|[\s_-])(?:date|dateline|time|timestamp|published|pubdate|posted|postmeta|meta|byline|datum|fecha|data)(?=$|[\s_-])/i;

const listFields = new Set(['author', 'citation_author', 'dc.creator', 'dcterms.creator']);

function findTitle(
	page: PageParts,
	article: JsonLdArticle | undefined,
	main: MainContent | undefined,
	siteNames: readonly (string | null)[],
): string | null {
	const declared =
		titleOf(article, page) ??
		page.meta(
			'citation_title',
			'dc.title',
			'dcterm.title',
			'dcterms.title',
			'og:title',
			'weibo:article:title',
			'weibo:webpage:title',
			'title',
			'twitter:title',
			'parsely-title',
		);
	// Readability cuts a title at a colon; where the title holds a heading of the page, the heading tells what to cut.
	const isWhole = page.headings.some((heading) => isTitleWith(page.title ?? '', heading)) || isCutAtColon(page.title, main?.title);
	const whole = page.title !== null && isWhole ? page.title : undefined;
	const title = decoded(declared ?? whole ?? main?.title ?? page.title ?? page.headings[0]) ?? decoded(page.title ?? page.headings[0]);
	return (
		title &&
		cleanField(
			cleanTitle(
				title,
				siteNames.filter((name) => name !== null),
				page.headings,
			),
		)
	);
}

/**
 * Whether a title is the end of another one, behind a colon that parts no site from a title: in brackets, or before a small letter, as in
 * `The Basics (libffi: a library)` and `transform: the engine`.
 */
function isCutAtColon(whole: string | null, cut: string | null | undefined): boolean {
	const line = whole?.replace(/\s+/g, ' ').trim() ?? '';
	const before = cut && cut.length < line.length && line.endsWith(cut) ? line.slice(0, -cut.length).trim() : '';
	return before.endsWith(':') && (/^\p{Ll}/u.test(cut ?? '') || before.lastIndexOf('(') > before.lastIndexOf(')'));
}

/** Some sites put their own name into `name`: then the headline is the title if the page's title holds it. */
function titleOf(article: JsonLdArticle | undefined, page: PageParts): string | null {
	if (article?.name && article.headline && article.name !== article.headline) {
		return page.title?.includes(article.headline) && !page.title.includes(article.name) ? article.headline : article.name;
	}
	return article?.name ?? article?.headline ?? null;
}

function findAuthor(page: PageParts, article: JsonLdArticle | undefined, main: MainContent | undefined): string | null {
	const candidates = [
		article?.author,
		page.meta('citation_author'),
		page.meta('dc:creator'),
		page.meta('dcterm:creator', 'dcterms:creator'),
		page.meta('author'),
		page.meta('parsely-author', 'sailthru.author'),
		page.meta('article:author'),
		main?.byline,
		...page.authors.map(textOf),
	];
	for (const candidate of candidates) {
		const author = toAuthor(candidate);
		if (author) {
			return author;
		}
	}
	return null;
}

/** A name without the words around it; null if the value is an address, a date or a sentence. */
function toAuthor(value: string | null | undefined): string | null {
	const field = decoded(value);
	if (!field || field.length > 160 || /^https?:|^www\.|^@?\W*$/i.test(field) || isSentence(field)) {
		return null;
	}
	const named = readBylineLine(field)?.author;
	const plain = (named ?? field).replace(/^(?:(?:written|posted|published|reported|story)\s+)?by[:\s]\s*/i, '').trim();
	if (/^(?:(?:last\s+)?(?:updated|published|posted|modified)|date|on)\b/i.test(plain) || parseDate(plain) !== undefined) {
		return null;
	}
	const date = findDate(plain);
	const withoutDate = date && date.start > 0 ? plain.slice(0, date.start).replace(/[\s|·•,–—-]+(?:on|at)?\s*$/iu, '') : plain;
	const isAddress = /\p{L}.*, .*\d/u.test(withoutDate) || (date !== undefined && isDateline(withoutDate));
	return /\p{L}/u.test(withoutDate) && !isAddress ? cleanField(withoutDate) : null;
}

/** Where and when a text was written, `NEWCASTLE, 7 May 2019`: one name in capitals before the date. People have two. */
function isDateline(beforeDate: string): boolean {
	return /^\p{Lu}[\p{Lu}.'’-]+[,:]?$/u.test(beforeDate.trim());
}

/** Whether words speak of somebody instead of naming somebody: a sentence with its stop, or with more small words than names and roles have. */
function isSentence(field: string): boolean {
	const words = field.split(' ');
	const small = words.filter((word) => /^\p{Ll}{2,}[,;:.]?$/u.test(word)).length;
	const isStopped =
		words.length >= 4 &&
		/\p{Ll}{3,}[.!?…]["'”’)]*$|\d[.!?]$|。$/u.test(field) &&
		!/\b(?:jr|sr|esq|inc|ltd|corp|bros|prof|phil|univ)\.$/i.test(field);
	return (
		(isStopped && small >= 2) ||
		small >= 6 ||
		/\p{Ll}[.!?] \p{Lu}\p{Ll}+ \p{Ll}{2,} /u.test(field) ||
		(/。/u.test(field) && field.length > 12)
	);
}

function findPublished(page: PageParts, article: JsonLdArticle | undefined): string | null {
	const declared = [
		article?.datePublished,
		page.meta('article:published_time', 'og:published_time', 'og:article:published_time'),
		page.meta('parsely-pub-date', 'sailthru.date'),
		page.meta('citation_publication_date', 'citation_date', 'citation_online_date'),
		page.meta('dc.date.issued', 'dcterms.issued', 'dc.date', 'dc.date.created', 'dcterms.date', 'dcterms.created'),
		page.meta(
			'datepublished',
			'pubdate',
			'publishdate',
			'publish-date',
			'publication_date',
			'published_time',
			'date',
			'article.published',
			'article.created',
		),
		...page.times.filter(isPublished).map(timeOf),
		...page.times.filter((time) => !isUpdated(time)).map(timeOf),
	];
	for (const value of declared) {
		const date = value ? toDate(value) : undefined;
		if (date) {
			return date;
		}
	}
	for (const element of page.dateLines) {
		const line = textOf(element);
		const found = line.length <= maxDateLine && !/\b(?:updated|modified)\b/i.test(line) ? findDate(line) : undefined;
		if (found) {
			return found.date;
		}
	}
	return dateOfAddress(page.canonical ?? page.meta('og:url') ?? '');
}

/** A longer text is prose, and its dates are what it speaks of. UTF-16 units. */
const maxDateLine = 150;

function timeOf(element: MarkupElement): string {
	return element.attributes.get('datetime') || element.attributes.get('content') || textOf(element);
}

function isPublished(element: MarkupElement): boolean {
	const { attributes } = element;
	return (
		attributes.has('pubdate') ||
		/datePublished|dateCreated/.test(attributes.get('itemprop') ?? '') ||
		/\bpublished\b/.test(attributes.get('class') ?? '')
	);
}

function isUpdated(element: MarkupElement): boolean {
	return (
		/dateModified/.test(element.attributes.get('itemprop') ?? '') || /\b(?:updated|modified)\b/.test(element.attributes.get('class') ?? '')
	);
}

/** The date that a machine or a person wrote, as EDTF. Of a point in time, the date as it is written, in its own time zone. */
function toDate(value: string): string | undefined {
	const iso = /^\s*(\d{4}-\d{2}-\d{2})(?=$|[\sT])/.exec(value)?.[1];
	const compact = /^\s*(\d{4})(\d{2})(\d{2})(?=$|T)/.exec(value);
	const slashed = /^\s*(\d{4})\/(\d{1,2})\/(\d{1,2})\b/.exec(value);
	const parts = compact ?? slashed;
	const text = iso ?? (parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : value.slice(0, 80));
	return parseDate(text) ?? findDate(value.slice(0, 80))?.date;
}

/** Blogs and newspapers put the day into the address: `/2008/03/01/`. */
function dateOfAddress(address: string): string | null {
	const parts = /\/((?:19|20)\d\d)\/([01]?\d)\/([0-3]?\d)\//.exec(`${address}/`);
	return (parts && parseDate(`${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`)) || null;
}

/** Where the page comes from: its own address, or the one that the browser wrote into the saved file. */
function hostOf(page: PageParts, comments: readonly string[]): string | null {
	const saved = comments.map(
		(comment) => /saved from url=\(\d+\)(\S{1,500})/i.exec(comment)?.[1] ?? /\burl:\s*(https?:\S{1,500})/i.exec(comment)?.[1],
	);
	for (const address of [page.canonical, page.meta('og:url', 'twitter:url'), ...saved]) {
		const host = /^https?:\/\/(?:www\.)?([a-z0-9.-]{3,100}\.[a-z]{2,24})(?=[:/?#]|$)/i.exec(address ?? '')?.[1];
		if (host) {
			return host.toLowerCase();
		}
	}
	return null;
}

function rawTextOf(element: MarkupElement): string {
	return element.children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
}

/** As one line, with entities decoded that were escaped twice, as many sites do in `content`. */
function decoded(value: string | null | undefined): string | null {
	return cleanField(
		value
			?.slice(0, 2000)
			.replace(
				/&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
				(entity, name?: string, decimal?: string, hex?: string) => {
					const code = decimal ? Number.parseInt(decimal, 10) : hex ? Number.parseInt(hex, 16) : undefined;
					return code === undefined
						? (namedEntities.get(name?.toLowerCase() ?? '') ?? entity)
						: code > 0 && code <= 0x10ffff
							? String.fromCodePoint(code)
							: entity;
				},
			),
	);
}

const namedEntities = new Map([
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['quot', '"'],
	['apos', "'"],
	['nbsp', ' '],
]);
