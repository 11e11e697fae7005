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

  it('refuses in production what is not safe there (TST-40)', () => {
    const problems = problemsOf({ NODE_ENV: 'production', TROUSSEAU_DEMO: 'on' });
    expect(problems.join()).toMatch(/TROUSSEAU_DEMO.*TROUSSEAU_PUBLIC_URL.*SMTP_URL/s);
    expect(
      problemsOf({
        NODE_ENV: 'production',
        TROUSSEAU_PUBLIC_URL: 'https://portail.example',
        SMTP_URL: 'smtps://mail.example',
      }),
    ).toEqual([]);
  });

  it('refuses in production to tell phone numbers to an exchange in clear (EVT-07)', () => {
    const production = {
      NODE_ENV: 'production',
      TROUSSEAU_PUBLIC_URL: 'https://portail.example',
      SMTP_URL: 'smtps://mail.example',
    };
    const exchange = (url: string) => problemsOf({ ...production, TROUSSEAU_TELEPHONY_URL: url });
    expect(exchange('http://standard.example/appels').join()).toContain('TROUSSEAU_TELEPHONY_URL');
    expect(exchange('https://standard.example/appels')).toEqual([]);
  });

  it('refuses brokers in production that anybody may listen to or speak to (EVT-07, TST-40)', () => {
    const safe = {
      NODE_ENV: 'production',
      TROUSSEAU_PUBLIC_URL: 'https://portail.example',
      SMTP_URL: 'smtps://mail.example',
      KAFKA_BROKERS: 'kafka.example:9093',
    };
    expect(problemsOf(safe).join()).toMatch(/KAFKA_TLS.*KAFKA_PRINCIPAL/s);
    expect(problemsOf({ ...safe, KAFKA_TLS: 'on', KAFKA_PRINCIPAL: 'auth' })).toEqual([]);
  });
});
