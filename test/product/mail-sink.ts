import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail with a provisional key that was accepted; `at` by `performance.now()`. */
export type KeyMail = Readonly<{ text: string; at: number }>;

/** A key alone on its line. */
const keyLine = /^\s*[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\s*$/m;

/** A mail server that accepts everything, and hands each mail with a key to whoever waits for its address. */
export class MailSink {
  private readonly waiting = new Map<string, (mail: KeyMail) => void>();
  private readonly early = new Map<string, KeyMail>();

  private constructor(private readonly server: SMTPServer) {}

  static async open(): Promise<MailSink> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, session, accept) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const at = performance.now();
          // Accepting empties the envelope.
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          accept();
          const raw = Buffer.concat(chunks);
          for (const address of recipients) void sink.hand(address, raw, at);
        });
      },
    });
    // A product that is killed resets its connections.
    server.on('error', () => undefined);
    const sink = new MailSink(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** The next mail with a key to this address that nobody has taken yet. */
  next(address: string, withinMs = 100_000): Promise<KeyMail> {
    const early = this.early.get(address);
    this.early.delete(address);
    if (early !== undefined) return Promise.resolve(early);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no key was mailed to ${address}`)), withinMs);
      this.waiting.set(address, (mail) => {
        clearTimeout(timer);
        resolve(mail);
      });
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }

  private async hand(to: string, raw: Buffer, at: number): Promise<void> {
    const { text = '' } = await PostalMime.parse(raw);
    if (!keyLine.test(text)) return;
    const waiting = this.waiting.get(to);
    this.waiting.delete(to);
    if (waiting) waiting({ text, at });
    else this.early.set(to, { text, at });
  }
}
