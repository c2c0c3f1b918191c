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
		helpdesk: (school, device) => `Helpdesk of ${school}, ${device}`,
		endHelpdesk: 'End the helpdesk',
		link: 'See where you are signed in'
	},
	security: {
		title: 'Signing in safely',
		lead: 'Here you arrange how you show that it is really you.',
		goOn: 'Go on',
		waitingTitle: 'Almost there',
		waiting:
			'Here you work with what belongs to others. So one more thing is needed besides your code: an app on your phone. Set it up now.',
		app: {
			title: 'An app with digits',
			intro: 'An app on your phone makes six new digits every half minute.',
			begin: 'Set up an app',
			again: 'Begin again with another square',
			steps: [
				'On your phone, open an app that makes sign-in digits, an authenticator.',
				'Point the camera at this square.',
				'Below, enter the six digits that the app shows.'
			],
			qr: 'Square for the camera of your app',
			secret: 'Does that not work? Type this key into the app:',
			digits: 'The six digits',
			digitsHint: 'The digits are in the app.',
			finish: 'Done',
			on: 'Your app is set up. We ask for its digits when you sign in.',
			remove: 'Take the app away',
			removeSure: 'Do you really want to take the app away? The emergency codes stop working too.',
			demoClock:
				'This demonstration has a clock of its own. The digits of a real app do not match it.'
		},
		codes: {
			title: 'Your emergency codes',
			text: 'Keep these codes on paper. If you lose your phone, you sign in with an emergency code. Each code works once. You only see them now.',
			print: 'Print the codes',
			left: (count: number) =>
				count === 1
					? 'You have 1 emergency code left.'
					: `You have ${String(count)} emergency codes left.`,
			renew: 'Make new emergency codes'
		},
		link: 'Arrange how you sign in safely'
	},
	passkeys: {
		title: 'Signing in with a passkey',
		intro: 'Your device recognises you, by your finger, face or PIN. You need no code then.',
		name: 'Name for this device',
		nameHint: 'For example: my phone. You may leave it empty.',
		nameless: 'Passkey without a name',
		add: 'Make a passkey on this device',
		addedTitle: 'The passkey is kept',
		added: (day: string) => `Made on ${day}`,
		remove: 'Take away',
		removeWhich: (name: string) => `: ${name}`,
		removeSure: 'Do you really want to take this passkey away? You can no longer sign in with it.',
		signInTitle: 'Sign in with a passkey',
		signInLead: 'Your device asks whether it is you. Then you are in.',
		without: 'Your browser cannot use a passkey here. Sign in another way.',
		failed: 'That did not work. Try again, or sign in another way.'
	},
	password: {
		title: 'A password',
		intro: 'You do not need a password. A code, a mail or a passkey works too.',
		on: 'You have a password.',
		fresh: 'New password',
		hint: 'At least eight characters. A few loose words in a row are strong.',
		set: 'Keep this password',
		remove: 'Take the password away',
		removeSure: 'Do you really want to take the password away?',
		own: 'Your password',
		email: 'Your e-mail address',
		signInTitle: 'Sign in with a password',
		signInLead: 'This works if you chose a password yourself before.',
		signIn: 'Sign in'
	},
	confirm: {
		passkey: 'Or confirm with a passkey',
		title: 'Is it really you?',
		lead: 'Show that it is you. Then you go on.',
		factor: 'Digits from your app, or an emergency code',
		factorHint: 'Six digits, or an emergency code of eight characters.',
		go: 'Confirm',
		lost: 'Lost your phone, and no emergency code left? Ask whoever runs this website for help.',
		done: 'It is confirmed',
		doneText: 'You can close this window. Send the form in the other window again.',
		first: 'Show that it is you (opens a new window)',
		waiting: 'First show that it is you'
	}
};
