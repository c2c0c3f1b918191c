import { isIPv6 } from 'node:net';

/**
 * The networks that an address is counted in, the smallest first. An IPv4 address stands for itself.
 * An IPv6 address is counted in its /64, since one household or phone has all of those at hand, and
 * in its /48, which is what a company or a renter of servers gets: 65,536 of the former. Both ways
 * to write an IPv4 address give the same.
 *
 * Example: `2001:db8::1` and `2001:db8::ffff` are both in `2001:db8:0:0::/64` and `2001:db8:0::/48`.
 */
export function networksOf(address: string): readonly string[] {
	const [bare = ''] = address.split('%');
	if (!isIPv6(bare)) return [address];
	// a URL writes an address in one way: small letters, no leading zeros, no dots
	const { hostname } = new URL(`http://[${bare}]/`);
	const [head = [], tail = []] = hostname.slice(1, -1).split('::').map(groupsOf);
	const left = 8 - head.length - tail.length;
	const groups = [...head, ...Array.from({ length: left }, () => '0'), ...tail];
	const [high = '0', low = '0'] = groups.slice(6);
	if (groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff')
		return [[high, low].flatMap(bytesOf).join('.')];
	return [`${groups.slice(0, 4).join(':')}::/64`, `${groups.slice(0, 3).join(':')}::/48`];
}

const groupsOf = (part: string): string[] => part.split(':').filter(Boolean);

/** The two bytes of a group: `c000` is 192 and 0. */
function bytesOf(group: string): number[] {
	const value = Number.parseInt(group, 16);
	return [Math.floor(value / 256), value % 256];
}
