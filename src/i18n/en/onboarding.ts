import type { Catalogue } from '../catalogue.ts';
import { plural } from '../plural.ts';

export const onboarding: Catalogue['onboarding'] = {
	title: 'Reaching parents',
	lead: 'How many parents take part? You see numbers only, never names.',
	nobodyYet: 'Nobody has been invited yet. Make codes at a consultation.',
	ofInvited: (invited, percent) => `of ${invited} invited parents take part (${percent}%)`,
	goal: (percent, days) => `goal: ${percent}% after ${days} days`,
	reached: 'The goal is reached.',
	missing: (n, number) =>
		plural('en', n, {
			one: '1 parent short of the goal.',
			other: `${number} parents short of the goal.`
		}),
	day: (day, days) => (day > days ? `Day ${days} has passed.` : `Today is day ${day} of ${days}.`),
	invited: 'Invited',
	opened: 'Came in',
	active: 'Took part',
	whoIsActive:
		'Taking part is: choosing in a poll, or writing in a panel. With one vote per family the whole family takes part.',
	step: { active: 'Took part', opened: 'Looked only', invited: 'Not in yet' },
	share: 'Takes part',
	byPart: 'By group or school',
	part: 'Group or school',
	noPart: 'without a group',
	byChannel: 'By how they can be reached',
	channel: 'Reached',
	channels: { email: 'by e-mail', phone: 'by telephone', paper: 'on paper only' },
	mergedNote: 'Small groups stand together.',
	hiddenNote: 'Numbers under five are left out, so that nobody can be recognised.',
	next: 'What can you do?',
	few: 'A few parents',
	parents: (number) => `${number} parents`,
	uninvited: (who) => `${who} have no code or link yet.`,
	makeCodes: 'Make codes at a consultation',
	onPaper: (who) => `${who} can be reached on paper only and did not come in yet.`,
	printLetters: 'Print letters at a consultation',
	behind: (names) => `Below the goal: ${names.join('; ')}.`,
	rollOut: {
		title: 'Roll-out',
		lead: (name: string) => `How far are the schools of ${name}?`,
		schools: 'Schools',
		school: 'School',
		administrator: 'Administrator',
		administrators: { in: 'came in', invited: 'invited, not yet in', none: 'nobody yet' },
		parents: 'Parents in the list',
		invited: 'Parents invited',
		opened: 'First consultation',
		openedOn: (day: string) => `opened on ${day}`,
		notOpened: 'not yet',
		share: 'Take part',
		settings: 'Own settings',
		settingsOf: { contact: 'contact', rules: 'house rules', none: 'none yet' },
		withAdministrator: 'With an administrator who came in',
		withParents: 'With parents in the list',
		withConsultation: 'With an opened consultation',
		of: (n: string, all: string) => `${n} of ${all}`,
		hidden:
			'Numbers under five are not shown, so that nobody can be recognised. A dash: nobody was invited yet.',
		copy: 'Give your settings to schools',
		make: 'Make schools from a list',
		none: 'No schools were found.'
	}
};
