import { join } from 'node:path';
import { memberships, people, sessions } from '#features/people/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { newId } from '#kernel/ids.ts';
import { openStore } from '#kernel/server/db.ts';
import { sha256 } from '#kernel/server/hash.ts';
import { dayOf } from '#kernel/time.ts';
import { start, type Server } from '../bench/measure.ts';

const DAY = 24 * 60 * 60_000;
export const SCHOOL = 'ooievaar';
const IMPORT = `/${SCHOOL}/desk/import`;

/** A school in a database of its own, with a coordinator who is signed in. Answers their session. */
export async function aSchoolOnDisk(folder: string): Promise<string> {
	const store = await openStore({ url: urlIn(folder) });
	const [scopeId, personId, token] = [newId(), newId(), `c${newId()}${newId()}`];
	const now = new Date();
	await store.write(async (tx) => {
		const school = { id: scopeId, path: `/home/${scopeId}/`, slug: SCHOOL, name: 'De Ooievaar' };
		await tx.insert(scopes).values({ ...school, kind: 'school' });
		await tx.insert(people).values({ id: personId, name: 'Hanneke Vos' });
		await tx.insert(memberships).values({ scopeId, personId, role: 'coordinator' });
		await tx.insert(sessions).values({
			...{ id: sha256(token), personId, device: '', beganOn: dayOf(now) },
			expiresAt: new Date(now.getTime() + DAY),
			endsAt: new Date(now.getTime() + 7 * DAY)
		});
	});
	await store.close();
	return token;
}

/** Its database, for when no server has it. */
export const urlIn = (folder: string) => `file:${join(folder, 'school.db')}`;

export const serve = (folder: string): Promise<Server> =>
	start(['src/entry/serve.ts'], {
		...{ DATABASE_URL: urlIn(folder), SECRET_KEY: '', PORT: '0', ORIGIN: '', CLOCK: '' }
	});

type Form = Readonly<Record<string, string | File>>;
export type Page = { readonly path: string; readonly status: number; readonly body: string };

/** The desk of a school as a browser without a script reaches it. Every page that came is kept. */
export class Desk {
	readonly seen: Page[] = [];
	readonly #server: Server;
	readonly #token: string;

	constructor(server: Server, token: string) {
		this.#server = server;
		this.#token = token;
	}

	get(path: string): Promise<Page> {
		return this.#ask(path, {});
	}

	/** Sends a form, and goes where that leads. */
	async post(path: string, form: Form): Promise<Page> {
		const body = new FormData();
		for (const [name, value] of Object.entries(form)) body.set(name, value);
		return this.#ask(path, { method: 'POST', body });
	}

	look(file: File): Promise<Page> {
		return this.post(`${IMPORT}?/headers`, { file });
	}

	/** Sends a list with the columns that were guessed. */
	async send(file: File, more: Form = {}): Promise<Page> {
		const form = fieldsOf((await this.look(file)).body);
		return this.post(`${IMPORT}?/read`, { ...form, ...more, file });
	}

	/** The same, and waits until it was read. */
	async read(file: File, more: Form = {}): Promise<Page> {
		return this.settled(await this.send(file, more));
	}

	/** The page of a list, once nothing is under way any more. */
	async settled(page: Page): Promise<Page> {
		let now = page;
		for (let turn = 0; turn < 100 && now.body.includes('<progress'); turn++) {
			await new Promise((done) => setTimeout(done, 100));
			now = await this.get(now.path);
		}
		return now;
	}

	async #ask(path: string, how: RequestInit): Promise<Page> {
		const origin = `http://localhost:${String(this.#server.port)}`;
		const headers = {
			...{ cookie: `session=${this.#token}`, origin, accept: 'text/html' },
			'accept-language': 'nl'
		};
		const answer = await fetch(origin + path, { ...how, headers, redirect: 'manual' });
		const body = await answer.text();
		const page = { path, status: answer.status, body };
		this.seen.push(page);
		const to = answer.headers.get('location');
		return to ? this.get(new URL(to, origin + path).pathname) : page;
	}
}

/** What the form for the columns holds as it came: hidden fields, and what was guessed of each. */
function fieldsOf(page: string): Record<string, string> {
	const hidden = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
	const chosen = [...page.matchAll(/<select[^>]*\bname="(column-\d+)"[\s\S]*?<\/select>/g)];
	return Object.fromEntries([
		...hidden.map(([, name = '', value = '']) => [name, value]),
		...chosen.map(([select, name = '']) => {
			const option = /<option value="([^"]*)"[^>]*\bselected/.exec(select);
			return [name, option?.[1] ?? ''];
		})
	]) as Record<string, string>;
}
