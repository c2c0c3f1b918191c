import { publishHouseRules } from '#features/house-rules/server/publish-house-rules.ts';
import { findHouseRules } from '#features/house-rules/server/queries.ts';
import type { World } from './world.ts';

/** Publishes these house rules at a school; answers the id of the edition. */
export async function published(school: World, rules: readonly string[]): Promise<string> {
	await publishHouseRules(await school.a('council'), { rules: [...rules] });
	return (await findHouseRules(school.store.read, school.scope))?.id ?? '';
}
