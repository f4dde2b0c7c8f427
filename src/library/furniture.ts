import { parseDate } from './metadata/date.ts';
import { isMetadataLine, mayBeTitle } from './metadata/title.ts';

/**
 * The lines that a blog or news page prints around its text: labels, comment links, sharing, navigation, the maker's mark.
 * One table for saved pages and for text copied out of a browser.
 */

interface FurnitureLine {
	readonly pattern: RegExp;
	/** How sure the line is: 2 is the page's machinery and nothing else, 1 also stands in prose, 0 only goes along with its neighbours. */
	readonly votes: 0 | 1 | 2;
	/** Only at the end of a page: at the top the same line is the byline. */
	readonly endOnly?: true;
}

const network =
	'(?:facebook|twitter|reddit|linkedin|pinterest|whatsapp|telegram|tumblr|google\\+|digg|stumbleupon|del\\.icio\\.us|delicious|pocket|e-?mail|print)';
const maker =
	'(?:blogger|wordpress(?:\\.com|\\.org)?|typepad|movable type|tumblr|medium|ghost|squarespace|drupal|joomla!?|wix|substack|weebly|livejournal)';

function line(votes: 0 | 1 | 2, source: string): FurnitureLine {
	return { pattern: new RegExp(`^${source}$`, 'iu'), votes };
}

