import type { Catalogue } from '#i18n/catalogue.ts';
import type { Channel } from '#features/consultations/ground-rules.ts';
import { percentage } from './percentages.ts';

/** A figure with everything needed to stand on it: 102 of 148. */
export type Share = { readonly part: number; readonly whole: number };

/** "68,9", or a dash where there is nothing to be a part of. */
export function percentText({ part, whole }: Share, { format }: Pick<Catalogue, 'format'>): string {
	const found = percentage(part, whole);
	return found ? format.tenths(found.tenths) : '–';
}

/** "102 van 148 (68,9%)". */
export function shareText(share: Share, text: Catalogue): string {
	const { format, reports } = text;
	const percent = percentText(share, text);
	return reports.response(format.number(share.part), format.number(share.whole), percent);
}

/** "op papier en ouderavond": channels taken together, in words. */
export const channelText = (ids: readonly string[], { common, reports }: Catalogue): string =>
	ids.map((id) => common.origin[id as Channel]).join(reports.and);
