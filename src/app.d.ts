import type { DemoDoor } from './demo/seed.ts';
import type { Shown } from '#features/sign-on/server/enter-by-provider.ts';
import type { Provider } from '#features/sign-on/server/provider.ts';
import type { Catalogue } from '#i18n/catalogue.ts';
import type { Context } from '#kernel/server/context.ts';

declare global {
	namespace App {
		interface Locals {
			ctx: Context;
			/** The words in the reader's language. */
			text: Catalogue;
			/** The look they chose; empty: as their device has it. */
			theme: string;
			/** Set when the clock is not the real one: every page says what day it is here. */
			demoClock: boolean;
			/** The address names a place that there is not. */
			noSuchPlace: boolean;
			/** The key to the set-up page; null once there is an organisation. */
			setupKey: string | null;
			/** There is a mail server, so that signing in by mail can be offered. */
			byMail: boolean;
			/** Does the work that was asked for now, rather than in half a minute: somebody waits for it. */
			nudge(): void;
			/** Fills an empty installation with the demo region; tells who can sign in with what. */
			loadDemo(): Promise<readonly DemoDoor[]>;
			/** They are at the tablet of a school, for so many seconds more at most. */
			kiosk: { readonly left: number } | null;
			/** They have rights over others that do not count before they show a second factor. */
			waiting: boolean;
			/** Where staff sign in for all that they use, if that is set. */
			provider: Provider | null;
			/** `proof` is what they showed besides who they are, now or before at the provider. */
			signIn(personId: string, proof?: 'password' | 'factor' | Shown): Promise<void>;
			/** Signs in with a link for parents: whoever is more than that, is not so here. */
			signInAsParent(personId: string): Promise<void>;
			/** Signs a parent in at the tablet of a school, for some minutes. */
			handOver(personId: string): Promise<void>;
			/** Whoever is signed in showed that it is them; their session goes on under a new token. */
			proved(proof: 'password' | 'factor'): Promise<void>;
			signOut(): Promise<void>;
		}
		interface Error {
			/** Set when it is a bug: to quote to the administrator, who finds it in the log. */
			id?: string;
		}
	}
}

export {};
