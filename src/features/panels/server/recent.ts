/** The last few things that were made, by what they were made from. Making the same twice is one. */
export class Recent<Value> {
	readonly #limit: number;
	readonly #made = new Map<string, Promise<Value>>();

	constructor(limit: number) {
		this.#limit = limit;
	}

	/** What was made for this key; what failed is made anew the next time. */
	async get(key: string, make: () => Promise<Value>): Promise<Value> {
		const known = this.#made.get(key);
		if (known) {
			this.#made.delete(key);
			this.#made.set(key, known);
			return known;
		}
		const made = make();
		this.#made.set(key, made);
		for (const oldest of this.#made.keys()) {
			if (this.#made.size <= this.#limit) break;
			this.#made.delete(oldest);
		}
		try {
			return await made;
		} catch (error) {
			this.#made.delete(key);
			throw error;
		}
	}
}
