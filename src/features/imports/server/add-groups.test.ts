import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { addGroups } from './add-groups.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Forbidden, type Invalid } from '#kernel/errors.ts';
import { aSchoolWithGroups } from '#tests/support/lists.ts';

test('groups are made from names, each once, also where two names make one address', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const names = 'Groep 3\ngroep 6\n\n Groep  3/4 \r\nGroep 3-4\n8B Hannelore\n8b hannelore\nالأسود';
	expect(await addGroups(coordinator, { names })).toBe(4);
	expect(await addGroups(coordinator, { names })).toBe(0);
	const rows = await school.store.read.select().from(scopes).where(eq(scopes.kind, 'group'));
	expect(rows.map(({ name }) => name).toSorted()).toEqual(
		['8b hannelore', 'Groep 3', 'Groep 3-4', 'Groep 3/4', 'Groep 6', 'الأسود'].toSorted()
	);
	expect(new Set(rows.map(({ slug }) => slug)).size).toBe(6);
});

test('a wrong name makes no group, and only a coordinator makes them', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const error: unknown = await addGroups(coordinator, { names: 'Groep 7\n---' }).catch(
		(it: unknown) => it
	);
	expect((error as Invalid).issues).toEqual({ names: 'import.group-name' });
	expect(await school.store.read.$count(scopes, eq(scopes.kind, 'group'))).toBe(2);
	await expect(addGroups(await school.a('council'), { names: 'x' })).rejects.toBeInstanceOf(
		Forbidden
	);
});
