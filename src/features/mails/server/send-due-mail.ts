import { and, asc, eq, inArray, isNull, lt, lte, or } from 'drizzle-orm';
import { minutesToWait } from '../backoff.ts';
import { changeDraft, invitationDraft, signInDraft } from '../drafts.ts';
import { messageOf, type Draft, type Message } from '../message.ts';
import { digitsOf, tokenOf } from '../way-in.ts';
import type { Mailer, Outcome } from './mailer.ts';
import { AWAITED, mails } from './schema.ts';
import { findPerson, type Person } from '#features/people/server/queries.ts';
import { people } from '#features/people/server/schema.ts';
import { findContact } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { isLocale, loadCatalogue, type Catalogue } from '#i18n/catalogue.ts';
import type { Reader, Store } from '#kernel/server/db.ts';
import { log } from '#kernel/server/log.ts';
import type { Vault } from '#kernel/server/vault.ts';
import { dayOf } from '#kernel/time.ts';

/** How long sending one mail may take before another process may think its worker has died. */
const LEASE_MINUTES = 5;

type Mail = typeof mails.$inferSelect;

/** What a mail is written with. */
export type Addressed = {
	readonly mailId: string;
	readonly person: Person;
	readonly origin: string;
	readonly token: string;
	/** Until then what opens in it does. */
	readonly until: Date;
	readonly now: Date;
};
/** The mail in words; or that it has to wait a while, or is for nobody any more. */
type Written<It> = It | 'later' | 'never';

export type Post = {
	readonly store: Store;
	readonly mailer: Mailer;
	readonly seal: (text: string) => string;
	readonly vault: Vault;
	/** The time at each mail: many take a while. */
	readonly now: () => Date;
	/** Writes the mail of a consultation; what that is, is known further down. */
	readonly draftConsultation?: (
		db: Reader,
		words: Catalogue,
		addressed: Addressed
	) => Promise<Written<Draft>>;
};

/** How long a mail waits that has nothing to tell yet. */
const PATIENCE_MINUTES = 60;

const later = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** The seal by which an address is known again without being kept. */
export const addressSeal = (seal: Post['seal'], address: string): string =>
	seal(`address/${address}`);

/**
 * Sends all mail that is due, one at a time; returns how many were taken by the mail server. That
 * one was taken is committed before the next begins, so that none is sent twice; should the process
 * end in between, it is sent once more as the same bytes under the same Message-ID, which a mailbox
 * takes for one mail. What fails for now waits 1, 2, 4, … minutes, as long as it is of use. When the
 * server cannot be reached the others wait as well, as they do when it is told to stop.
 */
export async function sendDueMail(
	post: Post,
	isStopped: () => boolean = () => false
): Promise<number> {
	for (let sent = 0; ;) {
		const now = post.now();
		const mail = isStopped() ? undefined : await claim(post.store, now);
		if (!mail) return sent;
		const person = await findPerson(post.store.read, mail.personId);
		const to = addressOf(post, mail, person);
		if (!person || !to || mail.usefulUntil <= now) {
			await settle(post, mail, { state: 'failed', lastCode: to ? 'late' : 'no-address' });
			continue;
		}
		const message = await written(post, mail, person);
		if (message === 'later') {
			await settle(post, mail, { nextAt: later(now, PATIENCE_MINUTES) });
			continue;
		}
		if (message === 'never') {
			await settle(post, mail, { state: 'failed', lastCode: 'not-wanted' });
			continue;
		}
		const outcome = await post.mailer.send({ ...message, to, id: mail.id, at: mail.madeAt });
		await note(post, mail, to, outcome);
		if (outcome.is === 'sent') sent += 1;
		if (outcome.is === 'again' && !outcome.reached) return sent;
	}
}

/**
 * Takes the mail that is longest due, for this process alone; what somebody waits for before what
 * goes to thousands. Counts the try.
 */
