import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCatalogue } from '#i18n/catalogue.ts';
import { minutesLater } from '#tests/support/world.ts';
import type { Said, Standpoint, View } from '../said.ts';
import { treeOf } from '../thread.ts';
import { renderFor, renderThread } from './render-thread.ts';

const hiddenAt = (at: Date) => ({
	at,
	...{ rule: 3, edition: 'regels', words: 'Geen namen.', reason: 'Een naam.' }
});

test('the thread from the cache is the thread as the components render it, for every reader', async () => {
	const words = await loadCatalogue('nl');
	const view: View = { home: '/school', year: 2027, open: true, query: '' };
	const said = (nth: number, parentId: string | null): Said => ({
		id: `c${String(nth)}`,
		parentId,
		name: nth % 3 === 0 ? null : `Naam <${String(nth)}> $& $1`,
		badge: 'parent',
		masked: nth % 3 === 0,
		badgeNote: null,
		official: nth % 5 === 0,
		stance: nth % 2 === 0 ? 'idea' : null,
		origin: 'online',
		sourceLabel: null,
		title: null,
		imported: false,
		html: nth % 7 === 6 ? null : `<p>Woorden; [${String(nth)}] &lt;!-- --&gt;</p>`,
		language: 'nl',
		translation: null,
		createdAt: minutesLater(nth),
		editedAt: nth % 4 === 0 ? minutesLater(nth + 60) : null,
		withdrawnAt: null,
		hidden: nth % 7 === 6 ? hiddenAt(minutesLater(nth)) : null,
		supportCount: nth % 6,
		answered: null
	});
	const standpoints = fc.array(fc.constantFrom<Standpoint>('member', 'supporter', 'writer'), {
		minLength: 20,
		maxLength: 20
	});
	const parents = fc.array(fc.option(fc.nat()), { minLength: 20, maxLength: 20 });
	fc.assert(
		fc.property(
			standpoints,
			parents,
			fc.boolean(),
			fc.nat(19),
			(kinds, above, moderates, split) => {
				const tree = treeOf(
					above.map((it, nth) =>
						said(nth, it === null || nth === 0 ? null : `c${String(it % nth)}`)
					)
				);
				const as = (id: string) => kinds[Number(id.slice(1))] ?? 'member';
				const pieces = renderThread(words, tree, view, 'members');
				const direct = renderFor(words, tree, view, { as, moderates });
				const textOf = (parts: Uint8Array[]) => Buffer.concat(parts).toString();
				expect(pieces.assemble({ as, moderates }, null).map(textOf)).toEqual([direct, '']);
				const [before, after] = pieces.assemble({ as, moderates }, `c${String(split)}`);
				expect(textOf(before) + textOf(after)).toBe(direct);
			}
		),
		{ numRuns: 30 }
	);
});
