import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readSettings, SettingsRefused } from '#settings';

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    return (error as SettingsRefused).problems;
  }
};

const safe = {
  NODE_ENV: 'production',
  TROUSSEAU_PUBLIC_URL: 'https://portail.example',
  TROUSSEAU_DATA: '/var/lib/trousseau',
  TROUSSEAU_SECRETS: '/run/secrets/trousseau',
  SMTP_URL: 'smtps://mail.example',
  MAIL_FROM: 'Trousseau <ne-pas-repondre@auto-ecole.fr>',
};

describe('readSettings', () => {
  it('needs nothing to start on one machine', () => {
    expect(readSettings({})).toMatchObject({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      demo: false,
      kafkaBrokers: [],
    });
  });

  it('takes an empty variable as unset', () => {
    expect(readSettings({ SMTP_URL: '', TROUSSEAU_PORT: '' })).toMatchObject({
      smtpUrl: undefined,
      port: 3000,
    });
  });

  it('names every problem at once', () => {
    const problems = problemsOf({ TROUSSEAU_PORT: 'abc', SMTP_URL: 'http://x', TROUSSEAU_DEMO: 'yes' });
    expect(problems).toHaveLength(3);
    expect(problems.join()).toMatch(/TROUSSEAU_PORT.*TROUSSEAU_DEMO.*SMTP_URL/s);
  });

  it.each([
    ['TROUSSEAU_PORT', 'abc', 'must be a whole number'],
    ['TROUSSEAU_PORT', '30.5', 'must be a whole number'],
    ['TROUSSEAU_TRUSTED_PROXIES', 'nonsense', 'must be addresses or networks, separated by commas'],
    [
      'TROUSSEAU_TRUSTED_PROXIES',
      '10.0.0.0/8, 10.0.0.0/99',
      'must be addresses or networks, separated by commas',
    ],
    [
      'TROUSSEAU_TRUSTED_PROXIES',
      '10.0.0.0/255.0.255.0',
      'must be addresses or networks, separated by commas',
    ],
    ['TROUSSEAU_TRUSTED_PROXIES', '2001:db8::/129', 'must be addresses or networks, separated by commas'],
    ['TROUSSEAU_PUBLIC_URL', 'https://portail.example/trousseau', 'must end with the host, or its port'],
    ['TROUSSEAU_PUBLIC_URL', 'https://portail.example/?a=b', 'must end with the host, or its port'],
    ['TROUSSEAU_PUBLIC_URL', 'https://a:b@portail.example', 'must end with the host, or its port'],
    ['MAIL_FROM', 'personne', 'must be an address, or a name and <an address>'],
    ['MAIL_FROM', 'Trousseau <personne>', 'must be an address, or a name and <an address>'],
    ['MAIL_FROM', 'a@b.example\nBcc: c@d.example', 'must be an address, or a name and <an address>'],
    ['SMTP_URL', 'smtp://', 'must be a URL with smtp: or smtps:'],
  ])('says in words what is wrong with %s=%j before anything starts', (name, value, says) => {
    expect(problemsOf({ [name]: value })).toEqual([`${name}: ${says}`]);
  });

  it.each(['10.0.0.1, 0.0.0.0/0', '::/0', '10.0.0.0/0', '10.0.0.0/00', '0.0.0.0/0.0.0.0'])(
    'refuses to believe everybody, wherever it runs: TROUSSEAU_TRUSTED_PROXIES=%s (TST-40, LOG-05)',
    (value) => {
      const says =
        'TROUSSEAU_TRUSTED_PROXIES: must not be the whole Internet, anybody could choose their address';
      for (const settings of [{}, safe]) {
        expect(problemsOf({ ...settings, TROUSSEAU_TRUSTED_PROXIES: value })).toEqual([says]);
      }
    },
  );

  it.each([
    ['TROUSSEAU_TRUSTED_PROXIES', '10.0.0.0/255.240.0.0, 10.0.0.1/255.255.255.255, 10.0.0.0/128.0.0.0'],
    ['TROUSSEAU_TRUSTED_PROXIES', '127.0.0.1, ::1,10.0.0.0/8,2001:db8::/32,loopback'],
    ['TROUSSEAU_PUBLIC_URL', 'https://portail.example:8443/'],
    ['TROUSSEAU_PUBLIC_URL', 'http://[::1]:3000'],
    ['MAIL_FROM', 'ne-pas-repondre@ecole.fr'],
    ['MAIL_FROM', '"Auto-école, du Lac" <ne-pas-repondre@ecole.fr>'],
    ['SMTP_URL', 'smtps://a:b%40c@mail.example:465'],
  ])('takes %s=%s', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([]);
  });

  it('takes several hosts of an event store, and refuses what is no connection string', () => {
    const url = 'esdb://a:2113,b:2113?tls=false';
    expect(readSettings({ EVENT_STORE_URL: url }).eventStoreUrl).toBe(url);
    expect(problemsOf({ EVENT_STORE_URL: 'esdb://a?tls=perhaps' })).toEqual([
      'EVENT_STORE_URL: tls must be true or false',
    ]);
  });

  it('reads what may hold a secret from a file, once (EVT-13)', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'trousseau-settings-')), 'smtp');
    await writeFile(file, 'smtps://a:b@mail.example\n');
    expect(readSettings({ SMTP_URL_FILE: file }).smtpUrl).toBe('smtps://a:b@mail.example');
    expect(problemsOf({ SMTP_URL_FILE: file, SMTP_URL: 'smtps://mail.example' }).join()).toMatch(
      /^SMTP_URL: .*twice/,
    );
    expect(problemsOf({ EVENT_STORE_URL_FILE: `${file}.none` })).toEqual([
      'EVENT_STORE_URL_FILE: cannot be read',
    ]);
  });
});

