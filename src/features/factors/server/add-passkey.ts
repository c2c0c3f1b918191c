import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { newPasskeyInput } from '../input.ts';
import { keepFactors, makeRecoveryCodes } from './keep-factors.ts';
import { countRecoveryCodes } from './queries.ts';
import { passkeys } from './schema.ts';
import { spendChallenge } from './spend-challenge.ts';
import { Invalid } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';
import { dayOf } from '#kernel/time.ts';

/** The website that a passkey is for: `https://praatmee.school.nl` and its host. */
export type Site = { readonly origin: string; readonly hostname: string };

/**
 * Keeps a passkey that a device of the actor made. Their other sessions end. Returns recovery codes,
 * which are not shown again, or none when the actor has some.
 */
export async function addPasskey(
	ctx: Context,
	site: Site,
	input: Readonly<Record<string, unknown>>
): Promise<string[]> {
	const personId = requirePerson(ctx);
	const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
	return ctx.write(async (tx) => {
		requireFresh(ctx);
		const { credential, name } = parse(newPasskeyInput, input);
		if (!credential) throw new Invalid('passkey.wrong');
		const { registrationInfo } = await verifyRegistrationResponse({
			response: credential as unknown as RegistrationResponseJSON,
			expectedChallenge: (it) => spendChallenge(tx, ctx, `add/${personId}`, it),
			expectedOrigin: site.origin,
			expectedRPID: site.hostname,
			requireUserVerification: true
		}).catch(() => ({ registrationInfo: undefined }));
		if (!registrationInfo) throw new Invalid('passkey.wrong');
		const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
		const kept = await tx
			.insert(passkeys)
			.values({
				...{ id, personId, name, counter, transports, addedOn: dayOf(ctx.now) },
				publicKey: Buffer.from(publicKey)
			})
			.onConflictDoNothing();
		if (kept.rowsAffected === 0) throw new Invalid('passkey.wrong');
		await keepFactors(tx, ctx, personId, 'passkey-added');
		await record(tx, ctx, 'factor.added', { kind: 'person', id: personId });
		return (await countRecoveryCodes(tx, personId)) > 0 ? [] : makeRecoveryCodes(tx, ctx, personId);
	});
}
