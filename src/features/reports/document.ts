import type { Channel, Level, Secrecy, Unit } from '#features/consultations/ground-rules.ts';
import type { Share } from '#features/polls/figures.ts';
import type { Breakdown } from '#features/polls/suppression.ts';
import type { Reconciliation } from '#features/polls/reconciliation.ts';
import type { Tally } from '#features/polls/tally.ts';
import type { Verdict } from '#features/polls/verdict.ts';
import type { Outcome, ReportWords } from './server/schema.ts';

/** Where a voice came from. */
export type Origin = Channel;

export type Cover = {
	readonly title: string;
	readonly question: string;
	/** The school or alliance, and the council that asks. */
	readonly place: string;
	readonly owner: string | null;
	/** ISO 8601, UTC. */
	readonly opensAt: string;
	readonly closesAt: string;
	readonly decider: string;
	readonly decisionDay: string;
	readonly answerDay: string;
};

export type RulesPart = {
	readonly motive: string;
	readonly level: Level;
	readonly unit: Unit;
	readonly secrecy: Secrecy;
	readonly channels: readonly Channel[];
	readonly weight: string;
	readonly fixed: readonly string[];
	readonly open: readonly string[];
	readonly agreedBy: readonly string[];
	readonly agreedOn: string;
	/** SHA-256 of the frozen rules. */
	readonly fingerprint: string;
	readonly changes: readonly {
		readonly on: string;
		readonly field: string;
		readonly before: string;
		readonly after: string;
		readonly reason: string;
	}[];
};

export type PollPart = {
	readonly slug: string;
	readonly question: string;
	readonly method: string;
	readonly options: readonly { readonly id: string; readonly label: string }[];
	/** Units that took part, of those that could. */
	readonly response: Share;
	/** Null where fewer than five answered: then nothing of the outcome is shown. */
	readonly tally: Tally | null;
	/** By channel, as far as it may be shown. */
	readonly breakdown: Breakdown | null;
	readonly verdict: Verdict | null;
	readonly reconciliation: Reconciliation;
	/** Answers received by channel; channels under five taken together. */
	readonly channels: readonly { readonly ids: readonly string[]; readonly people: number }[];
};

/** One voice in the report, with the way back to its source. */
export type Quote = {
	readonly origin: Origin;
	readonly text: string;
	readonly language: string;
	/** In Dutch, where the words are in another language. */
	readonly translation: string | null;
	/** "een ouder" or "tafel 3": never a name, nor what somebody put beside theirs. */
	readonly by: string;
	readonly source: Source;
	/** Only in what is served: the words are gone since they were published. Never frozen. */
	readonly gone?: Gone;
};

/** Why words that were quoted are not shown any more. */
export type Gone =
	| { readonly kind: 'withdrawn' }
	| {
			readonly kind: 'hidden';
			/** The number of the house rule, and what it said in the edition that held then. */
			readonly rule: number;
			readonly words: string;
	  };

/** A place in the consultation: a contribution in a panel, or a note of an evening. */
export type Source = {
	readonly kind: 'contribution' | 'note';
	readonly id: string;
	readonly origin: Origin;
	/** The panel's or the evening's name in its address, and its title. */
	readonly slug: string;
	readonly title: string;
	/** The number of the note. */
	readonly number: number | null;
};

export type ThemePart = {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	readonly minority: boolean;
	/** Sources per origin. */
	readonly counts: Readonly<Partial<Record<Origin, number>>>;
	readonly stances: Readonly<Partial<Record<'for' | 'against' | 'question' | 'idea', number>>>;
	/** People who support at least one contribution of the theme, each once. */
	readonly support: number;
	/** Nods at the tables, added up over the notes: nobody knows how many people that were. */
	readonly nodded: number;
	readonly quotes: readonly Quote[];
	readonly sources: readonly Source[];
};

export type EveningPart = {
	readonly slug: string;
	readonly title: string;
	readonly startsAt: string;
	readonly place: string;
	readonly attendance: number | null;
	readonly tables: number;
	readonly notes: number;
	/** Indicative: never added to ballots. */
	readonly hands: readonly {
		readonly question: string;
		readonly answers: readonly { readonly label: string; readonly count: number }[];
	}[];
};

export type ModerationPart = {
	readonly contributions: number;
	readonly hidden: number;
	/** How many were hidden by which house rule, as it was numbered and worded then. */
	readonly byRule: readonly {
		readonly rule: number;
		readonly words: string;
		readonly count: number;
	}[];
};

/** What a reader should know before concluding; computed, never typed. */
export type Warning =
	| { readonly kind: 'small'; readonly n: number }
	| { readonly kind: 'low-response'; readonly part: number; readonly whole: number }
	| { readonly kind: 'several'; readonly question: string }
	| { readonly kind: 'household' }
	| {
			/** What was chosen most, alone or shared, differs between two channels. */
			readonly kind: 'channels-differ';
			readonly question: string;
			readonly one: readonly string[];
			readonly other: readonly string[];
			readonly oneLeads: readonly string[];
			readonly otherLeads: readonly string[];
	  }
	| { readonly kind: 'close'; readonly question: string; readonly difference: number }
	| { readonly kind: 'one-sided'; readonly theme: string; readonly origin: Origin };

export type AnswerPart = {
	readonly themeId: string;
	readonly theme: string;
	readonly outcome: Outcome;
	readonly reason: string;
	readonly by: string;
	readonly dueOn: string | null;
	readonly dueWords: string | null;
	readonly answeredOn: string;
};

/**
 * A report as data: what was counted and said, and the words that people wrote around it. Web page,
 * print, Markdown, CSV and JSON are made from this one value. It holds only strings, whole numbers,
 * lists and null, so that its canonical JSON can be hashed.
 */
export type ReportDocument = {
	readonly version: 1;
	readonly cover: Cover;
	readonly words: ReportWords;
	readonly rules: RulesPart;
	/** Units with the right to take part, and those that did in at least one poll. */
	readonly participation: Share;
	readonly polls: readonly PollPart[];
	readonly themes: readonly ThemePart[];
	readonly evenings: readonly EveningPart[];
	readonly moderation: ModerationPart;
	readonly warnings: readonly Warning[];
	/** As far as given when this edition was made. */
	readonly answers: readonly AnswerPart[];
};
