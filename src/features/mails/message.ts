import { directionOf } from '#i18n/catalogue.ts';

/** What a mail says, whatever it looks like. */
export type Draft = {
	readonly subject: string;
	readonly greeting: string;
	/** Before the link. */
	readonly lead: readonly string[];
	readonly link?: { readonly label: string; readonly url: string };
	/** Six digits that do the same as the link, and what to do with them. */
	readonly digits?: { readonly label: string; readonly value: string };
	readonly close: readonly string[];
	/** Where it comes from: the last line. */
	readonly sender: string;
};

/** The two parts of a mail and its subject. */
export type Message = { readonly subject: string; readonly text: string; readonly html: string };

/**
 * A mail as plain text, and as a simple page that says the same: no picture, nothing from elsewhere,
 * nothing by which reading it could be noticed.
 */
export function messageOf(draft: Draft, language: string): Message {
	return { subject: draft.subject, text: textOf(draft), html: htmlOf(draft, language) };
}

/** `482913` as it is read out: `482 913`. */
const inTwo = (digits: string) => `${digits.slice(0, 3)} ${digits.slice(3)}`;

function textOf({ greeting, lead, link, digits, close, sender }: Draft): string {
	const paragraphs = [
		greeting,
		lead.join('\n'),
		...(link ? [link.url] : []),
		...(digits ? [`${digits.label}\n${inTwo(digits.value)}`] : []),
		close.join('\n'),
		`-- \n${sender}`
	];
	return `${paragraphs.join('\n\n')}\n`;
}

function htmlOf(draft: Draft, language: string): string {
	const { subject, greeting, lead, link, digits, close, sender } = draft;
	const paragraph = (lines: readonly string[]) => `<p>${lines.map(escaped).join('<br>')}</p>`;
	const body = [
		paragraph([greeting]),
		paragraph(lead),
		...(link
			? [`<p><a href="${escaped(link.url)}" style="${BUTTON}">${escaped(link.label)}</a></p>`]
			: []),
		...(digits
			? [
					paragraph([digits.label]),
					`<p style="${DIGITS}"><bdi>${escaped(inTwo(digits.value))}</bdi></p>`
				]
			: []),
		paragraph(close),
		`<p style="color:#595959">${escaped(sender)}</p>`
	];
	const attributes = `lang="${language}" dir="${directionOf(language)}"`;
	const head = `<meta charset="utf-8"><title>${escaped(subject)}</title>`;
	return `<!doctype html><html ${attributes}><head>${head}</head><body style="${BODY}">${body.join('\n')}</body></html>\n`;
}

const BODY = 'font:18px/1.5 sans-serif;max-width:36em;margin:1em;color:#1a1a1a;background:#ffffff';
const BUTTON =
	'display:inline-block;padding:12px 20px;background:#1a1a1a;color:#ffffff;text-decoration:none';
const DIGITS = 'font-size:28px;letter-spacing:2px;font-weight:bold';

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (it) => ENTITIES[it] ?? it);
