import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditPoll } from './audit-poll.ts';
import { codeBook } from './books.ts';
import { castBallot } from './cast-ballot.ts';
import { enterSlip } from './enter-slip.ts';
import { getPoll } from './queries.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { blockCode } from '#features/electorate/server/block-code.ts';
import { enterCode } from '#features/electorate/server/enter-code.ts';
import { replaceCode } from '#features/electorate/server/replace-code.ts';
import { participationCodes } from '#features/electorate/server/schema.ts';
import { HOME } from '#features/scopes/server/queries.ts';
import { Conflict } from '#kernel/errors.ts';
import { aConsultation, type Consulted } from '#tests/support/consultation.ts';
import { traceStatements } from '#tests/support/trace.ts';

const NAMES = ['schooltijden', 'schooltijden'] as const;
const REASON = 'Brief verkeerd bezorgd.';

function form(fields: Readonly<Record<string, string>>): FormData {
	const made = new FormData();
	for (const [name, value] of Object.entries(fields)) made.append(name, value);
	return made;
}
const slip = (code: string) =>
	form({ channel: 'paper', code, choice: 'a', receivedOn: '2027-05-12' });

/** What a family and the desk do, in any order. */
const deeds = ['block', 'replace', 'vote', 'slip', 'old slip'] as const;
type Deed = { readonly family: number; readonly what: (typeof deeds)[number] };
const FAMILIES = 3;
const deed: fc.Arbitrary<Deed> = fc.record({
	family: fc.nat(FAMILIES - 1),
	what: fc.constantFrom(...deeds)
});

/** What the books must say, worked out by hand: every code that was ever made, and its fate. */
type Code = {
	readonly family: number;
	readonly code: string;
	state: 'issued' | 'blocked' | 'replaced';
};

async function tell(it: Consulted, story: readonly Deed[]) {
	const coordinator = await it.school.a('coordinator');
	const counter = await it.school.a('moderator');
	const codes: Code[] = it.families.map(({ code }, family) => ({ family, code, state: 'issued' }));
	const voted = new Set<number>();
	const refused = { double: 0, unknown: 0 };
	for (const { family, what } of story) {
		const person = it.families[family]?.personId ?? '';
		const ctx = it.families[family]?.ctx;
		const working = codes.find((own) => own.family === family && own.state === 'issued');
		if (what === 'block') {
			const blocking = blockCode(coordinator, 'schooltijden', { person, reason: REASON });
			if (!working) await expect(blocking).rejects.toThrow(Conflict);
			else {
				await blocking;
				working.state = 'blocked';
			}
		} else if (what === 'replace') {
			const { code } = await replaceCode(coordinator, 'schooltijden', { person });
			if (working) working.state = 'replaced';
			codes.push({ family, code, state: 'issued' });
		} else if (what === 'vote') {
			await castBallot(ctx ?? it.school.guest(), ...NAMES, form({ choice: 'b' })).catch(() => null);
			voted.add(family);
		} else {
			const old = codes.find((own) => own.family === family && own.state !== 'issued');
			const used = what === 'slip' ? working : old;
			if (!used) continue;
			const outcome = await enterSlip(counter, ...NAMES, slip(used.code));
			if (used.state !== 'issued') {
				expect(outcome).toBe('unknown');
				refused.unknown += 1;
			} else if (voted.has(family)) {
				expect(outcome).toBe('double');
				refused.double += 1;
			} else {
				expect(outcome).toBe('counted');
				voted.add(family);
			}
		}
	}
	return { codes, voted, refused };
}

test('whatever is blocked, replaced, voted and entered, in any order: every book is right', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(deed, { maxLength: 14 }), async (story) => {
			const it = await aConsultation({ families: FAMILIES });
			const { codes, voted, refused } = await tell(it, story);
			const poll = await getPoll(it.school.store.read, it.school.scope, ...NAMES);
			const of = (state: Code['state']) => codes.filter((own) => own.state === state);
			const used = of('issued').filter(({ family }) => voted.has(family)).length;
			expect(await codeBook(it.school.store.read, poll)).toEqual({
				issued: codes.length,
				used,
				unused: of('issued').length - used,
				blocked: of('blocked').length,
				replaced: of('replaced').length
			});
			const { tally, reconciliation } = await auditPoll(it.school.store.read, poll);
			expect(reconciliation.holds).toBe(true);
			expect(tally.ballots).toBe(voted.size);
			const received = reconciliation.equations.find(({ name }) => name === 'received');
			const terms = Object.fromEntries(
				received?.terms.map(({ name, value }) => [name, value]) ?? []
			);
			expect(terms).toMatchObject(refused);
		}),
		{ numRuns: 25 }
	);
});

/** A code that works, of another consultation of the same school. */
async function codeOfAnother({ school, families, consultationId }: Consulted): Promise<string> {
	const code = 'ANQTHER2';
	await school.store.write(async (tx) => {
		const [known] = await tx
			.select()
			.from(consultations)
			.where(eq(consultations.id, consultationId));
		const [family] = families;
		if (!known || !family) throw new Error('no consultation');
		await tx.insert(consultations).values({ ...known, id: 'another', slug: 'iets-anders' });
		await tx.insert(participationCodes).values({
			id: family.ctx.seal(code),
			consultationId: 'another',
			rightId: family.rightId,
			personId: family.personId,
			status: 'issued'
		});
	});
	return code;
}

test('a code of another consultation, a blocked one and one with a typo take the same work and get the same words', async () => {
	const trace = traceStatements();
	const it = await aConsultation();
	const [first, second] = it.families;
	if (!first || !second) throw new Error('too few families');
	const coordinator = await it.school.a('coordinator');
	const person = first.personId;
	await blockCode(coordinator, 'schooltijden', { person, reason: REASON });
	await replaceCode(coordinator, 'schooltijden', { person: second.personId });
	const guest = { ...it.school.guest(), scope: HOME };
	const counter = await it.school.a('moderator');
	const typo = `${first.code.slice(0, 7)}${first.code.endsWith('Z') ? 'Y' : 'Z'}`;
	const elsewhere = await codeOfAnother(it);

	// the first try opens the window in which wrong tries are counted
	await enterCode(guest, '2222-3333').catch(() => null);
	const online: string[][] = [];
	const onPaper: string[][] = [];
	for (const code of [typo, first.code, second.code]) {
		const entering = async () => {
			await expect(enterCode(guest, code)).rejects.toEqual(new Conflict('code.unknown'));
		};
		online.push(await trace.during(entering));
	}
	for (const code of [typo, first.code, second.code, elsewhere]) {
		const entered = async () => {
			expect(await enterSlip(counter, ...NAMES, slip(code))).toBe('unknown');
		};
		onPaper.push(await trace.during(entered));
	}
	expect(online[0]?.length).toBeGreaterThan(3);
	expect(new Set(online.map((asked) => asked.join('\n'))).size).toBe(1);
	expect(onPaper[0]?.length).toBeGreaterThan(3);
	expect(new Set(onPaper.map((asked) => asked.join('\n'))).size).toBe(1);
});
