import { newChallenge } from '../challenge.ts';
import { listPasskeys } from './queries.ts';
import { findPerson } from '#features/people/server/queries.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';

/** EdDSA, ES256 and RS256: what the devices of people make keys with. */
const ALGORITHMS = [-8, -7, -257];

/** What a browser is asked for when the actor wants to keep a new passkey on a device. */
export async function offerNewPasskey(ctx: Context, host: string) {
	const personId = requirePerson(ctx);
	const person = await findPerson(ctx.read, personId);
	const name = person?.email ?? person?.name ?? host;
	const known = await listPasskeys(ctx.read, personId);
	return {
		rp: { id: host, name: 'Samenspraak' },
		// says nothing about who it is, and is the same each time
		user: {
			id: Buffer.from(ctx.seal(`passkey-user/${personId}`), 'hex').toString('base64url'),
			...{ name, displayName: person?.name ?? name }
		},
		challenge: newChallenge(ctx, `add/${personId}`),
		pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
		excludeCredentials: known.map(({ id, transports }) => ({ type: 'public-key', id, transports })),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
		attestation: 'none'
	};
}

/** What a browser is asked for when somebody shows a passkey: any of this website that it has. */
export function askPasskey(ctx: Context, host: string) {
	const challenge = newChallenge(ctx, 'show');
	return { rpId: host, challenge, userVerification: 'required', allowCredentials: [] };
}
