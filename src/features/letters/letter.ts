import type { LetterText } from './server/show-letter.ts';
import { printedCode } from '#features/people/code.ts';
import { hoursInWords } from '#features/scopes/office-hours.ts';
import { directionOf } from '#i18n/catalogue.ts';
import { scopes as english } from '#i18n/en/scopes.ts';
import { letterIn, letterLanguage, type LetterLanguage } from '#i18n/letters/index.ts';
import { scopes as dutch } from '#i18n/nl/scopes.ts';
import { wallClock } from '#kernel/time.ts';

/** Who a letter is for, and its code. */
export type Addressed = {
	readonly code: string;
	readonly name: string | null;
	readonly householdKey: string | null;
	readonly group: string;
	/** The language they read, when it is known. */
	readonly locale: string | null;
};

type Icon = 'chats' | 'device-mobile' | 'note-pencil' | 'file-text' | 'users-three' | 'phone';
type Row = { readonly icon: Icon; readonly strong: string; readonly text: string };

/** A letter, word for word: page and PDF print the same value. What the school wrote stays as it is. */
export type LetterSheet = {
	readonly language: LetterLanguage;
	readonly direction: 'ltr' | 'rtl';
	readonly school: string;
	readonly date: string;
	readonly householdKey: string;
	readonly to: readonly string[];
	readonly title: string;
	readonly introduction: string;
	readonly code: {
		readonly label: string;
		readonly only: string;
		readonly scan: string;
		readonly orGo: string;
		readonly address: string;
		readonly andFill: string;
		readonly printed: string;
		readonly url: string;
		readonly alt: string;
	};
	readonly steps: readonly Row[];
	readonly rows: readonly Row[];
	readonly website: { readonly language: LetterLanguage; readonly text: string };
	readonly sign: string;
	readonly asker: string;
	readonly strip: {
		readonly channel: string;
		readonly title: string;
		readonly polls: readonly {
			readonly question: string;
			readonly tick: string;
			readonly options: readonly string[];
		}[];
		readonly until: string;
		readonly which: string;
		readonly code: string;
	} | null;
};

/** Puts a letter together in the language of who gets it. */
export function composeLetter(about: LetterText, letter: Addressed, origin: string): LetterSheet {
	const language = letterLanguage(letter.locale);
	const { words, format } = letterIn(language);
	const { closesAt, opensAt, evening, help, answerDay } = about;
	const last = format.weekday(closesAt);
	const whole = wallClock(closesAt).time === '23:59';
	const until = whole ? words.until(last) : words.untilTime(last, format.time(closesAt));
	// between words that are read from the right, what the school wrote keeps its own order
	const own = (text: string) => (directionOf(language) === 'rtl' ? `\u2068${text}\u2069` : text);
	const printed = printedCode(letter.code);
	const notYet = opensAt > about.today ? words.from(format.weekday(opensAt)) : '';
	// the days are said in the language of the letter where we have it, else in that of the school
	const hours = help && hoursInWords({ scopes: language === 'en' ? english : dutch }, help);
	const helped = help
		? words.helpText(own(help.name), help.phone ? own(help.phone) : '', hours ? own(hours) : '')
		: own(about.contact);
	const said = (...parts: readonly string[]) => parts.filter(Boolean).join(' ');

	return {
		language,
		direction: directionOf(language),
		school: about.school,
		date: format.date(about.today),
		householdKey: letter.householdKey ?? '',
		to: letter.name
			? [words.toName(own(letter.name)), own(letter.group)]
			: [words.to(own(letter.group))],
		title: about.title,
		introduction: about.introduction,
		code: {
			label: words.code,
			only: words.only,
			scan: words.scan,
			orGo: words.orGo,
			address: `${origin.replace(/^https?:\/\//, '')}/join`,
			andFill: words.andFill,
			printed,
			url: `${origin}/join?code=${letter.code}`,
			alt: words.qr
		},
		steps: [
			{
				icon: 'device-mobile',
				strong: words.fill,
				text: said(words.fillText, words[about.unit])
			},
			{
				icon: 'note-pencil',
				strong: words.answer,
				text: said(notYet, words.answerText(until), words.secrecy[about.secrecy])
			},
			...(answerDay
				? [
						{
							icon: 'file-text' as const,
							strong: words.read,
							text: words.readText(format.weekday(answerDay))
						}
					]
				: [])
		],
		rows: [
			...(evening
				? [
						{
							icon: 'users-three' as const,
							strong: words.talk,
							text: said(
								words.talkText(
									format.weekday(evening.startsAt),
									format.time(evening.startsAt),
									own(evening.place)
								),
								own(evening.details)
							)
						}
					]
				: []),
			...((help ?? about.contact)
				? [{ icon: 'phone' as const, strong: words.help, text: helped }]
				: [])
		],
		// who reads Dutch is told in English that there is English
		website: {
			language: language === 'nl' ? 'en' : language,
			text: words.english
		},
		sign: words.sign,
		asker: about.asker,
		strip:
			about.onPaper && about.polls.length > 0
				? {
						channel: words.onPaper,
						title: words.strip,
						polls: about.polls.map(({ question, several, options }) => ({
							question: own(question),
							tick: several ? words.tickSeveral : words.tickOne,
							options: options.map(({ label, hint }) => own(hint ? `${label}: ${hint}` : label))
						})),
						until: words.return(until),
						which: about.secrecy === 'secret' ? words.first : words.last,
						code: words.codeIs(own(printed))
					}
				: null
	};
}