/** Whole lines, in any case. Patterns hold no nested repeats, and lines longer than `maxLineLength` are never asked. */
const furniture: readonly FurnitureLine[] = [
	// Blogger
	// A list of words, not a sentence about labels.
	line(1, 'labels:[^.!?;:]*'),
	line(2, 'comments: ?post a comment'),
	line(2, 'post a comment'),
	line(2, '(?:\\d+ )?links to this post:?'),
	line(2, 'create a link'),
	line(2, '(?:<<|«|‹|&lt;&lt;|←) ?home'),
	line(2, 'this page is powered by .{2,40}'),
	line(2, `(?:proudly )?powered by ${maker}\\.?.{0,60}`),
	line(2, 'subscribe to:? (?:posts?|comments?|post comments?) ?\\(atom\\)'),
	line(2, 'email this ?blogthis!.*'),
	line(2, 'blogthis!'),
	line(2, '(?:older|newer) (?:posts?|entries)(?: ?[→»›])?'),
	line(2, '[←«‹] ?(?:older|newer|previous|next) (?:posts?|entries)'),
	line(2, 'newer posts? (?:home )?older posts?'),
	line(1, '(?:newer post|older post)? ?home ?(?:older post|newer post)?'),
	line(2, 'view my complete profile'),
	line(2, 'search this (?:blog|site)'),
	line(2, 'popular posts from this blog'),
	line(1, 'get link'),
	line(1, 'other apps'),
	line(1, 'report abuse'),
	line(1, 'theme images by .{2,60}'),
	{ ...line(1, 'posted by .{2,60}'), endOnly: true },
	{ ...line(1, 'posted at \\d.{2,30}'), endOnly: true },
	{ ...line(1, 'at \\d{1,2}:\\d{2} ?[ap]\\.?m\\.?.{0,20}'), endOnly: true },
	// WordPress, Typepad and their kin
	line(2, 'posted in:? .{2,80}'),
	line(2, 'filed under:? .{2,80}'),
	line(2, 'this entry was posted (?:in|on|by) .{2,160}'),
	line(1, '(?:tags?|tagged|tagged with|tagged as|categor(?:y|ies)|technorati tags):? .{1,120}'),
	line(2, 'leave a (?:comment|reply)(?: cancel reply)?'),
	line(2, 'cancel reply'),
	// A note may end with "No comment.": alone it is no furniture.
	line(1, '(?:no|\\d{1,5}) (?:comments?|responses?|replies|trackbacks?)(?: (?:so far|to .{2,80}|on .{2,80}))?[:.]?'),
	line(1, 'comments?(?: are closed| off| \\(\\d{1,5}\\)| \\d{1,5})?[:.]?'),
	line(2, 'trackbacks?(?: url| \\(\\d{1,5}\\)| \\d{1,5})?:?.{0,100}'),
	line(2, 'permalink(?: to .{2,80})?'),
	line(2, 'you can follow this conversation by subscribing to the comment feed for this post\\.'),
	line(2, 'listed below are links to (?:weblogs|blogs) that reference .{1,120}'),
	line(2, '(?:verify|previewing) your comment'),
	line(2, 'this is only a preview\\. your comment has not yet been posted\\.'),
	line(2, 'this entry was posted .{2,120} bookmark the permalink\\.'),
	line(2, 'blog at wordpress\\.com\\.?'),
	line(1, 'recent (?:posts|comments|entries)'),
	line(0, 'https?://\\S{4,150}'),
	line(2, '« .{1,80} \\| main \\| .{1,80} »'),
	{ ...line(2, 'posted by .{2,160}\\| ?permalink'), endOnly: true },
	{ ...line(1, 'in [“"].{2,40}[”"]'), endOnly: true },
	line(2, 'like this:?'),
	line(1, '(?:like )?loading(?: (?:content|comments|more|page))? ?(?:\\.\\.\\.|…)'),
	line(2, '(?:previous|next) (?:post|article|story|entry|page)(?:[:→»› ].{0,100})?'),
	line(1, '[←«‹] .{1,80}'),
	line(1, '.{1,80} [→»›]'),
	line(2, 'your email address will not be published\\..{0,60}'),
	line(2, 'notify me of (?:new|follow-up) .{3,60}'),
	// Sharing and following
	line(2, 'share this(?: (?:post|article|story|page|entry|on .{2,40}|with .{2,40}))?:?'),
	line(1, `share(?: (?:on|via|to) (?:x|${network}))?:?`),
	line(2, `(?:click to )?(?:share|post|tweet|e-?mail) (?:this )?(?:on|via|to) (?:x|${network}).{0,40}`),
	line(1, 'tweet(?: this)?'),
	line(1, `${network}(?: ?[,|·•/]? ?${network})?(?: share)?`),
	line(2, '(?:e-?mail|print) this(?: (?:article|page|post|story))?'),
	line(1, 'e-?mail to a friend'),
	line(1, 'follow (?:us|me)(?: on .{2,60})?:?'),
	line(1, 'subscribe(?: now| by e-?mail| to .{2,60})?'),
	line(1, 'sign up (?:for|to) .{0,60}newsletter.{0,60}'),
	line(2, 'sign up for free to .{3,60}'),
	// Medium and magazines
	line(1, '\\d{1,3} min(?:ute)?s? read'),
	line(2, '\\d{1,6}k? (?:claps?|likes?|shares?|reactions?)'),
	line(2, 'open in app'),
	line(2, 'member-only story'),
	line(2, '(?:more|recommended) from (?:medium|the author|.{2,40} and medium)'),
	line(2, 'see all (?:from|posts by) .{2,60}'),
	line(2, 'view all posts(?: by .{2,60})?'),
	line(1, 'written by .{2,60}'),
	line(2, '[\\d.,]{1,8}[km]? followers'),
	line(1, 'more from .{2,60} and .{2,60}'),
	line(0, '(?:listen|write|help|status|careers|privacy|terms|published in)'),
	line(0, 'follow'),
	line(0, 'reply'),
	// Pointers to the rest, and what hangs on after it
	line(
		1,
		'(?:read|click here (?:for|to read)) the (?:rest|remainder) of (?:the|this) (?:article|post|entry|story|piece|report)(?: here)?\\.?',
	),
	line(1, '(?:continue reading|read more|read on|more)(?: here)?(?:\\.\\.\\.|…)?(?: ?[→»›])?'),
	line(1, '(?:see also|related|related (?:posts|articles|stories|links)|you (?:may|might) also like):?'),
	// Navigation and legal lines
	line(2, 'skip to (?:main )?(?:content|navigation)'),
	line(1, 'toggle navigation'),
	line(
		1,
		'(?:home|about|about us|contact|contact us|archives?|blog|news|log ?in|sign in|sign up|submit|ask me anything|search|menu|rss|sitemap|site map|privacy policy|terms of (?:use|service))',
	),
	line(2, '(?:home|about)(?: us)?(?: ?[|·•/»>] ?[\\p{L} ]{2,20}){1,12}'),
	line(2, 'log ?in (?:or register )?to (?:post|leave|reply).{0,40}'),
	line(2, 'you must be logged in to .{3,40}'),
	line(1, '(?:adverts?|advertisements?|report this ad)'),
	line(1, '.{0,150}click here for (?:more|further) (?:information|details)\\.?'),
	line(2, 'tell us what you think ?(?:[.!…]{0,3}|below[.!]?)'),
	line(0, '(?:previous|next|share|print|back to top|top)'),
	line(0, '(?:copyright|©|\\(c\\)) .{2,100}'),
	line(0, 'all rights reserved\\.?'),
	line(2, '(?:<|\\[)?(?:저작권자|copyright|ⓒ|©).{0,80}(?:무단 ?전재|재배포 ?금지).{0,40}'),
	line(0, '<?[\\w.+-]{1,40}@[\\w-]{1,40}(?:\\.[\\w-]{1,20}){1,3}>?'),
	line(0, '[\\p{P}\\p{S}\\d ]{1,20}'),
];

