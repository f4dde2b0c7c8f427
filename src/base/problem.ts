/**
 * What became of a file that could not be read, or not be read whole. The core does not fail on bad input: it answers with problems.
 * `detail` is one plain English sentence without a full stop's worth of jargon, shown to people as it is; it never holds document text.
 */
export interface Problem {
	readonly kind: ProblemKind;
	readonly detail: string;
}

/**
 * Every kind of problem, with how much of the document it costs: `note` costs nothing, `partial` a part, `skipped` all of it.
 * This table is the one place that decides a document's state.
 */
const costOf = {
	/** No bytes, or no words. */
	empty: 'note',
	/** The encoding was guessed from the bytes. */
	encodingGuessed: 'note',
	/** Another file travels inside of this one (with a mail, in a PDF, in an office document); named, not read. */
	attachment: 'note',
	/** A setting, side file or metadata block was ignored. */
	metadataIgnored: 'note',
	/** Bytes that mean nothing in the file's encoding; each shows as U+FFFD. */
	invalidBytes: 'partial',
	/** A cap was reached; the rest of the file is not in the text. */
	truncated: 'partial',
	/** Nested too deep for the full reader; read as plain text. */
	tooDeep: 'partial',
	/** A part (a page, an attachment) gave no text. */
	partMissing: 'partial',
	/** Larger than the cap for a whole file. */
	tooLarge: 'skipped',
	/** NUL bytes or a known binary format. */
	binary: 'skipped',
	/** A format that Dossier does not read; `detail` says what to do. */
	unsupported: 'skipped',
	/** Locked by a password. */
	encrypted: 'skipped',
	/** Broken beyond reading. */
	damaged: 'skipped',
	/** A FIFO, socket, device or folder in a file's place. */
	notAFile: 'skipped',
	/** The system refused: permission, input/output error, too many open files. */
	unreadable: 'skipped',
	/** Gone between listing and reading, or changing all the while. */
	vanished: 'skipped',
	/** Reading took longer than the limit, and was ended. */
	timeLimit: 'skipped',
	/** The reader stopped working on this file twice; the file is set aside until it changes. */
	crashed: 'skipped',
	/** The drive or remote does not answer. */
	unreachable: 'skipped',
} as const;

export type ProblemKind = keyof typeof costOf;

/** What became of a found file: every one of them is in exactly one of these states. */
export type ReadState = 'read' | 'partial' | 'skipped';

/** The state that these problems leave a document in: the costliest one decides; none is `read`. */
export function stateOf(problems: readonly Problem[]): ReadState {
	const costs = problems.map((problem) => costOf[problem.kind]);
	return costs.includes('skipped') ? 'skipped' : costs.includes('partial') ? 'partial' : 'read';
}
