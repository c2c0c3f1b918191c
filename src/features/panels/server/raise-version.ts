import { eq, sql } from 'drizzle-orm';
import type { Writer } from '#kernel/server/db.ts';
import { prepared } from '#kernel/server/prepared.ts';
import { panels } from './schema.ts';

const raising = prepared((tx: Writer) =>
	tx
		.update(panels)
		.set({ version: sql`${panels.version} + 1` })
		.where(eq(panels.id, sql.placeholder('panelId')))
		.prepare()
);

/** What readers of a panel see has changed: the rendered thread of before is not shown again. */
export async function raiseVersion(tx: Writer, panelId: string): Promise<void> {
	await raising(tx).run({ panelId });
}
