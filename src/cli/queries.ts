/** A query of `--queries`, with what its answer is known by. */
export interface NumberedQuery {
	readonly id: string | number;
	readonly text: string;
}

/**
 * Reads a file of queries: each line a query, or a JSON object `{id, text}`. Without an id it is the number of the line, from 1.
 * Empty lines are no queries. What only looks like JSON is a query as it stands.
 */
export function parseQueries(content: string): NumberedQuery[] {
	const lines = content.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
	return lines.flatMap((line, index) => {
		const text = line.trim();
		return text === '' ? [] : [parseJsonQuery(text, index + 1) ?? { id: index + 1, text }];
	});
}

function parseJsonQuery(line: string, lineNumber: number): NumberedQuery | undefined {
	if (!line.startsWith('{')) {
		return undefined;
	}
	let parsed: { readonly id?: unknown; readonly text?: unknown };
	try {
		parsed = JSON.parse(line);
	} catch {
		// A query may begin with a brace.
		return undefined;
	}
	if (typeof parsed.text !== 'string') {
		return undefined;
	}
	return { id: typeof parsed.id === 'string' || typeof parsed.id === 'number' ? parsed.id : lineNumber, text: parsed.text };
}
