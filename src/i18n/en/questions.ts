import { plural } from '../plural.ts';
import type { Catalogue } from '../catalogue.ts';
import type { questionReasons as reasonsSource } from '../nl/questions.ts';

export const questions: Catalogue['questions'] = {
	title: 'Ask a question',
	about: (title) => `About: ${title}`,
	link: 'Ask a question',
	signIn: 'Sign in to ask a question',
	reading: {
		today: 'We read this today.',
		laterToday: (time) => `We read this today, from ${time}.`,
		onDay: (day, time) => `We read this on ${day}, from ${time}.`,
		unknown: 'The school gave no office hours. When we read this is not certain.',
		waiting: 'This question waits for an answer.'
	},
	answerHere: 'The answer comes on this page.',
	who: 'Only who answers the questions reads this. Other parents do not see your question.',
	named: (name) => `Who reads your question sees your name: ${name}.`,
	unnamed: 'We do not know your name. Who reads your question sees only the question.',
	field: 'Your question',
	fieldHint: 'Do not write down names of children.',
	send: 'Send the question',
	sent: 'Your question was sent',
	own: 'Your questions',
	asked: (day, time) => `You asked this on ${day} at ${time}.`,
	answered: (place, day) => `Answer of ${place}, ${day}`,
	withdraw: 'Withdraw this question',
	withdrawn: 'Your question was withdrawn',
	desk: {
		title: 'Questions',
		lead: (place) => `What did people ask ${place}?`,
		waiting: 'These questions wait',
		waitingIntro: 'The oldest comes first. Only who asked sees your answer.',
		none: 'No question waits.',
		more: (n, number) =>
			plural('en', n, {
				one: '1 more question waits. You see it when you have answered these.',
				other: `${number} more questions wait. You see them when you have answered these.`
			}),
		asked: (who, day, time) => `${who}, ${day} at ${time}`,
		nameless: 'Somebody without a name',
		answer: 'Answer',
		send: 'Send the answer',
		toWhom: (who) => ` to ${who}`,
		sent: 'The answer is there',
		typed: 'This is what you wrote; it was not sent',
		answered: 'Answered last',
		answeredOn: (day) => `Answered on ${day}`
	}
};

export const questionReasons: typeof reasonsSource = {
	'question.too-many': 'You asked five questions today. You can ask again tomorrow.',
	'question.answered': 'This question already has an answer.'
};
