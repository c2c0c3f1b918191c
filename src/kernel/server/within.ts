/** Refuses to wait longer than `patience` milliseconds. What was asked for may still happen. */
export async function within<Result>(patience: number, answer: Promise<Result>): Promise<Result> {
	const { promise: late, reject } = Promise.withResolvers<never>();
	const sentence = `The database server did not answer within ${patience} ms`;
	const timer = setTimeout(() => reject(new Error(sentence)), patience);
	try {
		return await Promise.race([answer, late]);
	} finally {
		clearTimeout(timer);
	}
}
