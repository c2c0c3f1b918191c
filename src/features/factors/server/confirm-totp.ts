import { eq } from 'drizzle-orm';
import { digitsIn, stepOf } from '../totp.ts';
import { countFactorTry } from './enter-factor.ts';
import { keepFactors, makeRecoveryCodes } from './keep-factors.ts';
import { findTotp } from './queries.ts';
import { totps } from './schema.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';

/**
 * Makes the app that was begun with count, by its first digits. Returns the recovery codes, which
 * are not shown again. The other sessions of the actor end.
 */
export async function confirmTotp(ctx: Context, text: string): Promise<string[]> {
	const personId = requirePerson(ctx);
	await countFactorTry(ctx, personId);
	return ctx.write(async (tx) => {
		const begun = await findTotp(tx, personId);
		if (!begun || begun.confirmedAt) throw new Conflict('factor.not-begun');
		requireFresh(ctx);
		const digits = digitsIn(text);
		const secret = ctx.vault.unlock(begun.secretLocked);
		const step = digits && (await stepOf(secret, digits, ctx.now));
		if (!step) throw new Invalid('input.invalid', { digits: 'factor.wrong' });
		await tx
			.update(totps)
			.set({ confirmedAt: ctx.now, lastStep: step })
			.where(eq(totps.personId, personId));
		const codes = await makeRecoveryCodes(tx, ctx, personId);
		await keepFactors(tx, ctx, personId, 'app-added');
		await record(tx, ctx, 'factor.added', { kind: 'person', id: personId });
		return codes;
	});
}
