import { onTestFinished } from 'vitest';
import { draftInvitation } from '#features/invitations/server/draft-invitation.ts';
import { openMailer } from '#features/mails/server/mailer.ts';
import { sendDueMail } from '#features/mails/server/send-due-mail.ts';
import { type Arrived, aSink } from './smtp.ts';
import { NOON, type World } from './world.ts';

/** A mail server in this process for a school, and what arrives there once the queue is sent. */
export async function aPostFor(
	school: World
): Promise<{ readonly arriving: (now?: Date) => Promise<Arrived[]> }> {
	const sink = await aSink();
	onTestFinished(() => sink.close());
	const { seal, vault } = school.guest();
	const post = {
		...{ store: school.store, seal, vault, draftConsultation: draftInvitation },
		mailer: openMailer({ smtpUrl: sink.url, from: '', origin: 'https://school.example' })
	};
	return {
		async arriving(now = NOON) {
			const before = sink.arrived.length;
			await sendDueMail({ ...post, now: () => now });
			return sink.arrived.slice(before);
		}
	};
}
