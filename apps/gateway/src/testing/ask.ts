import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** A request of a spec: `json` or `form` become the body, `body` is sent as it is. */
export type Asked = Readonly<{
  method?: string;
  url: string;
  headers?: Readonly<Record<string, string | string[]>>;
  json?: unknown;
  form?: Readonly<Record<string, string>>;
  body?: string | Buffer;
}>;

/** What came back. */
export type Answer = Readonly<{
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** `Set-Cookie` lines. */
  cookies: readonly string[];
  text: string;
  json<T = unknown>(): T;
}>;

const bodyOf = ({ json, form, body }: Asked): { type?: string; bytes?: string | Buffer } => {
  if (json !== undefined) return { type: 'application/json', bytes: JSON.stringify(json) };
  if (form !== undefined) {
    return { type: 'application/x-www-form-urlencoded', bytes: new URLSearchParams(form).toString() };
  }
  return body === undefined ? {} : { bytes: body };
};

/** Sends a request over a real connection: what the framework refuses before any handler counts too. */
export const ask = (app: NestFastifyApplication, asked: Asked): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { type, bytes } = bodyOf(asked);
    const { port } = app.getHttpServer().address() as AddressInfo;
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        method: asked.method ?? 'GET',
        path: asked.url,
        agent: false,
        headers: {
          ...(type === undefined ? {} : { 'content-type': type }),
          ...(bytes === undefined ? {} : { 'content-length': Buffer.byteLength(bytes) }),
          ...asked.headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            cookies: response.headers['set-cookie'] ?? [],
            text,
            json: <T>() => JSON.parse(text) as T,
          });
        });
      },
    );
    // A server that refuses a huge body answers and hangs up while we still write.
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') reject(error);
    });
    sent.end(bytes);
  });
