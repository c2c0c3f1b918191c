import type { Catalogue } from '../catalogue.ts';

export const signIn: Catalogue['signIn'] = {
	title: 'Sign in with your e-mail address',
	lead: 'We send you an e-mail. It signs you in, without a password.',
	email: 'Your e-mail address',
	emailHint: 'The address that the school has of you.',
	go: 'Send me an e-mail',
	off: 'This website sends no e-mail.',
	offHint: 'You can sign in with the code on the letter from school.',
	withCode: 'Sign in with a code',
	withCodeHint: 'The code is on the letter from school.',
	askedTitle: 'Look in your e-mail',
	asked: 'Do we know this address? Then you get an e-mail within a few minutes.',
	askedHow: 'Open the link in that e-mail. Or enter the six digits from the e-mail here.',
	digits: 'The six digits',
	digitsHint: 'Useful when you read your e-mail on another device. They work for 30 minutes.',
	enter: 'Sign in',
	noMail: 'No e-mail?',
	noMailText: [
		'Look among unwanted e-mail too.',
		'Does the school have another address of you? Then enter that one.',
		'Does it not work? Call or e-mail the school.'
	],
	again: 'Ask for a new e-mail',
	linkTitle: 'Sign in with the link from your e-mail',
	linkLead: 'This button signs you in. The link works once.',
	linkElsewhere: 'You asked for the e-mail on another device. So enter the six digits too.',
	linkDigitsHint: 'They are in the same e-mail, below the link.',
	shared: 'Is this not your own device? Sign out again afterwards.',
	goneTitle: 'This link does not work any more',
	goneHint: 'The link was used or is too old. Ask for a new e-mail.',
	wrongTitle: 'Signing in did not work yet'
};
