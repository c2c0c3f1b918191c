import { redirect, type Cookies } from '@sveltejs/kit';
import { LANGUAGE, VIEW } from '#features/people/preferences.ts';
import { localPath } from '#features/people/local-path.ts';
import { parse } from '#kernel/parse.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.ts';

const YEAR = 365 * 24 * 3600;

export const load: PageServerLoad = ({ url }) => ({
	back: localPath(url.searchParams.get('back'))
});

function keep(cookies: Cookies, url: URL, name: string, value: string): void {
	const secure = url.protocol === 'https:';
	cookies.set(name, value, { path: '/', maxAge: YEAR, httpOnly: true, sameSite: 'lax', secure });
}

const backFrom = (form: FormData): string => {
	const back = form.get('back');
	return localPath(typeof back === 'string' ? back : null);
};

export const actions: Actions = {
	language: submit<RequestEvent, never>(({ cookies, url }, form) => {
		keep(cookies, url, 'language', parse(LANGUAGE, form.get('language')));
		redirect(303, backFrom(form));
	}),
	view: submit<RequestEvent, never>(({ cookies, url }, form) => {
		keep(cookies, url, 'theme', parse(VIEW, form.get('view')));
		redirect(303, backFrom(form));
	})
};
