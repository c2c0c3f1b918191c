import { openInput } from '../input.ts';
import { OPEN_HOURS } from '../rules.ts';
import { pinSeal } from './pin-seal.ts';
import { helpdesks } from './schema.ts';
import { Conflict } from '#kernel/errors.ts';
import { newToken } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { sha256 } from '#kernel/server/hash.ts';
import { record } from '#kernel/server/journal.ts';
import { dayOf } from '#kernel/time.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Makes a browser the helpdesk of this school for an evening, locked with the PIN that the helper
 * chose. Returns the token for its cookie, which is kept nowhere. The helper is to be signed out
 * there: whoever has the tablet in hand must not reach their desk.
 *
 * Input: `{ pin }`.
 */
export async function openHelpdesk(ctx: Context, device: string, input: unknown): Promise<string> {
	const helperId = requirePerson(ctx);
	const { scope, now, locale } = ctx;
	return ctx.write(async (tx) => {
		authorize(ctx, 'helpdesk.use', { scopeId: scope.id });
		requireFresh(ctx);
		if (scope.kind !== 'school') throw new Conflict('helpdesk.only-at-school');
		const { pin } = parse(openInput, input);

		const token = newToken();
		const id = sha256(token);
		await tx.insert(helpdesks).values({
			...{ id, scopeId: scope.id, helperId, locale, device, beganOn: dayOf(now) },
			pin: pinSeal(ctx, id, pin),
			expiresAt: new Date(now.getTime() + OPEN_HOURS * 3_600_000)
		});
		await record(tx, ctx, 'helpdesk.opened', { kind: 'scope', id: scope.id });
		return token;
	});
}
