import type { GroundRules, Secrecy, Unit } from '#features/consultations/ground-rules.ts';
import { consultations, groundRules } from '#features/consultations/server/schema.ts';
import { electorate, participationCodes } from '#features/electorate/server/schema.ts';
import { evenings } from '#features/evenings/server/schema.ts';
import { panels } from '#features/panels/server/schema.ts';
import {
	householdMembers,
	households,
	memberships,
	people
} from '#features/people/server/schema.ts';
import { polls } from '#features/polls/server/schema.ts';
import { newId } from '#kernel/ids.ts';
import type { Context } from '#kernel/server/context.ts';
import { sha256 } from '#kernel/server/hash.ts';
import { aSchool, minutesLater, type World } from './world.ts';

export const OPENS = minutesLater(-60 * 24 * 2);
export const CLOSES = minutesLater(60 * 24 * 16);

export type Family = {
	readonly rightId: string;
	readonly personId: string;
	/** As printed on the letter. */
	readonly code: string;
	/** The context of a request by this parent. */
	readonly ctx: Context;
};

export type Consulted = {
	readonly school: World;
	readonly consultationId: string;
	readonly pollId: string;
	readonly panelId: string;
	readonly eveningId: string;
	readonly families: readonly Family[];
};

const OPTIONS = [
	{ id: 'a', label: 'Zo blijven' },
	{ id: 'b', label: 'Vijf gelijke dagen' },
	{ id: 'c', label: 'Vrije woensdagmiddag' },
	{ id: 'd', label: 'Geen voorkeur', noPreference: true }
];
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** The code of the n-th family: eight characters of the alphabet, all different. */
const codeOf = (n: number) =>
	Array.from({ length: 8 }, (_, place) =>
		ALPHABET.charAt(Math.floor(n / ALPHABET.length ** place + place * 7) % ALPHABET.length)
	).join('');

/**
 * An open consultation at a school of its own, written straight into the tables: with one poll, one
 * panel, one evening, and families that each have one parent, one right and one code.
 */
export async function aConsultation(
	wanted: {
		readonly families?: number;
		readonly secrecy?: Secrecy;
		readonly unit?: Unit;
		readonly method?: 'single-choice' | 'several-choices';
		readonly settings?: Readonly<Record<string, number>>;
		readonly threshold?: unknown;
		readonly visibility?: 'audience' | 'public';
	} = {}
): Promise<Consulted> {
	const { families: count = 6, secrecy = 'secret', unit = 'household' } = wanted;
	const { method = 'single-choice', settings = {} } = wanted;
	const school = await aSchool();
	const [consultationId, pollId, panelId, eveningId] = [newId(), newId(), newId(), newId()];
	const scopeId = school.scope.id;
	const rules: GroundRules = {
		version: 1,
		title: 'Welke schooltijden passen bij ons?',
		question: 'Welke schooltijden wilt u vanaf augustus 2027?',
		unit,
		secrecy,
		channels: ['online', 'paper', 'evening'],
		opensAt: OPENS.toISOString(),
		closesAt: CLOSES.toISOString(),
		threshold: wanted.threshold ?? null,
		weight: 'De MR weegt de uitslag mee.',
		level: 'consult',
		decider: 'Het bestuur',
		decisionDay: '2027-06-24',
		answerDay: '2027-09-01',
		fixed: ['Het aantal lesuren blijft gelijk.'],
		open: ['Welke tijden', 'Welke pauze'],
		interim: 'hidden',
		polls: [
			{
				slug: 'schooltijden',
				question: 'Welke schooltijden wilt u?',
				method,
				options: OPTIONS.map(({ id, label }) => ({ id, label })),
				settings
			}
		]
	};
	const families = Array.from({ length: count }, (_, n) => {
		const personId = newId();
		return {
			rightId: newId(),
			householdId: newId(),
			personId,
			code: codeOf(n + 1),
			ctx: school.as(personId, ['parent'])
		};
	});

	await school.store.write(async (tx) => {
		await tx.insert(consultations).values({
			id: consultationId,
			scopeId,
			slug: 'schooltijden',
			title: rules.title,
			question: rules.question,
			introduction: 'De school wil andere schooltijden.',
			motive: 'Wij hebben te weinig overblijfouders.',
			facts: ['Nu: 8.30 tot 15.15 uur.', 'Idee: samen eten op school.', 'U stemt tot 28 mei.'],
			fixed: rules.fixed,
			open: rules.open,
			level: 'consult',
			decider: rules.decider,
			decisionDay: rules.decisionDay,
			contact: 'Marloes de Wit, MR',
			draftedAt: minutesLater(-60 * 24 * 20),
			openedAt: OPENS
		});
		await tx.insert(polls).values({
			id: pollId,
			consultationId,
			slug: 'schooltijden',
			position: 1,
			question: 'Welke schooltijden wilt u?',
			explanation: '',
			method,
			options: OPTIONS,
			settings,
			secrecy
		});
		const text = JSON.stringify(rules);
		await tx.insert(groundRules).values({
			consultationId,
			rules,
			agreedBy: ['Marloes de Wit', 'Peter Kuipers'],
			agreedOn: '2027-05-03',
			frozenAt: OPENS,
			text,
			hash: sha256(text)
		});
		await tx.insert(panels).values({
			id: panelId,
			consultationId,
			slug: 'gesprek',
			title: 'Schooltijden',
			lead: 'Wat betekenen andere tijden voor u?',
			visibility: wanted.visibility ?? 'audience',
			position: 1
		});
		await tx.insert(evenings).values({
			id: eveningId,
			consultationId,
			slug: 'avond',
			title: 'Ouderavond schooltijden',
			startsAt: minutesLater(60 * 24 * 8),
			endsAt: minutesLater(60 * 24 * 8 + 90),
			place: 'Aula',
			details: 'Met opvang en een tolk.',
			position: 1
		});
		for (const [n, family] of families.entries()) {
			const { personId, householdId, rightId, code, ctx } = family;
			await tx.insert(people).values({ id: personId, name: `Ouder ${String(n + 1)}` });
			await tx.insert(memberships).values({ scopeId, personId, role: 'parent' });
			await tx.insert(households).values({ id: householdId, scopeId, key: `gezin-${String(n)}` });
			await tx.insert(householdMembers).values({ householdId, personId });
			await tx.insert(electorate).values({
				id: rightId,
				consultationId,
				...(unit === 'household' ? { householdId } : { personId }),
				scopeId,
				addedOn: '2027-05-10'
			});
			await tx
				.insert(participationCodes)
				.values({ id: ctx.seal(code), consultationId, rightId, personId, status: 'issued' });
		}
	});
	return { school, consultationId, pollId, panelId, eveningId, families };
}
