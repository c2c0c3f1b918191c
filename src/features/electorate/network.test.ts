import { expect, test } from 'vitest';
import { networkOf } from './network.ts';

test.each([
	['192.0.2.7', '192.0.2.7'],
	['::ffff:192.0.2.7', '192.0.2.7'],
	['::FFFF:c000:207', '192.0.2.7'],
	['0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7'],
	['2001:db8::1', '2001:db8:0:0::/64'],
	['2001:0DB8:0000:0000:ffff::1', '2001:db8:0:0::/64'],
	['2001:db8:0:1::1', '2001:db8:0:1::/64'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
	['fe80::1%eth0', 'fe80:0:0:0::/64'],
	['::1', '0:0:0:0::/64'],
	['demo', 'demo'],
	['', '']
])('%s is counted as %s', (address, network) => {
	expect(networkOf(address)).toBe(network);
});
