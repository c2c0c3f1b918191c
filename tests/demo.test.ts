import { and, count, countDistinct, eq, like } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { DEMO_CLOCK, SCHOOLS } from '../src/demo/region.ts';
import { seed } from '../src/demo/seed.ts';
import { aDemo, consultationIn, demoSeal, demoVault, shown } from './support/demo.ts';
import { stageOf } from '#features/consultations/rules.ts';
import { consultationsOf } from '#features/consultations/server/queries.ts';
import { electorate } from '#features/electorate/server/schema.ts';
import { handCountsOf, listEvenings, notesOf } from '#features/evenings/server/queries.ts';
import { contributions } from '#features/panels/server/schema.ts';
import { listContributions } from '#features/panels/server/queries.ts';
import { households, memberships } from '#features/people/server/schema.ts';
import { sumNote } from '#features/polls/percentages.ts';
import { participations, secretBallots } from '#features/polls/server/schema.ts';
import { isOverdue } from '#features/reports/due.ts';
import type { ReportWords } from '#features/reports/server/schema.ts';
import { buildDocument } from '#features/reports/server/build-document.ts';
import { answersOf, getEdition, listEditions, wordsOf } from '#features/reports/server/queries.ts';
import { getScope } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { themesOf } from '#features/themes/server/queries.ts';
import { Conflict } from '#kernel/errors.ts';
import type { Store } from '#kernel/server/db.ts';
import { dayOf } from '#kernel/time.ts';

const NOW = new Date(DEMO_CLOCK);
const WORDS: ReportWords = { outcome: '', meaning: '', minority: '', position: '', next: '' };

let store: Store;

beforeAll(async () => {
	const demo = await aDemo(NOW);
	store = demo.store;
	return demo.end;
}, 60_000);

const told = (place: string, slug: string) => consultationIn(store.read, place, slug);
const schoolHours = () => told('merelmolen', 'schooltijden');

describe('the region', () => {
	test('has three schools with the families and parents that it should have', async () => {
		const { read } = store;
		const found = await Promise.all(
			SCHOOLS.map(async ({ slug }) => {
				const { id, path } = await getScope(read, slug);
				const families = await read.$count(households, eq(households.scopeId, id));
				const [row] = await read
					.select({ parents: countDistinct(memberships.personId) })
					.from(memberships)
					.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
					.where(and(eq(memberships.role, 'parent'), like(scopes.path, `${path}%`)));
				return [slug, families, row?.parents];
			})
		);
		expect(found).toEqual([
			['merelmolen', 148, 271],
			['zilverpad', 84, 139],
			['merelwaard', 566, 1018]
		]);
	});

	test('has a consultation in each state that the product knows', async () => {
		const places = await store.read.select({ id: scopes.id }).from(scopes);
		const all = await consultationsOf(
			store.read,
			places.map(({ id }) => id)
		);
		expect(Object.fromEntries(all.map((it) => [it.slug, stageOf(it, NOW)]))).toEqual({
			ondersteuningsplan: 'done',
			schooltijden: 'done',
			telefoons: 'reported',
			ouderbijdrage: 'counted',
			bereiken: 'open'
		});
	});

	test('cannot be made in a database that has anything in it', async () => {
		await expect(seed({ store, seal: demoSeal, vault: demoVault, now: () => NOW })).rejects.toThrow(
			new Conflict('set-up.not-empty')
		);
	});
});

