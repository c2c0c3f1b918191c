import { and, eq, ne } from 'drizzle-orm';
import { findPassword, hasFactor } from './queries.ts';
import { recoveryCodes } from './schema.ts';
import type { Change } from '#features/mails/change.ts';
import { tellChange } from '#features/mails/server/tell-change.ts';
import { newCode, printedCode } from '#features/people/code.ts';
import { people, sessions } from '#features/people/server/schema.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';

const RECOVERY_CODES = 10;

/**
 * What every change of a way in goes with: the person is known by the strongest thing they now have,
 * recovery codes that stand for nothing are gone, their other sessions end, and a mail tells them. A
 * step of commands.
 */
export async function keepFactors(
	tx: Writer,
	ctx: Pick<Context, 'session' | 'now' | 'locale'>,
	personId: string,
	change: Change
): Promise<void> {
	const strong = await hasFactor(tx, personId);
	const password = await findPassword(tx, personId);
	const confirmsBy = strong ? 'factor' : password ? 'password' : null;
	if (!strong) await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
	await tx.update(people).set({ confirmsBy }).where(eq(people.id, personId));
	await tx
		.delete(sessions)
		.where(and(eq(sessions.personId, personId), ne(sessions.id, ctx.session?.id ?? '')));
	await tellChange(tx, ctx, personId, change);
}

export const sealOf = ({ seal }: Pick<Context, 'seal'>, code: string): string =>
	seal(`recovery-code/${code}`);

/** Makes ten new recovery codes, as they are printed, instead of those there were. */
export async function makeRecoveryCodes(
	tx: Writer,
	ctx: Pick<Context, 'seal'>,
	personId: string
): Promise<string[]> {
	const codes = Array.from({ length: RECOVERY_CODES }, newCode);
	await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
	await tx.insert(recoveryCodes).values(codes.map((it) => ({ id: sealOf(ctx, it), personId })));
	return codes.map(printedCode);
}