async function claim(store: Store, now: Date): Promise<Mail | undefined> {
	return store.write(async (tx) => {
		const due = and(
			eq(mails.state, 'waiting'),
			lte(mails.nextAt, now),
			or(isNull(mails.claimedUntil), lt(mails.claimedUntil, now))
		);
		const first = (kinds: readonly Mail['kind'][]) =>
			tx
				.select()
				.from(mails)
				.where(and(due, inArray(mails.kind, [...kinds])))
				.orderBy(asc(mails.nextAt))
				.limit(1);
		const [next] = [...(await first(AWAITED)), ...(await first(['consultation']))];
		if (!next) return undefined;
		const [claimed] = await tx
			.update(mails)
			.set({ claimedUntil: later(now, LEASE_MINUTES), attempts: next.attempts + 1 })
			.where(and(eq(mails.id, next.id), due))
			.returning();
		return claimed;
	});
}

/** Where it goes; null when there is nowhere, or the key that keeps it secret is another now. */
function addressOf({ vault }: Post, mail: Mail, person: Person | undefined): string | null {
	if (mail.toLocked === null) return person?.email ?? null;
	try {
		return vault.unlock(mail.toLocked);
	} catch {
		return null;
	}
}

/** The mail in words, in the language of who gets it. The same for every try. */
async function written(
	{ store, seal, mailer, now, draftConsultation }: Post,
	mail: Mail,
	person: Person
): Promise<Written<Message>> {
	const language = isLocale(person.locale) ? person.locale : mail.locale;
	const words = await loadCatalogue(language);
	const { name } = person;
	const to = { name, origin: mailer.origin, token: tokenOf(seal, mail.id) };
	if (mail.kind === 'sign-in')
		return messageOf(signInDraft(words, { ...to, digits: digitsOf(seal, mail.id) }), language);
	if (mail.kind === 'consultation') {
		const addressed = { ...to, mailId: mail.id, person, until: mail.usefulUntil, now: now() };
		const draft = await draftConsultation?.(store.read, words, addressed);
		return typeof draft === 'object' ? messageOf(draft, language) : (draft ?? 'never');
	}
	const [place] = await store.read
		.select()
		.from(scopes)
		.where(eq(scopes.id, mail.scopeId ?? ''));
	if (mail.kind === 'change' && mail.change) {
		const contact = place ? await findContact(store.read, place) : null;
		const { change, madeAt: at } = mail;
		const about = { place: place?.name ?? null, contact, toOld: mail.toLocked !== null };
		return messageOf(changeDraft(words, { ...to, ...about, change, at }), language);
	}
	return messageOf(invitationDraft(words, { ...to, place: place?.name ?? '' }), language);
}

/** Writes down what became of a mail, and what that tells of the address. */
async function note(post: Post, mail: Mail, to: string, outcome: Outcome): Promise<void> {
	const now = post.now();
	const sentTo = addressSeal(post.seal, to);
	switch (outcome.is) {
		case 'sent':
			return settle(post, mail, { state: 'sent', sentOn: dayOf(now), sentTo, lastCode: '250' }, to);
		case 'not-sent':
			return settle(post, mail, { state: 'failed', lastCode: 'no-server' });
		case 'refused':
			log('mail.refused', { mail: mail.id, code: outcome.code });
			return settle(post, mail, { state: 'failed', sentTo, lastCode: outcome.code }, to);
		case 'again': {
			const { code } = outcome;
			log('mail.waits', { mail: mail.id, code, attempts: mail.attempts });
			const nextAt = later(now, minutesToWait(mail.attempts));
			return settle(post, mail, { nextAt, lastCode: code });
		}
	}
}

/** With an address: what was learnt of it holds for everybody who has it, as two parents may. */
async function settle(
	{ store }: Post,
	mail: Mail,
	outcome: Partial<Mail>,
	address?: string
): Promise<void> {
	// of what is done with only the day is kept: a moment would tell when somebody came in
	const day = new Date(`${dayOf(mail.madeAt)}T00:00:00Z`);
	const coarse = outcome.state
		? { madeAt: day, nextAt: day, usefulUntil: day, toLocked: null }
		: {};
	await store.write(async (tx) => {
		await tx
			.update(mails)
			.set({ ...coarse, ...outcome, claimedUntil: null })
			.where(eq(mails.id, mail.id));
		if (address !== undefined)
			await tx
				.update(people)
				.set({ emailState: outcome.state === 'sent' ? 'works' : 'bounced' })
				.where(eq(people.email, address));
	});
}
