import { weakGenera } from './extraction/classDefinitions.ts';
import type { DefinitionFinding } from './findings.ts';
import { singularOfWord } from './formWords.ts';

/**
 * What a card shows scores at least so much: of the sentences of textbooks and papers that do, three in four are definitions (measured on halves
 * that the weights were not fitted to).
 */
export const minShownScore = 0.62;

/** A definition and the text it stands in. */
export interface RankedDefinition {
	readonly document: number;
	readonly finding: DefinitionFinding;
	readonly text: string;
}

/** The definitions of one term, best first, without sentences that only judge (`is a problem that …`): what says it in so many words, with the term at its start, in one readable sentence. */
export function rankDefinitions(definitions: readonly RankedDefinition[]): RankedDefinition[] {
	return definitions
		.filter((definition) => !isJudging(behindTerm(definition)))
		.map((definition) => ({ definition, score: scoreDefinition(definition) }))
		.sort(
			(a, b) =>
				b.score - a.score || a.definition.document - b.definition.document || a.definition.finding.start - b.definition.finding.start,
		)
		.map(({ definition }) => definition);
}

function behindTerm({ finding, text }: RankedDefinition): string {
	return text.slice(finding.termEnd, Math.min(finding.end, finding.termEnd + 60));
}

function scoreDefinition(definition: RankedDefinition): number {
	const { finding } = definition;
	const behind = behindTerm(definition);
	const length = finding.end - finding.start;
	let score = 0;
	if (/^["”’']?(?:\s*\([^)]{1,30}\))?\s*,?\s*(?:means|refers? to|denotes|is defined as|are defined as|is understood)/i.test(behind)) {
		score += 3;
	} else if (/^["”’']?(?:\s*\([^)]{1,30}\))?\s+(?:is|are|was|were)\s+(?:an?|the|one of|any)\s/i.test(behind)) {
		score += 2.5;
	} else if (/^["”’']?(?:\s*\([^)]{1,30}\))?,\s+(?:an?|the)\s/i.test(behind)) {
		score += 1;
	}
	score += finding.termStart - finding.start < 6 ? 1 : finding.termStart - finding.start < 40 ? 0.3 : 0;
	score += length < 50 ? -0.5 : length <= 350 ? 0.5 : 0;
	score += 2 * (finding.score - minShownScore);
	score -= /\b(?:not|n['’]t|never)\b/.test(behind.slice(0, 25)) ? 1.5 : 0;
	return score;
}

/** Words by which a sentence judges, though elsewhere they are the class of what is explained: `the right to use the property of another`. */
const classesToo = new Set(
	'right part piece bit lot number place thing time way source factor basis foundation core centre center policy property measure'.split(
		' ',
	),
);

/** Whether the sentence only judges: `is a problem that …`, `is a scandal`. `behind` is what stands behind the term. */
function isJudging(behind: string): boolean {
	const said =
		/^["”’']?(?:\s*\([^)]{1,30}\))?\s+(?:is|are|was|were)\s+(?:an?|the|one\sof\sthe)\s((?:[\p{L}-]{1,20}\s){0,3}?)([\p{L}-]{2,20})(?=[.,;:]|\s(?:that|which|who|whose|where|of|for|to|in|on|like|and|when|we|nobody|everybody)\b)/iu.exec(
			behind,
		);
	const word = singularOfWord((said?.[2] ?? '').toLowerCase());
	return weakGenera.has(word) && !classesToo.has(word);
}
