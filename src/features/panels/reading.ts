import { NotFound } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import { can } from '#policy/authorize.ts';

type Readable = {
	readonly scopeId: string;
	readonly visibility: 'audience' | 'public';
	readonly consultation: { readonly openedAt: Date | null };
};

/** Throws NotFound unless this person may know that the panel is there. */
export function assertReadable(
	ctx: Pick<Context, 'actor' | 'scope' | 'roles'>,
	panel: Readable
): void {
	const { scopeId, consultation } = panel;
	const drafted = consultation.openedAt === null;
	const readable =
		can(ctx, 'panel.read', panel) && can(ctx, 'consultation.read', { scopeId, drafted });
	if (!readable) throw new NotFound('not-found');
}
