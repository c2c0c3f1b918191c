import { Forbidden, SignInRequired } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import { policy, type FactsFor, type Permission } from './policy.ts';

type Asker = Pick<Context, 'actor' | 'scope' | 'roles'>;

/** Whether the actor may do this: for deciding what to show. Commands call `authorize`. */
export function can<P extends Permission>(ctx: Asker, permission: P, facts: FactsFor<P>): boolean {
	if (facts.scopeId !== ctx.scope.id) return false;
	const { who, when } = policy[permission];
	return (
		who.some((role) => role === 'guest' || ctx.roles.has(role)) &&
		(when === undefined || when(facts as never, ctx))
	);
}

/** Throws unless the actor may do this; a guest is asked to sign in first. */
export function authorize<P extends Permission>(
	ctx: Asker,
	permission: P,
	facts: FactsFor<P>
): void {
	if (can(ctx, permission, facts)) return;
	throw ctx.actor.kind === 'guest'
		? new SignInRequired('sign-in.required')
		: new Forbidden('policy.no');
}
