/** Serves a fresh demonstration for the walks in one language: `node serve-demo.ts nl`. */
import { globSync, rmSync } from 'node:fs';
import { databaseOf, type Locale, portOf } from './servers.ts';

const locale = process.argv[2] as Locale;
const database = databaseOf(locale);
for (const file of globSync(`${database}*`)) rmSync(file, { force: true });

process.env.DATABASE_URL = `file:${database}`;
process.env.PORT = String(portOf(locale));
process.env.HOST = '127.0.0.1';
process.env.ORIGIN = '';
await import('../../../src/entry/demo.ts');
