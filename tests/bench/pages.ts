import { CONSULTATION, DEMO_REPORT, type Filled, SCHOOL } from './fill.ts';

export type Page = {
	readonly name: string;
	readonly goal: string;
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly requests: number;
	/** Asked with the ETag it has: answered 304. */
	readonly revalidate?: boolean;
	/** Each request has an address of its own, so that no copy serves it. */
	readonly uncached?: boolean;
	/** Each request comes from another parent who is signed in, so that no answer is remembered. */
	readonly signedIn?: boolean;
};

const br = { 'accept-encoding': 'br' };
export const pagesOf = (it: Filled): Page[] => {
	const public_ = `/${SCHOOL}/consultations/${CONSULTATION}`;
	const p20 = it.panels[20];
	const p200 = it.panels[200];
	const guest = {};
	return [
		{ name: 'consultation, guest', goal: '≤ 0.04', path: public_, headers: guest, requests: 4000 },
		{ name: 'panel 20, guest', goal: '≤ 0.04, ≤ 1.5 ×', path: p20, headers: guest, requests: 4000 },
		{
			name: 'panel 200, guest',
			goal: '≤ 0.06, ≤ 1.5 ×',
			path: p200,
			headers: guest,
			requests: 4000
		},
		{ name: 'panel 200, guest, brotli', goal: '≤ 0.04', path: p200, headers: br, requests: 4000 },
		{
			name: 'panel 200, guest, 304',
			goal: '≤ 0.03, ≤ 1.5 ×',
			path: p200,
			headers: guest,
			requests: 4000,
			revalidate: true
		},
		{
			name: 'panel 20, guest, uncached',
			goal: '',
			path: p20,
			headers: guest,
			requests: 400,
			uncached: true
		},
		{
			name: 'panel 200, guest, uncached',
			goal: '',
			path: p200,
			headers: guest,
			requests: 200,
			uncached: true
		},
		{
			name: 'panel 20, signed in',
			goal: '≤ 0.50, ≤ 25 ×',
			path: p20,
			headers: guest,
			requests: 800,
			signedIn: true
		},
		{
			name: 'panel 200, signed in',
			goal: '≤ 2.0, ≤ 60 ×',
			path: p200,
			headers: guest,
			requests: 300,
			signedIn: true
		},
		{ name: 'list, guest', goal: '≤ 0.04', path: `/${SCHOOL}`, headers: guest, requests: 4000 },
		{
			name: 'list, signed in',
			goal: '≤ 0.5, ≤ 25 ×',
			path: `/${SCHOOL}`,
			headers: guest,
			requests: 800,
			signedIn: true
		},
		{
			name: 'vote page, signed in',
			goal: '',
			path: it.pollPath,
			headers: guest,
			requests: 800,
			signedIn: true
		},
		{ name: 'report, guest', goal: '', path: DEMO_REPORT, headers: guest, requests: 4000 },
		{
			name: 'report, guest, uncached',
			goal: '',
			path: DEMO_REPORT,
			headers: guest,
			requests: 200,
			uncached: true
		}
	];
};
