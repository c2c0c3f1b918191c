import type { Holder } from './holders.ts';
import { participationCodes } from './schema.ts';
import { newCode } from '#features/people/code.ts';
import { markInvited } from '#features/people/server/mark-way-in.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';

/** A participation code as it goes on a letter. Nothing keeps the code itself. */
export type PlainCode = {
	readonly code: string;
	readonly householdKey: string | null;
	readonly name: string | null;
	readonly group: string;
	readonly locale: string | null;
};

const AT_ONCE = 100;

/**
 * Makes a code for each of these people and keeps its seal. A step of issuing and of replacing. A
 * code that exists already is thrown away and made anew, so no two are ever the same.
 */
export async function makeCodes(
	tx: Writer,
	{ seal, now }: Pick<Context, 'seal' | 'now'>,
	consultationId: string,
	holders: readonly Holder[]
): Promise<PlainCode[]> {
	const made = new Map<Holder, string>();
	let waiting = [...holders];
	while (waiting.length > 0) {
		const batch = waiting.slice(0, AT_ONCE).map((holder) => {
			const code = newCode();
			return { holder, code, id: seal(code) };
		});
		const rows = batch.map(({ holder: { rightId, personId }, id }) => ({
			id,
			consultationId,
			rightId,
			personId,
			status: 'issued' as const
		}));
		const kept = await tx
			.insert(participationCodes)
			.values(rows)
			.onConflictDoNothing()
			.returning({ id: participationCodes.id, personId: participationCodes.personId });
		await markInvited(
			tx,
			batch.map(({ holder }) => holder.personId),
			now
		);
		const keptBy = new Map(kept.map(({ id, personId }) => [personId, id]));
		for (const { holder, code, id } of batch) {
			if (keptBy.get(holder.personId) === id) made.set(holder, code);
		}
		waiting = waiting.filter((holder) => !made.has(holder));
	}
	return holders.map((holder) => {
		const { householdKey, name, group, locale } = holder;
		return { code: made.get(holder) ?? '', householdKey, name, group, locale };
	});
}
