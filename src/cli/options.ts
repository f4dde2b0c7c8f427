import { parseArgs } from 'node:util';
import type { SearchOptions } from '../search/engine.ts';

/** What was asked for on the command line. */
export type Command =
	| { readonly name: 'help'; readonly of: string | undefined }
	| { readonly name: 'version' }
	| ({ readonly name: 'list' | 'terms'; readonly isJson: boolean } & Collected)
	| { readonly name: 'index'; readonly folders: readonly string[]; readonly index: string; readonly isJson: boolean }
	| { readonly name: 'read' | 'extract'; readonly files: readonly string[]; readonly isJson: boolean }
	| ({
			readonly name: 'search';
			readonly isJson: boolean;
			/** One query, or the path of a file with a query a line. */
			readonly query: { readonly text: string } | { readonly file: string };
			readonly options: SearchOptions;
	  } & Collected)
	| ({ readonly name: 'explain'; readonly isJson: boolean; readonly note: string } & Collected);

/** Documents that a command is about: of folders, of an index that is kept, or of folders with what an index knows of them. */
export interface Collected {
	readonly folders: readonly string[];
	/** A folder; `undefined` if no index was named. */
	readonly index: string | undefined;
}

/** Thrown for what was typed wrong: exit code 2. */
export class UsageError extends Error {
	readonly kind = 'usage';
}

export const usage = `Dossier: browse, search and explain a folder of documents.

Usage: dossier COMMAND … [--json]

  list FOLDER…                        the documents: title, author, date, words, and what could not be read
  read FILE…                          the clean text of files
  search FOLDER… --query QUERY        passages that match: words, "a phrase", begin*, raid OR strike, (brackets), "police raid"~10 near each other,
                                      -word for passages without it; documents by title: author: site: type: lang: path: page:
                                      year:2019..2023 date:2019-05, -type:csv for all others
      --queries FILE                  a query a line, or JSON lines {"id","text"}: one answer each
      --limit N                       at most N hits (20)
      --by passage|document           one hit a passage, or one a document, which may hold the words in several passages (passage)
      --typing                        the last word may be unfinished
  index FOLDER… --index DIR           keeps what is known of the documents in DIR; list, search, terms and explain take --index DIR too:
                                      without FOLDER they answer as it is kept, with FOLDER they read what has changed
  extract FILE…                       what each file by itself says: acronyms, definitions, names, key terms, figures, claims
  terms FOLDER…                       the key terms of the documents, each with its sources
  explain FOLDER… --note FILE         the terms that stand in a note

  --json       JSON on standard output: an array (list, terms, explain), a line a file (read, extract), an object or a line a query (search)
  --help, --version

A file that cannot be read is an answer with its reason. Exit codes: 0 an answer, 2 wrong usage, 3 a FOLDER or index that cannot be
read, 1 our fault.
`;

/** Understands the arguments (without node and script). Throws `UsageError`. */
export function parseCommand(args: readonly string[]): Command {
	const { values, positionals, tokens } = parseOrThrow(args);
	refuseTwice(tokens);
	const [name, ...operands] = positionals;
	if (values.help || name === 'help') {
		return { name: 'help', of: operands[0] };
	}
	if (values.version) {
		return { name: 'version' };
	}
	const isJson = values.json ?? false;
	const given = new Set(Object.keys(values));
	switch (name) {
		case 'list':
		case 'terms':
			allow(name, given, ['index']);
			return { name, ...toCollected(operands, values.index), isJson };
		case 'index':
			allow(name, given, ['index']);
			if (!values.index) {
				throw new UsageError('index needs --index DIR, a folder to keep the index in');
			}
			return { name, folders: atLeastOne(operands, 'FOLDER'), index: values.index, isJson };
		case 'read':
		case 'extract':
			allow(name, given, []);
			return { name, files: atLeastOne(operands, 'FILE'), isJson };
		case 'search': {
			allow(name, given, ['query', 'queries', 'limit', 'by', 'typing', 'index']);
			const options: SearchOptions = { limit: toLimit(values.limit), by: toUnit(values.by), isTyping: values.typing ?? false };
			return { name, ...toCollected(operands, values.index), isJson, query: toQuery(values), options };
		}
		case 'explain':
			allow(name, given, ['note', 'index']);
			if (values.note === undefined) {
				throw new UsageError('explain needs --note FILE');
			}
			return { name, ...toCollected(operands, values.index), isJson, note: values.note };
		case undefined:
			throw new UsageError('No command given');
		default:
			throw new UsageError(`No such command: ${name}`);
	}
}

