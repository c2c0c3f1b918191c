import { redirect } from '@sveltejs/kit';
import { stageOf } from '#features/consultations/rules.ts';
import { listConsultations } from '#features/consultations/server/queries.ts';
import { showSchoolYear } from '#features/people/server/show-school-year.ts';
import { checkSchoolYear, startSchoolYear } from '#features/people/server/start-school-year.ts';
import { undoSchoolYear } from '#features/people/server/undo-school-year.ts';
import { textIn } from '#kernel/form.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const year = await showSchoolYear(ctx);
	const consultations = await listConsultations(ctx.read, ctx.scope);
	const running = consultations.filter((it) => stageOf(it, ctx.now) === 'open');
	return { ...year, running: running.map(({ title }) => title) };
};

export const actions: Actions = {
	check: submit(async ({ locals: { ctx } }, form) => {
		const values = Object.fromEntries([...form.keys()].map((id) => [id, textIn(form, id)]));
		return { checked: await checkSchoolYear(ctx, values), values };
	}),
	start: submit(async ({ locals: { ctx }, url }, form) => {
		await startSchoolYear(ctx, Object.fromEntries(form));
		redirect(303, `${url.pathname}?begun`);
	}),
	undo: submit(async ({ locals: { ctx }, url }) => {
		await undoSchoolYear(ctx);
		redirect(303, `${url.pathname}?undone`);
	})
};
