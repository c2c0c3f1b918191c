import type { Moment } from './calendar.ts';
import type { PersonaName } from './region.ts';
import type { Channel, Level, Secrecy, Unit } from '#features/consultations/ground-rules.ts';
import type { Outcome, ReportWords } from '#features/reports/server/schema.ts';
import type { Day } from '#kernel/time.ts';

/** One consultation of the demonstration, from its first draft to as far as it got. */
export type DemoConsultation = {
	/** The slug of the school or alliance, and the body there that asks. */
	readonly place: string;
	readonly body: string;
	readonly plan: DemoPlan;
	/** Who makes it and confirms the count, who else does, and who enters slips and moderates. */
	readonly by: PersonaName;
	readonly second: PersonaName;
	readonly moderator: PersonaName;
	readonly drafted: Moment;
	readonly agreed: { readonly at: Moment; readonly by: readonly [string, string] };
	readonly opened: Moment;
	readonly panel: DemoPanel;
	readonly poll: DemoPoll;
	readonly votes: DemoVotes;
	readonly said: readonly Said[];
	readonly evening?: DemoEvening;
	readonly counted?: Moment;
	readonly themed?: Moment;
	readonly themes?: readonly DemoTheme[];
	readonly report?: DemoReport;
	readonly answers?: DemoAnswers;
};

/** What `draftConsultation` asks for, without what is the same in every story. */
export type DemoPlan = {
	readonly title: string;
	readonly slug: string;
	readonly question: string;
	readonly introduction: string;
	readonly motive: string;
	readonly facts: readonly string[];
	readonly fixed: readonly string[];
	readonly open: readonly string[];
	readonly level: Level;
	readonly decider: string;
	readonly decisionDay: Day;
	readonly answerDay: Day;
	readonly weight: string;
	readonly contact: string;
	readonly unit: Unit;
	readonly secrecy: Secrecy;
	readonly channels: readonly Channel[];
	readonly opens: Moment;
	readonly closes: Moment;
	/** The smallest part of the units that has to take part, and what an option has to pass. */
	readonly atLeast?: string;
	readonly moreThan?: string;
};

export type DemoPanel = {
	readonly slug: string;
	readonly title: string;
	readonly lead: string;
	readonly visibility: 'audience' | 'public';
};

export type DemoPoll = {
	readonly slug: string;
	readonly question: string;
	readonly explanation: string;
	readonly method: 'single-choice' | 'several-choices';
	readonly maximum?: number;
	readonly options: readonly {
		readonly label: string;
		readonly hint?: string;
		readonly noPreference?: true;
	}[];
};

type ByChannel<Value> = Readonly<Partial<Record<'online' | 'paper' | 'evening', Value>>>;

/** What was answered, in numbers. Who answered what is drawn by lot, in the days given. */
export type DemoVotes = {
	/** Counted ballots: per channel and option, or per channel with what all ticked together. */
	readonly ballots:
		| { readonly perOption: ByChannel<readonly number[]> }
		| { readonly people: ByChannel<number>; readonly ticks: readonly number[] };
	/** How many took part per school; left out when there is one school. */
	readonly perSchool?: Readonly<Record<string, number>>;
	/** The last day on which somebody answered, when that is not the day of closing. */
	readonly until?: Day;
	/** Slips that were refused: of those who had answered, with two marks, with no known code. */
	readonly doubles?: number;
	readonly invalid?: number;
	readonly unknown?: number;
};

export type Said = {
	/** To answer it, or to put it in a theme. */
	readonly key: string;
	readonly at: Moment;
	readonly body: string;
	/** A parent of the place by name, or a persona. Left out, it is any parent. */
	readonly by?: string;
	/** A name that the writer chose; without a name of either kind they write as "een ouder". */
	readonly pseudonym?: string;
	readonly stance?: 'for' | 'against' | 'question' | 'idea';
	/** The key of what it answers. */
	readonly answers?: string;
	readonly badge?: 'staff' | 'council' | 'moderator';
	readonly note?: string;
	readonly official?: true;
	/** Entered by the moderator for somebody who wrote on paper or called. */
	readonly entered?: {
		readonly origin: 'paper' | 'phone';
		readonly source: string;
		readonly name?: string;
	};
	readonly language?: string;
	readonly translation?: string;
	/** How many parents thought so too. */
	readonly support?: number;
	/** By which house rule it was hidden and why; restored with another reason. */
	readonly hidden?: { readonly at: Moment; readonly rule: number; readonly reason: string };
	readonly restored?: { readonly at: Moment; readonly reason: string };
};

export type DemoEvening = {
	readonly planned: Moment;
	readonly slug: string;
	readonly title: string;
	readonly day: Day;
	readonly from: string;
	readonly to: string;
	readonly place: string;
	readonly details: string;
	readonly hosts: readonly string[];
	/** What was written down there; left out while it is still to come. */
	readonly held?: {
		/** How many parents came; left out of an evening that was not for parents. */
		readonly attendance?: number;
		readonly notes: readonly DemoNote[];
		readonly hands?: {
			readonly question: string;
			readonly answers: readonly { readonly label: string; readonly count: number }[];
		};
	};
};

export type DemoNote = {
	readonly key: string;
	readonly table: number;
	readonly body: string;
	readonly nodded?: number;
	readonly stance?: 'for' | 'against' | 'question' | 'idea';
	readonly language?: string;
	readonly translation?: string;
};

export type DemoTheme = {
	readonly title: string;
	readonly summary: string;
	readonly minority?: true;
	/** Keys of what was said and noted; a star before it quotes it. */
	readonly sources: readonly string[];
	/** What the board does with it; left out while it is silent. */
	readonly answer?: {
		readonly at: Moment;
		readonly outcome: Outcome;
		readonly reason: string;
		readonly by: string;
		readonly dueOn?: Day;
		readonly dueWords?: string;
		/** When what was promised had been done. */
		readonly kept?: Moment;
	};
};

export type DemoReport = {
	readonly written: Moment;
	/** Unfinished words are empty. */
	readonly words: ReportWords;
	readonly published?: Moment;
	/** A later edition, with what changed in it. */
	readonly corrected?: {
		readonly at: Moment;
		readonly changes: string;
		readonly words: ReportWords;
	};
};

export type DemoAnswers = {
	readonly by: PersonaName;
	/** When every theme had its answer, and what the last edition says about itself. */
	readonly completed?: { readonly at: Moment; readonly changes: string };
};
