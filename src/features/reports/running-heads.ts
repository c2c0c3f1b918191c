import { directionOf, type Catalogue } from '#i18n/catalogue.ts';
import type { ReportDocument } from './document.ts';

type Printed = {
	readonly document: ReportDocument;
	readonly number: number;
	readonly hash: string;
};

/** As many of its characters as tell two editions on paper apart. */
const SHORT = 12;

const BESIDE_THE_LINE = '36mm';

/** Words as a string of CSS; what could end it, or break its line, stands in it as a number. */
const quoted = (words: string) =>
	`"${words.replace(/["\\\p{Cc}]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`;

/**
 * What stands in the margins of every printed page of a report, but for its cover: which report of
 * which school it is, which edition, and which page of how many. A stylesheet, because only there a
 * page knows its number; a file, because our policy for content allows no style within a page.
 */
export function runningHeads({ document, number, hash }: Printed, text: Catalogue): string {
	const { title, edition, pageOf } = text.reports;
	const [start, end] = directionOf(text.locale) === 'rtl' ? ['right', 'left'] : ['left', 'right'];
	const boxes = {
		[`top-${start}`]: quoted(title(document.cover.title)),
		[`top-${end}`]: quoted(document.cover.place),
		[`bottom-${start}`]: quoted(`${edition(number)} · ${hash.slice(0, SHORT)}`),
		[`bottom-${end}`]: `counter(page) ${quoted(` ${pageOf} `)} counter(pages)`
	};
	const rules = Object.entries(boxes).map(([box, content]) => {
		// what begins a line stands right of the margin line, as the words of the report do
		const padding = box.endsWith(start) ? ` padding-${start}: ${BESIDE_THE_LINE};` : '';
		return `\t@${box} { content: ${content};${padding} }`;
	});
	return `@page {\n${rules.join('\n')}\n}\n`;
}
