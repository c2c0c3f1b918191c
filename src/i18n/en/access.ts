import type { Catalogue } from '../catalogue.ts';

export const access: Catalogue['access'] = {
	front: {
		title: 'Have your say about your school',
		lead: 'The school makes plans. You say what you think. Then you read what the school does with it.',
		look: 'Look around first, without a code',
		places: 'Choose your school',
		placesIntro: 'You can read without a code.',
		noPlaces: 'There are no consultations yet.',
		noPlacesHint: 'Do you have a letter with a code? Fill it in above.'
	},
	join: {
		title: 'Take part with your code',
		lead: 'The code is in the box on the letter from school.',
		code: 'Your code',
		hint: 'Eight characters. Capital or small letters makes no difference.',
		go: 'Continue',
		wrongTitle: 'This code is not right',
		wrongHint: 'Check the code. A code never has an O, an I or a zero.',
		inPage: (title: string) => `Error: ${title}`,
		picture: 'This is what the box on the letter looks like.',
		noCode: 'No code at hand?',
		byMail: 'Sign in with your e-mail address',
		byMailHint: 'You get an e-mail with a link.',
		newCode: 'Ask for a new code',
		newCodeHint: 'Call or mail the school. The number is on the letter.',
		readOnly: 'I only want to read',
		readOnlyHint: 'You need no code for that.',
		staff: 'Do you work at the school? Fill in the code the coordinator gave you.',
		signedIn: 'You are signed in already. With another code you sign in anew.',
		aside: 'Taking part safely',
		weKnow: 'What do we know about you?',
		weKnowText:
			'The code belongs to one parent. The school knows who got the letter. In a secret poll we do not keep who chose what.',
		oneCode: 'One code, one vote',
		oneCodeText: 'Every parent has a code of their own. Also if you do not live together.'
	},
	link: {
		title: 'Sign in with your link',
		lead: 'This button signs you in. The link works once.',
		go: 'Sign in',
		shared: 'Is this not your own device? Sign out when you are done.',
		goneTitle: 'This link does not work any more',
		goneHint: 'The link was used or is too old. Ask whoever sent it for a new one.'
	},
	signOut: {
		title: 'Sign out',
		lead: 'After that you need your code again.',
		go: 'Sign out'
	},
	preferences: {
		title: 'Display and language',
		lead: 'We keep your choice in this browser for a year.',
		language: 'Language',
		languageHint: 'What parents write stays in their own language.',
		view: 'Display',
		views: {
			device: 'As on my device',
			light: 'Light',
			dark: 'Dark',
			contrast: 'High contrast'
		},
		saveLanguage: 'Use this language',
		saveView: 'Use this display',
		larger: 'Larger letters? Zoom in with your browser. The page adapts.'
	},
	me: {
		title: 'My part',
		lead: 'This is what this website knows about you.',
		name: 'Your name',
		nameHint: 'Other parents see your name only if you choose so with a comment.',
		saveName: 'Save my name',
		email: 'Your e-mail address',
		emailHint: 'The address comes from the school. Is it wrong? Tell the school.',
		places: 'Where do you belong?',
		consultations: 'What can you take part in?',
		noConsultations: 'There is nothing you can take part in now.',
		noConsultationsHint: 'If you get a letter with a code, the consultation is here.',
		leave: 'Leaving a school',
		leaveIntro: 'Has your child left the school? Then you can stop being a parent of it here.',
		leaveSchool: (name: string) => `I am no longer a parent of ${name}`,
		leaveMeans: [
			'You no longer take part there, nor in what is open now. Your code stops working there.',
			'A vote that you cast stays counted. What you wrote stays.',
			'Do you want to come back? Then ask the school.'
		],
		leaveNow: (name: string) => `Leave ${name}`,
		left: 'You no longer belong to this school.',
		out: 'Sign out',
		outHint: 'On a shared device it is better to sign out.',
		signOut: 'Sign out',
		everywhere: 'Sign out everywhere',
		everywhereHint: 'For example when you lost your phone.'
	},
	help: {
		title: 'How it works',
		lead: 'On this website the school asks what you think. You also read what it does with that.',
		code: 'Your code',
		codeText: [
			'Every parent gets a letter with a code of their own. You need no password.',
			'The code works until the count is closed. You can sign in with it more than once.',
			'Lost the letter? Call or mail the school. You then get a new code.'
		],
		ways: 'Rather not online?',
		waysText: [
			'You can hand in a paper form. It counts just as much.',
			'At the parent evening we write down what you say. You can read it online later.'
		],
		fair: 'How we count',
		fairText: [
			'The ground rules are fixed before the consultation opens. You can read them.',
			'Every family or every parent counts once: online or on paper.',
			'A show of hands at the evening gives an impression. It does not count as a vote.'
		],
		notHere: 'What is not here',
		notHereText: 'The school uses another system for this. Ask the school which one.',
		notHereList: [
			'marks and reports of your child',
			'messages and newsletters from school',
			'reporting your child ill or asking for leave',
			'planning a talk with the teacher',
			'photos of the class',
			'paying the parental contribution',
			'elections for the participation council'
		],
		privacy: 'What do we keep?',
		privacyText: [
			'Your school gives a key per family, and sometimes a name or e-mail address. Names of children are not here.',
			'We keep that you took part. In a secret poll your choice is kept apart from that.',
			'If you write a comment, you choose whether your name is with it.',
			'We do not keep what you read. There is no advertising and no other company looks along.',
			'After signing in there is a cookie in your browser. Sign out, and it is gone.'
		],
		language: 'Language and display',
		languageText: 'This website is in Dutch and English. There is also a dark display.',
		languageLink: 'Choose language and display'
	},
	error: {
		signIn: 'You need your code for this',
		missing: 'Check the address, or start again.',
		tooLarge: 'This is too much to send at once. Nothing was saved. Go back and send it in parts.',
		nothingToSend: 'On this page there is nothing to send. Nothing was saved. Start again.'
	},
	setUp: {
		title: 'Set up this website',
		lead: 'There is nothing here yet. You make the first place and become its coordinator.',
		key: 'Key',
		keyHint: 'The key is in the window where you started the program.',
		own: 'Begin with your own organisation',
		organisation: 'Name of the organisation',
		organisationHint: 'For example: Samenwerkingsverband Merelstreek, or obs De Merelmolen.',
		kind: 'What is it?',
		name: 'Your name',
		email: 'Your e-mail address',
		go: 'Set up the website',
		demo: 'Or look at an example first',
		demoText: 'You get an invented region with schools and consultations. It takes a moment.',
		demoGo: 'Load the example',
		demoTitle: 'The example is ready',
		demoKeep: 'Below is who can sign in with which code. You see these codes only once.',
		demoDoors: 'Who can do what in the example?',
		demoWho: 'Who',
		demoCode: 'Code',
		demoDoes: 'To do',
		doneTitle: 'The website is set up',
		doneCode: 'This is your sign-in code. You see it only once.',
		doneKeep: 'Write the code down and keep it well. It works for 90 days.',
		desk: 'To the desk'
	},
	desk: {
		title: 'Desk',
		consultations: 'Consultations',
		none: 'There are no consultations yet.',
		noneHint: 'Make the first one. You can change everything until the opening.',
		noneWait: 'The council or the coordinator makes them.',
		draft: 'Make a consultation',
		plan: 'Planning',
		codes: 'Codes and letters',
		slips: 'Slips',
		count: 'Count',
		evenings: 'Parent evening',
		themes: 'Themes',
		report: 'Report',
		answers: 'Answers',
		place: 'This place',
		places: 'Places',
		placesHint: 'Schools, groups, councils and the contact.',
		people: 'People',
		peopleHint: 'Who works here, and the families.',
		imports: 'Read lists',
		importsHint: 'Parents, groups or schools from a file.',
		houseRules: 'House rules',
		houseRulesHint: 'How people talk with each other here.',
		reach: 'Reaching parents',
		reachHint: 'How many parents take part, by group.',
		events: 'What happened?',
		noEvents: 'Nothing happened yet.',
		at: (day: string, time: string) => `${day}, ${time}`
	},
	kind: {
		installation: 'installation',
		alliance: 'alliance of schools',
		board: 'school board',
		school: 'school',
		group: 'group'
	}
};
