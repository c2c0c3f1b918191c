import type { Catalogue } from '../catalogue.ts';
import { plural } from '../plural.ts';

export const electorate: Catalogue['electorate'] = {
	title: 'Codes and letters',
	lead: 'Every parent gets a code of their own. With that code a parent takes part once.',
	notYet: 'Codes can be made once the consultation has been fixed.',
	over: 'The period is over. No codes are added any more.',
	canTakePart: 'Can take part',
	units: (n, number, unit) =>
		unit === 'parent'
			? plural('en', n, { one: `${number} parent`, other: `${number} parents` })
			: plural('en', n, { one: `${number} family`, other: `${number} families` }),
	people: 'Parents with a right',
	issued: 'Codes that work',
	replaced: 'Replaced codes',
	blocked: 'Blocked codes',
	without: 'Parents without a code',
	make: 'Make codes',
	makeIntro: 'You make codes and letters for whoever has none yet.',
	makeOnce: 'You see the codes only once. Be sure that you can print now.',
	makeNow: 'Make the letters',
	forWhom: 'For whom?',
	forAll: 'Everybody',
	unreached: (n, number) =>
		plural('en', n, {
			one: 'Only parents whom no mail reaches (1 parent)',
			other: `Only parents whom no mail reaches (${number} parents)`
		}),
	again: 'Also who has a code already. They get a new one; the old one stops working.',
	allServed: 'Everybody has a code.',
	once: 'This page shows the codes once. Print them now.',
	onceWhy: 'We do not keep the codes in readable form. Lost? Then you make a new one.',
	print: 'Print the letters',
	made: (n, number) =>
		plural('en', n, { one: '1 letter is ready', other: `${number} letters are ready` }),
	noneMade: 'No letter was made',
	noneMadeWhy: 'Whoever you chose has a code already. No new codes were needed.',
	toCodes: 'Back to codes and letters',
	backToCodes: 'Done printing',
	replace: 'Replace or block a code',
	replaceIntro:
		'Has a letter been lost? Make a new code. The old one then stops working. Does somebody else have the letter? Block the code.',
	search: 'Search by name, family or group',
	nothingFound: 'Nobody found.',
	pages: 'Pages of the list',
	firstPage: 'To the start',
	nextPage: 'Next',
	nameless: 'Parent without a name',
	household: (key) => `family ${key}`,
	noCode: 'has no code yet',
	replaceNow: 'Make a new code',
	block: 'Block the code',
	blockMeans:
		'The code then works nowhere any more, on paper neither. Whoever came in with it has to leave. A vote that was counted stays counted.',
	blockReason: 'Why?',
	blockReasonHint:
		'For example: letter delivered to the wrong door. Only the coordinator reads this. Give no names.',
	blockNow: 'Block it now',
	blockedOn: (day) => `Blocked on ${day}.`,
	late: 'Came later',
	lateIntro:
		'Did a family or parent come after the opening? Give them the right to take part too. Then make a code.',
	lateWho: 'Who?',
	lateReason: 'Why?',
	lateReasonHint: 'For example: new at school since 12 May. Everybody reads this. Give no names.',
	lateNow: 'Give the right to take part',
	added: (n, number) =>
		plural('en', n, {
			one: `${number} right to take part was added.`,
			other: `${number} rights to take part were added.`
		}),
	lateNone: 'Everybody who is here now can take part already.'
};
