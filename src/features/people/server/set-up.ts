import { timingSafeEqual } from 'node:crypto';
import { printedCode } from '../code.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Reader } from '#kernel/server/db.ts';

/** Whether nothing has been set up yet: there is no place. */
export async function isEmpty(db: Reader): Promise<boolean> {
	return (await db.$count(scopes)) === 0;
}

/** The key to the set-up page: the same in every process that has the same secret key. */
export const setupKeyFor = (seal: (text: string) => string): string =>
	printedCode(seal('set-up').slice(0, 16).toUpperCase());

/** Compares in the same time whatever was typed. */
export function isSetupKey(typed: string, key: string): boolean {
	const [a, b] = [typed, key].map((text) => Buffer.from(text.trim().toUpperCase().padEnd(64)));
	return a !== undefined && b !== undefined && a.length === b.length && timingSafeEqual(a, b);
}
