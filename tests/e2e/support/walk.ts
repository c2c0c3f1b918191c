import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test as base } from '@playwright/test';
import type { Catalogue } from '../../../src/i18n/catalogue.ts';
import { en } from '../../../src/i18n/en/index.ts';
import { nl } from '../../../src/i18n/nl/index.ts';
import { doorsOf, type Locale } from './servers.ts';

type Walk = {
	readonly language: Locale;
	/** The words of the language that is walked in. */
	readonly text: Catalogue;
	/** Signs in with the code of somebody of the demonstration. */
	readonly signInAs: (who: string, on?: Page) => Promise<void>;
};

/** A test in the language of its project. */
export const test = base.extend<Walk>({
	language: async ({}, use, { project }) => use(project.name as Locale),
	text: async ({ language }, use) => use(language === 'nl' ? nl : en),
	signInAs: async ({ page, language }, use) => {
		await use(async (who, on = page) => {
			const door = doorsOf(language).find((it) => it.who === who);
			if (!door) throw new Error(`the demonstration has no door for ${who}`);
			await on.goto(`/join?code=${door.code}`);
			await send(on.locator('form', { has: on.locator('[name=code]') }));
			await expect(on).toHaveURL(new RegExp(`${door.path}$`));
		});
	}
});

/** Fills the fields of a form by name: text, a choice, boxes that are to be ticked. */
export async function fill(
	form: Locator,
	values: Readonly<Record<string, string | readonly string[]>>
): Promise<void> {
	// a form may be folded away until it is asked for
	const folded = form.locator('xpath=ancestor::details[not(@open)]');
	for (let left = await folded.count(); left > 0; left--)
		await folded.last().locator('summary').first().click();
	for (const [name, value] of Object.entries(values)) {
		const field = form.locator(`[name="${name}"]`);
		const kind = await field
			.first()
			.evaluate((it) => `${it.tagName} ${it.getAttribute('type') ?? ''}`);
		if (/radio|checkbox/.test(kind)) {
			for (const one of [value].flat())
				await form.locator(`[name="${name}"][value="${one}"]`).check({ force: true });
		} else if (kind.startsWith('SELECT')) await field.selectOption(value);
		else await field.fill(value as string);
	}
}

/** Presses the button that sends a form. */
export const send = (form: Locator): Promise<void> =>
	form.locator('button:not([type=button])').last().click();

export const formFor = (page: Page, action: string): Locator =>
	page.locator(`form[action^="?/${action}"]`).first();

/** Nothing that axe knows of stands in the way of anybody on this page. */
export async function expectAccessible(page: Page): Promise<void> {
	const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
	const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
	const found = violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`
	);
	expect(found, page.url()).toEqual([]);
}

export { expect };
