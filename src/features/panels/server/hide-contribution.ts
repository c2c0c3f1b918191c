import { eq } from 'drizzle-orm';
import type { Writer } from '#kernel/server/db.ts';
import { raiseVersion } from './raise-version.ts';
import { contributions } from './schema.ts';

type Standing = { readonly id: string; readonly panelId: string };

type Hiding = {
	readonly rule: number;
	/** The id of the edition of the house rules in which it has that number. */
	readonly edition: string;
	readonly reason: string;
	readonly now: Date;
};

/**
 * Takes a contribution out of sight. Its place stays, with the house rule as it was then and the
 * reason, for everybody to read; its words are shown to moderators only.
 */
export async function hideContribution(
	tx: Writer,
	contribution: Standing,
	{ rule, edition, reason, now }: Hiding
): Promise<void> {
	await tx
		.update(contributions)
		.set({ hiddenAt: now, hiddenRule: rule, hiddenEdition: edition, hiddenReason: reason })
		.where(eq(contributions.id, contribution.id));
	await raiseVersion(tx, contribution.panelId);
}

/** Shows it again, as it was. */
export async function restoreContribution(tx: Writer, contribution: Standing): Promise<void> {
	await tx
		.update(contributions)
		.set({ hiddenAt: null, hiddenRule: null, hiddenEdition: null, hiddenReason: null })
		.where(eq(contributions.id, contribution.id));
	await raiseVersion(tx, contribution.panelId);
}
