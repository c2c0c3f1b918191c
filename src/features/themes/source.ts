import type { Channel } from '#features/consultations/ground-rules.ts';
import type { Translation } from '#features/panels/server/schema.ts';
import type { SourceKind } from './server/schema.ts';

/** A contribution or a table note, named so that a form can send it. */
export type SourceName = { readonly kind: SourceKind; readonly id: string };

/** What somebody said: in a panel, or at a table. Fields that only the other kind has are null. */
export type Source = SourceName & {
	readonly origin: Channel;
	/** The words as written; Markdown in a contribution. */
	readonly text: string;
	/** The words of a contribution as safe HTML. */
	readonly html: string | null;
	readonly language: string;
	readonly translation: Translation | null;
	readonly stance: 'for' | 'against' | 'question' | 'idea' | null;
	readonly at: Date;
	/** The panel or the evening: its name in the address, and its title. */
	readonly slug: string;
	readonly title: string;
	/** Of a contribution: the name as the panel shows it, and what the writer speaks as. */
	readonly displayName: string | null;
	readonly badge: 'parent' | 'staff' | 'council' | 'moderator' | null;
	/** Which paper or table a contribution came from: "formulier 14". */
	readonly sourceLabel: string | null;
	readonly supportCount: number | null;
	/** Of a note: its number, its table, and how many nodded (null too when nobody counted). */
	readonly number: number | null;
	readonly tableNumber: number | null;
	readonly nodded: number | null;
};

/** A source within a theme. */
export type LinkedSource = Source & {
	/** Quoted literally in the report. */
	readonly quoted: boolean;
};

/** `contribution:abc` or `note:abc`: the value of a checkbox, the key of a map. */
export const keyOf = ({ kind, id }: SourceName): string => `${kind}:${id}`;

/** Reads what `keyOf` wrote; undefined when it is something else. */
export function sourceNamed(key: string): SourceName | undefined {
	const [, kind, id] = /^(contribution|note):([a-z0-9]{1,40})$/.exec(key) ?? [];
	return id && (kind === 'contribution' || kind === 'note') ? { kind, id } : undefined;
}
