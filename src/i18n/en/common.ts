import type { Catalogue } from '../catalogue.ts';

export const common: Catalogue['common'] = {
	product: 'Samenspraak',
	origin: {
		online: 'online',
		evening: 'parent evening',
		paper: 'on paper',
		phone: 'by phone',
		both: 'online and at the evening',
		school: 'the school'
	},
	originLong: {
		online: 'written online',
		evening: 'said at the parent evening',
		paper: 'received on paper',
		phone: 'said by phone',
		school: 'answer of the school'
	},
	legend: 'Marks in the margin',
	stance: { for: 'For', against: 'Against', question: 'Question', idea: 'Idea' },
	badge: { parent: 'parent', staff: 'school', council: 'council member', moderator: 'moderator' },
	outcome: { adopted: 'Adopted', partly: 'Partly', not: 'Not', later: 'Later' },
	role: {
		guest: 'guest',
		parent: 'parent',
		council: 'council member',
		staff: 'staff',
		moderator: 'moderator',
		decider: 'decision-maker',
		coordinator: 'coordinator',
		helper: 'helper'
	},
	unit: { parent: 'parents', household: 'families' },
	failed: 'That did not work yet',
	busy: 'One moment…',
	saved: 'Saved.',
	save: 'Save',
	back: 'Back',
	readAloud: 'Read aloud',
	stopReading: 'Stop reading aloud',
	optional: 'You may leave this empty.',
	percent: (tenths: string) => `${tenths}%`,
	of: (part: string, whole: string) => `${part} of ${whole}`
};
