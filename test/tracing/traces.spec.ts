import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isTracing } from '#tracing';
import { traceInMemory } from '#tracing/testing';
import { type RunningPortal, startPortal } from '../access/running-portal.js';

type Traces = ReturnType<typeof traceInMemory>;

let traces: Traces;
let portal: RunningPortal;
let userId: string;
let key: string;
let first: string;

beforeAll(async () => {
  traces = traceInMemory();
  portal = await startPortal();
  ({ userId } = await portal.registerSchool('Auto-école du Port', 'gerante'));
  ({ key, token: first } = await portal.firstSignIn(userId, 'gerante'));
}, 60_000);
afterAll(async () => {
  await portal.stop();
  await traces.stop();
});

const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('traces', () => {
  it('follow a sign-in from HTTP over the bus into the log, and out again to whoever hears of it', async () => {
    traces.forget();
    const stranger = '00-11111111111111111111111111111111-2222222222222222-01';
    await portal.send({
      method: 'POST',
      url: '/api/v1/sessions',
      headers: { traceparent: stranger },
      json: { identifier: 'gerante', key },
    });
    await until(() => traces.spans().some(({ name }) => name === 'hear identity.session.v1'));
    const named = (name: string) => traces.spans().find((span) => span.name === name);
    const ways = [
      'POST /api/v1/sessions',
      'ask auth.sign-in',
      'answer auth.sign-in',
      'append session',
      'hear identity.session.v1',
    ];
    const spans = ways.map(named);
    const [traceId, ...others] = spans.map((span) => span?.spanContext().traceId);
    expect(others).toEqual(others.map(() => traceId));
    // Each is the child of the one before it.
    for (const [index, span] of spans.slice(1, 4).entries()) {
      expect([span?.name, span?.parentSpanContext?.spanId]).toEqual([
        ways[index + 1],
        spans[index]?.spanContext().spanId,
      ]);
    }
    expect(spans[0]?.attributes).toMatchObject({
      'http.route': '/api/v1/sessions',
      'http.response.status_code': 201,
    });
    expect(spans[1]?.attributes).toMatchObject({ 'trousseau.outcome': 'done' });
    expect(spans[3]?.attributes).toMatchObject({ 'trousseau.events': 'SessionOpened' });
    // What a stranger says of his own traces is not believed.
    expect(traceId).not.toBe('1'.repeat(32));
  });

  it('leave their mark in the metadata of events, and in nothing else', async () => {
    const events = await portal.platform.events.readAll(-1, 1000);
    const recorded = events.filter(({ type }) => type === 'SessionOpened');
    expect(recorded.length).toBeGreaterThan(1);
    for (const { metadata } of recorded) {
      expect(metadata['traceparent']).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    }
  });

  it('hold no secret, address, identifier or id, however it came and however it went wrong (EVT-01)', async () => {
    const send = (method: string, url: string, json?: object, token = first) =>
      portal.send({
        method,
        url,
        headers: { authorization: `Bearer ${token}`, 'x-canary': 'canary-header' },
        ...(json === undefined ? {} : { json }),
      });
    await send('POST', '/api/v1/sessions', { identifier: 'canary-identifier', key: 'canary-key' });
    await send('POST', '/api/v1/key-renewals', { identifier: 'gerante', email: 'canary@ecole.example' });
    await send('GET', '/api/v1/users?q=canary-search');
    await send('GET', `/api/v1/users/${userId}`);
    await send('GET', '/lien/canary-link');
    await send('GET', '/canary-path');
    await send('GET', '/api/v1/session', undefined, 'canary-token');
    await send('PUT', '/api/v1/key', {
      currentKey: 'canary-current-key',
      newKey: 'canary-new-key-of-length',
    });
    const session = await send('GET', '/api/v1/session');
    expect(session.status).toBe(200);
    const said = JSON.stringify(
      traces.spans().map(({ name, attributes, status, events, links, resource }) => ({
        ...{ name, attributes, status, events, links },
        resource: resource.attributes,
      })),
    );
    expect(traces.spans().length).toBeGreaterThan(20);
    expect(said).toContain('PUT /api/v1/key');
    const ids = (await portal.platform.events.readAll(-1, 1000)).map(({ stream }) =>
      stream.slice(stream.indexOf('-') + 1),
    );
    for (const canary of [
      'canary',
      'gerante',
      'Morvan',
      'ecole.example',
      '127.0.0.1',
      userId,
      key,
      first,
      ...ids,
    ]) {
      expect(said.includes(canary) ? canary : null).toBeNull();
    }
  });

  it('are not made at all where nobody collects them', async () => {
    await traces.stop();
    expect(isTracing()).toBe(false);
    const head = await portal.platform.events.head();
    await portal.signIn('gerante', key);
    const events = await portal.platform.events.readAll(head, 100);
    expect(events.length).toBeGreaterThan(0);
    for (const { metadata } of events) expect(metadata).not.toHaveProperty('traceparent');
    traces = traceInMemory();
  });
});
