import type { Locale } from '#i18n/catalogue.ts';

/** Eight house rules to begin with. A place publishes them as they are, or with other words. */
export const DEFAULT_RULES: Readonly<Record<Locale, readonly string[]>> = {
	nl: [
		'Wij praten met elkaar, niet over elkaar.',
		'Iedereen mag iets anders vinden.',
		'Geen namen van kinderen, leraren of andere ouders.',
		'Niets over gezondheid of problemen van een kind.',
		'Alleen over school. Geen reclame.',
		'Eén punt per reactie, kort mag.',
		'Boos? Schrijf wat u merkt en wat u wilt.',
		'De moderator mag een reactie verbergen. U hoort waarom. U mag bezwaar maken.'
	],
	en: [
		'We talk with each other, not about each other.',
		'Everyone may see it differently.',
		'No names of children, teachers or other parents.',
		'Nothing about the health or problems of a child.',
		'Only about school. No advertising.',
		'One point per comment; short is fine.',
		'Angry? Write what you notice and what you would like.',
		'The moderator may hide a comment. You hear why. You may object.'
	]
};
