import { expect, test } from 'vitest';
import { vaultWith } from './vault.ts';

const vault = vaultWith('a key for tests, of at least 32 characters');

test('what is locked can be read again, and looks different each time', () => {
	const [first, second] = [vault.lock('geheim: ëé'), vault.lock('geheim: ëé')];
	expect(first).not.toBe(second);
	expect([first, second].map((it) => vault.unlock(it))).toEqual(['geheim: ëé', 'geheim: ëé']);
	expect(Buffer.from(first, 'base64url').includes('geheim')).toBe(false);
});

test('another key, or a changed value, opens nothing', () => {
	const locked = vault.lock('geheim');
	expect(() => vaultWith('another key of at least 32 characters!').unlock(locked)).toThrow();
	const changed = Buffer.from(locked, 'base64url');
	changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
	expect(() => vault.unlock(changed.toString('base64url'))).toThrow();
	expect(() => vault.unlock('')).toThrow();
});
