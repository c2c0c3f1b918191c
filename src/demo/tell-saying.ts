import { idOf, parentsAt, type DemoParent } from './cast.ts';
import type { Said } from './consultation.ts';
import { SPEAKERS } from './region.ts';
import { shuffled } from './random.ts';
import { later, present, scene, sourceOf, type Scene, type Telling } from './telling.ts';
import { decideContribution } from '#features/moderation/server/decide-contribution.ts';
import { enterContribution } from '#features/panels/server/enter-contribution.ts';
import { postContribution } from '#features/panels/server/post-contribution.ts';
import { supportContribution } from '#features/panels/server/support-contribution.ts';
import { translateContribution } from '#features/panels/server/translate-contribution.ts';

/** Parents of whom the story tells nothing, in an order drawn by lot. */
function others({ cast, story, random }: Telling): DemoParent[] {
	const unknown = parentsAt(cast, story.place).filter(({ name }) => !SPEAKERS.has(name));
	return shuffled(unknown, random);
}

const TRANSLATION_HOURS = 12;
const SUPPORT_HOURS = 20;

async function post(telling: Telling, said: Said, at: Date, writer: string): Promise<string> {
	const { story } = telling;
	const { body, stance, badge, note, official, language, pseudonym, by } = said;
	return postContribution(await present(telling, writer, at), story.plan.slug, story.panel.slug, {
		body,
		name: pseudonym ? 'pseudonym' : by ? 'own' : 'hidden',
		accept: 'yes',
		...(stance && { stance }),
		...(badge && { badge }),
		...(note && { note }),
		...(official && { official: 'yes' }),
		...(language && { language }),
		...(pseudonym && { pseudonym }),
		...(said.answers && { answers: sourceOf(telling, said.answers).id })
	});
}

async function enter(telling: Telling, said: Said, at: Date): Promise<string> {
	const { story } = telling;
	const { origin, source, name } = said.entered ?? { origin: 'paper', source: '' };
	const moderator = await present(telling, idOf(telling.cast, story.moderator, story.place), at);
	return enterContribution(moderator, story.plan.slug, story.panel.slug, {
		body: said.body,
		origin,
		source,
		...(name && { displayName: name }),
		...(said.stance && { stance: said.stance })
	});
}

/** What happens with a contribution after it was posted. */
function aftermath(telling: Telling, said: Said, at: Date, writer: string): Scene[] {
	const { story } = telling;
	const { translation, support, hidden, restored } = said;
	const id = () => sourceOf(telling, said.key).id;
	const moderated = (when: Date | string, input: unknown) =>
		scene(telling, when, story.moderator, (ctx) => decideContribution(ctx, id(), input));
	return [
		...(translation
			? [
					scene(telling, later(at, TRANSLATION_HOURS), story.moderator, (ctx) =>
						translateContribution(ctx, id(), { language: 'nl', text: translation })
					)
				]
			: []),
		...(support ? [supporting(telling, support, later(at, SUPPORT_HOURS), id, writer)] : []),
		...(hidden
			? [moderated(hidden.at, { action: 'hide', rule: hidden.rule, reason: hidden.reason })]
			: []),
		...(restored ? [moderated(restored.at, { action: 'restore', reason: restored.reason })] : [])
	];
}

function supporting(
	telling: Telling,
	count: number,
	at: Date,
	id: () => string,
	writer: string
): Scene {
	const supporters = others(telling)
		.filter(({ id }) => id !== writer)
		.slice(0, count);
	return {
		at,
		play: async () => {
			await Promise.all(
				supporters.map(async (parent) =>
					supportContribution(await present(telling, parent.id, at), id(), true)
				)
			);
		}
	};
}

/** Everything that is said in the panel, and what becomes of it. */
export function saying(telling: Telling): Scene[] {
	const { cast, story } = telling;
	const anybody = others(telling);
	return story.said.flatMap((said, nth): Scene[] => {
		const at = telling.stage.calendar.at(said.at);
		const writer = said.by ? idOf(cast, said.by, story.place) : (anybody[nth]?.id ?? '');
		const play = async () => {
			const id = said.entered
				? await enter(telling, said, at)
				: await post(telling, said, at, writer);
			telling.sources.set(said.key, { kind: 'contribution', id });
		};
		return [{ at, play }, ...aftermath(telling, said, at, writer)];
	});
}
