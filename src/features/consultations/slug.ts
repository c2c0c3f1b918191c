import { slugFrom } from '#features/scopes/slug.ts';

/** Names in the address that pages of our own have. */
const RESERVED = new Set(['new']);

/** A name for the address, made of a title. One without letters of ours becomes `raadpleging`. */
export const slugOf = (title: string): string => slugFrom(title) || 'raadpleging';

/** The first of `name`, `name-2`, `name-3` … that is free. */
export function freeSlug(name: string, taken: ReadonlySet<string>): string {
	const isFree = (slug: string) => !taken.has(slug) && !RESERVED.has(slug);
	if (isFree(name)) return name;
	let number = 2;
	while (!isFree(`${name}-${number}`)) number += 1;
	return `${name}-${number}`;
}

export const isFreeSlug = (slug: string, taken: ReadonlySet<string>): boolean =>
	freeSlug(slug, taken) === slug;
