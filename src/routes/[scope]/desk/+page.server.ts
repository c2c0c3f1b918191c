import { stageOf } from '#features/consultations/rules.ts';
import { listConsultations } from '#features/consultations/server/queries.ts';
import { isReadable } from '#features/consultations/server/readable.ts';
import { showDesk } from '#features/people/server/show-desk.ts';
import { countWaiting } from '#features/questions/server/show-questions.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const desk = await showDesk(ctx);
	const all = await listConsultations(ctx.read, ctx.scope);
	const consultations = all
		.filter((it) => isReadable(ctx, it))
		.map((it) => ({ slug: it.slug, title: it.title, stage: stageOf(it, ctx.now) }));
	const asked = desk.may.questions ? await countWaiting(ctx.read, ctx.scope) : 0;
	return { ...desk, consultations, asked };
};
