import type { Catalogue } from '../catalogue.ts';
import { plural } from '../plural.ts';
import { letter } from './letter.ts';
import { planning } from './planning.ts';

type Unit = 'parent' | 'household';
const units = (n: number, number: string, unit: Unit) =>
	unit === 'parent'
		? plural('en', n, { one: `${number} parent`, other: `${number} parents` })
		: plural('en', n, { one: `${number} family`, other: `${number} families` });
const panels = (n: number) => plural('en', n, { one: '1 discussion', other: `${n} discussions` });
const polls = (n: number) => plural('en', n, { one: '1 poll', other: `${n} polls` });

export const launch: Catalogue['launch'] = {
	left: (days) =>
		days <= 0
			? 'Last day today'
			: plural('en', days, { one: '1 day left', other: `${days} days left` }),
	opensOn: (day) => `Open from ${day}`,
	closedOn: (day) => `Closed on ${day}`,
	tookPart: (n, number, unit) => `${units(n, number, unit)} took part so far`,
	tookPartInAll: (n, number, unit) => `${units(n, number, unit)} took part`,
	nobody: 'Nobody took part',
	nobodyYet: 'Nobody took part yet',
	home: {
		title: { one: 'Have your say about our school', many: 'Have your say about our schools' },
		lead: 'The school makes plans. You say what you think. Then you read what the school does with your opinion.',
		code: 'Do you have a letter with a code?',
		codeHint: 'The code is in the box on the letter. You need no password.',
		join: 'Take part',
		look: 'Look around first, without a code',
		eveningTitle: 'Will you come too?',
		eveningAbout: 'Parent evening about:',
		eveningAbsent: 'Cannot come? What is said that evening you can read online later.',
		eveningMore: 'Read more about the evening',
		hours: (from, to) => `${from} to ${to}`,
		now: 'You can have your say about this now',
		nothing: 'There is nothing to have your say about at the moment.',
		nothingHint: 'Below you read what was done with earlier opinions.',
		doing: 'What you can do',
		panels,
		polls,
		secret: 'secret',
		askedBy: (place) => `Asked by ${place}`,
		being: 'You could have your say about this',
		beingIntro: 'This is closed. The report is still to come.',
		done: 'This is what we did with your opinion',
		doneIntro: 'When something is not possible, you read why.',
		asked: 'You asked',
		did: 'We answered',
		source: (title) => `Report: ${title}`,
		allReports: 'All reports and decisions',
		how: 'How it works',
		steps: [
			['The school asks a question', 'You read what the plan is and what can still change.'],
			['You give your opinion', 'Online, at a parent evening or on paper. All count alike.'],
			['The moderator makes a report', 'With each statement you see where it came from.'],
			[
				'The school decides',
				'You read what the school does, and why. Also when it turns out otherwise.'
			]
		],
		noCode: 'Did you get no code?',
		noCodeHint: 'Are you a parent or carer at this school?',
		askCode: 'Ask to take part.',
		schools: 'The schools',
		schoolsIntro: 'Every school has consultations of its own.',
		draft: 'Make a consultation'
	},
	page: {
		draft: 'This is a draft. Only those who make it can see it.',
		toPlan: 'To the preparation',
		short: 'In short',
		motive: 'Why now?',
		promise: 'What can still change?',
		open: 'This can still change',
		fixed: 'This is fixed',
		decides: 'Who decides, and when?',
		decidesOn: (decider, day) => `${decider} The decision is on ${day}.`,
		ourPromise: 'Our promise:',
		promiseIs: (day, asker) =>
			`by ${day} you read per theme what the school does, and why. ${asker} promises this.`,
		toRules: 'Read the ground rules',
		askedBy: (asker) => `Asked by ${asker}`,
		contact: 'A question about this consultation?',
		questions: (contact) => `Questions? ${contact}`,
		suspended: 'This consultation is on hold',
		resumed: 'This consultation was on hold and goes on',
		withdrawn: 'This consultation has been withdrawn',
		phases: 'Where are we now?',
		done: 'done',
		now: 'now',
		phase: {
			prepare: 'Prepare',
			'take-part': 'Take part',
			evening: 'Parent evening',
			report: 'Report',
			decision: 'Decision',
			answers: 'Answer per theme'
		},
		phaseText: {
			prepare: 'The question and the ground rules are made.',
			'take-part': 'You have your say and answer.',
			evening: 'You have your say at school.',
			report: 'You read what was said, online, on paper and at the evening.',
			decision: 'The decision is taken.',
			answers: 'You read what the school does with each theme.'
		},
		range: (from, to) => `${from} – ${to}`,
		afterClosing: 'after the closing',
		toEvening: 'See the evening',
		panels: 'Discussions',
		contributions: (n, number) =>
			plural('en', n, { one: `${number} contribution`, other: `${number} contributions` }),
		nothingSaid: 'no contributions yet',
		panelsHidden: 'The discussions are for parents of this school. Fill in your code to read them.',
		polls: 'Polls',
		answered: 'Answered',
		notAnswered: 'Not answered yet',
		waiting: 'Not open yet',
		over: 'Closed',
		resultThere: 'Outcome',
		resultLater: 'The outcome comes after the count.',
		who: 'Who took part?',
		of: (number, n, unit) => `of ${units(n, number, unit)}`,
		onlyTotal: 'Until the closing nobody sees what was chosen.',
		evenings: 'Parent evenings',
		report: 'Report',
		reportThere: 'The report is ready. You read what was said and what the school does with it.',
		reportLater: 'There is no report yet. It comes after the count.',
		reportNever: 'There will be no report. The consultation has been withdrawn.',
		readReport: 'Read the report',
		changes: 'Changed since the opening',
		changesIntro: 'The ground rules are fixed. This was changed in the open afterwards.'
	},
	do: {
		title: 'Take part',
		poll: 'Answer the poll',
		answered: 'Poll answered',
		talk: 'Have your say',
		evening: 'Come to the parent evening',
		panels,
		toPoll: 'To the poll',
		toPanel: 'To the discussion',
		toReport: 'Read the report',
		toResult: 'See the outcome',
		planned: (day) => `You can take part from ${day}.`,
		suspended: 'You cannot take part at the moment. Beside this you read why.',
		withdrawn: 'You can no longer take part.',
		closed: 'You can no longer take part. The answers are being counted.',
		thanks: 'Thank you. You have answered everything.',
		haveCode: 'Do you have a letter with a code? Fill it in to take part.',
		draft: 'Parents see this page only after the opening.'
	},
	change: {
		closes: (from, to) => `Closes later: not ${from}, but ${to}.`,
		moment: (day, time) => `${day}, ${time}`,
		field: {
			title: 'Typing error in the title',
			introduction: 'Typing error in the introduction',
			motive: 'Typing error in ‘Why now?’',
			facts: 'Typing error in the facts'
		},
		text: 'Typing error',
		before: 'It said',
		after: 'Now it says',
		reason: (reason) => `Why: ${reason}`
	},
	rules: {
		title: 'Ground rules',
		of: (title) => `Ground rules: ${title}`,
		lead: 'This was agreed before the first parent answered. It does not change any more.',
		leadDraft: 'This is a draft. The ground rules are not fixed yet.',
		agreed: 'Agreed',
		agreedBy: (names, day) => `By ${names.join(' and ')}, on ${day}.`,
		frozen: 'Fixed',
		frozenOn: (day, time) => `On ${day} at ${time}.`,
		check: 'Are these ground rules still the same?',
		checkIntro:
			'The ground rules have a fingerprint. If one letter changes, the fingerprint changes too.',
		fingerprint: 'Fingerprint (SHA-256)',
		download: 'Download the ground rules (rules.json)',
		steps: [
			'Keep the fingerprint now, for example as a photo.',
			'Later download the file rules.json.',
			'On a computer with Linux or macOS type this in a terminal:'
		],
		command: 'sha256sum rules.json',
		windows: 'On Windows type this in PowerShell:',
		windowsCommand: 'Get-FileHash rules.json',
		same: 'Do you see the same characters? Then nothing has changed.',
		noChanges: 'Nothing has changed since the opening.',
		back: 'Back to the consultation'
	},
	plan: planning,
	letter
};
