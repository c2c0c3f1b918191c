import type { DemoVotes } from './consultation.ts';
import { shuffled, type Random } from './random.ts';

export type DemoBallot = {
	readonly channel: 'online' | 'paper' | 'evening';
	/** Places of the options ticked, from 0. */
	readonly ticked: readonly number[];
};

const CHANNELS = ['online', 'paper', 'evening'] as const;

const sum = (numbers: readonly number[]) => numbers.reduce((total, it) => total + it, 0);

/**
 * Ballots of so many people that together tick every option so often. People tick as many as each
 * other, or one more. Every ballot takes what is left most of, which always comes out when no option
 * is ticked by more than everybody.
 */
function ballotsTicking(ticks: readonly number[], people: number): number[][] {
	const left = [...ticks];
	const all = sum(ticks);
	const ballots = Array.from({ length: people }, (_, nth) => {
		const size = Math.floor(all / people) + (nth < all % people ? 1 : 0);
		const most = [...left.keys()].toSorted((a, b) => (left[b] ?? 0) - (left[a] ?? 0));
		const ticked = most.slice(0, size);
		for (const option of ticked) left[option] = (left[option] ?? 0) - 1;
		return ticked.toSorted((a, b) => a - b);
	});
	if (left.some((it) => it !== 0)) throw new RangeError('these ticks cannot be cast');
	return ballots;
}

/** Every ballot that is counted in a story, in an order drawn by lot. */
export function ballotsOf({ ballots }: DemoVotes, random: Random): DemoBallot[] {
	if ('perOption' in ballots) {
		const { perOption } = ballots;
		const cast = CHANNELS.flatMap((channel) =>
			(perOption[channel] ?? []).flatMap((count, option) =>
				Array.from({ length: count }, () => ({ channel, ticked: [option] }))
			)
		);
		return shuffled(cast, random);
	}
	const { people, ticks } = ballots;
	const channels = CHANNELS.flatMap((channel) =>
		Array.from({ length: people[channel] ?? 0 }, () => channel)
	);
	const cast = shuffled(ballotsTicking(ticks, channels.length), random);
	return shuffled(channels, random).map((channel, nth) => ({ channel, ticked: cast[nth] ?? [] }));
}
