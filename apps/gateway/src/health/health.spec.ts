import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningGateway, startGateway } from '../testing/index.js';

let gateway: RunningGateway;
let well = true;
beforeAll(async () => {
  gateway = await startGateway();
  gateway.platform.readiness.add({ name: 'mail', check: () => (well ? null : 'the server does not answer') });
});
afterAll(() => gateway.stop());

describe('health', () => {
  it('is alive', async () => {
    const answer = await gateway.ask({ url: '/healthz' });
    expect([answer.status, answer.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('is ready when every part is', async () => {
    well = true;
    const answer = await gateway.ask({ url: '/readyz' });
    expect([answer.status, answer.json()]).toEqual([200, { status: 'ready' }]);
  });

  it('names what is not ready, and why', async () => {
    well = false;
    const answer = await gateway.ask({ url: '/readyz' });
    expect(answer.status).toBe(503);
    expect(answer.json()).toEqual({
      status: 'not ready',
      notReady: [{ name: 'mail', reason: 'the server does not answer' }],
    });
  });
});
