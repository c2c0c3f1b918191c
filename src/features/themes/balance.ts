import { CHANNELS, type Channel } from '#features/consultations/ground-rules.ts';

type Counts = Readonly<Record<Channel, number>>;

/**
 * Where (nearly) all sources of a theme came from: at least 4 of every 5, of at least 5. Undefined
 * for a theme that more places speak of, or that is too small to tell.
 *
 * Example: 19 online, 4 at the evening and 1 on paper is 19 of 24, less than 4 of 5: undefined. 20
 * online and 5 elsewhere is exactly 4 of 5: `online`.
 */
export function oneSidedOrigin(counts: Counts): Channel | undefined {
	const total = CHANNELS.reduce((sum, channel) => sum + counts[channel], 0);
	if (total < 5) return undefined;
	return CHANNELS.find((channel) => counts[channel] * 5 >= total * 4);
}
