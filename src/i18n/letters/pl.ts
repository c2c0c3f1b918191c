import type { LetterWords } from './words.ts';

export const pl: LetterWords = {
	to: (group) => `Do rodziców: ${group}`,
	toName: (name) => `Do: ${name}`,
	code: 'Twój kod',
	only: 'tylko dla Ciebie',
	scan: 'Skieruj aparat telefonu na kwadrat.',
	orGo: 'Albo wejdź na stronę',
	andFill: 'i wpisz ten kod:',
	qr: 'Kwadratowy kod dla aparatu telefonu',
	fill: 'Wpisz kod.',
	fillText: 'Hasło nie jest potrzebne. Każdy rodzic ma własny kod.',
	answer: 'Odpowiedz.',
	answerText: (until) => `To zajmie 2 minuty. Można odpowiadać ${until}.`,
	from: (day) => `Otwarte od: ${day}.`,
	read: 'Przeczytaj, co zrobi szkoła.',
	readText: (day) => `Najpóźniej ${day} przeczytasz, co zrobi szkoła i dlaczego.`,
	talk: 'Wolisz porozmawiać?',
	talkText: (day, time, place) =>
		`Przyjdź na wieczór dla rodziców: ${day}, godz. ${time}. Miejsce: ${place}.`,
	help: 'Potrzebujesz pomocy?',
	helpText: (name, phone, hours) =>
		[name, phone && `telefon ${phone}`].filter(Boolean).join(', ') + (hours ? `. ${hours}` : '.'),
	english:
		'Strona jest po niderlandzku i angielsku. To, co piszą szkoła i rodzice, pozostaje w ich języku.',
	secrecy: {
		secret: 'Twoja odpowiedź jest tajna. Ten kod nie jest zapisywany razem z odpowiedzią.',
		confidential: 'Twoja odpowiedź jest poufna. Szkoła nie widzi, co wybierasz.',
		named: 'Odpowiadasz pod swoim nazwiskiem.'
	},
	household: 'Jedna odpowiedź na rodzinę.',
	parent: 'Jedna odpowiedź na rodzica.',
	sign: 'Z poważaniem,',
	strip: 'Wolisz na papierze? Zaznacz i oddaj ten odcinek w szkole.',
	tickOne: 'Zaznacz jedno pole.',
	tickSeveral: 'Możesz zaznaczyć więcej pól.',
	return: (until) => `Odcinek można oddać ${until}.`,
	first: 'Na papierze i w internecie? Liczy się odpowiedź, która przyszła pierwsza.',
	last: 'Na papierze i w internecie? Liczy się ostatnia odpowiedź przed zamknięciem.',
	codeIs: (code) => `kod ${code}`,
	until: (day) => `do: ${day} (włącznie)`,
	untilTime: (day, time) => `do: ${day}, godz. ${time}`,
	onPaper: 'na papierze'
};
