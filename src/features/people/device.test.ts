import { expect, test } from 'vitest';
import { deviceOf } from './device.ts';

test.each([
	[
		'Firefox, Windows',
		'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
	],
	[
		'Safari, iPhone',
		'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'
	],
	[
		'Chrome, Android',
		'Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36'
	],
	[
		'Edge, Windows',
		'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0'
	],
	[
		'Safari, macOS',
		'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15'
	],
	['', 'curl/8.5.0'],
	['', null]
])('a session of %j is named so', (name, userAgent) => {
	expect(deviceOf(userAgent)).toBe(name);
});
