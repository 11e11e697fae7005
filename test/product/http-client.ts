import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export type Answer = Readonly<{ status: number; body: string; json<Body>(): Body }>;
export type Call = Readonly<{ token?: string; body?: unknown }>;

let asked = 0;
/** Another network for every call: the product limits attempts for each (LOG-05), and the bench is no attack. */
const anotherNetwork = () => {
  asked += 1;
  return `10.${(asked >> 8) & 255}.${asked & 255}.1`;
};

/** A lean client over kept connections, as a proxy in front of the product would have. */
export class HttpClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });

  /** Past `patience` milliseconds of silence it hangs up. */
  constructor(
    private readonly port: number,
    private readonly patience = 0,
  ) {}

  call(method: string, path: string, { token, body }: Call = {}): Promise<Answer> {
    const text = body === undefined ? '' : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: this.port,
          method,
          path,
          agent: this.agent,
          timeout: this.patience,
          headers: {
            'x-forwarded-for': anotherNetwork(),
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            ...(body === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const received = Buffer.concat(chunks).toString();
            resolve({
              status: response.statusCode ?? 0,
              body: received,
              json: <Body>() => JSON.parse(received) as Body,
            });
          });
        },
      );
      sent.on('error', reject);
      sent.on('timeout', () => sent.destroy(new Error(`no answer in ${this.patience} ms`)));
      sent.end(text);
    });
  }

  /** Like `call`, and asks again when told to come back (503, Retry-After), as any client should. */
  async insist(method: string, path: string, call?: Call): Promise<Answer> {
    for (;;) {
      const answer = await this.call(method, path, call);
      if (answer.status !== 503) return answer;
      await pause(1000 * (answer.json<{ retryAfter?: number }>().retryAfter ?? 1));
    }
  }

  /** Like `insist`, for an answer that must have this status. */
  async expect(status: number, method: string, path: string, call?: Call): Promise<Answer> {
    const answer = await this.insist(method, path, call);
    if (answer.status !== status)
      throw new Error(`${method} ${path} answered ${answer.status}, not ${status}: ${answer.body}`);
    return answer;
  }

  close(): void {
    this.agent.destroy();
  }
}
