import { inspect } from 'node:util';
import type { Logger } from 'drizzle-orm';

/** Values as any array, but when somebody prints them they tell only how many they are. */
class Unspoken extends Array<unknown> {
	override toString(): string {
		return `${this.length} not shown`;
	}
	toJSON(): string {
		return this.toString();
	}
	[inspect.custom](): string {
		return this.toString();
	}
}

/**
 * drizzle puts the values of a query that fails into the text of its error, and so a ballot or an
 * address would come into a log. This sees every query before it runs, and takes them their voice.
 */
export const quiet: Logger = {
	logQuery(_query, values) {
		Object.setPrototypeOf(values, Unspoken.prototype);
	}
};
