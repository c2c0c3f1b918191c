import type { DemoEvening } from './consultation.ts';
import { scene, type Scene, type Telling } from './telling.ts';
import { planEvening } from '#features/evenings/server/plan-evening.ts';
import { recordAttendance } from '#features/evenings/server/record-attendance.ts';
import { recordHands } from '#features/evenings/server/record-hands.ts';
import { recordNote } from '#features/evenings/server/record-note.ts';

/** The parent evening: announced, and what was written down at its tables. */
export function meeting(telling: Telling): Scene[] {
	const { evening, plan, by } = telling.story;
	if (!evening) return [];
	const planned = scene(telling, evening.planned, by, (ctx) => {
		const { slug, title, place, details, hosts, from, to } = evening;
		const day = telling.stage.calendar.day(evening.day);
		const input = { slug, title, place, details, hosts, day, startsAt: from, endsAt: to };
		return planEvening(ctx, plan.slug, input);
	});
	return evening.held ? [planned, recorded(telling, evening, evening.held)] : [planned];
}

function recorded(
	telling: Telling,
	{ slug, day, to }: DemoEvening,
	{ attendance, notes, hands }: NonNullable<DemoEvening['held']>
): Scene {
	const { story, sources } = telling;
	return scene(telling, `${day} ${to}`, story.moderator, async (ctx) => {
		if (attendance !== undefined)
			await recordAttendance(ctx, story.plan.slug, slug, { attendance });
		for (const { key, ...note } of notes) {
			const { id } = await recordNote(ctx, story.plan.slug, slug, note);
			sources.set(key, { kind: 'note', id });
		}
		if (hands) await recordHands(ctx, story.plan.slug, slug, hands);
	});
}
