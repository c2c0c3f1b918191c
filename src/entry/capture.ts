import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

export type Answer = {
	readonly status: number;
	readonly headers: OutgoingHttpHeaders;
	readonly body: Buffer;
};

const bytes = (chunk: unknown, encoding: unknown): Buffer => {
	if (typeof chunk === 'string') return Buffer.from(chunk, encoding as BufferEncoding | undefined);
	return Buffer.from(chunk as Uint8Array);
};

/**
 * Lets `next` answer as it would, and keeps a copy of what went out. Resolves when the answer is
 * complete; rejects when the reader went away before that.
 */
export function capture(res: ServerResponse, next: () => void): Promise<Answer> {
	const chunks: Buffer[] = [];
	const write = res.write.bind(res) as (...args: unknown[]) => boolean;
	const end = res.end.bind(res) as (...args: unknown[]) => ServerResponse;

	res.write = (...args: unknown[]) => {
		chunks.push(bytes(args[0], args[1]));
		return write(...args);
	};
	res.end = (...args: unknown[]) => {
		if (args[0] !== undefined && args[0] !== null && typeof args[0] !== 'function')
			chunks.push(bytes(args[0], args[1]));
		return end(...args);
	};

	return new Promise((resolve, reject) => {
		res.once('finish', () =>
			resolve({ status: res.statusCode, headers: res.getHeaders(), body: Buffer.concat(chunks) })
		);
		res.once('close', () => {
			if (!res.writableFinished) reject(new Error('the reader went away'));
		});
		next();
	});
}
