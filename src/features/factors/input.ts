import * as v from 'valibot';
import { line } from '#features/scopes/input.ts';

const LONGEST_CREDENTIAL = 20_000;
const answer = v.looseObject({ id: v.string() });

/**
 * What a browser answers for a passkey, as it makes JSON of it; null when it cannot be one. What is in
 * it is checked by a library.
 */
function credentialIn(text: string): v.InferOutput<typeof answer> | null {
	if (text.length > LONGEST_CREDENTIAL) return null;
	try {
		const { success, output } = v.safeParse(answer, JSON.parse(text));
		return success ? output : null;
	} catch {
		return null;
	}
}

const credential = v.pipe(v.optional(v.string(), ''), v.transform(credentialIn));

export const passkeyInput = v.object({ credential });
export const newPasskeyInput = v.object({ credential, name: line(40) });
