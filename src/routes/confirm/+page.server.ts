import { redirect } from '@sveltejs/kit';
import { enterFactor } from '#features/factors/server/enter-factor.ts';
import { enterPasskey } from '#features/factors/server/enter-passkey.ts';
import { confirmPassword } from '#features/factors/server/enter-password.ts';
import { askPasskey } from '#features/factors/server/offer-passkey.ts';
import { localPath } from '#features/people/local-path.ts';
import { problemIn } from '#features/sign-on/server/show-problem.ts';
import { requirePerson } from '#kernel/server/context.ts';
import { textIn } from '#kernel/form.ts';
import { isFresh } from '#kernel/server/fresh.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

/** With `stay` it was opened beside a form that waits: there is nowhere to go on to. */
export const load: PageServerLoad = ({ locals: { ctx, waiting, provider }, url }) => {
	requirePerson(ctx);
	const back = localPath(url.searchParams.get('back'));
	const stay = url.searchParams.has('stay');
	const asks = ctx.session?.confirmsBy ?? null;
	if (waiting && asks !== 'factor' && !stay)
		redirect(303, `/me/security?back=${encodeURIComponent(back)}`);
	if (!asks && !stay) redirect(303, back);
	return {
		...{ back, stay, asks, offer: askPasskey(ctx, url.hostname) },
		confirmed: url.searchParams.has('confirmed') && isFresh(ctx),
		problem: problemIn(provider, url)
	};
};

function goOn(form: FormData): { done: true } {
	if (!textIn(form, 'stay')) redirect(303, localPath(textIn(form, 'back')));
	return { done: true };
}

export const actions: Actions = {
	factor: submit(async ({ locals }, form) => {
		await enterFactor(locals.ctx, textIn(form, 'factor'));
		await locals.proved('factor');
		return goOn(form);
	}),
	password: submit(async ({ locals }, form) => {
		await confirmPassword(locals.ctx, textIn(form, 'password'));
		await locals.proved('password');
		return goOn(form);
	}),
	passkey: submit(async ({ locals, url }, form) => {
		requirePerson(locals.ctx);
		await enterPasskey(locals.ctx, url, Object.fromEntries(form));
		await locals.proved('factor');
		return goOn(form);
	})
};
