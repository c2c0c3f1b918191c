import { citedRule, type CitedRule } from '#features/house-rules/cited.ts';
import { findHouseRules } from '#features/house-rules/server/queries.ts';
import { Invalid } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { hidingInput } from '../input.ts';

/**
 * The rule and the reason that a form gives to hide by, of the house rules that hold now. Refused
 * when the form was made under others: its number may be that of another rule since.
 */
export async function hidingFrom(
	db: Reader,
	scope: Scope,
	input: unknown
): Promise<CitedRule & { readonly reason: string }> {
	const houseRules = await findHouseRules(db, scope);
	const { edition, rule, reason } = parse(hidingInput(houseRules?.rules.length ?? 0), input);
	if (edition && edition !== houseRules?.id)
		throw new Invalid('input.invalid', { rule: 'house-rules.changed' });
	return { ...citedRule(houseRules, rule), reason };
}
