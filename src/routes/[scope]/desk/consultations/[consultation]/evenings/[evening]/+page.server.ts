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
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.ts';

const tableIn = (url: URL) => Number(url.searchParams.get('table')) || null;

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	showRecording(ctx, params.consultation, params.evening, tableIn(url));

/** An action that goes back to a part of this page, at the table where one was. */
const deed = (
	command: (
		event: RequestEvent,
		form: FormData,
		...evening: [consultation: string, evening: string]
	) => Promise<unknown>,
	part: string
) =>
	submit<RequestEvent, never>(async (event, form) => {
		const { params, url } = event;
		await command(event, form, params.consultation, params.evening);
		const table = tableIn(url);
		redirect(303, `${url.pathname}${table ? `?table=${table}` : ''}#${part}`);
	});
const fields = (form: FormData) => Object.fromEntries(form);
const idIn = (form: FormData) => form.getAll('id').find((it) => typeof it === 'string') ?? '';
const numberIn = (form: FormData) => Number(form.get('number'));

export const actions: Actions = {
	attendance: deed(
		({ locals: { ctx } }, form, ...at) => recordAttendance(ctx, ...at, fields(form)),
		'people'
	),
	note: submit(async ({ locals: { ctx }, params, url }, form) => {
		const { consultation, evening } = params;
		const { table, number } = await recordNote(ctx, consultation, evening, fields(form));
		redirect(303, `${url.pathname}?table=${table}&saved=${number}#body`);
	}),
	'change-note': deed(
		({ locals: { ctx } }, form, ...at) => changeNote(ctx, ...at, numberIn(form), fields(form)),
		'entered'
	),
	'withdraw-note': deed(
		({ locals: { ctx } }, form, ...at) => withdrawNote(ctx, ...at, numberIn(form)),
		'entered'
	),
	hands: deed(
		({ locals: { ctx } }, form, ...at) => recordHands(ctx, ...at, handsFrom(form)),
		'hands'
	),
	'remove-hands': deed(
		({ locals: { ctx } }, form, ...at) => removeHands(ctx, ...at, idIn(form)),
		'hands'
	),
	tables: deed(
		({ locals: { ctx } }, form, ...at) => arrangeTables(ctx, ...at, fields(form)),
		'tables'
	),
	change: deed(
		({ locals: { ctx } }, form, ...at) => changeEvening(ctx, ...at, fields(form)),
		'announced'
	)
};
