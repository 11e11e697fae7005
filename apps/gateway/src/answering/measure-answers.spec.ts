import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningGateway, startGateway, tokenOf } from '../testing/index.js';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

const counts = async () =>
  (await gateway.platform.metrics.text())
    .split('\n')
    .filter((line) => line.startsWith('trousseau_http_request_duration_seconds_count'));

describe('durations of answers', () => {
  it('stand under the pattern of the route, whoever asked and whatever stood in the address (EVT-01)', async () => {
    const headers = { authorization: `Bearer ${await tokenOf(gateway, 'gerante')}` };
    for (const userId of ['moniteur', 'nobody-here']) {
      await gateway.ask({ url: `/api/v1/users/${userId}?secret=canary`, headers });
    }
    await gateway.ask({ url: '/api/v1/session', headers });
    await gateway.ask({ url: '/canary/nowhere' });
    await gateway.ask({ method: 'PATCH', url: '/api/v1/session' });
    const found = await counts();
    const of = (method: string, route: string, status: string, count = 1) =>
      `trousseau_http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"} ${count}`;
    expect(found).toEqual(
      expect.arrayContaining([
        of('GET', '/api/v1/users/:userId', '4xx', 2),
        of('GET', '/api/v1/session', '2xx'),
        of('POST', '/api/v1/sessions', '2xx'),
        of('ANY', '(none)', '4xx'),
        of('ANY', '/api/v1/session', '4xx'),
      ]),
    );
    const text = await gateway.platform.metrics.text();
    for (const canary of ['canary', 'moniteur', 'gerante', 'nobody-here', headers.authorization.slice(7)]) {
      expect(text).not.toContain(canary);
    }
  });

  it('are told nowhere on the port of the portal (decision 0023)', async () => {
    expect((await gateway.ask({ url: '/metrics' })).status).toBe(404);
    expect((await gateway.ask({ url: '/api/v1/metrics' })).status).toBe(404);
  });
});
