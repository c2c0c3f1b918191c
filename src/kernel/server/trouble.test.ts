import { expect, test } from 'vitest';
import { isTrouble } from './trouble.ts';

const withCode = (code: string) => Object.assign(new Error('no'), { code });

test('a full disk is trouble of the database, wherever in the chain of causes it stands', () => {
	expect(isTrouble(withCode('SQLITE_FULL'))).toBe(true);
	expect(isTrouble(new Error('query', { cause: withCode('SQLITE_BUSY_SNAPSHOT') }))).toBe(true);
	expect(isTrouble(new Error('fetch failed', { cause: withCode('ECONNREFUSED') }))).toBe(true);
});

test('a broken rule is not: it is a bug, and must be seen as one', () => {
	expect(isTrouble(withCode('SQLITE_CONSTRAINT'))).toBe(false);
	expect(isTrouble(new TypeError('undefined is not a function'))).toBe(false);
	expect(isTrouble('busy')).toBe(false);
});
