import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Tally } from '#features/polls/tally.ts';
import { canonicalJson } from '#kernel/canonical.ts';
import { Fraction } from '#kernel/exact.ts';
import type { CountingMethod, PollShape } from './method.ts';

/** What a method's own test brings along. */
export type Trial<Ballot> = {
	readonly poll: PollShape;
	/** Any valid ballot in this poll. */
	readonly ballot: fc.Arbitrary<Ballot>;
	/** The same count, made in the most plodding way there is. */
	readonly oracle: (ballots: readonly Ballot[]) => {
		blank: number;
		counts: Record<string, number>;
	};
};

const countsOf = (tally: Tally) =>
	Object.fromEntries(tally.options.map(({ id, count }) => [id, count]));

/** Everything a tally says of each option, without the order in which it says it. */
function byOption({ options, order, ...rest }: Tally) {
	const place = (id: string) => order.find((it) => it.options.includes(id))?.place;
	return {
		...rest,
		options: Object.fromEntries(options.map((it) => [it.id, { ...it, place: place(it.id) }]))
	};
}

/** A ballot, poll or tally with other ids in it, wherever they stand. */
function renamed<Value>(value: Value, names: ReadonlyMap<string, string>): Value {
	const swap = (it: unknown): unknown => {
		if (typeof it === 'string') return names.get(it) ?? it;
		if (Array.isArray(it)) return it.map(swap);
		if (it === null || typeof it !== 'object') return it;
		return Object.fromEntries(Object.entries(it).map(([key, inner]) => [swap(key), swap(inner)]));
	};
	return swap(value) as Value;
}

/** What every counting method must satisfy. A method's own test calls this. */
export function holdsTheContract<Ballot>(
	method: CountingMethod<Ballot>,
	{ poll, ballot, oracle }: Trial<Ballot>
): void {
	const box = fc.array(ballot, { maxLength: 40 });
	const ids = poll.options.map(({ id }) => id);
	const everyOption = fc.shuffledSubarray([...poll.options], { minLength: ids.length });

	test('accepts its own settings and ballots, and leaves them as they are', () => {
		expect(v.parse(method.settings, poll.settings)).toEqual(poll.settings);
		fc.assert(
			fc.property(ballot, (it) => {
				expect(v.parse(method.ballot(poll), it)).toEqual(it);
			})
		);
	});

	test('treats voters alike: the order of the ballots does not matter', () => {
		const two = box.chain((ballots) =>
			fc.tuple(fc.constant(ballots), fc.shuffledSubarray(ballots, { minLength: ballots.length }))
		);
		fc.assert(
			fc.property(two, ([ballots, shuffled]) => {
				expect(method.count(shuffled, poll)).toEqual(method.count(ballots, poll));
			})
		);
	});

	test('treats options alike: neither their order in the poll nor their names matter', () => {
		fc.assert(
			fc.property(box, everyOption, (ballots, options) => {
				const counted = byOption(method.count(ballots, poll));
				expect(byOption(method.count(ballots, { ...poll, options }))).toEqual(counted);

				const names = new Map(ids.map((id, index) => [id, options[index]?.id ?? id]));
				const other = { ...poll, options: poll.options.map((it) => renamed(it, names)) };
				const again = method.count(
					ballots.map((it) => renamed(it, names)),
					other
				);
				expect(byOption(again)).toEqual(renamed(counted, names));
			})
		);
	});

	test('counts an empty box: nobody chose anything, and all share the first place', () => {
		const tally = method.count([], poll);
		expect(tally).toMatchObject({ ballots: 0, blank: 0, noPreference: 0, preference: 0 });
		expect(tally.options.map(({ count, share }) => [count, share])).toEqual(
			ids.map(() => [0, null])
		);
		expect(tally.order.map(({ place }) => place)).toEqual([1]);
	});

	test('loses no ballot and invents none', () => {
		fc.assert(
			fc.property(box, (ballots) => {
				const tally = method.count(ballots, poll);
				const total = tally.options.reduce((sum, { count }) => sum + count, 0);
				expect(tally.ballots).toBe(ballots.length);
				expect(tally.preference + tally.noPreference + tally.blank).toBe(ballots.length);
				expect(total).toBe(tally.ticks ?? ballots.length - tally.blank);
			})
		);
	});

	test('names every option once, and gives everyone in the running one place', () => {
		const running = poll.options.filter((it) => !it.noPreference).map(({ id }) => id);
		fc.assert(
			fc.property(box, (ballots) => {
				const { options, order } = method.count(ballots, poll);
				expect(options.map(({ id }) => id)).toEqual(ids);
				expect(order.flatMap((it) => it.options).toSorted()).toEqual(running.toSorted());
			})
		);
	});

	test('gives shares that are exactly the counts over the ballots', () => {
		fc.assert(
			fc.property(fc.array(ballot, { minLength: 1, maxLength: 40 }), (ballots) => {
				for (const { count, share } of method.count(ballots, poll).options) {
					expect(share).toBe(new Fraction(count, ballots.length).toString());
				}
			})
		);
	});

	test('gives the same shares and places, and more people, when every ballot is there more often', () => {
		fc.assert(
			fc.property(box, fc.integer({ min: 1, max: 9 }), (ballots, times) => {
				const once = method.count(ballots, poll);
				const often = method.count(Array.from({ length: times }, () => ballots).flat(), poll);
				expect(often.order).toEqual(once.order);
				expect(often.options).toEqual(
					once.options.map((it) => ({ ...it, count: it.count * times }))
				);
			})
		);
	});

	test('counts what the plodding count counts', () => {
		fc.assert(
			fc.property(box, (ballots) => {
				const tally = method.count(ballots, poll);
				expect({ blank: tally.blank, counts: countsOf(tally) }).toEqual(oracle(ballots));
			})
		);
	});

	test('leaves a tally that is plain and exact, fit for a fingerprint', () => {
		fc.assert(
			fc.property(box, (ballots) => {
				const tally = method.count(ballots, poll);
				expect(JSON.parse(canonicalJson(tally))).toEqual(tally);
			})
		);
	});
}

/** Two boxes counted apart and added up are the same as counted together: channels may be split. */
export function addsUp<Ballot>(
	method: CountingMethod<Ballot>,
	{ poll, ballot }: Trial<Ballot>
): void {
	test('counts two boxes apart as it counts them together', () => {
		const box = fc.array(ballot, { maxLength: 30 });
		fc.assert(
			fc.property(box, box, (one, other) => {
				const apart = [countsOf(method.count(one, poll)), countsOf(method.count(other, poll))];
				const together = countsOf(method.count([...one, ...other], poll));
				for (const { id } of poll.options) {
					expect(together[id]).toBe((apart[0]?.[id] ?? 0) + (apart[1]?.[id] ?? 0));
				}
			})
		);
	});
}
