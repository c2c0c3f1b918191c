import type { AuthenticationResponseJSON, AuthenticatorTransport } from '@simplewebauthn/server';
import { and, asc, eq, ne } from 'drizzle-orm';
import { passkeyInput } from '../input.ts';
import type { Site } from './add-passkey.ts';
import { passkeys } from './schema.ts';
import { spendChallenge } from './spend-challenge.ts';
import { firstPage } from '#features/people/server/invite-person.ts';
import { memberships } from '#features/people/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Invalid } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Reader, Writer } from '#kernel/server/db.ts';

/**
 * Says whom a passkey is of, and where they begin. Who is signed in already shows their own with it.
 * Whatever is wrong with it (unknown, shown before, for another website, without the person being
 * recognised by their device) the answer is the same.
 */
export async function enterPasskey(
	ctx: Context,
	site: Site,
	input: Readonly<Record<string, unknown>>
): Promise<{ personId: string; returnTo: string }> {
	const { credential } = parse(passkeyInput, input);
	if (!credential) throw new Invalid('passkey.wrong');
	const library = await import('@simplewebauthn/server');
	const personId = await ctx.write((tx) =>
		check(tx, ctx, site, library, credential as unknown as AuthenticationResponseJSON)
	);
	if (!personId) throw new Invalid('passkey.wrong');
	if (ctx.actor.kind === 'person' && ctx.actor.personId !== personId)
		throw new Invalid('passkey.other');
	return { personId, returnTo: await beginningOf(ctx.read, personId) };
}

/** Null for a wrong one: answers rather than throws, so that its challenge stays spent. */
async function check(
	tx: Writer,
	ctx: Context,
	site: Site,
	{ verifyAuthenticationResponse }: typeof import('@simplewebauthn/server'),
	response: AuthenticationResponseJSON
): Promise<string | null> {
	const [known] = await tx.select().from(passkeys).where(eq(passkeys.id, response.id));
	if (!known) return null;
	const { id, publicKey, counter, transports } = known;
	const found = await verifyAuthenticationResponse({
		response,
		expectedChallenge: (it) => spendChallenge(tx, ctx, 'show', it),
		expectedOrigin: site.origin,
		expectedRPID: site.hostname,
		requireUserVerification: true,
		credential: {
			...{ id, counter, publicKey: new Uint8Array(publicKey) },
			transports: [...transports] as AuthenticatorTransport[]
		}
	}).catch(() => null);
	if (!found?.verified) return null;
	await tx
		.update(passkeys)
		.set({ counter: found.authenticationInfo.newCounter })
		.where(eq(passkeys.id, id));
	return known.personId;
}

/** Where somebody begins who came by no code or link of a place: at their desk, or their own page. */
export async function beginningOf(db: Reader, personId: string): Promise<string> {
	const [first] = await db
		.select({ role: memberships.role, scope: scopes })
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(
			and(
				eq(memberships.personId, personId),
				eq(memberships.status, 'active'),
				ne(memberships.role, 'parent')
			)
		)
		.orderBy(asc(scopes.path), asc(memberships.role))
		.limit(1);
	if (!first) return '/me';
	return firstPage({ scope: first.scope, actor: { kind: 'person', personId } }, first.role);
}
