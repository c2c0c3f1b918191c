type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const rules = new Map<string, Intl.PluralRules>();

/** Picks the form of a sentence that fits the number. */
export function plural(language: string, count: number, forms: Forms): string {
	let rule = rules.get(language);
	if (!rule) rules.set(language, (rule = new Intl.PluralRules(language)));
	return forms[rule.select(count)] ?? forms.other;
}