describe('schooltijden', () => {
	test('counts 102 of 148 families, by channel and option to the last ballot', async () => {
		const { units, tally, counts, byChannel } = await schoolHours();
		expect([tally.ballots, units, shown(102, 148)]).toEqual([102, 148, '68,9']);
		expect(counts).toEqual([29, 58, 11, 4]);
		expect(counts.map((it) => shown(it, 102))).toEqual(['28,4', '56,9', '10,8', '3,9']);
		expect(
			Object.entries(byChannel).map(([channel, it]) => [
				channel,
				it.ballots,
				it.options.map((option) => option.count)
			])
		).toEqual([
			['online', 71, [17, 46, 6, 2]],
			['paper', 22, [10, 7, 4, 1]],
			['evening', 9, [2, 5, 1, 1]]
		]);
	});

	test('books 107 received answers, of which 4 double and 1 invalid, and all equations hold', async () => {
		const { reconciliation, holds } = await schoolHours();
		const received = reconciliation.equations.find(({ name }) => name === 'received');
		const terms = Object.fromEntries(received?.terms.map((it) => [it.name, it.value]) ?? []);
		expect(received?.left).toBe(107);
		expect(terms).toMatchObject({ counted: 102, blank: 0, invalid: 1, double: 4, late: 0 });
		expect(holds).toBe(true);
	});

	test('is reported with the response met and the majority not: 58 of 98', async () => {
		const { consultation } = await schoolHours();
		const { document } = await getEdition(store.read, consultation.id);
		const [response, majority] = document.polls[0]?.verdict?.parts ?? [];
		expect(response).toMatchObject({ met: true, numerator: 102, denominator: 148 });
		expect(majority).toMatchObject({ met: false, numerator: 58, denominator: 98, shortBy: 1 });
		expect(shown(58, 98)).toBe('59,2');
		expect(document.polls[0]?.verdict?.met).toBe(false);
	});

	test('shows by channel no more than it may: online, and paper with the evening', async () => {
		const { consultation } = await schoolHours();
		const { document } = await getEdition(store.read, consultation.id);
		expect(document.polls[0]?.breakdown).toEqual({
			columns: [
				{ ids: ['online'], people: 71 },
				{ ids: ['paper', 'evening'], people: 31 }
			],
			rows: [
				{ ids: ['a'], total: 29, cells: [17, 12] },
				{ ids: ['b'], total: 58, cells: [46, 12] },
				{ ids: ['c', 'd'], total: 15, cells: [8, 7] }
			]
		});
	});

	test('has what was said, with a translation by a person, paper, and 19 who think so too', async () => {
		const { consultation } = await schoolHours();
		const said = await listContributions(store.read, consultation.id);
		const by = (name: string) => said.find(({ displayName }) => displayName === name);
		expect(said).toHaveLength(10);
		expect(by('Bas van V.')?.supportCount).toBe(19);
		expect(by('Ayşe D.')).toMatchObject({ language: 'tr', translation: { checked: 'human' } });
		expect(by('Peter Kuipers')).toMatchObject({ official: true, badgeNote: 'directeur' });
		expect(said.filter(({ origin }) => origin === 'paper')).toMatchObject([
			{ sourceLabel: 'formulier 14', body: 'Laat het zo. Rust is ook wat waard.' }
		]);
		const [hidden] = await store.read
			.select()
			.from(contributions)
			.where(eq(contributions.hiddenRule, 3));
		expect(hidden?.hiddenReason).toBe('Hierin stond een naam van een leerkracht.');
		expect(hidden?.hiddenAt && dayOf(hidden.hiddenAt)).toBe('2027-05-13');
	});

	test('was talked about by 23 people at 4 tables, in 7 notes and a show of hands', async () => {
		const { consultation } = await schoolHours();
		const [evening] = await listEvenings(store.read, consultation.id);
		const notes = await notesOf(store.read, evening?.id ?? '');
		const [hands] = await handCountsOf(store.read, evening?.id ?? '');
		expect(evening).toMatchObject({ attendance: 23, tables: { length: 4 } });
		expect(notes.map(({ nodded }) => nodded)).toEqual([5, 4, 6, null, 3, 4, 7]);
		expect(hands?.answers.map((it) => it.count)).toEqual([14, 5, 4]);
	});

	test('has two editions of its report and an answer to each of five themes', async () => {
		const { consultation } = await schoolHours();
		const editions = await listEditions(store.read, consultation.id);
		const answers = await answersOf(store.read, consultation.id, dayOf(NOW));
		expect(editions.map((it) => [it.number, dayOf(it.publishedAt)])).toEqual([
			[2, '2027-09-01'],
			[1, '2027-06-11']
		]);
		expect(answers.map((it) => [it.theme, it.outcome])).toEqual([
			['Kosten en plek BSO', 'partly'],
			['Kleuters', 'adopted'],
			['Genoeg tijd om te eten', 'adopted'],
			['Begin na kerst', 'not'],
			['Drukte op het plein', 'later']
		]);
	});
});

test('ouderbijdrage: 89 of 148, in percentages that add up to 100,1, and no report yet', async () => {
	const { consultation, units, tally, counts } = await told('merelmolen', 'ouderbijdrage');
	expect([tally.ballots, units, shown(89, 148)]).toEqual([89, 148, '60,1']);
	expect(counts).toEqual([41, 33, 12, 3]);
	expect(counts.map((it) => shown(it, 89))).toEqual(['46,1', '37,1', '13,5', '3,4']);
	expect(sumNote(counts, 89)).toEqual({ kind: 'rounding', tenths: 1001 });
	expect(await listEditions(store.read, consultation.id)).toEqual([]);
	expect((await wordsOf(store.read, consultation.id)).outcome).not.toBe('');
});

