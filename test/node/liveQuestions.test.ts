import assert from 'node:assert/strict';
import type { LibraryHost } from '../../src/editor/libraryHost.ts';
import { LiveQuestions } from '../../src/editor/searchView/liveQuestions.ts';
import type { SearchAnswer } from '../../src/service/library.ts';
import { waitFor } from '../support/timeLimits.ts';

describe('questions while somebody types, that take long', () => {
	it('leave no sign of being under way when their answer has the next ones prepared', async () => {
		const busy: boolean[] = [];
		let answer = (_: SearchAnswer) => {};
		let preparedCount = 0;
		const questions: LiveQuestions = new LiveQuestions({
			host: { library: {} } as LibraryHost,
			onAnswer: () =>
				questions.prepare(async () => {
					preparedCount++;
				}),
			onBusy: (isBusy) => {
				busy.push(isBusy);
				answer({} as SearchAnswer);
			},
			onNoLibrary: () => assert.fail('there is a library'),
			reportFailure: (error) => assert.fail(String(error)),
			logFailure: (error) => assert.fail(String(error)),
		});
		questions.ask(
			() =>
				new Promise((resolve) => {
					answer = resolve;
				}),
		);
		await waitFor('what is prepared', () => preparedCount === 1);
		await waitFor('the end of the sign', () => busy.at(-1) === false);
		questions.dispose();
		assert.deepEqual(busy, [true, false]);
	});

	it('are in the log only when what nobody asked for fails', async () => {
		const logged: unknown[] = [];
		const questions = new LiveQuestions({
			host: { library: {} } as LibraryHost,
			onAnswer: () => assert.fail('nothing is asked'),
			onBusy: () => {},
			onNoLibrary: () => assert.fail('there is a library'),
			reportFailure: (error) => assert.fail(String(error)),
			logFailure: (error) => logged.push(error),
		});
		const failure = new Error('no answer');
		questions.prepare(async () => {
			throw failure;
		});
		await waitFor('the log', () => logged.length > 0);
		questions.dispose();
		assert.deepEqual(logged, [failure]);
	});
});
