/** What a page's JSON-LD says of its article (https://schema.org/Article). Raw strings, as they stand there. */
export interface JsonLdArticle {
	readonly headline: string | null;
	readonly name: string | null;
	readonly author: string | null;
	readonly datePublished: string | null;
	readonly publisher: string | null;
	readonly language: string | null;
}

/** Longer blocks are product catalogues. UTF-16 units. */
const maxLength = 500_000;
/** How many objects of a page are looked at. */
const maxObjects = 5_000;

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Finds the article in the page's JSON-LD blocks: the first object of an article's type, failing that of a page's, wherever it is nested, with
 * authors and publisher resolved by `@id`. Undefined if there is none; blocks that are no JSON are passed over, as browsers and search engines do.
 */
export function findJsonLdArticle(blocks: readonly string[]): JsonLdArticle | undefined {
	const objects = blocks.flatMap((block) => (block.length > maxLength ? [] : collectObjects(parseJson(block))));
	const byId = new Map<string, JsonObject>();
	for (const object of objects) {
		const id = object['@id'];
		// A mere reference has an id and nothing else.
		if (typeof id === 'string' && !byId.has(id) && Object.keys(object).length > 1) {
			byId.set(id, object);
		}
	}
	const saysSomething = (object: JsonObject) => Boolean(object.headline || object.name || object.author || object.datePublished);
	const article =
		objects.find((object) => isOfType(object, articleTypes) && saysSomething(object)) ??
		objects.find((object) => isOfType(object, pageTypes) && saysSomething(object));
	if (!article) {
		return undefined;
	}
	return {
		headline: stringOf(article.headline),
		name: stringOf(article.name),
		author: namesOf(article.author ?? article.creator, byId),
		datePublished: stringOf(article.datePublished) ?? stringOf(article.dateCreated),
		publisher: namesOf(article.publisher, byId),
		language: stringOf(article.inLanguage),
	};
}

const articleTypes =
	/^(?:\w{0,30}Article|\w{0,20}BlogPosting|Blog|Report|SocialMediaPosting|DiscussionForumPosting|APIReference|Review|Book|Thesis|Dataset|CreativeWork)$/;
/** Where a page describes no article, but itself. */
const pageTypes = /^(?:WebPage|ItemPage|AboutPage|FAQPage)$/;

function parseJson(block: string): unknown {
	try {
		return JSON.parse(block.replace(/^\s*(?:<!\[CDATA\[|<!--)/, '').replace(/(?:\]\]>|-->)\s*$/, ''));
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof RangeError) {
			return undefined;
		}
		throw error;
	}
}

/** Where a page describes the works that it speaks of, and not itself. */
const otherWorks: ReadonlySet<string> = new Set(['itemReviewed', 'about', 'mentions', 'citation', 'isBasedOn', 'comment', 'relatedLink']);

/** Every object in a JSON value that may describe the page, outer ones first. */
function collectObjects(value: unknown): JsonObject[] {
	const found: JsonObject[] = [];
	const queue: unknown[] = [value];
	for (let at = 0; at < queue.length && at < maxObjects; at++) {
		const item = queue[at];
		if (Array.isArray(item)) {
			queue.push(...item.slice(0, maxObjects));
		} else if (typeof item === 'object' && item !== null) {
			found.push(item as JsonObject);
			for (const [key, child] of Object.entries(item)) {
				if (typeof child === 'object' && !otherWorks.has(key)) {
					queue.push(child);
				}
			}
		}
	}
	return found;
}

function isOfType(object: JsonObject, types: RegExp): boolean {
	const type = object['@type'];
	const names = Array.isArray(type) ? type : [type];
	return names.some((name) => typeof name === 'string' && name.length < 100 && types.test(name));
}

function stringOf(value: unknown): string | null {
	const first = Array.isArray(value) ? value[0] : value;
	return typeof first === 'string' && first.trim() !== '' ? first.trim() : null;
}

/** The names of people or organisations: a string, an object with `name` or `@id`, or a list of such. */
function namesOf(value: unknown, byId: ReadonlyMap<string, JsonObject>): string | null {
	const names: string[] = [];
	for (const item of (Array.isArray(value) ? value : [value]).slice(0, 20)) {
		const object = typeof item === 'object' && item !== null ? (item as JsonObject) : undefined;
		const id = object?.['@id'];
		const name =
			typeof item === 'string' ? item : (stringOf(object?.name) ?? stringOf(typeof id === 'string' ? byId.get(id)?.name : undefined));
		// An author given as the address of a profile is no name.
		if (name && !/^https?:/i.test(name)) {
			names.push(name.trim());
		}
	}
	return names.length > 0 ? [...new Set(names)].join(', ') : null;
}
