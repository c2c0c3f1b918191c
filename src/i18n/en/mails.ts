import type { Catalogue } from '../catalogue.ts';

export const mails: Catalogue['mails'] = {
	greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
	sender: (product, origin) => `${product}, ${origin}`,
	signIn: {
		subject: (product) => `Sign in to ${product}`,
		lead: ['This link signs you in.', 'It works once, for 30 minutes.'],
		link: 'Sign in',
		digits: 'Does the website ask for six digits? Enter these:',
		close: [
			'Give the link and the digits to nobody else. The school never asks for them.',
			'Did you not ask for this? Then you need not do anything.'
		]
	},
	invitation: {
		subject: (place) => `Invitation to ${place}`,
		lead: (place) => `You have been invited to work along at ${place}.`,
		how: 'This link signs you in. It works once, for 14 days.',
		link: 'Begin',
		close: [
			'After that you sign in with your e-mail address. You need no password.',
			'Do you not know this place? Then you need not do anything.'
		]
	},
	consultation: {
		subject: (place, title) => `${place}: ${title}`,
		asks: (asker, place) =>
			asker === place
				? `${place} asks what you think.`
				: `${asker} asks what you think, at ${place}.`,
		until: (until) => `You can answer ${until}.`,
		weight: (weight) => `What becomes of it: ${weight}`,
		answer: (day) => `By ${day} you can read what was done with the answers.`,
		link: 'Give your answer',
		own: 'The link is for you alone. Give it to nobody else.',
		once: (until, page) =>
			`It works once, ${until}. After that you ask for a new one yourself: ${page}`,
		help: (who) => `Do you need help? Ask ${who}.`
	},
	change: {
		subject: (product) => `How you sign in to ${product} has changed`,
		what: {
			address: 'The school has changed your e-mail address.',
			'password-set': 'A password was chosen for your account.',
			'password-removed': 'The password of your account was taken away.',
			'app-added': 'An app with digits was set up for your account.',
			'app-removed': 'The app with digits of your account was taken away.',
			'passkey-added': 'A passkey was made for your account.',
			'passkey-removed': 'A passkey of your account was taken away.',
			'account-linked': 'Your account was linked to an account of your organisation.',
			'account-removed': 'Your account was unlinked from an account of your organisation.',
			'codes-renewed': 'New recovery codes were made. The old ones no longer work.',
			'all-removed':
				'Whoever runs this website took away your app, passkeys, password and recovery codes.'
		},
		toOld: 'From now on mail from this website goes to the new address.',
		when: (day, time) => `That was on ${day} at ${time}.`,
		ended: 'That is why you were signed out on other devices.',
		you: 'Did you do this yourself, or ask for it? Then you need not do anything.',
		right: 'Is this right? Then you need not do anything.',
		notYou: (who) => `Is it not right? Then ask ${who} for help at once.`,
		whoRunsIt: 'whoever runs this website',
		never: 'There is no link in this mail. Enter no code or password anywhere because of it.'
	}
};
