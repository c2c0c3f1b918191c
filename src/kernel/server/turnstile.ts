/** Lets one through at a time, in the order of arrival. */
export class Turnstile {
	#last: Promise<unknown> | null = null;

	/** Waits for its turn; answers with what ends that turn. */
	async enter(): Promise<() => void> {
		const before = this.#last;
		const { promise, resolve } = Promise.withResolvers<null>();
		this.#last = promise;
		if (before) await before;
		return () => {
			if (this.#last === promise) this.#last = null;
			resolve(null);
		};
	}
}
