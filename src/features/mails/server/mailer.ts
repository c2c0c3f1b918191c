import type { Transporter } from 'nodemailer';
import type { Message } from '../message.ts';
import { log } from '#kernel/server/log.ts';

export type Letter = Message & {
	readonly to: string;
	/** Of the mail: its Message-ID and all that is made up in it follow from this. */
	readonly id: string;
	readonly at: Date;
};

/** What became of it. `code` is what the server said, or what was the matter with the way there. */
export type Outcome =
	| { readonly is: 'sent' }
	/** There is no mail server. */
	| { readonly is: 'not-sent' }
	/** It may go well another time; `reached` tells whether the server was there at all. */
	| { readonly is: 'again'; readonly code: string; readonly reached: boolean }
	/** The server will never take it for this address. */
	| { readonly is: 'refused'; readonly code: string };

export type Mailer = {
	/** Where links in a mail lead. Never taken from a request. */
	readonly origin: string;
	/** Whether there is a mail server at all. */
	readonly works: boolean;
	send(letter: Letter): Promise<Outcome>;
};

export type MailSettings = {
	readonly smtpUrl: string;
	readonly from: string;
	readonly origin: string;
};

/** Sends mail over SMTP, or tells the log that it does not. */
export function openMailer({ smtpUrl, from, origin }: MailSettings): Mailer {
	if (smtpUrl) return overSmtp({ smtpUrl, from, origin });
	return {
		origin,
		works: false,
		send() {
			log('mail.not-sent', { note: 'mail to 1 person, not sent: no SMTP_URL' });
			return Promise.resolve({ is: 'not-sent' });
		}
	};
}

function overSmtp({ smtpUrl, from, origin }: MailSettings): Mailer {
	const host = new URL(origin).hostname;
	let transporter: Promise<Transporter> | null = null;
	// loaded when the first mail leaves: who sends none need not wait for it, nor keep it in memory
	const opened = () =>
		(transporter ??= import('nodemailer').then(({ createTransport }) =>
			createTransport({
				url: smtpUrl,
				connectionTimeout: 10_000,
				greetingTimeout: 10_000,
				socketTimeout: 30_000,
				dnsTimeout: 10_000,
				disableFileAccess: true,
				disableUrlAccess: true
			})
		));
	return {
		origin,
		works: true,
		async send({ to, id, at, subject, text, html }) {
			const transport = await opened();
			try {
				await transport.sendMail({
					from: from || `no-reply@${host}`,
					to: { name: '', address: to },
					subject,
					text,
					html,
					date: at,
					messageId: `<${id}@${host}>`,
					// what separates the parts is made up otherwise, and the same mail would look like another
					baseBoundary: id,
					headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }
				});
				return { is: 'sent' };
			} catch (error) {
				return outcomeOf(error);
			}
		}
	};
}

type SmtpError = { code?: unknown; responseCode?: unknown; command?: unknown };

/**
 * What an error of the mail server means. Its text holds addresses, so only its code is kept. A
 * refusal for good of the address or the words is about this mail; one of us (our name, our
 * password, our sender) is for whoever runs the server to mend, and the mail waits.
 */
export function outcomeOf(error: unknown): Outcome {
	const { code, responseCode, command } = (error ?? {}) as SmtpError;
	if (typeof responseCode !== 'number') {
		const known = typeof code === 'string' && /^E[A-Z]{2,20}$/.test(code) ? code : 'EUNKNOWN';
		return { is: 'again', code: known, reached: false };
	}
	const said = String(responseCode);
	const isAboutMail = command === 'RCPT TO' || command === 'DATA';
	if (responseCode >= 500 && isAboutMail) return { is: 'refused', code: said };
	return { is: 'again', code: said, reached: isAboutMail };
}
