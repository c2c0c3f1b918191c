import { integer, text } from 'drizzle-orm/sqlite-core';
import { newId } from '#kernel/ids.ts';

/** A primary key that tells nothing: not when, not in what order. */
export const id = () => text().primaryKey().$defaultFn(newId);

/** A moment, in UTC, to the millisecond. */
export const instant = () => integer({ mode: 'timestamp_ms' });

/** A day on the school's calendar, `2027-05-20`. */
export const day = () => text();

/** A value of type `T`, kept as JSON. It is written and read whole, never queried into. */
export const json = <T>() => text({ mode: 'json' }).$type<T>();
