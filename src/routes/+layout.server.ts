import { findContact } from '#features/scopes/server/queries.ts';
import { can } from '#policy/authorize.ts';
import type { LayoutServerLoad } from './$types.ts';

/** What the frame around every page needs to know. */
export const load: LayoutServerLoad = async ({ locals, route }) => {
	const { ctx, theme, demoClock, byMail, provider, waiting, kiosk } = locals;
	const { scope, actor } = ctx;
	const inScope = scope.kind !== 'installation';
	return {
		locale: ctx.locale,
		theme,
		route: route.id ?? '',
		place: inScope ? { name: scope.name, slug: scope.slug } : null,
		contact: inScope ? await findContact(ctx.read, scope) : null,
		byMail,
		provider: provider?.name ?? null,
		waiting,
		kiosk,
		signedIn: actor.kind === 'person',
		may: { desk: inScope && can(ctx, 'desk.see', { scopeId: scope.id }) },
		demoDay: demoClock ? ctx.now : null
	};
};
