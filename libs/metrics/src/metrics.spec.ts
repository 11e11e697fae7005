import { describe, expect, it } from '@jest/globals';
import { Metrics, openMetricsServer } from '#metrics';

const lines = async (metrics: Metrics, name: string) =>
  (await metrics.text()).split('\n').filter((line) => line.startsWith(name));

describe('metrics', () => {
  it('count sign-ins by outcome, each from zero', async () => {
    const metrics = new Metrics();
    metrics.signIn('wrong-pair');
    metrics.signIn('wrong-pair');
    const found = await lines(metrics, 'trousseau_sign_ins_total');
    expect(found).toHaveLength(7);
    expect(found).toContain('trousseau_sign_ins_total{outcome="wrong-pair"} 2');
    expect(found).toContain('trousseau_sign_ins_total{outcome="full"} 0');
  });

  it('measure durations in cumulative buckets, as Prometheus reads them', async () => {
    const metrics = new Metrics();
    const series = metrics.answers('GET', '/api/v1/session', '2xx');
    for (const seconds of [0.001, 0.004, 0.2, 60]) series.add(seconds);
    const of = '{method="GET",route="/api/v1/session",status="2xx"';
    const found = await lines(metrics, 'trousseau_http_request_duration_seconds');
    expect(found).toEqual(
      expect.arrayContaining([
        `trousseau_http_request_duration_seconds_bucket${of},le="0.001"} 1`,
        `trousseau_http_request_duration_seconds_bucket${of},le="0.005"} 2`,
        `trousseau_http_request_duration_seconds_bucket${of},le="0.25"} 3`,
        `trousseau_http_request_duration_seconds_bucket${of},le="5"} 3`,
        `trousseau_http_request_duration_seconds_bucket${of},le="+Inf"} 4`,
        `trousseau_http_request_duration_seconds_count${of}} 4`,
      ]),
    );
  });

  it('read what must be looked up when they are asked, and leave out what cannot be read', async () => {
    const metrics = new Metrics();
    let lag = 7;
    metrics.projection('auth', () => lag);
    metrics.projection('users', () => Promise.reject(new Error('store away')));
    expect(await lines(metrics, 'trousseau_projection_lag_seconds')).toEqual([
      'trousseau_projection_lag_seconds{projection="auth"} 7',
    ]);
    lag = 0;
    metrics.projection('auth', () => lag);
    expect(await lines(metrics, 'trousseau_projection_lag_seconds')).toEqual([
      'trousseau_projection_lag_seconds{projection="auth"} 0',
    ]);
  });

  it('are told on a port of their own, and nothing else is', async () => {
    const metrics = new Metrics();
    const server = await openMetricsServer(metrics, 0, '127.0.0.1');
    const answer = await fetch(`http://127.0.0.1:${server.port}/metrics`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, metrics.contentType]);
    expect(await answer.text()).toMatch(/process_cpu_seconds_total|nodejs_eventloop_lag_seconds/);
    expect((await fetch(`http://127.0.0.1:${server.port}/`)).status).toBe(404);
    server.close();
  });
});
