/** Where background failures go. VS Code's `LogOutputChannel` fits. Document text is never logged; names of files only at `trace`. */
export interface Log {
	trace(message: string): void;
	debug(message: string): void;
	info(message: string): void;
	warn(message: string): void;
	error(message: string): void;
}

/** For tests and callers that keep no log. */
export const silentLog: Log = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };
