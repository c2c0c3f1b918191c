/** How many contributions one page holds at most. */
export const PAGE_SIZE = 200;

export type ThreadSize = { readonly id: string; readonly size: number };

/** Whole threads in order; or a part, in reading order, of one that is too long for a page. */
export type Page = {
	readonly threads: readonly string[];
	readonly part: { readonly from: number; readonly to: number } | null;
};

/**
 * Divides threads over pages of at most `size` contributions. A thread stays whole, unless it alone
 * is longer than a page: then it has pages to itself.
 *
 * Example, size 5: threads of 2, 2, 3 and 12 give pages of 2 + 2, of 3, and of 5, 5 and 2.
 */
export function pagesOf(threads: readonly ThreadSize[], size = PAGE_SIZE): Page[] {
	const pages: Page[] = [];
	let open: { threads: string[]; room: number } | null = null;
	for (const thread of threads) {
		if (thread.size > size) {
			for (let from = 0; from < thread.size; from += size)
				pages.push({ threads: [thread.id], part: { from, to: from + size } });
			open = null;
		} else if (open && open.room >= thread.size) {
			open.threads.push(thread.id);
			open.room -= thread.size;
		} else {
			open = { threads: [thread.id], room: size - thread.size };
			pages.push({ threads: open.threads, part: null });
		}
	}
	return pages;
}
