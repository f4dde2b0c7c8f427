import { isContentWord } from '../../text/stopWords.ts';
import { isSpeakingNoun } from './claimWords.ts';
import type { Reading } from './reading.ts';
import { leadsSomebody } from './speakerPhrases.ts';

/**
 * Whether the verb at `at` says something here, of verbs that mean other things as well: `called on the police`, `denied that he knew`; not `called a
 * taxi`, `denied him a visa`.
 */
export function isSaying(reading: Reading, from: number, at: number, to: number): boolean {
	const { text, tokens } = reading;
	const verb = tokens[at]?.folded ?? '';
	const next = at + 1 < to ? (tokens[at + 1]?.folded ?? '') : '';
	const end = tokens[at]?.end ?? 0;
	const behind = text.slice(end, Math.min(end + maxBehind, tokens[to - 1]?.end ?? end));
	if (nounForms.has(verb) && isNoun(reading, from, at, behind)) {
		return false;
	}
	if (/^\s(?:is|are|was|were)\s/.test(behind) && !isToldBefore(reading, from, at, behind)) {
		// `laws that the ministry said were new`, `laws the ministry said were new`
		return false;
	}
	if (/^(?:the|an?|its|his|her|their|these|those)$/.test(tokens[at - 1]?.folded ?? '')) {
		// `Survivors of the alleged attacks`
		return false;
	}
	if (/ed$/.test(verb) && /^(?:of|from|by|against|about|between|despite|without)$/.test(tokens[at - 1]?.folded ?? '')) {
		// `Prosecutions of reported rapes`
		return false;
	}
	switch (verb) {
		case 'claim':
		case 'claims':
		case 'claimed':
			return !takes.test(behind) || isClause(behind);
		case 'add':
		case 'adds':
		case 'added':
		case 'maintain':
		case 'maintains':
		case 'maintained':
			return opensWhatIsTold(behind) || isClause(behind) || isToldBefore(reading, from, at, behind);
		case 'admit':
		case 'admits':
		case 'admitted':
			return !letsIn.test(behind) || isClause(behind);
		case 'deny':
		case 'denies':
		case 'denied':
			return !isRefusal(behind);
		case 'reject':
		case 'rejects':
		case 'rejected':
			return !isDecision(behind);
		case 'demanded':
			return !wants.test(behind);
		case 'demand':
		case 'demands':
			return next === 'that';
		case 'accused':
			// `activists accused of theft`
			return next !== 'of' || /^(?:is|are|was|were|been|be)$/.test(tokens[at - 1]?.folded ?? '');
		case 'told':
		case 'tells':
		case 'warned':
		case 'warns':
			return !/^(?:nobody|none|no)$/.test(next);
		case 'remind':
		case 'reminds':
		case 'reminded':
			return /^\s(?:\S+\s){1,5}that\s/.test(behind);
		case 'ruled':
			// `The party ruled through a network of families`
			return !/^(?:through|over|with|from|until|as|by|jointly|alone)$/.test(next);
		case 'observe':
		case 'observes':
		case 'observed':
			// `observed voting in four precincts`: they saw it.
			return /^(?:that|how|to)$/.test(next) || /^\W{0,3}[“”"]/.test(behind) || isToldBefore(reading, from, at, behind);
		case 'call':
		case 'called':
			return next === 'on' || next === 'for';
		case 'expect':
		case 'expects':
		case 'expected':
		case 'found':
		case 'finds':
		case 'show':
		case 'shows':
		case 'showed':
		case 'document':
			return !/^(?:to|in|at|guilty|up|a|himself|herself|itself|themselves)$/.test(next);
		case 'conclude':
		case 'concludes':
		case 'concluded':
			// `the hearing concluded at ten`: it ended.
			return next === ''
				? isToldBefore(reading, from, at, behind)
				: !/^(?:at|in|on|with|by|after|before|without|an?|its|their|his|her|yesterday|today)$/.test(next);
		case 'respond':
		case 'responds':
		case 'responded':
		case 'write':
		case 'writes':
		case 'wrote':
			return isWritten(text.slice(tokens[from]?.start, tokens[at]?.start), text.slice(end, tokens[to - 1]?.end));
		default:
			return true;
	}
}

/** What follows a verb is looked at over so many units, at most. */
const maxBehind = 120;

/** `that it is low`, `: “It is low”`, `in a letter that it is low`. */
function opensWhatIsTold(behind: string): boolean {
	return /^(?:\s(?:that|how|why|whether)\s|\s?[:,]\s|\s[“"«]|\s(?:in|on|at|to|during|later|further|yesterday|\p{L}+ly)\s[^.;:]{1,60}?\sthat\s)/u.test(
		behind,
	);
}

/** `he was late`, `the river had risen`: a finite verb stands in what follows, before anything that begins another clause. */
function isClause(behind: string): boolean {
	return (
		/^\s(?:he|she|they|we|I|there)\s/.test(behind) ||
		/^\s(?:(?!(?:who|which|that|whose|where|when|as|if|because|before|after|while|since|than|to|and|but)\s)[^\s,;:()]+\s){1,12}(?:is|are|was|were|has|had|have|will|would|can|could|may|might|must|should|does|did|do)(?!\p{L})/u.test(
			behind,
		)
	);
}

/** `“It failed,” she added`, `The plan failed, the council concluded.`; not `After lunch, the hearing concluded`, nor `by law, trials were concluded`. */
function isToldBefore({ text, tokens }: Reading, from: number, at: number, behind: string): boolean {
	const before = text.slice(tokens[from]?.start, tokens[at]?.start).slice(-maxWritten);
	return (
		/[,.!?…]["”’»]/u.test(before) ||
		(/^(?:[.,;:!?)]|$)/.test(behind) &&
			/,\s[^,]{1,60}$/.test(before) &&
			!/\b(?:be|been|being|is|are|was|were)\s$/.test(before) &&
			!/^(?:after|before|at|on|in|when|once|as|with|by|during|today|yesterday|then|finally|meanwhile|last|this|late|early)$/.test(
				tokens[from]?.folded ?? '',
			))
	);
}

/** `The fire claimed 14 lives`, `She claimed asylum`, `Ann Lee claimed her third title`: what is taken, asked for or won. */
const takes =
	/^\s(?:(?:(?!that\s|[“"])\S{1,20}\s){0,4}(?:lives|life|victims?|titles?|medals?|prizes?|awards?|troph(?:y|ies)|crowns?|championships?|victory|wins?|gold|silver|bronze|places?|spot|seats?|wickets?|throne)(?=[.,;]|\s(?:of|in|on|at|and|before|during|when|last|this|since|for|from|with|over|against|by|after)\s|$)|(?:asylum|benefits|compensation)(?!\p{L}))/u;

/** `admitted 40 patients`, `admitted Ann Lee on Monday`: whom somebody lets in. */
const letsIn =
	/^\s(?:(?:about|only|some|over|nearly|more|than|at|least|up|to|around|the|its|first|new|another)\s){0,3}(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)\s|(?:him|them|me|us)(?!\p{L})|her\s(?:to|in|at|on|as)\s|(?:\p{L}+\s)?(?:students|patients|people|women|men|children|members|visitors|guests|migrants|refugees|applicants|pupils|prisoners)(?!\p{L})|(?:\p{Lu}[\p{L}’'-]+\s?){1,3}(?:(?<=\s)(?:to|in|on|at|for|as|with|last|yesterday|after|from|into)\s|[.,;]|$))/u;

/** `demanded bribes`: what somebody wants to have. */
const wants =
	/^\s(?:(?:more|some|any|large|small|sexual|cash|a|the|his|her|their)\s){0,2}(?:bribes?|money|ransoms?|payments?|sex|cash|food|entry|access|silence|attention)(?!\p{L})/u;

/** What is refused to somebody, or decided about what he asks for. */
const asked =
	/\s(?:access|entry|re-?entry|admission|permission|permits?|approval|licen[cs]es?|visas?|bail|parole|visits?|visitation|rights?|freedoms?|protections?|counsel|lawyers?|care|treatment|medication|services?|benefits?|requests?|appeals?|applications?|petitions?|motions?|registration|asylum|citizenship|passports?|documents|leave|opportunit(?:y|ies)|recognition|employment|education|funding|receipt|a\shearing|him|them|us|me)(?![\p{L}’'-])/u;

/** `denied him a visa`, `denied prisoners the right to read`, `denied or ignored`; not `denied that he had a visa`, `denied reports that he asked for access`. */
function isRefusal(behind: string): boolean {
	return (
		!/^\s(?:that|any|it|this|all|being|having|\p{L}{3,}ing)(?!\p{L})/u.test(behind) &&
		(/^\sor\s/.test(behind) || (isAsked(behind) && !isClause(behind)))
	);
}

/** `rejected the application`, `rejected her appeal`: what an office does with it. */
function isDecision(behind: string): boolean {
	return /^\s(?:\S+\s){0,6}?(?:applications?|appeals?|complaints?|petitions?|requests?|motions?|registrations?|bids?|nominations?|ballots|visas?|parole)(?![\p{L}’'-]|\sthat\s)/u.test(
		behind.replace(/[.,;:(].*$/su, ''),
	);
}

/** Whether what is asked for stands in the object, before all that is told of it. */
function isAsked(behind: string): boolean {
	const object = behind.split(/[.,;:(]|\s(?:that|who|which|about|against)\s/u)[0] ?? '';
	return asked.test(object) && !saidOfOthers.test(object);
}

/** What somebody says is not so: `denied the allegations of those who had no access`. */
const saidOfOthers =
	/\s(?:allegations?|accusations?|charges?|claims?|reports?|rumou?rs?|suggestions?|involvement|responsibility|wrongdoing|knowledge|existence)(?!\p{L})/u;

/** Forms that are nouns as well. */
const nounForms: ReadonlySet<string> = new Set(
	'report reports estimate estimates claims notes states disputes promises pledges demands calls comment document note'.split(' '),
);

/** `NGO reports provided to the court`, `in Benue and Nasarawa states, where`, `the official estimate by the bank`, `It provided anecdotal reports that`. */
function isNoun(reading: Reading, from: number, at: number, behind: string): boolean {
	if (isObject(reading, from, at)) {
		return true;
	}
	if (/^(?:[.,;:!?)]|$)/.test(behind)) {
		return !isToldBefore(reading, from, at, behind);
	}
	const [, next] = /^\s([\p{L}’'-]+)/u.exec(behind) ?? [];
	return next !== undefined && (behindNoun.has(next) || (/(?:ed|wn|ght)$/.test(next) && !/\p{Lu}/u.test(next)));
}

/** `An NGO provided anecdotal reports`; not `The armed group reports`. */
function isObject({ text, tokens }: Reading, from: number, at: number): boolean {
	const isVerb = (verb: number) =>
		verb > from &&
		/^\p{Ll}{3,}ed$/u.test(text.slice(tokens[verb]?.start, tokens[verb]?.end)) &&
		text[(tokens[verb]?.start ?? 0) - 1] === ' ' &&
		isContentWord(tokens[verb - 1]?.folded ?? '') &&
		!leadsSomebody.has(tokens[verb - 1]?.folded ?? '');
	return isVerb(at - 1) || (isVerb(at - 2) && !isSpeakingNoun(tokens[at - 1]?.folded ?? ''));
}

const behindNoun: ReadonlySet<string> = new Set(
	`is are was were have had has do does did of and or in from by on only to for about with at as which who may can will would could should against between when into
	than during after before since under over through regarding concerning but`.split(/\s+/),
);

/**
 * Whether what is written is told, before the verb or behind it: `wrote that it is low`, `wrote: “…”`, `“…,” she wrote last week`. `wrote poems` and
 * `wrote “The River” in May` tell only that somebody writes.
 */
function isWritten(before: string, behind: string): boolean {
	return (
		/[,.!?…]["”’»]|["”’»],/u.test(before.slice(-maxWritten)) ||
		/^As\s/.test(before) ||
		(behind === '' && before.includes(',')) ||
		/^(?:\s(?:that|in|on|how|why|he|she|they|we|there)\s|[,:]\s|\s["“«][^"”»]{1,200}[,.!?…]["”»])/u.test(behind.slice(0, maxWritten))
	);
}

const maxWritten = 300;
