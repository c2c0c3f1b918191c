/** What a form of ours got back, as far as its fields show it. */
export type Reply = {
	readonly issues: Readonly<Record<string, string>>;
	readonly values: Readonly<Record<string, string>>;
};
