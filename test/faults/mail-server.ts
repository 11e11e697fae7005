import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail that was taken; `key` where it holds one alone on a line. `answered` is false where nobody was told. */
export type Delivered = Readonly<{
  to: string;
  messageId: string;
  text: string;
  key: string | null;
  at: string;
  answered: boolean;
}>;

const keyLine = /^\s*([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})\s*$/m;

/** A mail server that can go away and come back, or fall silent, and remembers every mail it took. */
export class MailServer {
  readonly delivered: Delivered[] = [];
  /** Takes mails, and hangs up instead of saying so. */
  silent = false;
  private server: SMTPServer | undefined;
  private readonly sockets = new Map<number, Socket>();
  private port = 0;

  async up(): Promise<void> {
    if (this.server !== undefined) return;
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, session, accept) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const [to] = session.envelope.rcptTo.map(({ address }) => address);
          const socket = this.sockets.get(session.remotePort);
          void this.take(to ?? '', Buffer.concat(chunks), socket).then(() => accept());
        });
      },
    });
    server.on('error', () => undefined);
    server.server.on('connection', (socket) => {
      const { remotePort = 0 } = socket;
      this.sockets.set(remotePort, socket);
      socket.once('close', () => this.sockets.delete(remotePort));
    });
    await once(server.listen(this.port, '127.0.0.1'), 'listening');
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  /** Gone like a machine whose power was cut: whoever was speaking to it hears nothing more. */
  async down(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server === undefined) return;
    const closed = new Promise<void>((resolve) => server.close(resolve));
    for (const socket of this.sockets.values()) socket.destroy();
    await closed;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  private async take(to: string, raw: Buffer, socket: Socket | undefined): Promise<void> {
    const { text = '', messageId = '' } = await PostalMime.parse(raw);
    if (this.silent) socket?.destroy();
    const answered = socket !== undefined && !socket.destroyed;
    const at = new Date().toISOString();
    this.delivered.push({ to, messageId, text, key: keyLine.exec(text)?.[1] ?? null, at, answered });
  }
}
