import { readFileSync } from 'node:fs';
import type { DemoDoor } from '../../../src/demo/seed.ts';

export const LOCALES = ['nl', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

const FIRST_PORT = Number(process.env.E2E_PORT ?? 4317);
export const portOf = (locale: Locale): number => FIRST_PORT + LOCALES.indexOf(locale);

/** Where the demonstration of a language keeps its database, and beside it its doors. */
export const databaseOf = (locale: Locale): string => `data/e2e-${locale}.db`;

export const doorsOf = (locale: Locale): DemoDoor[] =>
	JSON.parse(readFileSync(`${databaseOf(locale)}.doors.json`, 'utf8')) as DemoDoor[];
