import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';

/** Metadata nests a few levels; the YAML parser takes time by the square of the depth. Brackets in quotes are counted too, which does no harm. */
const maxNesting = 50;

/** Whether a text would nest deeper, as YAML, than any metadata does. One pass. */
export function nestsTooDeep(block: string): boolean {
	let depth = 0;
	let dashes = 0;
	for (const char of block) {
		if (char === '[' || char === '{') {
			depth++;
		} else if (char === ']' || char === '}') {
			depth = Math.max(0, depth - 1);
		} else if (char === '\n') {
			dashes = 0;
		} else if (char === '-' || char === '?' || char === ':') {
			dashes++;
		}
		if (depth > maxNesting || dashes > 20 * maxNesting) {
			return true;
		}
	}
	return false;
}

/** A scalar as written, a list of scalars or of `name:` maps joined by commas. Aliases are not followed: nothing here can grow beyond the text. */
export function textOfYaml(node: unknown): string | null {
	if (isScalar(node)) {
		return node.value === null ? null : (node.source ?? String(node.value)).trim();
	}
	if (isSeq(node)) {
		const parts = node.items.slice(0, 50).map((item) => (isSeq(item) ? null : textOfYaml(item)));
		return parts.filter((part) => part).join(', ') || null;
	}
	if (isMap(node)) {
		const name = (node as YAMLMap).items.find((item) => isScalar(item.key) && item.key.value === 'name');
		return name && isScalar(name.value) ? textOfYaml(name.value) : null;
	}
	return null;
}
