import type { Catalogue } from '../catalogue.ts';

export const letter: Catalogue['launch']['letter'] = {
	to: (group) => `To the parents of ${group}`,
	toName: (name) => `To ${name}`,
	code: 'Your code',
	only: 'for you alone',
	scan: 'Point the camera of your phone at the square.',
	orGo: 'Or go to',
	andFill: 'and fill in this code:',
	qr: 'Square code for the camera of your phone',
	fill: 'Fill in the code.',
	fillText: 'You need no password. Every parent has a code of their own.',
	answer: 'Give your answer.',
	answerText: (until) => `It takes 2 minutes. You can do so ${until}.`,
	from: (day) => `Open from ${day}.`,
	read: 'Read what the school does with it.',
	readText: (day) => `By ${day} you read what the school does, and why.`,
	talk: 'Rather talk?',
	talkText: (day, time, place) => `Come to the parent evening: ${day}, ${time}. Where: ${place}.`,
	help: 'Need help?',
	helpText: (name, phone, hours) =>
		[name, phone && `phone ${phone}`].filter(Boolean).join(', ') + (hours ? `. ${hours}` : '.'),
	english:
		'The website has an English version. What the school and parents write is not translated into English.',
	secrecy: {
		secret: 'Your answer is secret. This code does not go along with your answer.',
		confidential: 'Your answer is confidential. The school does not see what you choose.',
		named: 'You answer by name.'
	},
	household: 'One answer per family.',
	parent: 'One answer per parent.',
	sign: 'Kind regards,',
	strip: 'Rather on paper? Tick, and hand in this strip at school.',
	tickOne: 'Tick one box.',
	tickSeveral: 'You may tick more boxes.',
	return: (until) => `You can hand it in ${until}.`,
	first: 'Handed in and online? Then the first to come in counts.',
	last: 'Handed in and online? Then the last to come in before the closing counts.',
	codeIs: (code) => `code ${code}`
};
