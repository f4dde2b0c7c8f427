import type { Steps } from '../../base/steps.ts';
import type { TermKind } from '../card.ts';
import type { NameEvidence } from './nameEvidence.ts';
import { kindOf } from './nameKinds.ts';
import type { NameRun } from './nameRuns.ts';
import { caseOf, type Reading } from './reading.ts';

/** How many names are looked at in one step. */
const namesPerStep = 500;

/** `David Christen, Tomo Vlah and Ines Dorn`: names in a row are of one kind, so that who is known says something of who stands beside. */
export function* shareKinds(
	reading: Reading,
	runs: readonly NameRun[],
	keys: readonly string[],
	evidence: ReadonlyMap<string, NameEvidence>,
	known: ReadonlySet<string>,
): Steps<void> {
	const { text, tokens } = reading;
	const kinds = new Map<string, TermKind>();
	const kindAt = (at: number): TermKind | undefined => {
		const key = keys[at] ?? '';
		const entry = evidence.get(key);
		let kind = kinds.get(key);
		if (kind === undefined && entry !== undefined) {
			kind = kindOf(reading, entry, known);
			kinds.set(key, kind);
		}
		return kind;
	};
	for (let at = 1; at < runs.length; at++) {
		const [one, other] = [runs[at - 1] as NameRun, runs[at] as NameRun];
		if (other.first - one.last <= 2 && !one.isInTitle && rowGap.test(text.slice(tokens[one.last]?.end, tokens[other.first]?.start))) {
			const [kind, next] = [kindAt(at - 1), kindAt(at)];
			if (kind === 'concept' || next === 'concept') {
				share(reading, next, evidence.get(keys[at - 1] ?? ''));
				share(reading, kind, evidence.get(keys[at] ?? ''));
			}
		}
		if (at % namesPerStep === 0) {
			yield;
		}
	}
}

/** What parts the names of a row. */
const rowGap = /^(?:, (?:and |or )?| and | or | & )$/;

function share(reading: Reading, kind: TermKind | undefined, entry: NameEvidence | undefined): void {
	const token = reading.tokens[entry?.runs[0]?.first ?? -1];
	if (entry === undefined || token === undefined) {
		return;
	}
	if (kind === 'person' && entry.words.length > 1) {
		entry.person += 1;
	} else if (kind === 'place' && (entry.words.length > 1 || caseOf(reading.text, token) === 'capital')) {
		// `Russia and NATO`: an abbreviation beside a place may be anything.
		entry.place += 1;
	}
}
