import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Fraction } from '#kernel/exact.ts';
import { singleChoice } from './single-choice.ts';

// real elections, which are not ours to keep here
const folder = resolve('..', 'shared', 'data', 'ranked');
const present = existsSync(folder);
if (!present) console.log(`Skipped: no real elections to count, ${folder} is not there.`);

type Expected = {
	voters: number;
	empty_ballots: number;
	ballots_with_shared_top: number;
	plurality: { scores: Record<string, number | string>; winners: string[] };
};

type Election = {
	readonly names: readonly string[];
	/** Whom so many ballots put first: several when they share the first place. */
	readonly firsts: readonly { readonly count: number; readonly first: readonly string[] }[];
};

function read(file: string): Election {
	const lines = readFileSync(resolve(folder, file), 'utf8').split('\n');
	const names = lines.flatMap((line) => /^# ALTERNATIVE NAME \d+: (.*)$/.exec(line)?.[1] ?? []);
	const firsts = lines.flatMap((line) => {
		const found = /^(\d+):\s*(?:\{([^}]*)\}|(\d+))?/.exec(line);
		if (!found?.[1]) return [];
		const first = (found[2] ?? found[3] ?? '').split(',').filter((it) => it !== '');
		return [{ count: Number(found[1]), first: first.map((it) => it.trim()) }];
	});
	return { names, firsts };
}

const files = present ? readdirSync(folder).filter((file) => file.endsWith('.toi')) : [];

describe.skipIf(!present)('single choice in real elections, counting first places', () => {
	test('there are elections to count', () => {
		expect(files.length).toBeGreaterThan(40);
	});

	test.each(files)('gives the published plurality of %s', (file) => {
		const { expected } = JSON.parse(
			readFileSync(resolve(folder, file.replace('.toi', '.expected.json')), 'utf8')
		) as { expected: Expected };
		const { names, firsts } = read(file);
		const options = names.map((label, index) => ({ id: `${index + 1}`, label }));
		const poll = { options, settings: {} };

		// a ballot with a shared first place is two marks: no single choice, so it is left out
		const ballots = firsts
			.filter(({ first }) => first.length < 2)
			.flatMap(({ count, first }) =>
				Array.from({ length: count }, () => ({ choice: first[0] ?? null }))
			);
		const shared = firsts.filter(({ first }) => first.length > 1);
		const tally = singleChoice.count(ballots, poll);

		expect(tally.blank).toBe(expected.empty_ballots);
		expect(shared.reduce((sum, { count }) => sum + count, 0)).toBe(
			expected.ballots_with_shared_top
		);
		expect(tally.ballots).toBe(expected.voters - expected.ballots_with_shared_top);

		// the published score counts a shared first place for 1/n each
		const scores = tally.options.map(({ id, count }, index) => {
			const parts = shared.filter(({ first }) => first.includes(id));
			const score = parts.reduce(
				(sum, part) => sum.plus(new Fraction(part.count, part.first.length)),
				new Fraction(count)
			);
			return [names[index], score.toString()];
		});
		const published = Object.entries(expected.plurality.scores).map(([name, score]) => [
			name,
			Fraction.parse(`${score}`).toString()
		]);
		expect(Object.fromEntries(scores)).toEqual(Object.fromEntries(published));

		if (shared.length === 0) {
			const winners = tally.order[0]?.options.map((id) => names[Number(id) - 1]);
			expect(winners?.toSorted()).toEqual(expected.plurality.winners.toSorted());
		}
	});
});
