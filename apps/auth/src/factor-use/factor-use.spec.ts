import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import type { FactorUseEvent } from './factor-use.events.js';
import { factorUse } from './factor-use.js';
import { factorUseMessages } from './factor-use.messages.js';
import { usePasskey } from './use-passkey.js';
import { useTotp } from './use-totp.js';

const used = (step: number, factorId = 'app'): FactorUseEvent => ({
  type: 'TotpUsed',
  data: { factorId, step, totp: { factorId, step }, counters: {} },
});
const passed = (counter: number): FactorUseEvent => ({
  type: 'PasskeyUsed',
  data: { factorId: 'p', counter, totp: null, counters: { p: counter } },
});

describe('a code of an app', () => {
  it('is used up by being right (MFA-04)', () => {
    given(factorUse)
      .when((state) => useTotp(state, { factorId: 'app', step: 100 }))
      .records(used(100));
  });

  it.each([99, 100])('of step %i is not accepted once that of step 100 was (C5)', (step) => {
    given(factorUse, used(100))
      .when((state) => useTotp(state, { factorId: 'app', step }))
      .refuses('code-used');
  });

  it('of the next step is, and so is one of another app', () => {
    given(factorUse, used(100))
      .when((state) => useTotp(state, { factorId: 'app', step: 101 }))
      .records(used(101));
    given(factorUse, used(100))
      .when((state) => useTotp(state, { factorId: 'another', step: 100 }))
      .records(used(100, 'another'));
  });
});

describe('a passkey', () => {
  const use =
    (counter: number, addedWith = 0) =>
    (state: Parameters<typeof usePasskey>[0]) =>
      usePasskey(state, { factorId: 'p', addedWith, counter });

  it('is accepted while its counter rises, or never counts', () => {
    given(factorUse).when(use(1)).records(passed(1));
    given(factorUse, passed(5)).when(use(6)).records(passed(6));
    given(factorUse).when(use(0)).records(passed(0));
    given(factorUse, passed(0)).when(use(0)).records(passed(0));
  });

  it.each([
    [5, 5],
    [5, 4],
    [5, 0],
  ])('whose counter went from %i to %i is remembered and not believed (MFA-03)', (before, counter) => {
    const back: FactorUseEvent = {
      type: 'PasskeyCounterWentBack',
      data: { factorId: 'p', expectedAbove: before, counter, totp: null, counters: { p: before } },
    };
    given(factorUse, passed(before)).when(use(counter)).records(back);
    // The counter it should have passed stays.
    given(factorUse, passed(before), back)
      .when(use(before))
      .records(
        back.type === 'PasskeyCounterWentBack' ? { ...back, data: { ...back.data, counter: before } } : back,
      );
  });

  it('is compared with what it was added with, before its first use', () => {
    given(factorUse)
      .when(use(3, 3))
      .records({
        type: 'PasskeyCounterWentBack',
        data: { factorId: 'p', expectedAbove: 3, counter: 3, totp: null, counters: {} },
      });
  });

  it('leaves what is known of codes as it is, and the other way round', () => {
    const both = given(factorUse, used(100)).when(use(4)).thenState();
    expect(both).toEqual({ totp: { factorId: 'app', step: 100 }, counters: { p: 4 } });
    given(factorUse, passed(4))
      .when((state) => useTotp(state, { factorId: 'app', step: 7 }))
      .records({
        type: 'TotpUsed',
        data: { factorId: 'app', step: 7, totp: { factorId: 'app', step: 7 }, counters: { p: 4 } },
      });
  });
});

describe('what others hear of the use of factors', () => {
  it('is that there may be a copy of a passkey, and nothing else (MFA-03)', () => {
    const back: FactorUseEvent = {
      type: 'PasskeyCounterWentBack',
      data: { factorId: 'p', expectedAbove: 5, counter: 4, totp: null, counters: { p: 5 } },
    };
    const told = [used(100), passed(5), back].flatMap((event) => factorUseMessages(event, 'zoe'));
    expect(told).toEqual([{ type: 'credential.passkey-suspected', userId: 'zoe' }]);
  });
});
