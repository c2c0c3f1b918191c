import { forgetHelpdesks } from '#features/helpdesk/server/queries.ts';
import { forgetRows, forgetUnfinished } from '#features/imports/server/jobs.ts';
import { draftInvitation } from '#features/invitations/server/draft-invitation.ts';
import { forgetInvitations } from '#features/invitations/server/jobs.ts';
import { forgetOldMail } from '#features/mails/server/jobs.ts';
import { sendDueMail } from '#features/mails/server/send-due-mail.ts';
import { forgetLinks } from '#features/people/server/follow-link.ts';
import { forgetMembershipRequests } from '#features/people/server/show-requests.ts';
import { forgetYearPlans } from '#features/people/server/undo-school-year.ts';
import { sealBox } from '#features/polls/server/jobs.ts';
import { forgetRequests, mailLinks } from '#features/sign-in/server/jobs.ts';
import { mailRequestedLinks } from '#features/sign-in/server/mail-links.ts';
import { HOME } from '#features/scopes/server/queries.ts';
import { defineJob } from '#kernel/server/outbox.ts';
import type { Context } from '#kernel/server/context.ts';
import { every, tick, type Loop, type Plan } from '#kernel/server/scheduler.ts';
import { forgetTries } from '#kernel/server/throttle.ts';
import type { Services } from './services.server.ts';

const tidy = defineJob<{ date: string }>('people/tidy');

/** All the work that nobody waits for: what does it, and what comes round every day. */
const planFor = ({ sessions, store }: Services): Plan => ({
	handlers: {
		[sealBox.name]: () => store.checkpoint(),
		[forgetRows.name]: () => store.checkpoint(),
		[mailLinks.name]: mailRequestedLinks,
		[tidy.name]: async (ctx) => {
			// sessions live by the real clock, also in a demonstration
			await sessions.forgetExpired(new Date());
			await ctx.write(async (tx) => {
				await forgetTries(tx, ctx.now);
				await forgetRequests(tx, ctx.now);
				await forgetLinks(tx, ctx.now);
				await forgetOldMail(tx, ctx.now);
				await forgetInvitations(tx);
				await forgetUnfinished(tx, ctx.now);
				await forgetMembershipRequests(tx, ctx.now);
				await forgetYearPlans(tx, ctx.now);
				await forgetHelpdesks(tx, ctx.now);
			});
		}
	},
	daily: [{ at: '03:30', job: tidy }]
});

/**
 * Starts doing it, beside the web server. Mail has a loop of its own, so that a slow mail server does
 * not keep other work waiting; it goes round after the other, which may have made mail.
 */
export function startJobs(services: Services): Loop {
	const { store, seal, vault } = services;
	const plan = planFor(services);
	const post = every(30, (isStopped) =>
		sendDueMail({ ...services, draftConsultation: draftInvitation }, isStopped)
	);
	const work = every(30, async () => {
		const now = services.now();
		const contextFor = (job: string): Context => ({
			read: store.read,
			write: store.write,
			now,
			actor: { kind: 'clock', job },
			scope: HOME,
			roles: new Set(),
			locale: 'nl',
			session: null,
			seal,
			vault,
			address: ''
		});
		await tick(store, plan, now, contextFor);
		post.nudge();
	});
	return {
		nudge: () => {
			work.nudge();
		},
		stop: async () => {
			await Promise.all([work.stop(), post.stop()]);
		}
	};
}
