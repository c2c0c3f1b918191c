import { describe, expect, test } from 'vitest';
import { crosstab } from './crosstab.ts';
import type { PollShape } from './methods/method.ts';
import { severalChoices } from './methods/several-choices.ts';
import { singleChoice } from './methods/single-choice.ts';

describe('the full table', () => {
	const poll: PollShape = {
		options: [
			{ id: 'a', label: 'A' },
			{ id: 'b', label: 'B' }
		],
		settings: {}
	};

	test('puts the tallies of the channels side by side, with a row for blank if there is any', () => {
		const online = singleChoice.count([{ choice: 'a' }, { choice: 'a' }, { choice: null }], poll);
		const paper = singleChoice.count([{ choice: 'b' }], poll);
		expect(
			crosstab([
				{ id: 'online', tally: online },
				{ id: 'paper', tally: paper }
			])
		).toEqual({
			columns: [
				{ id: 'online', people: 3 },
				{ id: 'paper', people: 1 }
			],
			rows: [
				{ id: 'a', counts: [2, 0] },
				{ id: 'b', counts: [0, 1] },
				{ id: 'blank', counts: [1, 0] }
			],
			several: false
		});
	});

	test('counts people and not crosses where there may be several', () => {
		const tally = severalChoices.count([{ choices: ['a', 'b'] }], poll);
		const table = crosstab([{ id: 'online', tally }]);
		expect(table).toEqual({
			columns: [{ id: 'online', people: 1 }],
			rows: [
				{ id: 'a', counts: [1] },
				{ id: 'b', counts: [1] }
			],
			several: true
		});
	});
});
