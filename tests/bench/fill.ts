import type { GroundRules } from '#features/consultations/ground-rules.ts';
import { consultations, groundRules } from '#features/consultations/server/schema.ts';
import { electorate } from '#features/electorate/server/schema.ts';
import { acceptances, houseRules } from '#features/house-rules/server/schema.ts';
import { contributions, panels } from '#features/panels/server/schema.ts';
import { memberships, people, sessions } from '#features/people/server/schema.ts';
import { polls } from '#features/polls/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { newId } from '#kernel/ids.ts';
import { openStore, type Writer } from '#kernel/server/db.ts';
import { sha256 } from '#kernel/server/hash.ts';
import { renderMarkdown } from '#kernel/server/markdown.ts';
import { dayOf } from '#kernel/time.ts';
import { seed } from '../../src/demo/seed.ts';
import { openServices } from '../../src/services.server.ts';

export const SCHOOL = 'zandkasteel';
export const CONSULTATION = 'schooltijden';
export const DEMO_REPORT = '/merelwaard/consultations/telefoons/report';
const DAY = 24 * 60 * 60_000;

const SENTENCES = [
	'Elke dag dezelfde tijd scheelt ons veel geregel met opvang en werk.',
	'Mijn jongste is om twee uur al moe en eet langzaam, dus ik twijfel.',
	'Wat kost de opvang als de school eerder uit is? Dat wil ik graag weten.',
	'Vraag de sportclub. Daar is op dinsdag en donderdag nog plek.',
	'Wie let er op bij het plein als alle groepen tegelijk naar buiten gaan?'
];
const bodyOf = (n: number) =>
	Array.from({ length: 5 }, (_, k) => SENTENCES[(n + k * 2) % SENTENCES.length]).join(' ');

export type Filled = {
	/** Session tokens of parents who have not voted. */
	readonly voters: readonly string[];
	/** The session token of a parent who reads. */
	readonly reader: string;
	readonly pollPath: string;
	readonly panels: Readonly<Record<20 | 200, string>>;
};

/** The demo region, for a report that was published. */
export async function fillDemo(databaseUrl: string): Promise<void> {
	const settings = {
		databaseUrl,
		authToken: '',
		secretKey: '',
		clock: '',
		secure: false,
		secondFactor: 'offered' as const
	};
	const services = await openServices(settings);
	await seed(services);
	await services.store.close();
}

/** One school with an open consultation: two panels, one secret poll, and `count` parents. */
export async function fill(url: string, count: number): Promise<Filled> {
	const store = await openStore({ url });
	const now = new Date();
	const scopeId = newId();
	const consultationId = newId();
	const voters = Array.from({ length: count }, () => ({
		id: newId(),
		token: `p${newId()}${newId()}`
	}));
	await store.write(async (tx) => {
		const path = `/home/${scopeId}/`;
		const school = { id: scopeId, path, slug: SCHOOL, name: 'Het Zandkasteel' };
		await tx.insert(scopes).values({ ...school, kind: 'school' });
		await insertConsultation(tx, consultationId, scopeId, now);
		const rulesId = newId();
		await tx.insert(houseRules).values({
			id: rulesId,
			scopeId,
			edition: 1,
			rules: ['Wij praten met elkaar, niet over elkaar.'],
			publishedAt: now
		});
		for (let from = 0; from < voters.length; from += 500) {
			const some = voters.slice(from, from + 500);
			const expiresAt = new Date(now.getTime() + 29 * DAY);
			await tx.insert(people).values(some.map(({ id }) => ({ id, name: 'Ouder B.' })));
			await tx
				.insert(memberships)
				.values(some.map(({ id }) => ({ scopeId, personId: id, role: 'parent' as const })));
			await tx
				.insert(electorate)
				.values(
					some.map(({ id }) => ({ consultationId, personId: id, scopeId, addedOn: '2027-05-10' }))
				);
			await tx.insert(sessions).values(
				some.map(({ id, token }) => ({
					id: sha256(token),
					personId: id,
					expiresAt,
					endsAt: new Date(now.getTime() + 90 * DAY),
					device: '',
					beganOn: dayOf(now)
				}))
			);
			await tx
				.insert(acceptances)
				.values(some.map(({ id }) => ({ houseRulesId: rulesId, personId: id, acceptedAt: now })));
		}
		await insertPanel(tx, consultationId, 20, now);
		await insertPanel(tx, consultationId, 200, now);
	});
	await store.close();
	const base = `/${SCHOOL}/consultations/${CONSULTATION}`;
	return {
		voters: voters.slice(1).map(({ token }) => token),
		reader: voters[0]?.token ?? '',
		pollPath: `${base}/polls/tijden`,
		panels: { 20: `${base}/panels/gesprek-20`, 200: `${base}/panels/gesprek-200` }
	};
}

