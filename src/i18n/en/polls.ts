import type { Catalogue } from '../catalogue.ts';

export const polls: Catalogue['polls'] = {
	kind: { secret: 'Secret ballot', confidential: 'Confidential ballot', named: 'Named ballot' },
	method: { 'single-choice': 'One choice', 'several-choices': 'Several choices' },
	how: {
		'single-choice': 'You choose one answer. We count how often each was chosen.',
		'several-choices': 'You choose one or more answers. We count how many participants chose each.'
	},
	questionOf: (number: number, of: number) => `Question ${number} of ${of}`,
	atMost: (n: number) => `Choose ${n} at most.`,
	atLeast: (n: number) => `Choose at least ${n}.`,
	cast: 'Cast your ballot',
	change: 'Change your answer',
	whoSees: 'Who sees my answer?',
	canIChange: 'Can I change it?',
	changeable: (until: string) => `Yes, ${until}. Your last answer counts.`,
	notChangeable: 'No. We cannot find a secret ballot back, so it cannot be changed.',
	howCounted: 'How do we count?',
	weight: 'What does the result mean?',
	onePer: { parent: 'Each parent has one vote.', household: 'Each family has one vote.' },
	received: 'Your ballot was received',
	receivedLead: 'Thank you. Your ballot was counted.',
	countedFor: {
		parent: 'Counted: one ballot of yours.',
		household: 'Counted: one ballot of your family.'
	},
	notOnPage: 'Your choice is not shown here. So nobody can ask you to show what you chose.',
	whatNext: 'What happens now?',
	nextClose: (until: string) => `Voting is open ${until}.`,
	nextCount: 'Then two people count all ballots: online, on paper and of the evening.',
	nextDecision: (who: string, day: string) => `The decision is on ${day}. ${who}`,
	nextAnswer: (day: string) => `By ${day} you can read what is done with the outcome.`,
	nextQuestion: 'To the next question',
	backTo: (title: string) => `Back to ${title}`,
	already: { parent: 'You have voted.', household: 'Your family has voted.' },
	alreadyMore: {
		parent: 'One ballot of yours was counted.',
		household: 'The first ballot of a family counts. You can still speak in the discussion.'
	},
	notYet: (day: string, time: string) => `Voting starts on ${day}, ${time}.`,
	closed: 'Voting is closed.',
	closedMore: 'We are counting. The result comes when two people have checked the count.',
	suspended: 'The consultation is suspended. Voting is not possible now.',
	withdrawn: 'The consultation was withdrawn.',
	noRight: 'You cannot vote here',
	noRightMore:
		'This ballot is for those who received a code. If you think this is wrong, ask the school.',
	guest: 'To vote you need a code',
	guestMore: 'The code is on the letter from school. Without a code you can read.',
	toJoin: 'Enter your code',
	result: 'Result',
	counted: (n: string) => `${n} counted ballots`,
	leads: (option: string) => `Most ballots: ${option}.`,
	tie: (options: string) => `Equally many ballots: ${options}.`,
	nobody: 'There are no ballots yet.',
	difference: (n: string) => `The difference with the next is ${n}.`,
	responseLine: {
		parent: (part: string, whole: string, percent: string) =>
			`${part} of the ${whole} parents took part (${percent}%).`,
		household: (part: string, whole: string, percent: string) =>
			`${part} of the ${whole} families took part (${percent}%).`
	},
	slips: {
		title: 'Entering slips',
		lead: 'Type the code of the slip and what is on it. One slip at a time.',
		until: (day: string) => `Entering is possible until ${day}.`,
		poll: 'Which question?',
		show: 'Show this question',
		code: 'Code on the slip',
		codeHint: 'Eight characters. Capitals are not needed.',
		channel: 'How did it come in?',
		channels: { paper: 'on paper', evening: 'at the parent evening', phone: 'by phone' },
		receivedOn: 'When did it come in?',
		mark: 'What is it?',
		marks: {
			choice: 'One or more crosses',
			blank: 'Blank: nothing filled in',
			invalid: 'Invalid: unreadable, or too many crosses'
		},
		choice: 'Crossed',
		enter: 'Enter this slip',
		entered: 'Entered so far',
		outcome: {
			counted: 'counted',
			blank: 'blank',
			invalid: 'invalid',
			double: 'double',
			late: 'late',
			unknown: 'unknown code'
		},
		said: {
			counted: 'Counted.',
			blank: 'Counted as blank.',
			invalid: 'Invalid. Not counted. The code can still be used.',
			double: 'Not counted. This code had been used.',
			late: 'Not counted. This came in after the closing.',
			unknown: 'Not counted. We do not know this code.'
		},
		refused: 'Not counted',
		refusedNone: 'Nothing was refused.',
		refusedHint:
			'Mistyped a code? Take the slip off the list and enter it again. What was on it is not kept here.',
		strike: 'Take off the list',
		day: 'Day',
		why: 'Why',
		noPolls: 'This consultation has no poll.'
	},
	count: {
		title: 'Closing the count',
		lead: 'Two people check that everything adds up. Only then does anybody see the result.',
		notYet: 'This is possible once the consultation has closed.',
		enterUntil: (day: string) => `Slips can be entered until ${day}. Close the count after that.`,
		holds: 'This adds up.',
		holdsNot: 'This does not add up.',
		confirmedBy: (name: string, day: string) => `${name} checked the count on ${day}.`,
		confirm: 'I have checked that this adds up',
		second: 'A second person still has to check this.',
		closed: 'The count is closed.',
		toResult: 'See the result',
		toReport: 'Write the report'
	}
};
