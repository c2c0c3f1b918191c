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
import { removeAccount } from '#features/sign-on/server/remove-account.ts';
import { showAccounts } from '#features/sign-on/server/show-accounts.ts';
import { textIn } from '#kernel/form.ts';
import type { Context } from '#kernel/server/context.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx, waiting, provider }, url }) => ({
	security: await showSecurity(ctx, url.hostname),
	accounts: await showAccounts(ctx, provider),
	waiting,
	back: localPath(url.searchParams.get('back'))
});

const here = (url: URL) => {
	const back = localPath(url.searchParams.get('back'));
	return back === '/' ? '/me/security' : `/me/security?back=${encodeURIComponent(back)}`;
};

/** Does something with how the actor comes in, and shows the page anew. */
const change = (work: (ctx: Context, form: FormData) => Promise<unknown>) =>
	submit<RequestEvent, never>(async ({ locals: { ctx }, url }, form) => {
		await work(ctx, form);
		redirect(303, here(url));
	});

/** Recovery codes are in the answer to the form, once, and nowhere else. */
export const actions: Actions = {
	begin: change(startTotp),
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
	removePasskey: change((ctx, form) => removePasskey(ctx, textIn(form, 'passkey'))),
	password: submit(async ({ locals, url }, form) => {
		await setPassword(locals.ctx, textIn(form, 'password'));
		await locals.proved('password');
		redirect(303, here(url));
	}),
	removePassword: change(removePassword),
	removeAccount: change((ctx, form) => removeAccount(ctx, textIn(form, 'issuer'))),
	remove: change(removeTotp)
};
