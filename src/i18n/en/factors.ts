import type { factors as source } from '../nl/factors.ts';

export const factors: typeof source = {
	sessions: {
		title: 'Where you are signed in',
		lead: 'Is there a device you do not know? Sign it out.',
		unknown: 'Unknown browser',
		here: 'This device',
		since: (day: string) => `Signed in on ${day}`,
		notKept: 'We do not keep when you used a device.',
		end: 'Sign out',
		endWhich: (device: string, day: string) => `: ${device}, signed in on ${day}`,
		link: 'See where you are signed in'
	}
};
