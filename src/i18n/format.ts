import { ZONE } from './zone.ts';

type Style = Intl.DateTimeFormatOptions;

const STYLES = {
	/** "donderdag 20 mei 2027" */
	day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
	/** "20 mei 2027" */
	date: { day: 'numeric', month: 'long', year: 'numeric' },
	/** "donderdag 20 mei" */
	weekday: { weekday: 'long', day: 'numeric', month: 'long' },
	/** "do 20 mei" */
	short: { weekday: 'short', day: 'numeric', month: 'short' }
} satisfies Record<string, Style>;

/** A moment, or a day on the calendar as `2027-05-20`. */
type When = Date | string;
const instant = (when: When) => (typeof when === 'string' ? new Date(`${when}T12:00:00Z`) : when);

/**
 * Dates, times and numbers as a reader of this language writes them. One formatter per style and
 * language, made once: making one costs more than a whole page.
 */
export function formatsFor(tag: string) {
	const dated = (style: Style) => {
		const formatter = new Intl.DateTimeFormat(tag, { timeZone: ZONE, ...style });
		return (when: When) => formatter.format(instant(when));
	};
	const clock = new Intl.DateTimeFormat(tag, {
		timeZone: ZONE,
		hour: 'numeric',
		minute: '2-digit',
		hourCycle: 'h23'
	});
	const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
	const decimal = new Intl.NumberFormat(tag, { minimumFractionDigits: 1 })
		.formatToParts(0.5)
		.find((part) => part.type === 'decimal')?.value;

	return {
		day: dated(STYLES.day),
		date: dated(STYLES.date),
		weekday: dated(STYLES.weekday),
		short: dated(STYLES.short),
		/** "19.30" in Dutch, "19:30" in English. */
		time: (when: Date) =>
			tag.startsWith('nl') ? clock.format(when).replace(':', '.') : clock.format(when),
		number: (count: number) => whole.format(count),
		/** Exact tenths of a percent, as counted: 569 becomes "56,9". */
		tenths: (tenths: number) => {
			const digits = String(Math.abs(tenths)).padStart(2, '0');
			return `${tenths < 0 ? '-' : ''}${digits.slice(0, -1)}${decimal ?? ','}${digits.slice(-1)}`;
		}
	};
}

export type Formats = ReturnType<typeof formatsFor>;
