import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { normalised } from '../password-rules.ts';

/** Argon2id with 19 MiB, twice over: what a guess costs whoever has the database. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const NONCE = 16;
/** So many at once: thirty people who sign in together do not take all memory. */
const AT_ONCE = 2;

const derive = promisify(argon2);
let running = 0;
const waiting: (() => void)[] = [];

async function tagOf(password: string, nonce: Buffer): Promise<Buffer> {
	if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
	else running += 1;
	try {
		return await derive('argon2id', { ...COST, message: normalised(password), nonce });
	} finally {
		// whoever waits takes over the place
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
	}
}

export async function hashPassword(password: string): Promise<string> {
	const nonce = randomBytes(NONCE);
	const tag = await tagOf(password, nonce);
	return `${nonce.toString('base64url')}.${tag.toString('base64url')}`;
}

/** Whether the hash is of this password. Without a hash it is not, and takes as long. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
	const [nonce = '', tag = ''] = hash?.split('.') ?? [];
	const bytes = hash ? Buffer.from(nonce, 'base64url') : randomBytes(NONCE);
	const made = await tagOf(password, bytes);
	const kept = Buffer.from(tag, 'base64url');
	return kept.length === made.length && timingSafeEqual(kept, made);
}
