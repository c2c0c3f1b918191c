import { expect, test } from 'vitest';
import { showConsultation } from './show-consultation.ts';
import { showHome } from './show-home.ts';
import { showNew } from './show-new.ts';
import { showPlan } from './show-plan.ts';
import { showRules } from './show-rules.ts';
import { suspendConsultation } from './suspend-consultation.ts';
import { findRight } from '#features/electorate/server/queries.ts';
import { planEvening } from '#features/evenings/server/plan-evening.ts';
import { openPanel } from '#features/panels/server/open-panel.ts';
import { castBallot } from '#features/polls/server/cast-ballot.ts';
import { participations, polls } from '#features/polls/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Forbidden, NotFound, SignInRequired } from '#kernel/errors.ts';
import { aDraftedConsultation, DRAFTING, openIt } from '#tests/support/draft.ts';
import { at, World } from '#tests/support/world.ts';

const panel = { lead: 'Wat vindt u?', slug: 'lunch', title: 'Lunch', visibility: 'audience' };
const DURING = new Date('2027-05-20T10:00:00Z');

test('a draft is not there for guests, parents, staff, deciders and other schools, on no page', async () => {
	const { school, council, slug } = await aDraftedConsultation();
	const elsewhere = await (await school.anotherSchool()).a('council');
	const strangers = [
		school.guest(),
		elsewhere,
		await school.a('parent'),
		await school.a('staff'),
		await school.a('decider')
	];
	for (const ctx of strangers) {
		await expect(showConsultation(ctx, slug)).rejects.toThrow(NotFound);
		await expect(showRules(ctx, slug)).rejects.toThrow(NotFound);
		await expect(showPlan(ctx, slug)).rejects.toThrow(NotFound);
		if (ctx.actor.kind === 'person')
			await expect(openPanel(ctx, slug, panel)).rejects.toThrow(NotFound);
		expect((await showHome(ctx)).current).toEqual([]);
	}
	expect((await showConsultation(council, slug)).stage).toBe('draft');
	expect((await showHome(council)).current).toEqual([]);
});

test('once it is fixed everybody reads it, at every stage, also one that was stopped', async () => {
	const drafted = await aDraftedConsultation();
	const { school, slug } = drafted;
	await openIt(drafted);
	const stageAt = async (now: Date) => (await showConsultation(school.guest(now), slug)).stage;
	expect(await stageAt(DRAFTING)).toBe('planned');
	expect(await stageAt(DURING)).toBe('open');
	expect(await stageAt(new Date('2027-05-29T10:00:00Z'))).toBe('closed');
	await suspendConsultation(at(drafted.council, DURING), slug, {
		reason: 'De brieven kwamen twee dagen te laat.'
	});
	const stopped = await showConsultation(school.guest(DURING), slug);
	expect([stopped.stage, stopped.consultation.stopReason]).toEqual([
		'suspended',
		'De brieven kwamen twee dagen te laat.'
	]);
});

test('a panel for the people of the school is not listed for a guest', async () => {
	const drafted = await aDraftedConsultation();
	const { school, council, slug } = drafted;
	await openPanel(council, slug, panel);
	await openPanel(council, slug, { ...panel, slug: 'plein', visibility: 'public' });
	await openIt(drafted);
	const guest = await showConsultation(school.guest(DURING), slug);
	expect([guest.panels.map((it) => it.slug), guest.hasClosedPanels]).toEqual([['plein'], true]);
	const parent = await showConsultation(await school.a('parent', DURING), slug);
	expect([parent.panels.map((it) => it.slug), parent.hasClosedPanels]).toEqual([
		['lunch', 'plein'],
		false
	]);
});

test('while it is open only the number of units that took part shows, and to whom it concerns that they did', async () => {
	const drafted = await aDraftedConsultation();
	const { school, slug } = drafted;
	await openIt(drafted);
	const anna = school.as('anna', ['parent'], DURING);
	const form = new FormData();
	form.set('choice', 'b');
	await castBallot(anna, slug, 'tijden', form);

	const guest = await showConsultation(school.guest(DURING), slug);
	expect(guest.turnout).toEqual({ units: 1, total: 2 });
	expect(Object.keys(guest.polls[0] ?? {}).toSorted()).toEqual([
		'explanation',
		'question',
		'secrecy',
		'slug',
		'taken'
	]);
	const takenBy = async (personId: string) =>
		(await showConsultation(school.as(personId, ['parent'], DURING), slug)).polls[0]?.taken;
	expect([guest.polls[0]?.taken, await takenBy('anna'), await takenBy('carla')]).toEqual([
		false,
		true,
		false
	]);
	expect(await takenBy('bram')).toBe(true);
});

