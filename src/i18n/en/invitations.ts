import type { Catalogue } from '../catalogue.ts';

export const invitations: Catalogue['invitations'] = {
	title: 'Mailing parents',
	intro: 'Every parent gets one e-mail, with a link to answer at once.',
	waiting: 'Not mailed yet',
	mailed: 'Mailed',
	unreached: 'No working e-mail address, or would rather have a letter',
	hidden: 'Numbers under five are not shown.',
	letters: 'Make letters for parents who get no e-mail',
	once: 'You can do this again. Whoever had an e-mail gets no second one.',
	leavesAt: (day, time) => `The e-mails leave when the consultation opens: ${day} at ${time}.`,
	go: 'Mail the parents',
	done: 'The e-mails are ready to go',
	doneHint: 'They leave one by one. Are there more parents later on? Then mail those too.',
	none: 'Everybody who gets e-mail was mailed.',
	noServer: 'This website cannot send e-mail. Make letters for all parents.'
};
