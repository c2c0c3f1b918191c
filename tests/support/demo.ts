import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoDoor, seed } from '../../src/demo/seed.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { countUnits } from '#features/electorate/server/queries.ts';
import { formatTenths, percentage } from '#features/polls/percentages.ts';
import { auditPoll } from '#features/polls/server/audit-poll.ts';
import { listPolls } from '#features/polls/server/queries.ts';
import { getScope } from '#features/scopes/server/queries.ts';
import { newId } from '#kernel/ids.ts';
import { openStore, type Reader, type Store } from '#kernel/server/db.ts';
import { sealWith } from '#kernel/server/hash.ts';
import { vaultWith } from '#kernel/server/vault.ts';

const KEY = 'a key for tests, of at least 32 characters';
export const demoSeal = sealWith(KEY);
export const demoVault = vaultWith(KEY);

export type Demo = {
	readonly store: Store;
	readonly doors: readonly DemoDoor[];
	/** Closes the database and removes it. */
	readonly end: () => Promise<void>;
};

/** The demonstration on a database of its own, as it is made at that moment. */
export async function aDemo(now: Date): Promise<Demo> {
	const file = join(tmpdir(), `samenspraak-demo-${newId()}.db`);
	const store = await openStore({ url: `file:${file}` });
	const end = async () => {
		await store.close();
		const files = ['', '-wal', '-shm', '.lock', '.guard'].map((suffix) => file + suffix);
		await Promise.all(files.map((it) => rm(it, { force: true })));
	};
	try {
		return {
			store,
			doors: await seed({ store, seal: demoSeal, vault: demoVault, now: () => now }),
			end
		};
	} catch (error) {
		await end();
		throw error;
	}
}

/** A consultation with its one poll, counted anew from the box. */
export async function consultationIn(db: Reader, place: string, slug: string) {
	const scope = await getScope(db, place);
	const consultation = await getConsultation(db, scope, slug);
	const [poll] = await listPolls(db, consultation.id);
	if (!poll) throw new Error(`no poll in ${slug}`);
	const audit = await auditPoll(db, poll);
	const units = await countUnits(db, consultation.id);
	const counts = audit.tally.options.map((option) => option.count);
	return { scope, consultation, poll, ...audit, units, counts };
}

/** A part of a whole as a percentage in Dutch, without the sign: `68,9`. */
export const shown = (part: number, whole: number): string =>
	formatTenths(percentage(part, whole)?.tenths ?? -1, 'nl');
