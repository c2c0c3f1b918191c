import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';

export type Answer = {
	readonly status: number;
	readonly headers: OutgoingHttpHeaders;
	readonly body: Buffer;
};

type Parameters = [unknown?, unknown?, unknown?];

/**
 * Lets `answer` answer beside the connection, and keeps what it would send. Whoever asked may go
 * away or read slowly meanwhile: that neither stops nor delays it. Resolves when the answer has
 * ended; rejects when it is given up half-way.
 */
export function capture(
	req: IncomingMessage,
	answer: (beside: ServerResponse) => void
): Promise<Answer> {
	const beside = new ServerResponse(req);
	const { promise, resolve, reject } = Promise.withResolvers<Answer>();
	const chunks: Buffer[] = [];
	const keep = (chunk: unknown, encoding: unknown) => {
		if (typeof chunk === 'string')
			chunks.push(Buffer.from(chunk, encoding as BufferEncoding | undefined));
		else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
	};

	// nothing goes to a socket, so nothing is ever full
	beside.writeHead = (status: number, ...[reason, more]: Parameters) => {
		beside.statusCode = status;
		const headers = (typeof reason === 'object' ? reason : more) as OutgoingHttpHeaders | undefined;
		for (const [name, value] of Object.entries(headers ?? {}))
			if (value !== undefined) beside.setHeader(name, value);
		return beside;
	};
	beside.write = (...[chunk, encoding]: Parameters) => {
		keep(chunk, encoding);
		return true;
	};
	beside.end = (...[chunk, encoding]: Parameters) => {
		keep(chunk, encoding);
		const headers = { ...beside.getHeaders() };
		resolve({ status: beside.statusCode, headers, body: Buffer.concat(chunks) });
		return beside;
	};
	beside.destroy = (error) => {
		reject(error ?? new Error('The answer was given up'));
		return beside;
	};

	try {
		answer(beside);
	} catch (error) {
		reject(error);
	}
	return promise;
}
