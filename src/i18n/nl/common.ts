/** Words that more than one feature uses. */
export const common = {
	product: 'Samenspraak',
	origin: {
		online: 'online',
		evening: 'ouderavond',
		paper: 'op papier',
		phone: 'telefoon',
		both: 'online en op de avond',
		school: 'de school'
	},
	originLong: {
		online: 'online geschreven',
		evening: 'gezegd op de ouderavond',
		paper: 'gekomen op papier',
		phone: 'gezegd door de telefoon',
		school: 'antwoord van de school'
	},
	legend: 'Tekens in de kantlijn',
	stance: { for: 'Voor', against: 'Tegen', question: 'Vraag', idea: 'Idee' },
	badge: { parent: 'ouder', staff: 'school', council: 'lid van de raad', moderator: 'moderator' },
	outcome: { adopted: 'Overgenomen', partly: 'Deels', not: 'Niet', later: 'Later' },
	role: {
		guest: 'gast',
		parent: 'ouder',
		council: 'lid van de raad',
		staff: 'medewerker',
		moderator: 'moderator',
		decider: 'beslisser',
		coordinator: 'coördinator',
		helper: 'helper'
	},
	unit: { parent: 'ouders', household: 'gezinnen' },
	failed: 'Het is nog niet gelukt',
	busy: 'Even wachten…',
	saved: 'Bewaard.',
	save: 'Bewaar',
	back: 'Terug',
	readAloud: 'Lees voor',
	stopReading: 'Stop met voorlezen',
	optional: 'Dit hoeft u niet in te vullen.',
	percent: (tenths: string) => `${tenths}%`,
	of: (part: string, whole: string) => `${part} van ${whole}`
};
