import { forgetRows, forgetUnfinished } from '#features/imports/server/jobs.ts';
import { sealBox } from '#features/polls/server/jobs.ts';
import { HOME } from '#features/scopes/server/queries.ts';
import { defineJob } from '#kernel/server/outbox.ts';
import type { Context } from '#kernel/server/context.ts';
import { every, tick, type Plan } from '#kernel/server/scheduler.ts';
import { forgetTries } from '#kernel/server/throttle.ts';
import type { Services } from './services.server.ts';

const tidy = defineJob<{ date: string }>('people/tidy');

/** All the work that nobody waits for: what does it, and what comes round every day. */
const planFor = ({ sessions, store }: Services): Plan => ({
	handlers: {
		[sealBox.name]: () => store.checkpoint(),
		[forgetRows.name]: () => store.checkpoint(),
		[tidy.name]: async (ctx) => {
			// sessions live by the real clock, also in a demonstration
			await sessions.forgetExpired(new Date());
			await ctx.write((tx) => forgetTries(tx, ctx.now));
			await ctx.write((tx) => forgetUnfinished(tx, ctx.now));
		}
	},
	daily: [{ at: '03:30', job: tidy }]
});

/** Starts doing it, beside the web server. Returns how to stop. */
export function startJobs(services: Services): () => void {
	const { store, seal, vault } = services;
	const plan = planFor(services);
	return every(30, () => {
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
		return tick(store, plan, now, contextFor);
	});
}
