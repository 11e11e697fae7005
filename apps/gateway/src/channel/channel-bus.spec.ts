import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { EndSession, ListSessions, type PayloadOf, type ReplyOf } from '#contracts';
import { type AnyRequest, ServiceBus } from '#service-bus';
import { fastify, type FastifyInstance } from 'fastify';
import { ChannelBus } from './channel-bus.js';

/** Hears what is asked, and answers nothing of use. */
class Listening extends ServiceBus {
  readonly heard: unknown[] = [];

  ask<R extends AnyRequest>(_request: R, payload: PayloadOf<R>): Promise<ReplyOf<R>> {
    this.heard.push(payload);
    return Promise.resolve({ outcome: 'refused' } as ReplyOf<R>);
  }
}

describe('the door a command came through', () => {
  const listening = new Listening();
  const bus = new ChannelBus(listening);
  const ends = { commandId: randomUUID(), userId: 'u', sessionId: 'a'.repeat(64) };
  let http: FastifyInstance;
  let origin: string;
  const post = (url: string) =>
    fetch(`${origin}${url}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"a":1}',
    });

  beforeAll(async () => {
    http = fastify();
    bus.watch(http);
    const handle = async () => {
      await bus.ask(ListSessions, { userId: 'u' });
      await bus.ask(EndSession, ends);
      return {};
    };
    http.post('/api/*', handle);
    http.post('/*', handle);
    origin = await http.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => http.close());

  it.each([
    ['/api/v1/session', 'api'],
    ['/deconnexion', 'portal'],
    ['/%61pi/v1/session', 'api'],
    ['/apiculture', 'portal'],
  ])('is told with each command that %s leads to, and with no query', async (url, channel) => {
    listening.heard.length = 0;
    expect((await post(url)).status).toBe(200);
    expect(listening.heard).toEqual([{ userId: 'u' }, { channel, ...ends }]);
  });

  it('keeps requests that are answered at the same time apart', async () => {
    listening.heard.length = 0;
    await Promise.all(['/api/v1/session', '/deconnexion'].map(post));
    const doors = listening.heard.flatMap((asked) => (asked as { channel?: string }).channel ?? []);
    expect(doors.sort()).toEqual(['api', 'portal']);
  });

  it('is nobody’s where no request leads to the command', async () => {
    listening.heard.length = 0;
    await bus.ask(EndSession, ends);
    expect(listening.heard).toEqual([ends]);
  });
});
