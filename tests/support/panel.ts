import type { Context } from '#kernel/server/context.ts';
import { postContribution } from '#features/panels/server/post-contribution.ts';
import { showPanel } from '#features/panels/server/show-panel.ts';
import { aConsultation } from './consultation.ts';

/** The panel of an open consultation, with three parents who can write in it. */
export async function aPanel(visibility: 'audience' | 'public' = 'audience') {
	const consulted = await aConsultation({ families: 3, visibility });
	const [one, two, three] = consulted.families.map(({ ctx }) => ctx);
	if (!one || !two || !three) throw new Error('three families are needed');
	const post = (ctx: Context, input: Record<string, string>) =>
		postContribution(ctx, 'schooltijden', 'gesprek', input);
	const show = async (ctx: Context, query = '') => {
		const shown = await showPanel(ctx, 'schooltijden', 'gesprek', new URLSearchParams(query));
		return { ...shown, html: shown.thread.before.html + shown.thread.after.html };
	};
	return { ...consulted, one, two, three, post, show };
}

/** The ids of the contributions on a page, in the order in which they stand there. */
export const idsIn = (html: string) =>
	[...html.matchAll(/<li class="post[^>]*id="r(\w+)"/g)].map(([, id]) => id);
/** How deep a contribution stands. */
export const levelOf = (html: string, id: string) => {
	const before = html.slice(0, html.indexOf(`id="r${id}"`));
	return before.split('<ol').length - before.split('</ol>').length;
};