function parseOrThrow(args: readonly string[]) {
	try {
		return parseArgs({
			args: joinQueries(args),
			allowPositionals: true,
			strict: true,
			tokens: true,
			options: {
				json: { type: 'boolean' },
				help: { type: 'boolean', short: 'h' },
				version: { type: 'boolean' },
				query: { type: 'string' },
				queries: { type: 'string' },
				limit: { type: 'string' },
				by: { type: 'string' },
				typing: { type: 'boolean' },
				note: { type: 'string' },
				index: { type: 'string' },
			},
		});
	} catch (error) {
		// parseArgs words what is wrong for people, but for a hint that hardly anybody needs; anything else is not about the arguments.
		if (error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS_')) {
			throw new UsageError(error.message.replace(/\. To specify a positional [^]*$/, ''), { cause: error });
		}
		throw error;
	}
}

/** Of an option that is given twice only one would count, and nobody would know which. */
function refuseTwice(tokens: readonly { readonly kind: string; readonly name?: string }[]): void {
	const given = new Set<string>();
	for (const { kind, name } of tokens) {
		if (kind === 'option' && name !== undefined && given.has(name)) {
			throw new UsageError(`--${name} can be given only once`);
		}
		given.add(name ?? '');
	}
}

/** A query may begin with a word that is left out: `--query -police` is `--query=-police`. */
function joinQueries(args: readonly string[]): string[] {
	const joined: string[] = [];
	for (const arg of args) {
		if (joined.at(-1) === '--query' && /^-[^-]/.test(arg)) {
			joined.pop();
			joined.push(`--query=${arg}`);
		} else {
			joined.push(arg);
		}
	}
	return joined;
}

function allow(command: string, given: ReadonlySet<string>, options: readonly string[]): void {
	for (const option of given) {
		if (option !== 'json' && !options.includes(option)) {
			throw new UsageError(`${command} has no option --${option}`);
		}
	}
}

function atLeastOne(operands: readonly string[], what: string): readonly string[] {
	if (operands.length === 0 || operands.includes('')) {
		throw new UsageError(`At least one ${what} is needed`);
	}
	return operands;
}

function toCollected(operands: readonly string[], index: string | undefined): Collected {
	if (index === '') {
		throw new UsageError('--index takes the folder of an index');
	}
	return { folders: index === undefined || operands.length > 0 ? atLeastOne(operands, 'FOLDER') : [], index };
}

function toLimit(text = '20'): number {
	const limit = /^\d{1,9}$/.test(text) ? Number(text) : 0;
	if (limit < 1) {
		throw new UsageError(`--limit takes a whole number from 1, not ${text}`);
	}
	return limit;
}

function toUnit(text = 'passage'): 'passage' | 'document' {
	if (text !== 'passage' && text !== 'document') {
		throw new UsageError(`--by takes passage or document, not ${text}`);
	}
	return text;
}

function toQuery(values: { readonly query?: string; readonly queries?: string }): { text: string } | { file: string } {
	if ((values.query === undefined) === (values.queries === undefined)) {
		throw new UsageError('search needs either --query QUERY or --queries FILE');
	}
	return values.queries === undefined ? { text: values.query ?? '' } : { file: values.queries };
}
