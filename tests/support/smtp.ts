import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What the server does with the next mail; without any it takes it. */
type Reply =
	| { readonly at: 'rcpt' | 'data'; readonly code: number }
	/** Breaks off: before the mail was sent, or when it has it and did not say so yet. */
	| 'drop before DATA'
	| 'drop after DATA';

/** A mail as the server got it. */
export type Arrived = {
	readonly to: string;
	readonly raw: string;
	readonly mail: ParsedMail;
	/** The server said that it has it. */
	readonly taken: boolean;
};

export type Sink = {
	readonly url: string;
	readonly arrived: readonly Arrived[];
	/** What to do with the mails to come, one after the other. */
	script(...replies: readonly Reply[]): void;
	close(): Promise<void>;
};

class Refusal extends Error {
	readonly responseCode: number;

	constructor(code: number) {
		// as real ones do, with the address in it
		super(`${String(code)} jeroen@example.org: not now`);
		this.responseCode = code;
	}
}

/** A real SMTP server in this process, which keeps what it gets and answers as it is told. */
export async function aSink(): Promise<Sink> {
	const arrived: Arrived[] = [];
	const replies: Reply[] = [];
	/** Breaks off the connection under a session. */
	const drop = ({ id }: SMTPServerSession) => {
		const { connections } = server as unknown as {
			connections: Set<{ id: string; _socket: { destroy(): void } }>;
		};
		[...connections].find((it) => it.id === id)?._socket.destroy();
	};
	const server = new SMTPServer({
		disabledCommands: ['STARTTLS', 'AUTH'],
		logger: false,
		onRcptTo(_, session, callback) {
			const [next] = replies;
			if (next === 'drop before DATA') {
				replies.shift();
				drop(session);
			} else if (typeof next === 'object' && next.at === 'rcpt') {
				replies.shift();
				callback(new Refusal(next.code));
			} else callback();
		},
		onData(stream, session, callback) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				const next = replies.shift();
				const taken = next === undefined;
				const raw = Buffer.concat(chunks).toString();
				const [to] = session.envelope.rcptTo;
				void simpleParser(raw).then((mail) => {
					arrived.push({ to: to?.address ?? '', raw, mail, taken });
					if (next === 'drop after DATA') drop(session);
					else if (typeof next === 'object') callback(new Refusal(next.code));
					else callback();
				});
			});
		}
	});
	server.on('error', () => undefined);
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	const { port } = server.server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${String(port)}`,
		arrived,
		script: (...next) => replies.push(...next),
		close: () =>
			new Promise((resolve) => {
				server.close(() => {
					resolve();
				});
			})
	};
}
