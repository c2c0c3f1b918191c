import type { Catalogue } from '#i18n/catalogue.ts';
import type { Warning } from './document.ts';
import { channelText } from '#features/polls/figures.ts';

/** A warning as a sentence in the reader's language. */
export function warningText(warning: Warning, text: Catalogue): string {
	const { warnings, and } = text.reports;
	const { number } = text.format;
	switch (warning.kind) {
		case 'small':
			return warnings.small(number(warning.n));
		case 'low-response':
			return warnings['low-response'](number(warning.part), number(warning.whole));
		case 'several':
			return warnings.several(warning.question);
		case 'household':
			return warnings.household;
		case 'channels-differ':
			return warnings['channels-differ'](
				channelText(warning.one, text),
				warning.oneLeads.join(and),
				channelText(warning.other, text),
				warning.otherLeads.join(and)
			);
		case 'close':
			return warnings.close(warning.question, warning.difference);
		case 'one-sided':
			return warnings['one-sided'](warning.theme, text.common.origin[warning.origin]);
	}
}
