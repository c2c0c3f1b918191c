import type { Catalogue } from '../catalogue.ts';

export const consultations: Catalogue['consultations'] = {
	stage: {
		draft: 'Being prepared',
		planned: 'Coming up',
		open: 'Open',
		suspended: 'On hold',
		closed: 'Closed',
		counted: 'Counted',
		reported: 'Report ready',
		done: 'Finished',
		archived: 'Finished',
		withdrawn: 'Withdrawn'
	},
	until: (day) => `up to and including ${day}`,
	untilTime: (day, time) => `until ${day}, ${time}`,
	levelName: {
		inform: 'Inform',
		consult: 'Consult',
		advise: 'Advise',
		coproduce: 'Make together',
		decide: 'Decide together'
	},
	levelSentence: {
		inform: () => 'We tell you what will happen. The decision has been taken.',
		consult: (asker) =>
			`We would like your opinion. ${asker} takes it into account. The outcome is not binding.`,
		advise: (asker) =>
			`Parents give advice together. ${asker} follows the advice, or explains why not.`,
		coproduce: (asker) => `You make the plan together with ${asker}. Then comes the decision.`,
		decide: () => 'You decide too. The outcome counts as the ground rules say.'
	},
	unitName: { parent: 'One answer per parent', household: 'One answer per family' },
	unitHint: {
		parent: 'Every parent answers for themselves. Also if you do not live together.',
		household:
			'Mind: separated parents of one family then have to agree. When in doubt, choose per parent.'
	},
	secrecyName: { secret: 'Secret', confidential: 'Confidential', named: 'By name' },
	secrecySentence: {
		secret:
			'Your answer is secret. It is not linked to your name, not even in the database. The administrator can see that you took part, not what you chose. Whoever listens in on the server at that moment or changes the software can break the secrecy. In very small groups the outcome itself may give something away.',
		confidential:
			'Your answer is confidential. The school and the council do not see what you chose. The system can link your answer to you, until the consultation is archived.',
		named: 'You answer by name. Those who hold the consultation can see what you chose.'
	},
	channel: {
		online: 'Online',
		paper: 'On paper',
		evening: 'At the parent evening',
		phone: 'By phone'
	},
	interimHidden: 'Nobody sees figures before the closing',
	limit: (about, of, relation, share, unit) => {
		const units = unit === 'parent' ? 'parents' : 'families';
		const much = relation === 'at-least' ? `at least ${share}` : `more than ${share}`;
		const whole = {
			units: `of all ${units}`,
			ballots: 'of all counted answers',
			preference: `of the ${units} with a preference`
		}[of];
		return about === 'response'
			? `Of the ${units}, ${much} take part.`
			: `One choice gets ${much} ${whole}.`;
	},
	together: { all: 'Both are needed.', any: 'One of the two is enough.' },
	noLimit: 'No limit was agreed.',
	rules: {
		unit: 'Who counts',
		secrecy: 'Who sees what you choose',
		channels: 'How you can answer',
		period: 'When you can take part',
		periodIs: (from, to) => `From ${from} to ${to}.`,
		moment: (day, time) => `${day}, ${time}`,
		threshold: 'Agreed limit',
		weight: 'What the outcome means',
		level: 'How much you decide',
		decider: 'Who decides',
		decision: 'When is the decision',
		answer: 'When you get an answer',
		interim: 'Interim figures',
		fixed: 'This is fixed',
		open: 'This can still change',
		polls: 'Polls',
		none: 'not filled in yet'
	},
	form: {
		about: 'What is it about?',
		title: 'Title',
		titleHint: 'Short and clear, as parents talk about it.',
		slug: 'Name in the web address',
		slugHint: 'Small letters and dashes. Empty? Then we make it from the title.',
		body: 'Who asks?',
		noBody: 'The school itself',
		question: 'The question, in one sentence',
		questionHint: 'Ask one thing. Ask it without taking sides.',
		introduction: 'The idea, in two or three sentences',
		motive: 'Why now?',
		facts: 'Three facts',
		factsHint: 'One per line. What must somebody know to answer?',
		expect: 'What may parents expect?',
		fixed: 'This is fixed',
		fixedHint: 'One per line. Parents cannot change this any more.',
		open: 'This can still change',
		openHint: 'One per line. This is what parents can talk about.',
		level: 'How much do parents decide?',
		decider: 'Who decides?',
		deciderHint: 'For example: The board, if the parents in the council consent.',
		decisionDay: 'When is the decision?',
		answerDay: 'When do parents read per theme what happens with it?',
		contact: 'Whom can parents ask?',
		contactHint: 'Name, role, and when they answer.',
		rules: 'The ground rules',
		unit: 'Who counts once?',
		secrecy: 'Who can see what somebody chooses?',
		secrecyHint: 'Parents read this text at the form. You cannot change it.',
		channels: 'How can parents answer?',
		opensDay: 'Open from',
		opensTime: 'Time',
		closesDay: 'Open until',
		closesTime: 'Time',
		timeHint: 'Such as 8:00.',
		threshold: 'Is there a limit?',
		thresholdHint:
			'Agree beforehand when the outcome counts. The system checks it and says whether it is met.',
		response: 'How many must take part?',
		option: 'How much must one choice get?',
		relation: { none: 'No limit', 'at-least': 'At least', 'more-than': 'More than' },
		share: 'Which part?',
		shareHint: 'For example 60% or 2/3.',
		optionOf: 'Of what?',
		of: { preference: 'of those with a preference', ballots: 'of all counted answers' },
		together: 'Are there two limits? What then?',
		togetherName: { all: 'Both must be met', any: 'One of the two is enough' },
		weight: 'What does the outcome mean? Write it down for parents.',
		weightHint: 'Also say what happens when the limit is not met.'
	}
};
