import { timingSafeEqual } from 'node:crypto';
import { newCode, printedCode } from '../code.ts';
import { setUpInput } from '../input.ts';
import { firstPage } from './invite-person.ts';
import { insertSignInCode } from './make-sign-in-code.ts';
import { memberships, people } from './schema.ts';
import { insertScope } from '#features/scopes/server/create-scope.ts';
import { HOME } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { sha256 } from '#kernel/server/hash.ts';
import { record } from '#kernel/server/journal.ts';

/** Whether nothing has been set up yet: there is no place. */
export async function isEmpty(db: Reader): Promise<boolean> {
	return (await db.$count(scopes)) === 0;
}

/** The key to the set-up page, 64 bits: the same in every process that has the same secret key. */
export const setupKeyFor = (seal: (text: string) => string): string =>
	(seal('set-up').slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-');

/** Throws unless this is the key, in any case and with or without dashes. Tells nothing by its time. */
export function assertSetupKey(setupKey: string | null, typed: unknown): void {
	const digestOf = (text: string) =>
		Buffer.from(sha256(text.toUpperCase().replace(/[\s\p{Pd}]/gu, '')));
	const text = typeof typed === 'string' ? typed : '';
	const isKey = setupKey !== null && timingSafeEqual(digestOf(text), digestOf(setupKey));
	if (!isKey) throw new Invalid('input.invalid', { key: 'set-up.key' });
}

/**
 * Sets up an empty installation: its first place, and the coordinator who does the rest. Returns
 * whom to sign in and the code they sign in with from then on, which is not shown again.
 *
 * Once there is any place the key opens nothing; of two set-ups at the same moment one succeeds.
 */
export async function setUpInstallation(
	ctx: Context,
	setupKey: string | null,
	input: Readonly<Record<string, unknown>>
): Promise<{ personId: string; code: string; slug: string }> {
	return ctx.write(async (tx) => {
		if (!(await isEmpty(tx))) throw new Conflict('set-up.not-empty');
		assertSetupKey(setupKey, input.key);
		const { name, email, organisation, slug, kind } = parse(setUpInput, input);

		const scope = await insertScope(tx, HOME, { kind, name: organisation, slug, place: '' });
		const personId = newId();
		await tx.insert(people).values({ id: personId, name, email });
		await tx.insert(memberships).values({ scopeId: scope.id, personId, role: 'coordinator' });
		const code = newCode();
		const coordinator: Context = { ...ctx, scope, actor: { kind: 'person', personId } };
		const returnTo = firstPage(coordinator, 'coordinator');
		await insertSignInCode(tx, ctx, { personId, code, returnTo });
		await record(tx, coordinator, 'installation.set-up', { kind: 'scope', id: scope.id });
		return { personId, code: printedCode(code), slug: scope.slug };
	});
}
