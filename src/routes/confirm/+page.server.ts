import { redirect } from '@sveltejs/kit';
import { enterFactor } from '#features/factors/server/enter-factor.ts';
import { localPath } from '#features/people/local-path.ts';
import { requirePerson } from '#kernel/server/context.ts';
import { textIn } from '#kernel/form.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

/** With `stay` it was opened beside a form that waits: there is nowhere to go on to. */
export const load: PageServerLoad = ({ locals: { ctx, waiting }, url }) => {
	requirePerson(ctx);
	const back = localPath(url.searchParams.get('back'));
	const stay = url.searchParams.has('stay');
	const asks = ctx.session?.confirmsBy ?? null;
	if (waiting && asks !== 'factor') redirect(303, `/me/security?back=${encodeURIComponent(back)}`);
	if (!asks && !stay) redirect(303, back);
	return { back, stay, asks };
};

export const actions: Actions = {
	default: submit(async ({ locals }, form) => {
		await enterFactor(locals.ctx, textIn(form, 'factor'));
		await locals.proved('factor');
		if (textIn(form, 'stay')) return { done: true };
		redirect(303, localPath(textIn(form, 'back')));
	})
};
