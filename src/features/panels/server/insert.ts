import { eq } from 'drizzle-orm';
import type { Context } from '#kernel/server/context.ts';
import type { Speaker } from '../said.ts';
import type { Focus } from '../sieve.ts';
import { isFreeToChange, type Stance } from '../rules.ts';
import { editsOf } from './queries.ts';
import type { Reading } from './render-thread.ts';
import { contributions } from './schema.ts';
import type { RenderedThread } from './thread-of.ts';

/** What stands under one contribution because this reader asked for it. */
export type Insert =
	| { readonly kind: 'reply'; readonly id: string; readonly to: Speaker }
	| {
			readonly kind: 'edit';
			readonly id: string;
			readonly body: string;
			readonly stance: Stance | null;
			/** Whether the change will not show. */
			readonly free: boolean;
	  }
	| { readonly kind: 'withdraw'; readonly id: string }
	| {
			readonly kind: 'history';
			readonly id: string;
			readonly edits: readonly { readonly body: string; readonly at: Date }[];
	  };

type Here = { readonly thread: RenderedThread; readonly reading: Reading; readonly open: boolean };

/** Null when it cannot be: not on this page, not theirs, hidden, or the panel is closed. */
export async function insertFor(
	ctx: Context,
	{ kind, id }: Focus,
	{ thread, reading, open }: Here
): Promise<Insert | null> {
	const here = thread.pieces.places.some((place) => place.id === id);
	if (!here) return null;
	const standpoint = reading.as(id);
	const to = thread.speakers.get(id);

	if (kind === 'reply') return to && open && standpoint !== 'reader' ? { kind, id, to } : null;
	if (kind === 'withdraw') return standpoint === 'writer' ? { kind, id } : null;
	if (kind === 'history') return to ? { kind, id, edits: await editsOf(ctx.read, id) } : null;
	if (kind === 'edit' && to && open && standpoint === 'writer') {
		const [own] = await ctx.read
			.select({
				body: contributions.body,
				stance: contributions.stance,
				createdAt: contributions.createdAt
			})
			.from(contributions)
			.where(eq(contributions.id, id));
		if (!own) return null;
		const { body, stance } = own;
		return { kind, id, body, stance, free: isFreeToChange(own, ctx.now) };
	}
	return null;
}
