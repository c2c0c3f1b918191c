import { askedPolls } from '#features/launch/server/preparation.ts';
import { askerOf, getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { listEvenings } from '#features/evenings/server/queries.ts';
import { findContact } from '#features/scopes/server/queries.ts';
import type { Context } from '#kernel/server/context.ts';
import { authorize } from '#policy/authorize.ts';

/** What every letter of a consultation says; who it is for and its code come beside it. */
export async function showLetter(ctx: Context, slug: string) {
	const { read, scope, now } = ctx;
	const consultation = await getConsultation(read, scope, slug);
	assertReadable(ctx, consultation);
	authorize(ctx, 'letter.print', consultation);
	const { title, introduction, contact, opensAt, closesAt, rules } = consultation;
	const polls = await askedPolls(read, consultation.id);
	const [evening] = (await listEvenings(read, consultation.id)).filter((it) => it.endsAt > now);
	return {
		school: scope.name,
		asker: await askerOf(read, scope, consultation),
		title,
		introduction,
		contact,
		help: await findContact(read, scope),
		opensAt,
		closesAt,
		answerDay: rules.answerDay,
		unit: rules.unit,
		secrecy: rules.secrecy,
		onPaper: rules.channels.includes('paper'),
		evening: evening && {
			startsAt: evening.startsAt,
			place: evening.place,
			details: evening.details
		},
		polls: polls.map(({ slug: name, question, method, options }) => ({
			slug: name,
			question,
			several: method === 'several-choices',
			options: options.map(({ label, hint }) => ({ label, hint: hint ?? '' }))
		})),
		today: now
	};
}
export type LetterText = Awaited<ReturnType<typeof showLetter>>;
