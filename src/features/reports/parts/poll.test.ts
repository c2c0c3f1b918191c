import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pollPart } from './poll.ts';
import { CHANNELS } from '#features/consultations/ground-rules.ts';
import { reconcile } from '#features/polls/reconciliation.ts';
import { tallyOf } from '#features/polls/tally.ts';

const OPTIONS = [{ id: 'a', label: 'Ja' }];
const POLL = { slug: 'vraag', question: 'Wilt u dit?', method: 'single-choice', options: OPTIONS };

/** The account of a poll in which everybody said yes, this many by each channel. */
function accountOf(byChannel: Readonly<Record<string, number>>) {
	const tally = (ballots: number) =>
		tallyOf({ ballots, blank: 0, counts: new Map([['a', ballots]]) }, OPTIONS);
	const all = Object.values(byChannel).reduce((sum, n) => sum + n, 0);
	const books = { issued: all, used: all, unused: 0, blocked: 0, replaced: 0 };
	const lost = { blank: 0, invalid: 0, double: 0, late: 0, unknown: 0 };
	const reconciliation = reconcile({
		...books,
		...lost,
		received: all,
		counted: all,
		ballotsByChannel: byChannel,
		participations: all,
		optionsTotal: all
	});
	const split = Object.entries(byChannel).map(([id, n]) => [id, tally(n)] as const);
	const counted = { tally: tally(all), byChannel: Object.fromEntries(split), reconciliation };
	const part = pollPart(POLL, counted, 500, null);
	const terms = part.reconciliation.equations.find(({ name }) => name === 'box')?.terms ?? [];
	return { all, terms, holds: part.reconciliation.holds };
}

test('the account names channels that brought fewer than five together', () => {
	expect(accountOf({ online: 71, paper: 27, evening: 3 }).terms).toEqual([
		{ name: 'evening paper', value: 30 },
		{ name: 'online', value: 71 }
	]);
	expect(accountOf({ online: 71, paper: 27 }).terms).toEqual([
		{ name: 'online', value: 71 },
		{ name: 'paper', value: 27 }
	]);
});

test('no channel under five shows in the account, and its sum stays the sum', () => {
	const channels = fc.record(
		Object.fromEntries(CHANNELS.map((channel) => [channel, fc.nat({ max: 30 })]))
	);
	fc.assert(
		fc.property(channels, (byChannel) => {
			const { all, terms, holds } = accountOf(byChannel);
			const values = terms.map(({ value }) => value);
			expect(holds).toBe(true);
			expect(values.reduce((sum, n) => sum + n, 0)).toBe(all);
			if (terms.length > 1) expect(Math.min(...values)).toBeGreaterThanOrEqual(5);
			expect(terms.flatMap(({ name }) => name.split(' ')).toSorted()).toEqual(
				[...CHANNELS].toSorted()
			);
		})
	);
});
