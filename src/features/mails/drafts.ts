import type { Change } from './change.ts';
import type { Draft } from './message.ts';
import { openingInWords } from '#features/scopes/office-hours.ts';
import type { Contact } from '#features/scopes/server/schema.ts';
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

/** Whom to ask for help, and how: "Noor de Vries (06 12345678, ma-do)". */
export function withReach(text: Catalogue, contact: Contact): string {
	const { name, phone, email, opening, hours } = contact;
	const reach = [phone, email, opening && openingInWords(text, opening), hours]
		.filter(Boolean)
		.join(', ');
	return reach ? `${name} (${reach})` : name;
}

type Told = Pick<To, 'name' | 'origin'> & {
	readonly change: Change;
	readonly at: Date;
	/** It goes to an address that they no longer have. */
	readonly toOld: boolean;
	/** Where they are something, and whom to ask for help there. */
	readonly place: string | null;
	readonly contact: Contact | null;
};

/**
 * The mail that tells somebody how their signing in changed. There is no link in it, nor anything
 * that opens: whoever reads it may not be them.
 */
export function changeDraft(text: Catalogue, told: Told): Draft {
	const { mails, common, format } = text;
	const { name, origin, change, at, toOld, place, contact } = told;
	const words = mails.change;
	const who = contact ? withReach(text, contact) : place;
	return {
		subject: words.subject(common.product),
		greeting: mails.greeting(name),
		lead: [
			words.what[change],
			...(toOld ? [words.toOld] : []),
			words.when(format.day(at), format.time(at)),
			words.ended
		],
		close: [
			change === 'address' ? words.right : words.you,
			words.notYou(who ?? words.whoRunsIt),
			words.never
		],
		sender: mails.sender(common.product, origin)
	};
}
