import { describe, expect, it } from '@jest/globals';
import {
  makeRememberedBrowser,
  readRememberedBrowser,
  rememberCookie,
  resumptionOf,
  validatorHashOf,
} from './remembered-browser.js';
import { looksLikeSessionSecret, sessionIdOf } from './session-secret.js';

const key = Buffer.alloc(32, 1);

describe('a remembered browser', () => {
  it('has a selector of 128 bits and a validator of 256, which its cookie carries (SES-04)', () => {
    const browser = makeRememberedBrowser();
    expect(Buffer.from(browser.selector, 'hex')).toHaveLength(16);
    expect(Buffer.from(browser.validator, 'base64url')).toHaveLength(32);
    expect(readRememberedBrowser(rememberCookie(browser))).toEqual(browser);
    expect(validatorHashOf(browser.validator)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([undefined, '', 'garbage', 'a.b', `${'a'.repeat(32)}.${'b'.repeat(42)}`, `${'A'.repeat(32)}.x`])(
    'is not read from %s',
    (cookie) => expect(readRememberedBrowser(cookie)).toBeNull(),
  );

  it('has one successor and one session for each validator, whoever computes them (SES-05)', () => {
    const browser = makeRememberedBrowser();
    const one = resumptionOf(key, browser);
    expect(resumptionOf(key, { ...browser })).toEqual(one);
    expect(looksLikeSessionSecret(one.session.secret)).toBe(true);
    expect(one.session.sessionId).toBe(sessionIdOf(one.session.secret));
    expect(readRememberedBrowser(rememberCookie(one.successor))).toEqual(one.successor);
  });

  it('shares nothing between validators, browsers and keys', () => {
    const browser = makeRememberedBrowser();
    const others = [
      resumptionOf(key, browser),
      resumptionOf(key, resumptionOf(key, browser).successor),
      resumptionOf(key, { ...browser, selector: '0'.repeat(32) }),
      resumptionOf(Buffer.alloc(32, 2), browser),
    ];
    const secrets = others.flatMap(({ successor, session }) => [successor.validator, session.secret]);
    expect(new Set([browser.validator, ...secrets]).size).toBe(9);
  });
});
