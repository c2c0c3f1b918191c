import { plural } from '../plural.ts';

/** Questions to the school about a consultation, and their answers. */
export const questions = {
	title: 'Stel een vraag',
	about: (title: string) => `Over: ${title}`,
	link: 'Stel een vraag',
	signIn: 'Log in om een vraag te stellen',
	reading: {
		today: 'Wij lezen dit vandaag.',
		laterToday: (time: string) => `Wij lezen dit vandaag vanaf ${time} uur.`,
		onDay: (day: string, time: string) => `Wij lezen dit ${day} vanaf ${time} uur.`,
		unknown: 'De school gaf geen kantooruren op. Wanneer wij dit lezen, staat niet vast.',
		waiting: 'Deze vraag wacht op antwoord.'
	},
	answerHere: 'Het antwoord komt op deze pagina.',
	who: 'Alleen wie de vragen beantwoordt, leest dit. Andere ouders zien uw vraag niet.',
	named: (name: string) => `Wie uw vraag leest, ziet uw naam: ${name}.`,
	unnamed: 'Wij weten uw naam niet. Wie uw vraag leest, ziet alleen de vraag.',
	field: 'Uw vraag',
	fieldHint: 'Schrijf geen namen van kinderen op.',
	send: 'Verstuur de vraag',
	sent: 'Uw vraag is verstuurd',
	own: 'Uw vragen',
	asked: (day: string, time: string) => `U vroeg dit op ${day} om ${time} uur.`,
	answered: (place: string, day: string) => `Antwoord van ${place}, ${day}`,
	withdraw: 'Trek deze vraag in',
	withdrawn: 'Uw vraag is ingetrokken',
	desk: {
		title: 'Vragen',
		lead: (place: string) => `Wat vroegen mensen aan ${place}?`,
		waiting: 'Deze vragen wachten',
		waitingIntro: 'De oudste staat bovenaan. Uw antwoord ziet alleen wie het vroeg.',
		none: 'Er wacht geen vraag.',
		more: (n: number, number: string) =>
			plural('nl', n, {
				one: 'Er wacht nog 1 vraag. U ziet hem als u deze hebt beantwoord.',
				other: `Er wachten nog ${number} vragen. U ziet ze als u deze hebt beantwoord.`
			}),
		asked: (who: string, day: string, time: string) => `${who}, ${day} om ${time} uur`,
		nameless: 'Iemand zonder naam',
		answer: 'Antwoord',
		send: 'Verstuur het antwoord',
		toWhom: (who: string) => ` aan ${who}`,
		sent: 'Het antwoord staat er',
		typed: 'Dit schreef u; het is niet verstuurd',
		answered: 'Het laatst beantwoord',
		answeredOn: (day: string) => `Beantwoord op ${day}`
	}
};

/** Why a question or an answer is refused; among the other reasons. */
export const questionReasons = {
	'question.too-many': 'U stelde vandaag al vijf vragen. Morgen kunt u weer een vraag stellen.',
	'question.answered': 'Deze vraag heeft al een antwoord.'
};
