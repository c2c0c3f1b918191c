import { eq, sql } from 'drizzle-orm';
import { unlockInput } from '../input.ts';
import { PIN_TRIES } from '../rules.ts';
import { pinSeal } from './pin-seal.ts';
import { findHelpdesk } from './queries.ts';
import { helpdesks } from './schema.ts';
import { stayUnlocked } from './stay-unlocked.ts';
import { Conflict } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { record } from '#kernel/server/journal.ts';

/**
 * Unlocks a helpdesk with its PIN. Every wrong one is counted, and the fifth in a row ends it: then
 * the helper opens another from their desk.
 *
 * Input: `{ pin }`. Throws Conflict; what was counted stands.
 */
export async function unlockHelpdesk(ctx: Context, token: string, input: unknown): Promise<void> {
	const { pin } = parse(unlockInput, input);
	const refused = await ctx.write((tx) => tryPin(tx, ctx, token, pin));
	if (refused) throw new Conflict(refused);
}

async function tryPin(tx: Writer, ctx: Context, token: string, pin: string) {
	const helpdesk = await findHelpdesk(tx, ctx, token);
	if (!helpdesk) return 'helpdesk.over';
	const { id, tries, scopeId } = helpdesk.row;
	if (pinSeal(ctx, id, pin) === helpdesk.row.pin) {
		await stayUnlocked(tx, ctx, id);
		return null;
	}
	const those = eq(helpdesks.id, id);
	if (tries + 1 < PIN_TRIES) {
		await tx
			.update(helpdesks)
			.set({ tries: sql`${helpdesks.tries} + 1` })
			.where(those);
		return 'pin.wrong';
	}
	await tx.delete(helpdesks).where(those);
	await record(tx, helpdesk.ctx, 'helpdesk.ended', { kind: 'scope', id: scopeId });
	return 'helpdesk.over';
}
