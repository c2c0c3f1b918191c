import { and, eq, isNotNull, lt } from 'drizzle-orm';
import { digitsIn, stepOf } from '../totp.ts';
import { sealOf } from './keep-factors.ts';
import { findTotp } from './queries.ts';
import { recoveryCodes, totps } from './schema.ts';
import { normaliseCode } from '#features/people/code.ts';
import { Invalid } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { countTry } from '#kernel/server/throttle.ts';

/** Tries of one person, right ones too. Only showing a factor is refused: they can still come in. */
const TRIES = { times: 10, minutes: 15 };

export const countFactorTry = (ctx: Context, personId: string): Promise<void> =>
	countTry(ctx, `second-factor/${personId}`, TRIES);

/**
 * Checks the digits of the actor's app, or one of their recovery codes. Either works once: digits
 * that were used, and all before them, are refused. Whatever is wrong, the answer is the same.
 */
export async function enterFactor(ctx: Context, text: string): Promise<void> {
	const personId = requirePerson(ctx);
	await countFactorTry(ctx, personId);
	const digits = digitsIn(text);
	const code = normaliseCode(text);
	const isRight = await ctx.write(async (tx) => {
		if (digits) return useDigits(tx, ctx, personId, digits);
		return code !== null && useCode(tx, ctx, personId, code);
	});
	if (!isRight) throw new Invalid('input.invalid', { factor: 'factor.wrong' });
}

async function useDigits(
	tx: Writer,
	{ vault, now }: Context,
	personId: string,
	digits: string
): Promise<boolean> {
	const totp = await findTotp(tx, personId);
	const step = totp && (await stepOf(vault.unlock(totp.secretLocked), digits, now));
	if (!step) return false;
	const used = await tx
		.update(totps)
		.set({ lastStep: step })
		.where(
			and(eq(totps.personId, personId), isNotNull(totps.confirmedAt), lt(totps.lastStep, step))
		);
	return used.rowsAffected > 0;
}

async function useCode(tx: Writer, ctx: Context, personId: string, code: string): Promise<boolean> {
	const used = await tx
		.delete(recoveryCodes)
		.where(and(eq(recoveryCodes.id, sealOf(ctx, code)), eq(recoveryCodes.personId, personId)));
	return used.rowsAffected > 0;
}
