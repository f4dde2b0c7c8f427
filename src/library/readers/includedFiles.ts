import type { Problem } from '../../base/problem.ts';
import { cleanField } from '../metadata/field.ts';

const maxNames = 5;
const maxNameLength = 60;

/** What a reader says of a file that takes other files in: their text is read where they are, not here. For `['a', 'b']` it names both. */
export function namesOtherFiles(names: readonly string[]): Problem {
	const known = [...new Set(names.map((name) => cleanField(name)?.slice(0, maxNameLength)))].filter((name) => name);
	const shown = known.slice(0, maxNames).join(', ');
	const rest = known.length - maxNames;
	return {
		kind: 'partMissing',
		detail: `It takes in other files, whose text is read with them and not here: ${shown}${rest > 0 ? ` and ${rest} more` : ''}; see that they are in the source folder`,
	};
}
