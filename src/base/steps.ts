/** A piece of work that can be interrupted: the caller does other things between its steps, and asks for the next one when it likes. */
export type Steps<T> = Generator<void, T, void>;

/** Takes all steps at once. */
export function takeAllSteps<T>(steps: Steps<T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done === true) {
			return step.value;
		}
	}
}

/** A test for loops over a text: true each time that the loop has come `stepLength` units further, which is the time to `yield`. */
export function makeStepTest(stepLength = 20_000): (offset: number) => boolean {
	let last = 0;
	return (offset) => {
		const isDue = offset - last >= stepLength;
		if (isDue) {
			last = offset;
		}
		return isDue;
	};
}
