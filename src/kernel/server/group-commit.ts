import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { randomInt } from 'node:crypto';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Transaction } from '@libsql/client';
import { Turn } from './turn.ts';

type Outcome = { readonly value: unknown } | { readonly error: unknown };

type Waiting = {
	/** Runs the work where it was asked for, so that each keeps its own caller's context. */
	readonly run: (turn: Turn) => Promise<unknown>;
	readonly settle: (outcome: Outcome) => void;
};

type Options = {
	readonly begin: () => Promise<Transaction>;
	/** How many works one commit may hold. */
	readonly most: number;
	/** Did another process get in the way, so that trying again may help, and was nothing stored? */
	readonly isContention: (error: unknown) => boolean;
};

/** A group that has run for this many milliseconds takes in no more works. */
const LONG = 1000;

const RETRIES = 5;

/**
 * Makes one commit of all the works that wait while another is busy: to store something for good is
 * to wait for the disk, and one wait serves them all.
 *
 * The works of a group run one after the other, in the order of arrival, in one transaction, each
 * inside a savepoint: one that throws is undone and the others stand. Nobody gets an answer before
 * the commit, and when that fails nothing was stored of any of them.
 */
export class GroupCommit {
	readonly #options: Options;
	readonly #inside = new AsyncLocalStorage<Turn>();
	/** The group runs in no caller's context: it has nothing to do with whose work came first. */
	readonly #outside = new AsyncResource('GroupCommit');
	readonly #waiting: Waiting[] = [];
	#running: Promise<void> | null = null;
	#closed = false;

	constructor(options: Options) {
		this.#options = options;
	}

	/**
	 * Runs `work` and answers after the commit, or throws what `work` threw. The work runs again when
	 * another process got in the way. Called inside a work it throws: it would wait for itself.
	 */
	write<Result>(work: (turn: Turn) => Promise<Result>): Promise<Result> {
		if (this.#inside.getStore()?.closed === false)
			throw new Error('write() inside write(): pass the transaction on');
		if (this.#closed) throw new Error('The database is closed');
		const caller = new AsyncResource('write');
		const { promise, resolve, reject } = Promise.withResolvers<Result>();
		this.#waiting.push({
			run: async (turn) => caller.runInAsyncScope(() => this.#inside.run(turn, work, turn)),
			settle(outcome) {
				if ('error' in outcome) reject(outcome.error);
				else resolve(outcome.value as Result);
			}
		});
		this.#running ??= this.#outside.runInAsyncScope(() => this.#run());
		return promise;
	}

	/** Takes no more works, and waits until those it has are done. */
	async close(): Promise<void> {
		this.#closed = true;
		await this.#running;
	}

	async #run(): Promise<void> {
		while (this.#waiting.length > 0) {
			// lets the requests that came in meanwhile be read, so that they join this group
			await setImmediate();
			const group = this.#waiting.splice(0, this.#options.most);
			const outcomes = await this.#commitUntilStored(group);
			for (const [nth, outcome] of outcomes.entries()) group[nth]?.settle(outcome);
			this.#waiting.unshift(...group.slice(outcomes.length));
		}
		this.#running = null;
	}

	async #commitUntilStored(group: readonly Waiting[]): Promise<Outcome[]> {
		for (let retry = 0; ; retry++)
			try {
				return await this.#commit(group);
			} catch (error) {
				if (retry === RETRIES || !this.#options.isContention(error))
					return group.map(() => ({ error }));
				await setTimeout(20 * 2 ** retry + randomInt(20));
			}
	}

	/** The outcomes of as many works as were done. Throws when nothing at all was stored. */
	async #commit(group: readonly Waiting[]): Promise<Outcome[]> {
		const shared = await this.#options.begin();
		try {
			const outcomes = await this.#takeTurns(shared, group);
			const isUndone = group.length === 1 && outcomes.some((it) => 'error' in it);
			await (isUndone ? shared.rollback() : shared.commit());
			return outcomes;
		} catch (error) {
			await shared.rollback().catch(() => shared.close());
			throw error;
		}
	}

	/** One that is alone needs no savepoint: to undo it is to undo the transaction. */
	async #takeTurns(shared: Transaction, group: readonly Waiting[]): Promise<Outcome[]> {
		const began = performance.now();
		const outcomes: Outcome[] = [];
		let mark = group.length > 1 ? ['SAVEPOINT work'] : [];
		for (const { run } of group) {
			if (performance.now() - began > LONG) break;
			if (mark.length > 0) await shared.batch(mark);
			const turn = new Turn(shared);
			const outcome = await outcomeOf(run, turn);
			if (this.#options.isContention(turn.trouble)) throw turn.trouble;
			if (group.length > 1) mark = await finish(shared, turn, outcome);
			outcomes.push(outcome);
		}
		return outcomes;
	}
}

async function outcomeOf(run: Waiting['run'], turn: Turn): Promise<Outcome> {
	try {
		return { value: await run(turn) };
	} catch (error) {
		return { error };
	} finally {
		turn.close();
	}
}

/** Undoes what failed. Answers with what marks the place to which the next work can be undone. */
async function finish(shared: Transaction, turn: Turn, outcome: Outcome): Promise<string[]> {
	if ('value' in outcome) return ['RELEASE work', 'SAVEPOINT work'];
	try {
		await shared.execute('ROLLBACK TO work');
		return [];
	} catch (error) {
		// the database has undone everything by itself, and the work knows why
		throw turn.trouble ?? error;
	}
}
