import type { helpdesk as source } from '../nl/helpdesk.ts';

/** The helpdesk on a tablet: opening it, its screens, and what a parent sees of it. */
export const helpdesk: typeof source = {
	open: {
		title: 'Open the helpdesk',
		lead: (school) => `With this tablet you help parents of ${school} to sign in and vote.`,
		before: 'Before you begin',
		means: [
			'You are signed out on this tablet. Your desk cannot be opened on it.',
			'You look a parent up and hand the tablet over. The parent votes.',
			'After each parent the tablet locks. Your PIN opens it again.',
			'The helpdesk ends after eight hours, and after five wrong PINs in a row.'
		],
		pin: 'Choose a PIN',
		pinHint: 'Four to six digits. Not that of your bank card or telephone.',
		go: 'Open the helpdesk',
		onlySchool: 'A helpdesk is opened at one school. Go to the desk of that school first.',
		script: 'Read first: helping a parent in 90 seconds'
	},
	locked: {
		title: 'Helpdesk',
		lead: (school) => `This tablet helps parents of ${school}.`,
		parents: 'Do you want to vote? Give the tablet to the helper.',
		pin: 'PIN of the helper',
		go: 'Open',
		overTitle: 'This tablet is no helpdesk',
		over: 'The helpdesk ended, or never began. Sign in and open it at the desk of your school.',
		join: 'Sign in'
	},
	find: {
		title: 'Who are you helping?',
		byCode: 'With the code on the letter',
		code: 'Code',
		codeHint: 'Eight characters. The parent reads it out or types it.',
		byName: 'With the name',
		name: 'Name of the parent',
		nameHint: 'A part will do. Capitals and accents make no difference.',
		search: 'Search',
		found: 'Parents found',
		nobody: 'Nobody found',
		nobodyHint: [
			'The school may spell the name in another way. Try a short part, or the code on the letter.',
			'Whoever works at the school or sits on the council signs in in their own way.',
			'Still nobody? Ask the coordinator.'
		],
		more: 'There are more. Type a longer part of the name.',
		nameless: 'Parent without a name',
		noGroup: 'group not known',
		choose: 'Choose',
		chooseWho: (name, groups) => `: ${name}, ${groups}`,
		close: 'End the helpdesk',
		closeHint: 'After that this is an ordinary tablet.',
		idle: 'If you do nothing for a minute, the tablet locks.',
		script: 'How did it go again?'
	},
	parent: {
		title: (name) => `Are you ${name}?`,
		namelessTitle: 'Is it right that you are a parent at this school?',
		lead: (groups) => `Ask the parent. Group: ${groups}.`,
		language: 'Which language do you read?',
		channel: 'How does the school write to you?',
		email: 'By e-mail',
		paper: 'On paper',
		noChannel: 'The school has no working e-mail address of yours. It writes on paper.',
		hand: 'Yes, hand the tablet to the parent',
		wrong: 'No, search again',
		codes: 'Rather a code?',
		codesIntro: 'For who wants to vote at home. An older code stops working.',
		makeCode: (title) => `Make a new code for ‘${title}’`,
		codeTitle: 'The new code',
		codeText: (title) => `For ‘${title}’. Write it down for the parent. You see it once.`
	},
	kiosk: {
		label: 'You are using a tablet of the school',
		signedIn: 'You are signed in on a tablet of the school.',
		idle: 'If you do not touch the screen for a while, it signs you out.',
		left: 'Touch the screen to go on. Signing out in:',
		done: 'Done, sign out',
		welcome: 'It is your turn',
		welcomeLead: 'The tablet is yours for a moment.',
		welcomeMeans: [
			'Nobody of the school sees what you choose, nor does the helper.',
			'Done? Press ‘Done, sign out’. Then everything of yours is gone from this tablet.',
			'You have ten minutes. Need longer? The helper begins again with you.'
		],
		begin: 'Begin',
		notHere: 'This cannot be done on a tablet of the school',
		notHereHint: 'Do this on your own telephone or computer.'
	},
	script: {
		title: 'Helping a parent in 90 seconds',
		lead: 'For whoever stands at the tablet on the evening.',
		print: 'Print',
		steps: [
			{
				time: '10 seconds',
				do: 'Greet and ask.',
				say: 'Do you have the letter with the code? Else I look you up by name.'
			},
			{
				time: '20 seconds',
				do: 'Open the tablet with your PIN. Search by code or name.',
				say: 'I only see your name and the group.'
			},
			{
				time: '15 seconds',
				do: 'Read out name and group. Ask for the language, and e-mail or paper.',
				say: 'Is this right? Which language do you read?'
			},
			{
				time: '5 seconds',
				do: 'Press ‘Yes, hand the tablet to the parent’. Give it, and look away.',
				say: 'You choose. I do not see what you choose.'
			},
			{
				time: '35 seconds',
				do: 'Wait a step away.',
				say: 'Done? Press ‘Done, sign out’.'
			},
			{
				time: '5 seconds',
				do: 'Take the tablet back. Does it say ‘Helpdesk’? Then it is empty.',
				say: 'Thank you. You will read the result later.'
			}
		],
		rules: 'How it should be',
		ruleList: [
			'Never vote for a parent. Does somebody read with difficulty? Read out the question and all answers.',
			'Do not ask what somebody chose. Do not tell who was here.',
			'Making a new code? Write it down for the parent, and do not keep it.',
			'It does not work? There is the form on paper. It counts just as much.'
		],
		back: 'To the helpdesk'
	}
};
