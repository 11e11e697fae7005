import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export type SunkMail = Readonly<{ from: string; to: readonly string[]; raw: string; mail: Email }>;

/** What the sink says to a stage of the conversation: undefined is "250 OK", a number refuses with that code. */
type Says = (address: string) => number | undefined;

type HasSocket = { _socket: { destroy(): void } };

const refusal = (code: number) =>
  Object.assign(new Error('the sink was told to say so'), { responseCode: code });

/** A real SMTP server for specs: keeps what it accepts, and answers as it is told. */
export class SmtpSink {
  readonly mails: SunkMail[] = [];
  toRecipient: Says = () => undefined;
  toContent: Says = () => undefined;
  connections = 0;
  /** Takes the next mail and hangs up without a word. */
  losesItsAnswer = false;
  private readonly arrivals = new Set<() => void>();

  private constructor(private readonly server: SMTPServer) {}

  static async open(options: SMTPServerOptions & { port?: number } = {}): Promise<SmtpSink> {
    const { port = 0, ...rest } = options;
    const sink: SmtpSink = new SmtpSink(
      new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS'],
        disableReverseLookup: true,
        closeTimeout: 100,
        onConnect: (_session, done) => {
          sink.connections += 1;
          done();
        },
        onRcptTo: ({ address }, _session, done) => {
          const code = sink.toRecipient(address);
          done(code === undefined ? null : refusal(code));
        },
        onData: (stream, { envelope }, done) => {
          void text(stream).then(async (raw) => {
            const to = envelope.rcptTo.map(({ address }) => address);
            const code = sink.toContent(to.join());
            if (code !== undefined) return done(refusal(code));
            const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
            sink.mails.push({ from, to, raw, mail: await PostalMime.parse(raw) });
            if (sink.losesItsAnswer) {
              sink.losesItsAnswer = false;
              for (const connection of sink.server.connections) {
                (connection as unknown as HasSocket)._socket.destroy();
              }
            } else {
              done();
            }
            for (const arrived of sink.arrivals) arrived();
          });
        },
        ...rest,
      }),
    );
    sink.server.on('error', () => undefined);
    sink.server.listen(port, '127.0.0.1');
    await once(sink.server.server, 'listening');
    return sink;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Resolves once that many mails have been accepted. */
  async received(count: number): Promise<readonly SunkMail[]> {
    while (this.mails.length < count) {
      await new Promise<void>((resolve) => {
        const arrived = () => {
          this.arrivals.delete(arrived);
          resolve();
        };
        this.arrivals.add(arrived);
      });
    }
    return this.mails;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
