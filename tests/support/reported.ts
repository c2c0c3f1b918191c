import { castBallot } from '#features/polls/server/cast-ballot.ts';
import { confirmCount } from '#features/polls/server/confirm-count.ts';
import { publishReport } from '#features/reports/server/publish-report.ts';
import { writeReport } from '#features/reports/server/write-report.ts';
import { linkSources } from '#features/themes/server/link-sources.ts';
import { makeTheme } from '#features/themes/server/make-theme.ts';
import { quoteSource } from '#features/themes/server/quote-source.ts';
import type { SourceName } from '#features/themes/source.ts';
import type { Context } from '#kernel/server/context.ts';
import { aConsultation, CLOSES, type Consulted } from './consultation.ts';
import { aNote } from './said.ts';
import { at, minutesLater } from './world.ts';

export const SLUG = 'schooltijden';
export const AFTER = minutesLater(60, CLOSES);
export const WORDS = {
	outcome: 'Vijf gelijke dagen kreeg de meeste stemmen.',
	meaning: 'De uitslag zegt iets over wie meededen.',
	minority: 'Een deel wil dat het blijft zoals het is.',
	position: 'Wij stemmen in.',
	next: 'Het bestuur besluit op 24 juni.'
};

export function form(fields: Readonly<Record<string, string>>): FormData {
	const made = new FormData();
	for (const [name, value] of Object.entries(fields)) made.append(name, value);
	return made;
}

export const ANSWER = form({
	outcome: 'adopted',
	reason: 'Dat kan.',
	by: 'P. Kuipers',
	dueOn: '2027-09-01'
});

export type Counted = Consulted & {
	readonly moderator: Context;
	readonly council: Context;
	readonly decider: Context;
	readonly coordinator: Context;
	readonly themeId: string;
	/** The note that the theme stands on. */
	readonly noteId: string;
};

/** A consultation of which the count was closed: eight families, one theme with a note in it. */
export async function counted(): Promise<Counted> {
	const it = await aConsultation({ families: 8 });
	for (const { ctx } of it.families) await castBallot(ctx, SLUG, SLUG, form({ choice: 'b' }));
	const moderator = at(await it.school.a('moderator'), AFTER);
	const council = at(await it.school.a('council'), AFTER);
	const decider = at(await it.school.a('decider'), AFTER);
	const coordinator = at(await it.school.a('coordinator'), AFTER);
	await confirmCount(moderator, SLUG);
	await confirmCount(council, SLUG);
	const noteId = await aNote(it, 1, { body: 'Tien minuten is te kort' });
	const theme = await makeTheme(moderator, SLUG, { title: 'Eten', summary: 'Te kort.' });
	await linkSources(moderator, SLUG, theme.id, [{ kind: 'note', id: noteId }]);
	return { ...it, moderator, council, decider, coordinator, themeId: theme.id, noteId };
}

/** Puts a piece under the theme, to be quoted literally in the report. */
export async function quoted({ moderator, themeId }: Counted, source: SourceName): Promise<void> {
	await linkSources(moderator, SLUG, themeId, [source]);
	await quoteSource(moderator, SLUG, themeId, source, true);
}

/** Writes the words of the report and publishes it. */
export async function publish({ council }: Counted): Promise<void> {
	await writeReport(council, SLUG, form(WORDS));
	await publishReport(council, SLUG, form({ changes: '' }));
}

/** The same consultation with the first edition of its report. */
export async function published(): Promise<Counted> {
	const it = await counted();
	await publish(it);
	return it;
}
