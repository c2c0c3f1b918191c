import type { Holder } from './holders.ts';
import { makeCodes, type PlainCode } from './make-codes.ts';
import { replaceIssued } from './replace-issued.ts';
import { isInChargeOf } from '#features/people/server/belonging.ts';
import { isWithoutRights } from '#features/people/server/only-parents.ts';
import { Conflict } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { record } from '#kernel/server/journal.ts';
import { dayOf } from '#kernel/time.ts';

/**
 * Makes a code for somebody and writes it down; the one they had opens nothing any more. A step of
 * replacing one, at the desk and at the helpdesk.
 *
 * It lets its owner in as a parent and no more, but under their name. What somebody with rights over
 * others says weighs more: they get one only from who is in charge wherever they have them.
 */
export async function giveCode(
	tx: Writer,
	ctx: Context,
	consultationId: string,
	holder: Holder
): Promise<PlainCode> {
	const { personId } = holder;
	const isOnlyParent = await isWithoutRights(tx, personId, dayOf(ctx.now));
	if (!isOnlyParent && !(await isInChargeOf(tx, ctx, personId)))
		throw new Conflict('person.own-way');
	await replaceIssued(tx, consultationId, [personId]);
	const [code] = await makeCodes(tx, ctx, consultationId, [holder]);
	if (!code) throw new Conflict('codes.none-to-replace');
	const what = holder.code === 'none' ? 'codes.issued' : 'code.replaced';
	await record(tx, ctx, what, { kind: 'consultation', id: consultationId });
	return code;
}
