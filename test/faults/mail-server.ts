import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail that was accepted; `key` where it holds one alone on a line. */
export type Delivered = Readonly<{ to: string; messageId: string; text: string; key: string | null }>;

const keyLine = /^\s*([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})\s*$/m;

/** A mail server that can go away and come back, and remembers every mail it took. */
export class MailServer {
  readonly delivered: Delivered[] = [];
  private server: SMTPServer | undefined;
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
          void this.take(to ?? '', Buffer.concat(chunks)).then(() => accept());
        });
      },
    });
    server.on('error', () => undefined);
    await once(server.listen(this.port, '127.0.0.1'), 'listening');
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  async down(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  private async take(to: string, raw: Buffer): Promise<void> {
    const { text = '', messageId = '' } = await PostalMime.parse(raw);
    this.delivered.push({ to, messageId, text, key: keyLine.exec(text)?.[1] ?? null });
  }
}
