/**
 * A finished piece of a page: HTML that the server made from cleaned parts, or the mark in whose
 * place it comes (see `server/fragments.ts`).
 *
 * A page gets its data both as values and written out for a browser that would take over. For a
 * long thread that second copy costs more than the whole page, so `hooks.ts` sends an empty one in
 * its place. That only holds on pages without client rendering (`csr = false`), which all of ours
 * are: one that took over would empty the thread.
 */
export class Fragment {
	readonly html: string;

	constructor(html: string) {
		this.html = html;
	}
}
