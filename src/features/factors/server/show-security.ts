import { addressOf } from '../totp.ts';
import { offerNewPasskey } from './offer-passkey.ts';
import { countRecoveryCodes, findPassword, findTotp, listPasskeys } from './queries.ts';
import { sessionKind } from '#features/people/rules.ts';
import { allRolesOf, findPerson } from '#features/people/server/queries.ts';
import { NotFound } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';

/** How the actor shows that it is them. The secret of an app is shown until its first digits came. */
export async function showSecurity(ctx: Context, host: string) {
	const personId = requirePerson(ctx);
	const person = await findPerson(ctx.read, personId);
	if (!person) throw new NotFound('not-found');
	const totp = await findTotp(ctx.read, personId);
	const secret = totp && !totp.confirmedAt ? ctx.vault.unlock(totp.secretLocked) : null;
	const keys = await listPasskeys(ctx.read, personId);
	return {
		/** Who only is a parent has no rights over others that would wait for it. */
		hasDesk: sessionKind(await allRolesOf(ctx.read, personId)) === 'desk',
		app: {
			state: totp ? (totp.confirmedAt ? ('on' as const) : ('begun' as const)) : ('none' as const),
			secret: secret?.match(/.{1,4}/g)?.join(' ') ?? null,
			address: secret && (await addressOf(secret, person.email ?? person.name ?? ''))
		},
		passkeys: {
			all: keys.map(({ id, name, addedOn }) => ({ id, name, addedOn })),
			offer: await offerNewPasskey(ctx, host)
		},
		password: person.email ? { on: Boolean(await findPassword(ctx.read, personId)) } : null,
		codesLeft: person.confirmsBy === 'factor' ? await countRecoveryCodes(ctx.read, personId) : null
	};
}
