import { expect, test } from 'vitest';
import { DOORS, isHidden, type Door } from '#tests/support/access-table.ts';
import { anAccessWorld, type Visitor } from '#tests/support/access-world.ts';
import { statusOf, waysIn } from '#tests/support/access.ts';
import { can } from '#policy/authorize.ts';
import type { FactsFor, Permission } from '#policy/policy.ts';

const ways = await waysIn();

/** Whether this visitor gets past this door, of a thing that stands open and is not theirs. */
function passes(door: Door, { ctx }: Visitor): boolean {
	if (door === 'everybody' || door === 'signature') return true;
	if (door === 'oneself') return ctx.actor.kind === 'person';
	const facts = {
		scopeId: ctx.scope.id,
		authorId: 'somebody else',
		drafted: false,
		visibility: 'audience'
	} as const;
	return [door].flat().some((it) => can(ctx, it, facts as FactsFor<Permission>));
}

test('every route, action and method is in the table of doors, and nothing else is', () => {
	expect(ways.map(({ name }) => name).toSorted()).toEqual(Object.keys(DOORS).toSorted());
	expect(ways.length).toBeGreaterThan(100);
});

test('every door lets in who has its permission here, and nobody else', async () => {
	const { visitors, sent } = await anAccessWorld();
	const wrong: string[] = [];
	for (const way of ways) {
		const door = DOORS[way.name];
		if (door === undefined) continue;
		// what one visitor may take away must be there for all who may not
		const inOrder = visitors.toSorted((a, b) => Number(passes(door, a)) - Number(passes(door, b)));
		for (const visitor of inOrder) {
			const status = await statusOf(way, visitor.ctx, sent);
			const refusal = visitor.ctx.actor.kind === 'guest' ? 401 : 403;
			const hidden = isHidden(way.name) && status === 404;
			const refused = status === 401 || status === 403 || hidden;
			const right = passes(door, visitor) ? !refused : status === refusal || hidden;
			if (!right) wrong.push(`${way.name}, ${visitor.who}: ${String(status)}`);
		}
	}
	expect(wrong).toEqual([]);
}, 60_000);

test('every role is tried at the place itself, beside it, above it and below it, and a guest', async () => {
	const { roles, visitors } = await anAccessWorld();
	expect(visitors.length).toBe(roles.length * 4 + 1);
	const somethingHere = (where: string) =>
		visitors.filter((it) => it.where === where && it.ctx.roles.size > 0).length;
	expect(somethingHere('own')).toBe(roles.length);
	expect(somethingHere('above')).toBe(roles.length);
	expect(somethingHere('sibling')).toBe(0);
	// only being a parent counts upwards
	expect(somethingHere('below')).toBe(1);
});
