import * as v from 'valibot';
import { Invalid, type Issues } from './errors.ts';

/**
 * Checks outside input against its schema; the first issue of each field goes back to the form.
 *
 * The message of a schema is a key of the catalogue's reasons (`'field.required'`). A message that
 * is no such key, valibot's own English for instance, is shown as "field.invalid".
 */
export function parse<Output>(schema: v.GenericSchema<unknown, Output>, input: unknown): Output {
	const result = v.safeParse(schema, input);
	if (result.success) return result.output;
	const issues: Record<string, string> = {};
	for (const issue of result.issues) issues[v.getDotPath(issue) ?? 'form'] ??= issue.message;
	throw new Invalid('input.invalid', issues satisfies Issues);
}
