import type { Journey } from '../journey.ts';
import type { Account, Provider } from './provider.ts';
import { findOwner, listStaffAt, sealOf, works } from './queries.ts';
import { readAnswer } from './read-answer.ts';
import { providerAccounts } from './schema.ts';
import { beginningOf } from '#features/factors/server/enter-passkey.ts';
import { keepFactors } from '#features/factors/server/keep-factors.ts';
import { Conflict } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { record } from '#kernel/server/journal.ts';
import { dayOf } from '#kernel/time.ts';

/** How somebody showed at the provider who they are. */
export type Shown = {
	readonly strong: boolean;
	/** When; null where the provider does not tell. */
	readonly confirmedAt: Date | null;
};

export type Entry = {
	readonly personId: string;
	readonly returnTo: string;
	readonly shown: Shown;
};

/**
 * Says whom an account at the provider lets in, and where they begin. The first time it is linked to
 * the one person who works here and has its address; from then on the account decides, whatever
 * address it has. Nobody becomes somebody by it. To an account that is nobody's here, of a parent, or
 * whose address is not known to be theirs, the answer is the same.
 */
export async function enterByProvider(
	ctx: Context,
	provider: Provider,
	journey: Journey | null,
	answer: URL
): Promise<Entry> {
	const { account } = await readAnswer(ctx, provider, journey, answer);
	const personId = await ctx.write(async (tx) => {
		const owner = (await findOwner(tx, ctx, account)) ?? (await link(tx, ctx, account));
		if (!(await works(tx, owner, ctx.now))) throw new Conflict('sign-on.unknown');
		return owner;
	});
	const { strong, shownAgo } = account;
	const confirmedAt = shownAgo === null ? null : new Date(ctx.now.getTime() - shownAgo * 1000);
	return {
		personId,
		returnTo: await beginningOf(ctx.read, personId),
		shown: { strong, confirmedAt }
	};
}

async function link(tx: Writer, ctx: Context, account: Account): Promise<string> {
	const { issuer, email } = account;
	const [personId, ...others] = email === null ? [] : await listStaffAt(tx, email, ctx.now);
	if (personId === undefined) throw new Conflict('sign-on.unknown');
	if (others.length > 0) throw new Conflict('sign-on.shared');
	const linked = await tx
		.insert(providerAccounts)
		.values({ id: sealOf(ctx, account), issuer, personId, linkedOn: dayOf(ctx.now) })
		// they have another account there: this address went to somebody else
		.onConflictDoNothing();
	if (linked.rowsAffected === 0) throw new Conflict('sign-on.unknown');
	await keepFactors(tx, ctx, personId, 'account-linked');
	await record(tx, ctx, 'account.linked', { kind: 'person', id: personId });
	return personId;
}
