import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openMailer, type Mailer, type MailSettings } from '#features/mails/server/mailer.ts';
import type { SecondFactor } from '#features/people/rules.ts';
import { openSessions, type Sessions } from '#features/people/server/sessions.ts';
import { openProvider, type Provider } from '#features/sign-on/server/provider.ts';
import type { ProviderSettings } from '#features/sign-on/settings.ts';
import { openStore, type Store } from '#kernel/server/db.ts';
import { sealWith } from '#kernel/server/hash.ts';
import { vaultWith, type Vault } from '#kernel/server/vault.ts';

/** The things there is one of for as long as the server runs. */
export type Services = {
	readonly store: Store;
	readonly sessions: Sessions;
	readonly mailer: Mailer;
	/** Where staff sign in for all that they use; null when none is set. */
	readonly provider: Provider | null;
	readonly seal: (text: string) => string;
	readonly vault: Vault;
	readonly secondFactor: SecondFactor;
	/** What time it is for the product. */
	readonly now: () => Date;
};

export type Settings = {
	readonly databaseUrl: string;
	readonly authToken: string;
	readonly secretKey: string;
	/** A moment to start the clock at, or empty for the real time. */
	readonly clock: string;
	readonly secure: boolean;
	readonly secondFactor: SecondFactor;
	/** Without it nobody signs in elsewhere. */
	readonly provider?: ProviderSettings | null;
	/** Without it no mail is sent. */
	readonly mail?: MailSettings;
};

export async function openServices(settings: Settings): Promise<Services> {
	const { databaseUrl: url, authToken } = settings;
	const store = await openStore({ url, ...(authToken ? { authToken } : {}) });
	// beside the file, whose folder is there now
	const key = settings.secretKey || keyBeside(url);
	return {
		store,
		sessions: openSessions(store, { secure: settings.secure }),
		mailer: openMailer(settings.mail ?? { smtpUrl: '', from: '', origin: 'http://localhost' }),
		provider: settings.provider ? openProvider(settings.provider) : null,
		seal: sealWith(key),
		vault: vaultWith(key),
		secondFactor: settings.secondFactor,
		now: clockFrom(settings.clock)
	};
}

/** The key of a database file, made the first time and kept in a file only the owner reads. */
function keyBeside(url: string): string {
	if (!url.startsWith('file:'))
		throw new Error('SECRET_KEY is needed with a remote database: the same for every process.');
	const file = join(dirname(url.slice('file:'.length)), 'secret.key');
	if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
	return readFileSync(file, 'utf8').trim();
}

/** The real clock, or one that starts at another moment and goes on from there. */
function clockFrom(start: string): () => Date {
	const shift = start ? Date.parse(start) - Date.now() : 0;
	return () => new Date(Date.now() + shift);
}