describe('production (EVT-07, TST-40)', () => {
  it('starts with safe settings', () => {
    expect(problemsOf(safe)).toEqual([]);
  });

  it.each([
    ['TROUSSEAU_DEMO', 'on'],
    ['TROUSSEAU_PUBLIC_URL', 'http://portail.example'],
    ['TROUSSEAU_PUBLIC_URL', ''],
    ['TROUSSEAU_SECRETS', ''],
    ['TROUSSEAU_SECRETS', '/var/lib/trousseau/secrets'],
    ['TROUSSEAU_SECRETS', '/var/lib/trousseau'],
    ['TROUSSEAU_TELEPHONY_URL', 'http://standard.example/appels'],
    ['SMTP_URL', ''],
    ['MAIL_FROM', ''],
    ['TROUSSEAU_NETWORK_FAILURES', '1001'],
    ['TROUSSEAU_EVERYONE_FAILURES', '10001'],
    ['NODE_TLS_REJECT_UNAUTHORIZED', '0'],
    ['TROUSSEAU_LOG_LEVEL', 'silent'],
  ])('refuses %s=%s, and names it', (name, value) => {
    expect(problemsOf({ ...safe, [name]: value })).toEqual([expect.stringMatching(`^${name}: `)]);
    expect(problemsOf({ ...safe, NODE_ENV: 'test', [name]: value })).toEqual([]);
  });

  it('names everything at once, the event store among it', () => {
    const EVENT_STORE_URL = 'esdb://store.example?tls=false';
    const problems = problemsOf({ NODE_ENV: 'production', TROUSSEAU_DEMO: 'on', EVENT_STORE_URL });
    expect(problems).toHaveLength(6);
    expect(problems.at(-1)).toBe('EVENT_STORE_URL: tls=false is refused in production');
  });

  it.each([
    'esdb://127.0.0.1:2113?tls=false',
    'kurrentdb://store.example',
    'kurrentdb+discover://admin:changeit@store.example',
  ])('refuses %s, and repeats nothing of it', (EVENT_STORE_URL) => {
    const problems = problemsOf({ ...safe, EVENT_STORE_URL });
    expect(problems).toEqual([expect.stringMatching(/^EVENT_STORE_URL: .*production/)]);
    expect(problems.join()).not.toMatch(/example|127/);
    expect(problemsOf({ ...safe, NODE_ENV: 'test', EVENT_STORE_URL })).toEqual([]);
  });

  it('tells phone numbers to an exchange over TLS', () => {
    expect(problemsOf({ ...safe, TROUSSEAU_TELEPHONY_URL: 'https://standard.example/appels' })).toEqual([]);
  });

  it('refuses brokers in production that anybody may listen to or speak to (EVT-07, TST-40)', () => {
    const many = { ...safe, KAFKA_BROKERS: 'kafka.example:9093' };
    expect(problemsOf(many).join()).toMatch(/KAFKA_TLS.*KAFKA_PRINCIPAL/s);
    expect(problemsOf({ ...many, KAFKA_TLS: 'on', KAFKA_PRINCIPAL: 'auth' })).toEqual([]);
  });
});