test('a unit that answered two polls took part once', async () => {
	const drafted = await aDraftedConsultation();
	const { school, slug, id } = drafted;
	await school.store.write((tx) =>
		tx.insert(polls).values({
			id: 'second',
			consultationId: id,
			slug: 'pauze',
			position: 2,
			question: 'Hoe lang moet de pauze zijn?',
			explanation: '',
			method: 'single-choice',
			options: [
				{ id: 'a', label: 'kort' },
				{ id: 'b', label: 'lang' }
			],
			settings: {},
			secrecy: 'secret'
		})
	);
	await openIt(drafted);
	const right = await findRight(school.store.read, id, 'anna');
	const rows = await school.store.read.select({ id: polls.id }).from(polls);
	await school.store.write((tx) =>
		tx
			.insert(participations)
			.values(
				rows.map((poll) => ({ pollId: poll.id, rightId: right?.id ?? '', day: '2027-05-12' }))
			)
	);
	const { turnout } = await showConsultation(school.guest(DURING), slug);
	expect(turnout).toEqual({ units: 1, total: 2 });
});

test('the home of a school shows what is open there and above it, and the next evening', async () => {
	const drafted = await aDraftedConsultation();
	const { school, council, slug } = drafted;
	await planEvening(council, slug, {
		title: 'Ouderavond',
		day: '2027-05-25',
		startsAt: '19.30',
		endsAt: '21.00',
		place: 'Aula'
	});
	await openIt(drafted);
	const home = await showHome(school.guest(DURING));
	expect(home.current).toMatchObject([
		{ href: `/vuurvogel/consultations/${slug}`, from: null, stage: 'open', daysLeft: 8, polls: 1 }
	]);
	expect(home.evening).toMatchObject({
		href: `/vuurvogel/consultations/${slug}/evenings/2027-05-25`,
		about: 'Welke schooltijden passen bij ons?'
	});
	expect(await showHome(school.guest(new Date('2027-05-29T10:00:00Z')))).toMatchObject({
		current: [],
		being: [{ stage: 'closed' }],
		evening: null
	});

	const group = { id: 'g3', path: `${school.scope.path}g3/`, slug: 'g3', name: 'Groep 3' };
	await school.store.write((tx) => tx.insert(scopes).values({ ...group, kind: 'group' }));
	const below = new World(school.store, { ...group, kind: 'group' }, school.file);
	expect((await showHome(below.guest(DURING))).current).toMatchObject([{ from: 'De Vuurvogel' }]);
	const other = await school.anotherSchool();
	expect((await showHome(other.guest(DURING))).current).toEqual([]);
});

test('the home of an alliance lists its schools, and not what is open in them', async () => {
	const drafted = await aDraftedConsultation();
	const { school } = drafted;
	await openIt(drafted);
	const rows = await school.store.read.select().from(scopes);
	const alliance = rows.find(({ kind }) => kind === 'alliance');
	if (!alliance) throw new Error('the alliance is missing');
	const home = await showHome(new World(school.store, alliance, school.file).guest(DURING));
	expect(home.schools.places.map(({ slug }) => slug)).toEqual(['vuurvogel']);
	expect(home.current).toEqual([]);
});

test('the plan says what is missing and what may be done now, by whom', async () => {
	const drafted = await aDraftedConsultation({ fixed: '' });
	const { school, council, slug } = drafted;
	const plan = await showPlan(council, slug);
	expect(plan.missing.map(({ reason }) => reason)).toEqual(['open.fixed', 'open.not-agreed']);
	expect(plan.may).toMatchObject({ revise: true, agree: true, open: true, extend: false });
	const moderator = await showPlan(await school.a('moderator', DRAFTING), slug);
	expect(Object.values(moderator.may)).not.toContain(true);
});

test('after the opening the plan is read-only but for changes in the open', async () => {
	const drafted = await aDraftedConsultation();
	const { school, council, slug } = drafted;
	await openIt(drafted);
	const { may, missing } = await showPlan(at(council, DURING), slug);
	expect(missing).toEqual([]);
	expect(may).toMatchObject({
		revise: false,
		agree: false,
		open: false,
		addPoll: false,
		addPanel: true,
		issue: false,
		extend: true,
		correct: true,
		suspend: true,
		resume: false,
		withdraw: true
	});
	await expect(showPlan(school.guest(DURING), slug)).rejects.toThrow(SignInRequired);
	await expect(showPlan(await school.a('parent', DURING), slug)).rejects.toThrow(Forbidden);
	await expect(showNew(await school.a('parent', DURING))).rejects.toThrow(Forbidden);
});
