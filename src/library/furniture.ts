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
	line(2, 'like this:?'),
	line(1, '(?:like )?loading(?:\\.\\.\\.|…)'),
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
	line(1, 'sign up for .{0,60}newsletter.{0,40}'),
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
	line(0, 'listen'),
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
		'(?:home|about|about us|contact|contact us|archives?|blog|news|log ?in|sign in|search|menu|rss|sitemap|site map|privacy policy|terms of (?:use|service))',
	),
	line(2, '(?:home|about)(?: us)?(?: ?[|·•/»>] ?[\\p{L} ]{2,20}){1,12}'),
	line(2, 'log ?in (?:or register )?to (?:post|leave|reply).{0,40}'),
	line(2, 'you must be logged in to .{3,40}'),
	line(1, '(?:advertisements?|report this ad)'),
	line(0, '(?:previous|next|share|print|back to top|top)'),
	line(0, '(?:copyright|©|\\(c\\)) .{2,100}'),
	line(0, 'all rights reserved\\.?'),
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
 * A block goes when its lines have two votes together; a line within the text stays, whatever it says. A short file of which less than a fifth
 * would be left is kept whole.
 */
export function findFurniture(lines: readonly string[]): KeptLines {
	const end = lines.length - countFurniture((at) => lines[lines.length - 1 - at], lines.length, true);
	const first = countFurniture((at) => lines[at], end, false);
	if (first === 0 && end === lines.length) {
		return { first, end };
	}
	const kept = countWords(lines.slice(first, Math.min(end, first + shortFileWords)));
	const isEmptied = kept === 0 || (kept < shortFileWords && kept * 5 < countWords([...lines.slice(0, first), ...lines.slice(end)]) + kept);
	return isEmptied ? { first: 0, end: lines.length } : { first, end };
}

/** How many lines from one edge of the page are furniture. */
function countFurniture(lineAt: (at: number) => string | undefined, count: number, isEnd: boolean): number {
	let votes = 0;
	let taken = 0;
	let gap = 0;
	for (let at = 0; at < Math.min(count, maxBlockLines); at++) {
		const text = lineAt(at) ?? '';
		const found =
			text.length > maxLineLength ? undefined : furniture.find((entry) => (isEnd || !entry.endOnly) && entry.pattern.test(text));
		if (found) {
			votes += found.votes;
			taken = found.votes > 0 || gap === 0 ? at + 1 : taken;
			gap = 0;
			continue;
		}
		gap++;
		// At the top the first line of the text is often as short as a label: nothing is skipped there.
		if (!isEnd || gap > maxGap || /[.!?…”"»。]$/u.test(text) || text.length > 60 || countWords([text]) > maxGapWords) {
			break;
		}
	}
	return votes >= 2 ? taken : 0;
}

/** Counts words, of a line no more than its beginning can hold. */
function countWords(lines: readonly string[]): number {
	let words = 0;
	for (const text of lines) {
		words += text.slice(0, 10_000).match(/\S+/gu)?.length ?? 0;
	}
	return words;
}
