import { redirect } from '@sveltejs/kit';
import { handsFrom } from '#features/evenings/input.ts';
import { arrangeTables } from '#features/evenings/server/arrange-tables.ts';
import { changeEvening } from '#features/evenings/server/change-evening.ts';
import { changeNote } from '#features/evenings/server/change-note.ts';
import { recordAttendance } from '#features/evenings/server/record-attendance.ts';
import { recordHands } from '#features/evenings/server/record-hands.ts';
import { recordNote } from '#features/evenings/server/record-note.ts';
import { removeHands } from '#features/evenings/server/remove-hands.ts';
import { showRecording } from '#features/evenings/server/show-recording.ts';
import { withdrawNote } from '#features/evenings/server/withdraw-note.ts';
import type { Context } from '#kernel/server/context.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.ts';

const tableIn = (url: URL) => Number(url.searchParams.get('table')) || null;

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	showRecording(ctx, params.consultation, params.evening, tableIn(url));

/** An action that goes back to a part of this page, at the table where one was. */
const deed = (
	part: string,
	command: (ctx: Context, evening: [string, string], form: FormData) => Promise<unknown>
) =>
	submit<RequestEvent, never>(async ({ locals: { ctx }, params, url }, form) => {
		await command(ctx, [params.consultation, params.evening], form);
		const table = tableIn(url);
		redirect(303, `${url.pathname}${table ? `?table=${table}` : ''}#${part}`);
	});
const fields = (form: FormData) => Object.fromEntries(form);
const idIn = (form: FormData) => form.getAll('id').find((it) => typeof it === 'string') ?? '';
const numberIn = (form: FormData) => Number(form.get('number'));

export const actions: Actions = {
	attendance: deed('people', (ctx, at, form) => recordAttendance(ctx, ...at, fields(form))),
	note: submit(async ({ locals: { ctx }, params, url }, form) => {
		const { consultation, evening } = params;
		const { table, number } = await recordNote(ctx, consultation, evening, fields(form));
		redirect(303, `${url.pathname}?table=${table}&saved=${number}#body`);
	}),
	'change-note': deed('entered', (ctx, at, form) =>
		changeNote(ctx, ...at, numberIn(form), fields(form))
	),
	'withdraw-note': deed('entered', (ctx, at, form) => withdrawNote(ctx, ...at, numberIn(form))),
	hands: deed('hands', (ctx, at, form) => recordHands(ctx, ...at, handsFrom(form))),
	'remove-hands': deed('hands', (ctx, at, form) => removeHands(ctx, ...at, idIn(form))),
	tables: deed('tables', (ctx, at, form) => arrangeTables(ctx, ...at, fields(form))),
	change: deed('announced', (ctx, at, form) => changeEvening(ctx, ...at, fields(form)))
};
