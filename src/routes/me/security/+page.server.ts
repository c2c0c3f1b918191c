import { redirect } from '@sveltejs/kit';
import { addPasskey } from '#features/factors/server/add-passkey.ts';
import { confirmTotp } from '#features/factors/server/confirm-totp.ts';
import { removePasskey } from '#features/factors/server/remove-passkey.ts';
import { removeTotp } from '#features/factors/server/remove-totp.ts';
import { renewRecoveryCodes } from '#features/factors/server/renew-recovery-codes.ts';
import { removePassword, setPassword } from '#features/factors/server/set-password.ts';
import { showSecurity } from '#features/factors/server/show-security.ts';
import { startTotp } from '#features/factors/server/start-totp.ts';
import { localPath } from '#features/people/local-path.ts';
import { textIn } from '#kernel/form.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx, waiting }, url }) => ({
	security: await showSecurity(ctx, url.hostname),
	waiting,
	back: localPath(url.searchParams.get('back'))
});

const here = (url: URL) => {
	const back = localPath(url.searchParams.get('back'));
	return back === '/' ? '/me/security' : `/me/security?back=${encodeURIComponent(back)}`;
};

/** Recovery codes are in the answer to the form, once, and nowhere else. */
export const actions: Actions = {
	begin: submit(async ({ locals: { ctx }, url }) => {
		await startTotp(ctx);
		redirect(303, here(url));
	}),
	finish: submit(async ({ locals }, form) => {
		const codes = await confirmTotp(locals.ctx, textIn(form, 'digits'));
		await locals.proved('factor');
		return { codes };
	}),
	codes: submit(async ({ locals: { ctx } }) => ({ codes: await renewRecoveryCodes(ctx) })),
	addPasskey: submit(async ({ locals, url }, form) => {
		const codes = await addPasskey(locals.ctx, url, Object.fromEntries(form));
		await locals.proved('factor');
		return { codes, added: true };
	}),
	removePasskey: submit(async ({ locals: { ctx }, url }, form) => {
		await removePasskey(ctx, textIn(form, 'passkey'));
		redirect(303, here(url));
	}),
	password: submit(async ({ locals, url }, form) => {
		await setPassword(locals.ctx, textIn(form, 'password'));
		await locals.proved('password');
		redirect(303, here(url));
	}),
	removePassword: submit(async ({ locals: { ctx }, url }) => {
		await removePassword(ctx);
		redirect(303, here(url));
	}),
	remove: submit(async ({ locals: { ctx }, url }) => {
		await removeTotp(ctx);
		redirect(303, here(url));
	})
};
