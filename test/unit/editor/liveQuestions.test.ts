import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { LibraryHost } from '../../../src/editor/libraryHost.ts';
import { LiveQuestions } from '../../../src/editor/searchView/liveQuestions.ts';

describe('questions while somebody types', () => {
	it('are not asked again when they failed and somebody moves in the list', async () => {
		const failures: unknown[] = [];
		const questions = new LiveQuestions({
			host: { library: {} } as LibraryHost,
			onAnswer: () => assert.fail('there is no answer'),
			onBusy: () => {},
			onNoLibrary: () => assert.fail('there is a library'),
			reportFailure: (error) => failures.push(error),
		});
		questions.askLater(() => Promise.reject(new Error('the index is damaged')), 0);
		for (let moves = 0; moves < 3; moves++) {
			await wait(5);
			questions.noteMove();
		}
		await wait(5);
		questions.dispose();
		assert.equal(failures.length, 1);
	});
});
