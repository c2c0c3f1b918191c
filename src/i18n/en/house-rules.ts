import type { Catalogue } from '../catalogue.ts';

export const houseRules: Catalogue['houseRules'] = {
	title: 'House rules',
	lead: 'This is how we talk with each other here.',
	edition: (edition: string, day: string) => `Edition ${edition}, published on ${day}.`,
	from: (place: string) => `These rules are those of ${place}. They hold here too.`,
	earlier: 'This is an earlier version. Other house rules apply now.',
	toCurrent: 'Read the house rules of today',
	none: 'There are no house rules here yet.',
	noneHint: 'Common courtesy always holds.',
	accepted: 'You have accepted these rules.',
	acceptIntro: 'Do you want to write something yourself? Then accept them first.',
	accept: 'I accept the house rules',
	publish: 'Publish house rules',
	publishIntro:
		'They hold for this place and all below it. Whoever accepted earlier ones is asked again.',
	rules: 'Rules, each on a line of its own',
	rulesHint: 'At most 20 rules. They get their numbers by themselves.',
	publishNow: 'Publish the house rules',
	copy: {
		title: 'Give settings to other schools',
		lead: (name: string) => `Other schools get what ${name} has now.`,
		what: 'What do you give?',
		contact: 'the contact',
		rules: 'the house rules',
		notYet: 'is not here yet',
		places: 'To which schools?',
		nobody: 'There are no schools where you are a coordinator too.',
		means:
			'What is there now is replaced. Who read the old house rules is asked to read the new ones.',
		go: 'Give the settings',
		done: (n: string) => `Done. Number of schools: ${n}.`
	}
};