const maxLineLength = 200;
/** So many lines that are no furniture may stand between two that are: the name of a label, of a neighbouring post. */
const maxGap = 2;
const maxGapWords = 6;
/** A block of furniture longer than this is an index, and somebody's text. */
const maxBlockLines = 60;
/** Fewer words than this make a short file. */
const shortFileWords = 400;

/** The lines that are left: from `first` up to, not including, `end`. */
export interface KeptLines {
	readonly first: number;
	readonly end: number;
}

/**
 * Finds the furniture at the beginning and at the end of a page. `lines` are its lines in order, trimmed, none empty.
 * A block goes when its lines have two votes together; a line within the text stays, whatever it says. Readers' comments go with what is below
 * them, where their heading and the lines between them say plainly what they are. A short file of which less than a fifth would be left is kept
 * whole.
 */
export function findFurniture(lines: readonly string[]): KeptLines {
	const commentsAt = findComments(lines);
	const last = commentsAt ?? lines.length;
	const end = last - countFurniture((at) => lines[last - 1 - at], last, true, commentsAt === undefined ? 0 : 2);
	const first = findMenu(lines, end) ?? countFurniture((at) => lines[at], end, false, 0);
	if (first === 0 && end === lines.length) {
		return { first, end };
	}
	const kept = countWords(lines.slice(first, Math.min(end, first + shortFileWords)));
	const dropped = [...lines.slice(0, first), ...lines.slice(end, last)];
	const isEmptied = kept === 0 || (kept < shortFileWords && kept * 5 < countWords(dropped) + kept);
	return isEmptied ? { first: 0, end: lines.length } : { first, end };
}

/** So many short lines may stand above a menu: what the site is called, and what it says of itself. */
const maxMenuTitleLines = 2;
const minMenuLines = 3;

/**
 * Where the text begins under a site's name and its menu of three entries or more. What follows must be a title or a date above one, as the name
 * might else be the only title there is.
 */
function findMenu(lines: readonly string[], end: number): number | undefined {
	let start = 0;
	while (start < end && (voteOf(lines[start] ?? '', false) ?? 0) > 0) {
		start++;
	}
	let menu = start;
	while (menu < end && menu - start < maxMenuTitleLines && isShort(lines[menu] ?? '') && voteOf(lines[menu] ?? '', false) === undefined) {
		menu++;
	}
	let at = menu;
	let votes = 0;
	while (at < Math.min(end, maxBlockLines) && voteOf(lines[at] ?? '', false) !== undefined) {
		votes += voteOf(lines[at] ?? '', false) ?? 0;
		at++;
	}
	if (menu === start || at - menu < minMenuLines || votes < minMenuLines) {
		return undefined;
	}
	const title = parseDate(lines[at] ?? '') === undefined ? at : at + 1;
	const isTitle = title + 1 < end && mayBeTitle(lines[title] ?? '') && !isMetadataLine(lines[title] ?? '');
	return isTitle ? at : undefined;
}

