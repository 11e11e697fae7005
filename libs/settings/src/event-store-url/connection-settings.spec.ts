import { describe, expect, it } from '@jest/globals';
import { UnusableConnection, connectionSettings, credentialsOf } from './connection-settings.js';
import { unsafeConnection } from './unsafe-connection.js';

describe('connectionSettings', () => {
  it.each(['esdb', 'kurrentdb', 'kurrent', 'kdb'])('reads %s:// and the same with +discover', (scheme) => {
    expect(connectionSettings(`${scheme}://store.example`)).toMatchObject({
      hosts: [{ address: 'store.example', port: 2113 }],
      discover: false,
      tls: true,
      deadline: 3000,
    });
    expect(connectionSettings(`${scheme}+discover://cluster.example:1234/`)).toMatchObject({
      hosts: [{ address: 'cluster.example', port: 1234 }],
      discover: true,
    });
  });

  it('reads several hosts, credentials and options, whatever the case of their names', () => {
    const url =
      'esdb://trousseau:p%40ss%3Aword@a:1,b:2,c?TLSCAFile=/run/ca.pem&defaultDeadline=500&userCertFile=/c&userKeyFile=/k';
    expect(connectionSettings(url)).toMatchObject({
      hosts: [
        { address: 'a', port: 1 },
        { address: 'b', port: 2 },
        { address: 'c', port: 2113 },
      ],
      credentials: { user: 'trousseau', secret: 'p@ss:word' },
      caFile: '/run/ca.pem',
      certFile: '/c',
      keyFile: '/k',
      deadline: 500,
    });
  });

  it('reads a credentials file up to its last line break', () => {
    expect(credentialsOf('trousseau:canary-4711\n')).toEqual({ user: 'trousseau', secret: 'canary-4711' });
  });

  it.each([
    ['http://a', /must look like/],
    ['esdb://', /must look like/],
    ['esdb://u:canary-4711@', /must look like/],
    ['esdb://u:canary-4711@a:99999', /no host:port/],
    ['esdb://u:canary-4711@a b', /no host:port/],
    ['esdb://canary-4711@a', /user:secret/],
    ['esdb://u:%canary-4711@a', /percent-encoded/],
    ['esdb://u:canary-4711@a?canary-4711=1', /unknown option/],
    ['esdb://u:canary-4711@a?tls=canary-4711', /true or false/],
    ['esdb://u:canary-4711@a?tls=false', /without TLS/],
    ['esdb://a?tls=false&credentialsFile=/run/canary-4711', /without TLS/],
    ['esdb://u:canary-4711@a?tlsVerifyCert=false', /no effect/],
    ['esdb://u:canary-4711@a?nodePreference=follower', /must be leader/],
    ['esdb://u:canary-4711@a?userCertFile=canary-4711', /go together/],
    ['esdb://u:canary-4711@a?defaultDeadline=canary-4711', /whole numbers/],
    ['esdb://u:canary-4711@a?keepAliveInterval=0', /whole numbers/],
  ])('refuses %s, and does not repeat it (EVT-01)', (url, reason) => {
    expect(() => connectionSettings(url)).toThrow(UnusableConnection);
    expect(() => connectionSettings(url)).toThrow(reason);
    expect(() => connectionSettings(url)).not.toThrow(/canary/);
  });
});

describe('unsafeConnection', () => {
  it('says what must not be used in production (EVT-07, TST-40)', () => {
    expect(unsafeConnection('esdb://a?tls=false')).toEqual([expect.stringContaining('tls=false')]);
    expect(unsafeConnection('esdb://a')).toEqual([expect.stringContaining('credentials')]);
    expect(unsafeConnection('esdb://admin:changeit@a')).toEqual([expect.stringContaining('delivered with')]);
  });

  it('has nothing against TLS with credentials, from a file or a certificate', () => {
    for (const url of [
      'esdb://trousseau:secret@a',
      'kurrentdb+discover://a?credentialsFile=/run/secrets/event-store',
      'esdb://a?userCertFile=/c&userKeyFile=/k',
    ])
      expect(unsafeConnection(url)).toEqual([]);
  });
});
