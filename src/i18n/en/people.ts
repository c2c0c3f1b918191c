import { plural } from '../plural.ts';
import type { Catalogue } from '../catalogue.ts';

const families = (n: number, number: string) =>
	plural('en', n, { one: `${number} family`, other: `${number} families` });
const parents = (n: number, number: string) =>
	plural('en', n, { one: `${number} parent`, other: `${number} parents` });

export const people: Catalogue['people'] = {
	title: 'People',
	lead: (name: string) => `Who works at ${name}, and which families belong to it?`,
	staff: 'Who works here?',
	noStaff: 'Nobody works here yet. Whoever has a role above has it here too.',
	name: 'Name',
	email: 'E-mail address',
	role: 'Role',
	roleDoes: {
		coordinator: 'sets up, invites and makes codes',
		council: 'makes consultations, counts and makes the report',
		moderator: 'reads along, hides, enters and makes themes',
		decider: 'answers the report',
		staff: 'takes part as staff'
	},
	you: 'this is you',
	newCode: 'Make a sign-in code',
	forWhom: (name: string) => ` for ${name}`,
	removeRole: (role: string) => `Take away role ‘${role}’`,
	fromWhom: (name: string) => ` from ${name}`,
	removeSure: 'This person is signed out everywhere. Take the role away?',
	invite: 'Invite somebody',
	inviteIntro: 'You get a link to pass on. It works once, for 14 days.',
	inviteByMail:
		'With an e-mail address we send the invitation. Without one you get a link to pass on.',
	bounces: 'e-mail to this address comes back',
	mailedTitle: 'The invitation is on its way',
	mailedText: [
		'There is a link in the e-mail. It works once, for 14 days.',
		'Does the e-mail not arrive? Then make a sign-in code for this person.'
	],
	emailHint: 'Not needed. It is how we know somebody who has a role already.',
	inviteNow: 'Make an invitation',
	invitedTitle: 'The invitation is ready',
	invitedText: 'Pass this link on. You see it only once.',
	invitedEnded: 'What this person had to sign in with does not work any more.',
	copy: 'Copy the link',
	copied: 'The link was copied',
	roleGiven: 'The role was given',
	roleGivenText: 'This person works in another place too and signs in as always.',
	roleGivenEnded: [
		'This person works in another place too. Others there may know the old sign-in code.',
		'So that code works nowhere any more, and this person is signed out everywhere.',
		'A coordinator above both places makes a new code, on the page People of either one.',
		'For a coordinator it can also be done on the server, with npm run sign-in-code.'
	],
	codeTitle: (name: string) => `The sign-in code of ${name}`,
	codeText: 'You see the code only once. It works for 90 days. An older code stops working.',
	search: 'Find somebody',
	searchLead: (name: string) => `Everybody who belongs or belonged to ${name}.`,
	sought: 'Name or key of the household',
	soughtHint: 'Capitals and accents make no difference.',
	found: 'Found',
	nobodyFound: 'Nobody found.',
	pages: 'Pages',
	firstPage: 'First page',
	nextPage: 'Next page',
	household: (key: string) => `Household: ${key}`,
	standing: { left: 'left', blocked: 'blocked', 'no-access': 'no access' },
	decisions: 'What was decided?',
	decisionsIntro: 'Only coordinators of this place read this.',
	noDecisions: 'Nothing was decided. This person has access as usual.',
	decided: {
		blocked: 'Blocked',
		'no-access': 'No access',
		lifted: 'Let in again'
	},
	decide: 'Change access',
	decideIntro: 'It holds at once, here and at all places below.',
	whatNow: 'What do you want to do?',
	decision: {
		blocked: 'Block this person',
		'no-access': 'Give this parent no access',
		lifted: 'Let this person in again'
	},
	decisionMeans: {
		blocked: 'For whoever keeps breaking the house rules. Every role here stops.',
		'no-access': 'For a parent without authority, or after a decision of the court.',
		lifted: 'The roles from before hold again.'
	},
	reason: 'Reason',
	reasonHint: 'Name no children. Refer to the decision or the conversation.',
	decideNow: 'Record this',
	nameless: 'somebody without a name',
	families: 'Families',
	count: (families: string, parents: string) => `There are now ${families} and ${parents}.`,
	familiesOf: families,
	parentsOf: parents,
	familiesIntro: 'Paste a list. One parent on a line, with semicolons between:',
	columns: 'key;name;e-mail;group',
	example: 'M-014;Jeroen Bakker;jeroen@example.org;Groep 6',
	rules: [
		'Only the key is needed. The rest may stay empty.',
		'Two lines with the same key are two parents of one family.',
		'Do not put in names of pupils.',
		'A family that is there already is not added twice.'
	],
	groups: (names: string) => `The groups are: ${names}.`,
	noGroups: 'There are no groups yet. You make them under Places.',
	list: 'List of parents',
	number: 'Or: how many families?',
	numberHint: 'Then we make families without a name: gezin 001, gezin 002 …',
	check: 'Check the list',
	add: 'Add the families',
	checkedTitle: 'Checked. Nothing was added yet.',
	listed: (families: string, parents: string) => `In the list are ${families} and ${parents}.`,
	wouldAdd: (families: string, parents: string) => `New are ${families} and ${parents}.`,
	wrongLines: (n: number) =>
		plural('en', n, { one: '1 line is not right:', other: `${n} lines are not right:` }),
	line: (number: string, what: string) => `Line ${number}: ${what}`,
	added: (families: string, parents: string) => `Added: ${families} and ${parents}.`
};
