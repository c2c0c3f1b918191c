import { eq, inArray, sql } from 'drizzle-orm';
import { handOverInput } from '../input.ts';
import { getUnlocked } from './queries.ts';
import { helpdesks } from './schema.ts';
import { describeParent } from './show-parent.ts';
import { waitingFor } from './waiting-for.ts';
import { markInvited } from '#features/people/server/mark-way-in.ts';
import { people } from '#features/people/server/schema.ts';
import { LOCALES, type Locale } from '#i18n/catalogue.ts';
import { parse } from '#kernel/parse.ts';
import type { Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

export type Handed = {
	readonly personId: string;
	readonly language: Locale;
	/** Where what they can answer is. */
	readonly leadsTo: string;
};

/**
 * Hands the tablet to a parent whom the helper asked who they are: locks the helpdesk, keeps in what
 * language they read and how the school writes to them, and says who is to be signed in. That they
 * were helped is written down; what they do then is not.
 *
 * Input: `{ person, language, channel? }`. Of somebody without an address the channel stays as it is.
 */
export async function handOver(ctx: Context, token: string, input: unknown): Promise<Handed> {
	return ctx.write(async (tx) => {
		const helpdesk = await getUnlocked(tx, ctx, token);
		const { row, ctx: there } = helpdesk;
		authorize(there, 'helpdesk.use', { scopeId: there.scope.id });
		const { person: personId, language, channel } = parse(handOverInput, input);
		const parent = await describeParent(tx, helpdesk, personId);

		await tx
			.update(people)
			.set({
				// our pages are not in every language; one of another that is known stays
				locale: sql`case when ${people.locale} is null or ${inArray(people.locale, [...LOCALES])}
					then ${language} else ${people.locale} end`,
				...(channel && parent.channel && { wantsPaper: channel === 'paper' })
			})
			.where(eq(people.id, personId));
		await markInvited(tx, [personId], ctx.now);
		await tx.update(helpdesks).set({ unlockedUntil: null }).where(eq(helpdesks.id, row.id));
		await record(tx, there, 'helpdesk.helped', { kind: 'person', id: personId });
		return { personId, language, leadsTo: await waitingFor(tx, there, personId) };
	});
}
