import type { Catalogue } from '#i18n/catalogue.ts';
import type { ThemePart } from './document.ts';

/** How often a theme was heard, by whatever way. */
export const heardIn = ({ counts }: ThemePart): number =>
	Object.values(counts).reduce((sum, n) => sum + n, 0);

/** How often a theme was heard, per origin, in words and in the order of the legend. */
export function timesHeard(theme: ThemePart, { reports }: Catalogue) {
	const words = {
		online: reports.timesOnline,
		evening: reports.timesEvening,
		paper: reports.timesPaper,
		phone: reports.timesPhone
	};
	return (['online', 'evening', 'paper', 'phone'] as const).flatMap((origin) => {
		const n = theme.counts[origin] ?? 0;
		return n > 0 ? [{ origin, n, word: words[origin](n) }] : [];
	});
}
