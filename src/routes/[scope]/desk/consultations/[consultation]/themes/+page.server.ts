import { redirect } from '@sveltejs/kit';
import { readFilter, writeFilter } from '#features/themes/filter.ts';
import { changeTheme } from '#features/themes/server/change-theme.ts';
import { linkSources } from '#features/themes/server/link-sources.ts';
import { makeTheme } from '#features/themes/server/make-theme.ts';
import { quoteSource } from '#features/themes/server/quote-source.ts';
import { removeTheme } from '#features/themes/server/remove-theme.ts';
import { showWorkbench } from '#features/themes/server/show-workbench.ts';
import { unlinkSource } from '#features/themes/server/unlink-source.ts';
import { textIn } from '#kernel/form.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	showWorkbench(ctx, params.consultation, readFilter(url.searchParams));

/** Back to the same pieces, at this part of the page. */
function back(url: URL, part: string): never {
	const query = writeFilter(readFilter(url.searchParams));
	redirect(303, `${url.pathname}${query && `?${query}`}#${part}`);
}
/** The theme and the source of a button: `<theme> <source>`. */
const named = (form: FormData, name: string) => {
	const [theme = '', source = ''] = textIn(form, name).split(' ');
	return [theme, source] as const;
};

export const actions: Actions = {
	link: submit(async ({ locals: { ctx }, params, url }, form) => {
		const sources = form.getAll('source').filter((it) => typeof it === 'string');
		await linkSources(ctx, params.consultation, textIn(form, 'theme'), sources);
		back(url, 'pieces');
	}),
	unlink: submit(async ({ locals: { ctx }, params, url }, form) => {
		await unlinkSource(ctx, params.consultation, ...named(form, 'unlink'));
		back(url, 'pieces');
	}),
	quote: submit(async ({ locals: { ctx }, params, url }, form) => {
		const quoted = form.has('quote');
		const [theme, source] = named(form, quoted ? 'quote' : 'unquote');
		await quoteSource(ctx, params.consultation, theme, source, quoted);
		back(url, 'pieces');
	}),
	make: submit(async ({ locals: { ctx }, params, url }, form) => {
		const { id } = await makeTheme(ctx, params.consultation, Object.fromEntries(form));
		back(url, `theme-${id}`);
	}),
	change: submit(async ({ locals: { ctx }, params, url }, form) => {
		const id = textIn(form, 'theme');
		await changeTheme(ctx, params.consultation, id, Object.fromEntries(form));
		back(url, `theme-${id}`);
	}),
	remove: submit(async ({ locals: { ctx }, params, url }, form) => {
		await removeTheme(ctx, params.consultation, textIn(form, 'theme'));
		back(url, 'themes');
	})
};
