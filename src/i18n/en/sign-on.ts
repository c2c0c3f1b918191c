import type { signOn as source, signOnReasons as reasonsSource } from '../nl/sign-on.ts';

export const signOn: typeof source = {
	title: 'Signing in with an account of your organisation',
	way: (name: string) => `Sign in with ${name}`,
	wayHint: 'For those who work here.',
	lead: (name: string) => `You go to the website of ${name} and come back here afterwards.`,
	failedTitle: 'Signing in did not work',
	again: 'Try again',
	confirm: (name: string) => `Confirm at ${name}`,
	confirmLead: (name: string) => `At ${name} you show again that it is you.`,
	account: {
		none: (name: string) =>
			`You can sign in with ${name}. Your e-mail address there must be the same as here.`,
		linked: (name: string, day: string) => `Your account at ${name} was linked on ${day}.`,
		remove: 'Unlink',
		removeWhich: (name: string) => `: ${name}`,
		removeSure: 'Do you really want to unlink this account?',
		removeHint: 'If you sign in with it again later, we link it again.'
	}
};

export const signOnReasons: typeof reasonsSource = {
	'sign-on.unknown': 'You cannot come in here with this account. You may ask the school.',
	'sign-on.shared': 'Two people who work here share this address. Sign in another way.',
	'sign-on.cancelled': 'You stopped signing in. You can try again.',
	'sign-on.expired': 'This took too long, or you signed in with it already. Begin again.',
	'sign-on.away': 'The other website does not answer now. Try again later.',
	'sign-on.wrong': 'The answer of the other website is not right. Sign in another way.',
	'sign-on.other': 'This account belongs to somebody else here, or to nobody.',
	'sign-on.not-anew': 'You were not asked anew who you are. Sign out, and in another way.'
};
