import { lastDayOf } from '#features/consultations/closing.ts';
import type { Stage } from '#features/consultations/rules.ts';
import { dayOf, type Day } from '#kernel/time.ts';

type Evening = {
	readonly slug: string;
	readonly title: string;
	readonly startsAt: Date;
	readonly endsAt: Date;
};

export type Course = {
	readonly stage: Stage;
	readonly draftedAt: Date;
	readonly opensAt: Date;
	readonly closesAt: Date;
	readonly decisionDay: Day;
	readonly answerDay: Day;
	readonly reportedAt: Date | null;
	readonly evenings: readonly Evening[];
};

/** A step of the way, from the first idea to the last answer. */
export type Phase = {
	readonly kind: 'prepare' | 'take-part' | 'evening' | 'report' | 'decision' | 'answers';
	readonly state: 'done' | 'now' | 'next';
	/** Its first day, and its last when that is another. Null: not known yet. */
	readonly from: Day | null;
	readonly to: Day | null;
	readonly evening: { readonly slug: string; readonly title: string } | null;
};

const ORDER = ['prepare', 'take-part', 'report', 'decision', 'answers'] as const;

/** How many of the steps in ORDER are behind us. */
function stepsDone({ stage, decisionDay }: Course, today: Day): number {
	switch (stage) {
		case 'draft':
		case 'planned':
			return 0;
		case 'open':
		case 'suspended':
			return 1;
		case 'closed':
		case 'counted':
		case 'withdrawn':
			return 2;
		case 'reported':
			return today <= decisionDay ? 3 : 4;
		case 'done':
		case 'archived':
			return 5;
	}
}

function eveningPhase({ slug, title, startsAt, endsAt }: Evening, now: Date): Phase {
	const state = endsAt <= now ? 'done' : 'next';
	return { kind: 'evening', state, from: dayOf(startsAt), to: null, evening: { slug, title } };
}

/**
 * Where a consultation is on its way: what is behind it, the one step that it is in, and what comes.
 * Evenings that were stand before the period of taking part, those to come behind it.
 */
export function phasesOf(course: Course, now: Date): Phase[] {
	const done = stepsDone(course, dayOf(now));
	const step = (place: number, from: Day | null, to: Day | null = null): Phase => ({
		kind: ORDER[place] ?? 'answers',
		state: place < done ? 'done' : place === done ? 'now' : 'next',
		from: from || null,
		to: to === from ? null : to,
		evening: null
	});
	const evenings = course.evenings.map((evening) => eveningPhase(evening, now));
	return [
		step(0, dayOf(course.draftedAt), dayOf(course.opensAt)),
		...evenings.filter(({ state }) => state === 'done'),
		step(1, dayOf(course.opensAt), lastDayOf(course.closesAt)),
		...evenings.filter(({ state }) => state === 'next'),
		step(2, course.reportedAt ? dayOf(course.reportedAt) : null),
		step(3, course.decisionDay),
		step(4, course.answerDay)
	];
}