test('telefoons: 402 of 1,018 parents, 269 of them agree, and one answer is late', async () => {
	const { consultation, units, tally, counts } = await told('merelwaard', 'telefoons');
	expect([tally.ballots, units, shown(402, 1018)]).toEqual([402, 1018, '39,5']);
	expect(counts).toEqual([148, 121, 38, 59, 36]);
	expect(counts.map((it) => shown(it, 402))).toEqual(['36,8', '30,1', '9,5', '14,7', '9,0']);
	expect(shown(148 + 121, 402)).toBe('66,9');

	// pupils are not counted among the parents
	const [panel] = await listEvenings(store.read, consultation.id);
	expect(panel?.attendance).toBeNull();
	expect(await notesOf(store.read, panel?.id ?? '')).toHaveLength(1);
	const [hands] = await handCountsOf(store.read, panel?.id ?? '');
	expect(hands?.answers.map((it) => it.count)).toEqual([5, 16, 3]);
	const said = await listContributions(store.read, consultation.id);
	expect(
		said
			.map((it) => it.supportCount)
			.toSorted((a, b) => b - a)
			.slice(0, 2)
	).toEqual([61, 44]);

	const answers = await answersOf(store.read, consultation.id, dayOf(NOW));
	const themes = await themesOf(store.read, consultation.id);
	expect([answers.length, themes.length]).toEqual([4, 5]);
	expect(isOverdue(consultation.rules.answerDay, dayOf(NOW))).toBe(true);
});

test('ondersteuningsplan: 312 of 1,428 parents put 812 crosses, and each school as many', async () => {
	const { consultation, poll, units, tally, counts } = await told(
		'merelstreek',
		'ondersteuningsplan'
	);
	expect([tally.ballots, tally.ticks, units]).toEqual([312, 812, 1428]);
	expect(shown(312, 1428)).toBe('21,8');
	expect(counts).toEqual([201, 188, 142, 131, 87, 63]);
	expect(counts.map((it) => shown(it, 312))).toEqual([
		'64,4',
		'60,3',
		'45,5',
		'42,0',
		'27,9',
		'20,2'
	]);

	const perSchool = await Promise.all(
		SCHOOLS.map(async ({ slug }) => {
			const { path } = await getScope(store.read, slug);
			const [row] = await store.read
				.select({ part: count() })
				.from(participations)
				.innerJoin(electorate, eq(electorate.id, participations.rightId))
				.innerJoin(scopes, eq(scopes.id, electorate.scopeId))
				.where(and(eq(participations.pollId, poll.id), like(scopes.path, `${path}%`)));
			return row?.part ?? 0;
		})
	);
	expect(perSchool).toEqual([74, 58, 180]);
	expect([shown(74, 271), shown(58, 139), shown(180, 1018)]).toEqual(['27,3', '41,7', '17,7']);

	const editions = await listEditions(store.read, consultation.id);
	expect(editions).toHaveLength(3);
	expect(editions[1]?.changes).toContain('vóór 1 mei');
	const said = await listContributions(store.read, consultation.id);
	expect(
		said
			.map((it) => it.supportCount)
			.toSorted((a, b) => b - a)
			.slice(0, 2)
	).toEqual([88, 34]);
});

test('bereiken: 77 of 139 parents so far, and slips that do not fit are listed', async () => {
	const { units, tally, counts, reconciliation } = await told('zilverpad', 'bereiken');
	expect([tally.ballots, units, shown(77, 139)]).toEqual([77, 139, '55,4']);
	expect(counts).toEqual([34, 31, 29, 18, 15, 6]);
	expect(counts.map((it) => shown(it, 77))).toEqual([
		'44,2',
		'40,3',
		'37,7',
		'23,4',
		'19,5',
		'7,8'
	]);
	const received = reconciliation.equations.find(({ name }) => name === 'received');
	expect(received).toMatchObject({ left: 79, holds: true });
});

test('a report cannot be made of a box from which one ballot was taken', async () => {
	const { scope, poll } = await schoolHours();
	const ofPoll = eq(secretBallots.pollId, poll.id);
	const [ballot] = await store.read.select().from(secretBallots).where(ofPoll).limit(1);
	if (!ballot) throw new Error('an empty box');
	await store.write((tx) =>
		tx.delete(secretBallots).where(and(ofPoll, eq(secretBallots.id, ballot.id)))
	);
	try {
		await expect(buildDocument(store.read, scope, 'schooltijden', WORDS)).rejects.toThrow(
			new Conflict('report.not-reconciled')
		);
	} finally {
		await store.write((tx) => tx.insert(secretBallots).values(ballot));
	}
	const document = await buildDocument(store.read, scope, 'schooltijden', WORDS);
	expect(document.participation).toEqual({ part: 102, whole: 148 });
});
