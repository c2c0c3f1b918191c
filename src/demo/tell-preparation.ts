import { as, placeOf } from './cast.ts';
import type { DemoPoll } from './consultation.ts';
import { scene, type Scene, type Telling } from './telling.ts';
import { draftConsultation } from '#features/consultations/server/draft-consultation.ts';
import { listBodies } from '#features/consultations/server/queries.ts';
import { issueCodes } from '#features/electorate/server/issue-codes.ts';
import { findCode } from '#features/electorate/server/queries.ts';
import { agreeGroundRules } from '#features/launch/server/agree-ground-rules.ts';
import { openConsultation } from '#features/launch/server/open-consultation.ts';
import { openPanel } from '#features/panels/server/open-panel.ts';
import { openPoll } from '#features/polls/server/open-poll.ts';

const COORDINATOR = 'Hanneke Vos';

const dayAndTime = (moment: string) => moment.split(' ') as [string, string];

async function bodyOf({ stage, cast, story }: Telling): Promise<string> {
	const bodies = await listBodies(stage.store.read, placeOf(cast, story.place));
	const body = bodies.find(({ name }) => name === story.body);
	if (!body) throw new Error(`the demonstration has no body ${story.body}`);
	return body.id;
}

/** The fields of the form of a new consultation. */
async function fieldsOf(telling: Telling): Promise<Record<string, unknown>> {
	const { day } = telling.stage.calendar;
	const { opens, closes, atLeast, moreThan, ...plan } = telling.story.plan;
	const [opensDay, opensTime] = dayAndTime(opens);
	const [closesDay, closesTime] = dayAndTime(closes);
	return {
		...plan,
		body: await bodyOf(telling),
		decisionDay: day(plan.decisionDay),
		answerDay: day(plan.answerDay),
		opensDay: day(opensDay),
		opensTime,
		closesDay: day(closesDay),
		closesTime,
		...(atLeast ? { response: 'at-least', responseShare: atLeast } : {}),
		...(moreThan ? { option: 'more-than', optionShare: moreThan, optionOf: 'preference' } : {})
	};
}

function pollFields({ options, maximum, ...poll }: DemoPoll): Record<string, unknown> {
	return {
		...poll,
		options: options
			.map(({ label, hint, noPreference }) =>
				[noPreference ? `- ${label}` : label, hint].filter(Boolean).join(' | ')
			)
			.join('\n'),
		maximum: maximum === undefined ? '' : String(maximum)
	};
}

/** Codes for everybody, as the coordinator gets them on paper. */
async function handOutCodes({ stage, cast, story, codes }: Telling, at: Date): Promise<void> {
	const scope = placeOf(cast, story.place);
	const ctx = await as(stage, cast.personas.get(COORDINATOR) ?? '', scope, at);
	for (const { code } of await issueCodes(ctx, story.plan.slug)) {
		const known = await findCode(stage.store.read, stage.seal(code));
		if (known) codes.set(known.personId, code);
	}
}

/** From the first draft to the opening, with codes for everybody. */
export function preparation(telling: Telling): Scene[] {
	const { story } = telling;
	const { slug } = story.plan;
	return [
		scene(telling, story.drafted, story.by, async (ctx) => {
			await draftConsultation(ctx, await fieldsOf(telling));
			await openPanel(ctx, slug, story.panel);
			telling.poll = await openPoll(ctx, slug, pollFields(story.poll));
		}),
		scene(telling, story.agreed.at, story.by, (ctx) =>
			agreeGroundRules(ctx, slug, { names: story.agreed.by })
		),
		scene(telling, story.opened, story.by, async (ctx) => {
			await openConsultation(ctx, slug);
			await handOutCodes(telling, ctx.now);
		})
	];
}
