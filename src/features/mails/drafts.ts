import type { Draft } from './message.ts';
import type { Catalogue } from '#i18n/catalogue.ts';

type To = {
	readonly name: string | null;
	/** Where this website is: `https://praatmee.school.nl`. */
	readonly origin: string;
	readonly token: string;
};

/** The mail with which somebody who asked for it signs in. */
export function signInDraft(
	{ mails, common }: Catalogue,
	{ name, origin, token, digits }: To & { readonly digits: string }
): Draft {
	const words = mails.signIn;
	return {
		subject: words.subject(common.product),
		greeting: mails.greeting(name),
		lead: words.lead,
		link: { label: words.link, url: `${origin}/sign-in/${token}` },
		digits: { label: words.digits, value: digits },
		close: words.close,
		sender: mails.sender(common.product, origin)
	};
}

/** The mail with which somebody who was given a role comes in for the first time. */
export function invitationDraft(
	{ mails, common }: Catalogue,
	{ name, origin, token, place }: To & { readonly place: string }
): Draft {
	const words = mails.invitation;
	return {
		subject: words.subject(place),
		greeting: mails.greeting(name),
		lead: [words.lead(place), words.how],
		link: { label: words.link, url: `${origin}/join/${token}` },
		close: words.close,
		sender: mails.sender(common.product, origin)
	};
}