async function insertConsultation(tx: Writer, id: string, scopeId: string, now: Date) {
	const options = ['Zo blijven', 'Vijf gelijke dagen', 'Vrije woensdagmiddag', 'Geen voorkeur'].map(
		(label, n) => ({ id: 'abcd'.charAt(n), label })
	);
	const rules: GroundRules = {
		version: 1,
		title: 'Welke schooltijden passen bij ons?',
		question: 'Welke schooltijden wilt u?',
		unit: 'parent',
		secrecy: 'secret',
		channels: ['online', 'paper'],
		opensAt: new Date(now.getTime() - DAY).toISOString(),
		closesAt: new Date(now.getTime() + 30 * DAY).toISOString(),
		threshold: null,
		weight: 'De MR weegt de uitslag mee.',
		level: 'consult',
		decider: 'Het bestuur',
		decisionDay: '2027-06-24',
		answerDay: '2027-09-01',
		fixed: ['Het aantal lesuren blijft gelijk.'],
		open: ['Welke tijden', 'Welke pauze'],
		interim: 'hidden',
		polls: []
	};
	await tx.insert(consultations).values({
		id,
		scopeId,
		slug: CONSULTATION,
		title: rules.title,
		question: rules.question,
		introduction: 'De school wil andere schooltijden. U zegt wat bij u past.',
		motive: 'Wij hebben te weinig overblijfouders.',
		facts: ['Nu: 8.30 tot 15.15 uur.', 'Idee: samen eten op school.', 'U stemt nog een maand.'],
		fixed: rules.fixed,
		open: rules.open,
		level: rules.level,
		decider: rules.decider,
		decisionDay: rules.decisionDay,
		contact: 'Marloes de Wit, MR',
		draftedAt: now,
		openedAt: new Date(now.getTime() - DAY)
	});
	await tx.insert(polls).values({
		consultationId: id,
		slug: 'tijden',
		position: 1,
		question: rules.question,
		explanation: '',
		method: 'single-choice',
		options,
		settings: {},
		secrecy: 'secret'
	});
	const text = JSON.stringify(rules);
	await tx.insert(groundRules).values({
		consultationId: id,
		rules,
		agreedBy: ['Marloes de Wit', 'Peter Kuipers'],
		agreedOn: '2027-05-03',
		frozenAt: now,
		text,
		hash: sha256(text)
	});
}

/** A panel of `count` contributions, some three deep, of about 390 characters each. */
async function insertPanel(tx: Writer, consultationId: string, count: number, now: Date) {
	const panelId = newId();
	await tx.insert(panels).values({
		id: panelId,
		consultationId,
		slug: `gesprek-${String(count)}`,
		title: 'Schooltijden',
		lead: 'Wat betekenen andere tijden voor u?',
		visibility: 'public',
		position: count
	});
	const stances = ['for', 'against', 'question', 'idea'] as const;
	let thread: string[] = [];
	for (let n = 0; n < count; n++) {
		const depth = n % 5 < 3 ? (n % 5) + 1 : n % 5 === 3 ? 2 : 1;
		const id = newId();
		const body = bodyOf(n);
		thread = [...thread.slice(0, depth - 1), id];
		await tx.insert(contributions).values({
			id,
			panelId,
			parentId: thread[depth - 2] ?? null,
			rootId: thread[0] ?? id,
			depth,
			displayName: `Ouder ${String(n + 1)}`,
			badge: 'parent',
			badgeNote: 'groep 6',
			stance: stances[n % 4] ?? null,
			origin: 'online',
			body,
			html: renderMarkdown(body),
			language: 'nl',
			createdAt: new Date(now.getTime() - DAY + n * 60_000),
			supportCount: n % 7
		});
	}
}
