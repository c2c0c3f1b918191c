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
	}
};
