import type { CitedRule } from '#features/house-rules/cited.ts';
import type { Badge, Origin, Stance } from './rules.ts';

/** Whose words they are, as far as this reader may know. Without a name: "a parent". */
export type Speaker = { readonly name: string | null; readonly badge: Badge };

/** A contribution as a reader gets it: no words of what is hidden, no names where none are shown. */
export type Said = Speaker & {
	readonly id: string;
	readonly parentId: string | null;
	/** The writer hid their name; not merely withheld from this reader. */
	readonly masked: boolean;
	/** "groep 6", "directeur". */
	readonly badgeNote: string | null;
	readonly official: boolean;
	readonly stance: Stance | null;
	readonly origin: Origin;
	readonly sourceLabel: string | null;
	/** The title of the thread that it opens; only an import has one. */
	readonly title: string | null;
	readonly imported: boolean;
	/** Null when it is hidden or withdrawn. */
	readonly html: string | null;
	readonly language: string;
	readonly translation: {
		readonly language: string;
		readonly text: string;
		readonly checked: 'human' | 'machine';
	} | null;
	readonly createdAt: Date;
	readonly editedAt: Date | null;
	readonly withdrawnAt: Date | null;
	readonly hidden: Hidden | null;
	readonly supportCount: number;
	/** What it answers, where that is not the contribution it hangs under on this page. */
	readonly answered: Answered | null;
};

/** Since when it is hidden, by which house rule, and why. */
export type Hidden = CitedRule & { readonly at: Date; readonly reason: string };

export type Answered = Speaker & {
	readonly id: string;
	readonly gone: 'hidden' | 'withdrawn' | null;
};

/** What a thread is shown in; the same for everybody who reads it in one language. */
export type View = {
	/** `/merelmolen`: where the scope begins. */
	readonly home: string;
	/** The year of the consultation: dates in it need no year. */
	readonly year: number;
	/** Whether people can write and support now. */
	readonly open: boolean;
	/** The way the reader chose to sort, for the links: empty, or `sort=newest&`. */
	readonly query: string;
};

/** For whom the actions under a contribution are: a reader who cannot write, or a member. */
export type Standpoint = 'reader' | 'member' | 'supporter' | 'writer';
