import type { InArgs, InStatement } from '@libsql/client';

export type Statement = readonly [sql: string, args: InArgs | undefined];

/** The three ways in which the client lets a statement be written, as one. */
export function statementOf(given: InStatement | [string, InArgs?], args?: InArgs): Statement {
	if (typeof given === 'string') return [given, args];
	return Array.isArray(given) ? [given[0], given[1]] : [given.sql, given.args];
}

const SELECT = /^\s*(?:select|values|explain)\b/i;
const WITH = /^\s*with\b/i;
const WRITING = /\b(?:insert|update|delete|replace)\b/i;

/**
 * Can this statement only read? Errs on the safe side: a `with … select` that has the word
 * "delete" in it counts as writing.
 */
export const isRead = (sql: string): boolean =>
	SELECT.test(sql) || (WITH.test(sql) && !WRITING.test(sql));

const SCHEMA = /^\s*(?:create|drop|alter|reindex)\b/i;

/** After such a statement, what is remembered of prepared statements may be wrong. */
export const changesSchema = (sql: string): boolean => SCHEMA.test(sql);

const BARE = /^\s*(?:pragma|vacuum|attach|detach)\b/i;

/** SQLite refuses these inside a transaction, or they mean nothing there. */
export const standsAlone = (sql: string): boolean => BARE.test(sql);
