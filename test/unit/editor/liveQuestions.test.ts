import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { LibraryHost } from '../../../src/editor/libraryHost.ts';
import { LiveQuestions } from '../../../src/editor/searchView/liveQuestions.ts';
import type { SearchAnswer } from '../../../src/service/library.ts';
import { waitFor } from '../../support/timeLimits.ts';

describe('questions while somebody types', () => {
	it('are not asked again when they failed and somebody moves in the list', async () => {
		const failures: unknown[] = [];
		const questions = new LiveQuestions({
			host: { library: {} } as LibraryHost,
			onAnswer: () => assert.fail('there is no answer'),
			onBusy: () => {},
			onNoLibrary: () => assert.fail('there is a library'),
			reportFailure: (error) => failures.push(error),
			logFailure: (error) => assert.fail(String(error)),
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

	it('are asked, though the answer to the one before asks for its further lines while they wait', async () => {
		const asked: string[] = [];
		const ask = (query: string) => () => {
			asked.push(query);
			return Promise.resolve({} as SearchAnswer);
		};
		const questions = new LiveQuestions({
			host: { library: {} } as LibraryHost,
			onAnswer: () => {},
			onBusy: () => {},
			onNoLibrary: () => assert.fail('there is a library'),
			reportFailure: (error) => assert.fail(String(error)),
			logFailure: (error) => assert.fail(String(error)),
		});
		questions.askSoon(ask('t'));
		questions.askSoon(ask('ti'));
		questions.askLater(ask('further lines'), 0);
		await waitFor('a second question', () => asked.length > 1);
		assert.deepEqual(asked.slice(0, 2), ['t', 'ti']);
		questions.dispose();
	});
});
