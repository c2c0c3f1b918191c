import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, expect, test } from 'vitest';
import { issueCodes } from '#features/electorate/server/issue-codes.ts';
import { startImport } from '#features/imports/server/start-import.ts';
import { applyImport } from '#features/imports/server/apply-import.ts';
import { showRun } from '#features/imports/server/show-run.ts';
import { printLetters } from '#features/letters/server/print-letters.ts';
import { openMailer } from '#features/mails/server/mailer.ts';
import { sendDueMail } from '#features/mails/server/send-due-mail.ts';
import { findPeople } from '#features/people/server/find-people.ts';
import { askMail } from '#features/sign-in/server/ask-mail.ts';
import { mailRequestedLinks } from '#features/sign-in/server/mail-links.ts';
import { newToken } from '#kernel/ids.ts';
import { outbox } from '#kernel/server/schema.ts';
import { vaultWith } from '#kernel/server/vault.ts';
import { aDraftedConsultation, DRAFTING, openIt } from './support/draft.ts';
import { bytes } from './support/lists.ts';
import { aSink } from './support/smtp.ts';

type Parent = {
	readonly key: string;
	readonly name: string;
	readonly email: string;
	/** What somebody types who looks for them. */
	readonly sought: string;
};

const PARENTS: readonly Parent[] = [
	{
		key: 'N-01',
		name: 'Şefik İlkay Ağaoğlu',
		email: 'sefik+school@example.org',
		sought: 'agaoglu'
	},
	{ key: 'N-02', name: 'Nguyễn Thị Hương', email: 'huong@example.org', sought: 'huong' },
	{ key: 'N-03', name: 'فاطمة الزهراء', email: 'fatima@example.org', sought: 'الزهراء' },
	{
		key: 'N-04',
		name: 'Siobhán O’Brien-D’Angelo',
		email: 'siobhan@example.org',
		sought: "o'brien"
	},
	{ key: 'N-05', name: 'Zoë in ’t Veld', email: 'zoe@bücher.example', sought: 'zoe' },
	// two siblings, each a parent of a family of their own, who share the address of their mother
	{ key: 'N-06', name: 'Ivana Horváthová', email: 'oma@example.org', sought: 'horvathova' },
	{ key: 'N-07', name: 'Juraj Horváth', email: 'oma@example.org', sought: 'juraj' },
	// two parents of one family with one address
	{ key: 'N-08', name: 'Łukasz Żółć', email: 'gezin@example.org', sought: 'lukasz' },
	{ key: 'N-08', name: 'Олена Їжакевич', email: 'gezin@example.org', sought: 'їжакевич' }
];

const sink = await aSink();
afterAll(() => sink.close());

async function imported() {
	const drafted = await aDraftedConsultation();
	const coordinator = await drafted.school.a('coordinator', DRAFTING);
	const list = [
		'Code;Naam;Mail',
		...PARENTS.map(({ key, name, email }) => `${key};${name};${email}`)
	];
	const { id, read } = await startImport(coordinator, bytes(list), {
		...{ 'column-0': 'household', 'column-1': 'name-1', 'column-2': 'email-1' }
	});
	await read;
	expect((await showRun(coordinator, id)).issues).toEqual([]);
	expect(await applyImport(coordinator, id)).toMatchObject({ newParents: 9, newHouseholds: 8 });
	return { ...drafted, coordinator };
}

/** What one reads on each page, without spaces: a line may break anywhere. */
async function pagesOf(pdf: Buffer): Promise<string[]> {
	const file = await getDocument({
		...{ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }
	}).promise;
	return Promise.all(
		Array.from({ length: file.numPages }, async (_, n) => {
			const { items } = await (await file.getPage(n + 1)).getTextContent();
			return items.map((it) => ('str' in it ? it.str : '')).join('');
		})
	);
}
/** A letter drawn in two parts is read as two by who does not look at what it stands for. */
const bare = (text: string) =>
	text
		.normalize('NFKC')
		.replace(/[\s\p{Cf}]/gu, '')
		.replace(/(\P{ASCII})\1/gu, '$1');
const turned = (text: string) =>
	[...new Intl.Segmenter().segment(text)]
		.map(({ segment }) => segment)
		.toReversed()
		.join('');

test('a name with any letters and its address come whole from the list to letter, mail and desk', async () => {
	const { school, slug, coordinator, ...rest } = await imported();
	await openIt({ school, slug, ...rest });

	// the letter
	const made = await issueCodes(coordinator, slug);
	const codes = made.map(({ code }) => code).join(' ');
	const pages = (
		await pagesOf(await printLetters(coordinator, slug, { codes }, 'https://school.example'))
	).map(bare);
	expect(pages.length).toBe(PARENTS.length + 3);
	for (const { name } of PARENTS) {
		// what runs to the left may come word by word, or letter by letter, from its other end
		const words = name.split(' ').map((word) => [bare(word), turned(bare(word))]);
		const on = pages.filter((it) =>
			words.every((forms) => forms.some((form) => it.includes(form)))
		);
		expect({ name, on: on.length }).toEqual({ name, on: 1 });
	}

	// the mail
	const post = {
		...{ store: school.store, seal: coordinator.seal, now: () => DRAFTING },
		vault: vaultWith('a key for tests that has more than 32 characters'),
		mailer: openMailer({
			smtpUrl: sink.url,
			from: 'post@school.example',
			origin: 'https://school.example'
		})
	};
	const guest = school.guest(DRAFTING);
	for (const typed of new Set(PARENTS.map(({ email }) => email)))
		await askMail(guest, { email: ` ${typed.toUpperCase()} ` }, newToken());
	for (const { payload } of await school.store.read.select().from(outbox))
		if ('requestId' in (payload as object))
			await mailRequestedLinks(guest, payload as { requestId: string });
	expect(await sendDueMail(post)).toBe(PARENTS.length);
	const got = sink.arrived.map(({ to, mail }) => ({ to, text: mail.text ?? '' }));
	for (const parent of PARENTS) {
		const own = got.filter(({ text }) => text.includes(parent.name));
		expect(own.map(({ to }) => to)).toEqual([parent.email]);
		// no mail has the name of anybody else at that address
		const others = PARENTS.filter((it) => it !== parent);
		expect(others.filter(({ name }) => own[0]?.text.includes(name))).toEqual([]);
	}

	// the page with people
	for (const { name, key, sought } of PARENTS)
		for (const q of [sought, name, key]) {
			const { found } = await findPeople(coordinator, new URLSearchParams({ q }));
			const them = found.find((it) => it.name === name);
			expect({ q, keys: them?.keys }).toEqual({ q, keys: [key] });
			expect(JSON.stringify(found)).not.toContain('@');
		}
});
