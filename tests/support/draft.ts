import { draftConsultation } from '#features/consultations/server/draft-consultation.ts';
import { agreeGroundRules } from '#features/launch/server/agree-ground-rules.ts';
import { openConsultation } from '#features/launch/server/open-consultation.ts';
import {
	householdMembers,
	households,
	memberships,
	people
} from '#features/people/server/schema.ts';
import { polls } from '#features/polls/server/schema.ts';
import { newId } from '#kernel/ids.ts';
import type { Context } from '#kernel/server/context.ts';
import { aSchool, type World } from './world.ts';

/** The form of a consultation that has everything it needs, with these fields otherwise. */
export const aDraft = (other: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
	title: 'Welke schooltijden passen bij ons?',
	slug: 'schooltijden',
	question: 'Welke schooltijden wilt u vanaf augustus 2027?',
	introduction: 'De school wil andere schooltijden.',
	motive: 'Wij hebben te weinig overblijfouders.',
	facts: ['Nu: 8.30 tot 15.15 uur.', 'Idee: samen eten op school.', 'U antwoordt tot 28 mei.'],
	fixed: ['Het aantal lesuren blijft gelijk.'],
	open: ['Welke tijden', 'Welke pauze'],
	level: 'consult',
	decider: 'Het bestuur',
	decisionDay: '2027-06-24',
	answerDay: '2027-09-01',
	contact: 'Marloes de Wit, MR',
	unit: 'household',
	secrecy: 'secret',
	channels: ['online', 'paper', 'evening'],
	opensDay: '2027-05-10',
	opensTime: '08:00',
	closesDay: '2027-05-28',
	closesTime: '23:59',
	weight: 'De MR weegt de uitslag mee.',
	...other
});

/** Households of a scope with their members, written straight into the tables; by the school's key. */
export async function addHouseholds(
	{ store, scope }: World,
	members: Readonly<Record<string, readonly string[]>>,
	scopeId = scope.id
): Promise<void> {
	await store.write(async (tx) => {
		for (const [key, personIds] of Object.entries(members)) {
			const householdId = newId();
			await tx.insert(households).values({ id: householdId, scopeId, key });
			for (const personId of personIds) {
				await tx.insert(people).values({ id: personId, name: personId }).onConflictDoNothing();
				await tx
					.insert(memberships)
					.values({ scopeId, personId, role: 'parent' })
					.onConflictDoNothing();
				await tx.insert(householdMembers).values({ householdId, personId });
			}
		}
	});
}

export type Drafted = {
	readonly school: World;
	readonly council: Context;
	readonly slug: string;
	readonly id: string;
};

/** A consultation in the making, with one poll, at a school with two households of three parents. */
export async function aDraftedConsultation(
	other: Readonly<Record<string, unknown>> = {},
	{ poll = true, households: families = FAMILIES } = {}
): Promise<Drafted> {
	const school = await aSchool();
	await addHouseholds(school, families);
	const council = await school.a('council', DRAFTING);
	const { id, slug } = await draftConsultation(council, aDraft(other));
	if (poll) await addPoll(school, id);
	return { school, council, slug, id };
}

/** Before the period of `aDraft` begins. */
export const DRAFTING = new Date('2027-05-03T10:00:00Z');
const FAMILIES: Record<string, string[]> = { 'gezin-1': ['anna', 'bram'], 'gezin-2': ['carla'] };

export async function addPoll(
	{ store }: World,
	consultationId: string,
	slug = 'tijden'
): Promise<string> {
	const id = newId();
	await store.write((tx) =>
		tx.insert(polls).values({
			id,
			consultationId,
			slug,
			position: 1,
			question: 'Welke schooltijden wilt u?',
			explanation: 'Kies wat past.',
			method: 'single-choice',
			options: [
				{ id: 'a', label: 'Zo blijven', hint: '8.30 tot 15.15 uur' },
				{ id: 'b', label: 'Vijf gelijke dagen' },
				{ id: 'd', label: 'Geen voorkeur', noPreference: true }
			],
			settings: {},
			secrecy: 'secret'
		})
	);
	return id;
}

/** Two people agree on the rules as they are. */
export const agreeIt = ({ council, slug }: Drafted): Promise<void> =>
	agreeGroundRules(council, slug, { names: ['Marloes de Wit', 'Peter Kuipers'] });

/** Two people agree on the rules as they are, and the consultation is opened. */
export async function openIt(drafted: Drafted): Promise<void> {
	await agreeIt(drafted);
	await openConsultation(drafted.council, drafted.slug);
}