function isShort(text: string): boolean {
	return text.length <= 60 && countWords([text]) <= maxGapWords && !/[.!?…”"»。:,;]$/u.test(text);
}

/** What a letter closes with: what stands above it, and the name below, is no furniture. */
const closingFormula =
	/^(?:yours(?: (?:sincerely|faithfully|truly|ever|respectfully))?|(?:very )?(?:sincerely|respectfully|truly|cordially)(?: yours)?|(?:with )?(?:best|kind|warm|warmest|kindest|many)? ?(?:regards|wishes|thanks|greetings)|love|cheers|signed|in solidarity|mit freundlichen grüßen|cordialement|atentamente),?$/iu;

/** The votes of a line that is furniture; undefined for any other. */
function voteOf(text: string, isEnd: boolean): 0 | 1 | 2 | undefined {
	return text.length > maxLineLength ? undefined : furniture.find((entry) => (isEnd || !entry.endOnly) && entry.pattern.test(text))?.votes;
}

/** How many lines from one edge of the page are furniture. */
function countFurniture(lineAt: (at: number) => string | undefined, count: number, isEnd: boolean, given: number): number {
	let votes = given;
	let taken = 0;
	let gap = 0;
	for (let at = 0; at < Math.min(count, maxBlockLines); at++) {
		const text = lineAt(at) ?? '';
		const found = voteOf(text, isEnd);
		if (found !== undefined) {
			votes += found;
			taken = found > 0 || gap === 0 ? at + 1 : taken;
			gap = 0;
			continue;
		}
		gap++;
		// Above the name that follows it stands somebody's letter.
		if (isEnd && closingFormula.test(text)) {
			break;
		}
		// At the top the first line of the text is often as short as a label: nothing is skipped there.
		if (!isEnd || gap > maxGap || /[.!?…”"»。]$/u.test(text) || text.length > 60 || countWords([text]) > maxGapWords) {
			break;
		}
	}
	return votes >= 2 ? taken : 0;
}

/** What stands over readers' comments. */
const commentsHeading =
	/^(?:\d{1,5} (?:comments?|responses?|replies|thoughts?)(?: (?:on|to) .{2,120})?|(?:reader )?comments?(?: \(\d{1,5}\))?|responses|one thought on .{2,120}):?$/iu;
/** Lines that say who wrote a comment and when. */
const commenters: readonly RegExp[] = [
	/^at \d{1,2}:\d{2} ?[ap]\.?m\.?,? .{1,60} (?:said|wrote)(?:\.{3}|…|:)?$/iu,
	/^.{1,60} (?:says|said|wrote|writes)(?:\.{3}|…|:)$/iu,
	/^posted by:? .{1,60} \| .{0,40}\b(?:19|20)\d\d\b.{0,20}$/iu,
	/^.{0,50}\b(?:19|20)\d\d\b,?(?: at| @| \|| -)? ?\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?$/iu,
];
/** One short line, the commenter's name, may stand between the heading and the first line that says what this is. */
const maxLeadLines = 1;
/** So many headings are followed to the end of the page. */
const maxHeadings = 20;
/** Between two such lines a comment has room for so many lines, and so many characters. */
const maxCommentLines = 12;
const maxCommentLength = 3_000;

/** The line at which readers' comments begin, if the rest of the page is comments and machinery. Above them stands the text they are about. */
function findComments(lines: readonly string[]): number | undefined {
	let hasText = false;
	let tried = 0;
	for (const [at, text] of lines.entries()) {
		if (hasText && tried < maxHeadings && commentsHeading.test(text.slice(0, 160))) {
			tried++;
			if (leadsToComments(lines, at)) {
				return at;
			}
		}
		hasText ||= isProse(text);
	}
	return undefined;
}

function isProse(text: string): boolean {
	return /[.!?…”"»。]$/u.test(text) && (text.length > 60 || countWords([text]) > maxGapWords);
}

function leadsToComments(lines: readonly string[], heading: number): boolean {
	let votes = 0;
	let hasMachinery = false;
	let hasCommenter = false;
	let hasText = false;
	let lastSign = heading;
	let length = 0;
	for (let at = heading + 1; at < lines.length; at++) {
		const text = lines[at] ?? '';
		const isCommenter = text.length <= maxLineLength && commenters.some((pattern) => pattern.test(text));
		const vote = isCommenter ? 1 : (voteOf(text, true) ?? 0);
		hasMachinery ||= vote === 2;
		hasCommenter ||= isCommenter;
		if (vote > 0) {
			votes += vote;
			lastSign = at;
			length = 0;
			continue;
		}
		hasText ||= isProse(text);
		length += text.length;
		const isLead = lastSign === heading;
		if (at - lastSign > (isLead ? maxLeadLines : maxCommentLines) || length > maxCommentLength || (isLead && !isShort(text))) {
			return false;
		}
	}
	// `The ministry says:` stands in articles too.
	return hasMachinery && votes >= 3 && (hasCommenter || !hasText);
}

/** Counts words, of a line no more than its beginning can hold. */
function countWords(lines: readonly string[]): number {
	let words = 0;
	for (const text of lines) {
		words += text.slice(0, 10_000).match(/\S+/gu)?.length ?? 0;
	}
	return words;
}
