import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { later } from '../instant.js';
import { addPasskey } from './add-passkey.js';
import { beginGrace } from './begin-grace.js';
import { confirmTotp } from './confirm-totp.js';
import { erasedFactorKeys } from './erased-factor-keys.js';
import {
  added,
  app,
  began,
  codeUsed,
  confirmed,
  enrolled,
  issued,
  newCodes,
  passkey,
  START,
} from './factors.examples.js';
import { factors } from './factors.js';
import { codesLeft, howMany } from './how-many.js';
import { issueRecoveryCodes } from './issue-recovery-codes.js';
import { levelAtSignIn } from './level-at-sign-in.js';
import { mayChangeFactors } from './may-change-factors.js';
import { mayReset } from './may-reset.js';
import { recoveryCodeIn } from './recovery-code-text.js';
import { removeFactor } from './remove-factor.js';
import { resetFactors } from './reset-factors.js';
import { resetFactorsByCase } from './reset-factors-by-case.js';
import { startTotp } from './start-totp.js';
import { supersededFactorKeys } from './superseded-factor-keys.js';
import { useRecoveryCode } from './use-recovery-code.js';

const levelOf = (role: string, at: string, ...history: Parameters<typeof given>[1][]) =>
  levelAtSignIn(given(factors, ...(history as never[])).state(), { role, deserves: 'full', at });

describe('setting up an app', () => {
  it('changes nothing until the app has shown a code', () => {
    given(factors)
      .when((state) => startTotp(state, { factorId: 'app', secret: 'secret of app' }))
      .records(enrolled());
    expect(howMany(given(factors, enrolled()).state())).toBe(0);
  });

  it('drops an attempt at it that showed no code', () => {
    given(factors, enrolled('dropped'))
      .when((state) => startTotp(state, { factorId: 'app', secret: 'secret of app' }))
      .records(enrolled('app', 'dropped'));
  });

  it('brings recovery codes with the first factor, in the same append (MFA-05)', () => {
    given(factors, enrolled())
      .when((state) => confirmTotp(state, { factorId: 'app', codes: newCodes(), at: START }))
      .records(confirmed(), issued());
    expect(given(factors, ...app).state().totp).toEqual({
      factorId: 'app',
      secret: 'secret of app',
      addedAt: START,
    });
  });

  it('takes the place of the app before, and of its codes nothing', () => {
    given(factors, ...app, enrolled('new'))
      .when((state) => confirmTotp(state, { factorId: 'new', codes: null, at: START }))
      .records(confirmed('new', 'app', false));
    const state = given(factors, ...app, enrolled('new'), confirmed('new', 'app', false)).state();
    expect(state).toMatchObject({
      totp: { factorId: 'new', secret: 'secret of new' },
      codes: { setId: 'set' },
    });
  });

  it('is not confirmed by a code of another attempt at it', () => {
    given(factors, enrolled('old'), enrolled('new'))
      .when((state) => confirmTotp(state, { factorId: 'old', codes: null, at: START }))
      .refuses('not-started');
    given(factors)
      .when((state) => confirmTotp(state, { factorId: 'app', codes: null, at: START }))
      .refuses('not-started');
  });
});

describe('adding a passkey', () => {
  it('brings recovery codes when it is the first factor (MFA-05)', () => {
    given(factors)
      .when((state) => addPasskey(state, { passkey: passkey(), codes: newCodes() }))
      .records(added(), issued());
    given(factors, ...app)
      .when((state) => addPasskey(state, { passkey: passkey(), codes: newCodes('unused') }))
      .records(added('p1', false));
  });

  it('refuses one that is there already, and an eleventh', () => {
    given(factors, added())
      .when((state) => addPasskey(state, { passkey: passkey(), codes: null }))
      .refuses('passkey-known');
    given(factors, ...Array.from({ length: 10 }, (_, i) => added(`p${i}`)))
      .when((state) => addPasskey(state, { passkey: passkey('one more'), codes: null }))
      .refuses('too-many-passkeys');
  });
});

describe('removing a factor', () => {
  const remove =
    (kind: 'totp' | 'passkey', role: string, factorId?: string) =>
    (state: Parameters<typeof removeFactor>[0]) =>
      removeFactor(state, { kind, role, factorId });

  it('takes the recovery codes along with the last one', () => {
    given(factors, ...app)
      .when(remove('totp', 'instructor'))
      .records({
        type: 'FactorRemoved',
        data: { kind: 'totp', factorId: 'app', left: 0, voids: ['factor-app', 'recovery-codes-set'] },
      });
    const state = given(factors, ...app)
      .when(remove('totp', 'instructor'))
      .thenState();
    expect(state).toMatchObject({ totp: null, codes: null });
  });

  it('leaves the others as they are', () => {
    const state = given(factors, ...app, added('p1', false))
      .when(remove('passkey', 'office', 'p1'))
      .thenState();
    expect(state).toMatchObject({ passkeys: [], totp: { factorId: 'app' }, codes: { setId: 'set' } });
  });

  it('keeps the last one where it is compulsory (MFA-01)', () => {
    for (const role of ['manager', 'support', 'auditor'])
      given(factors, ...app)
        .when(remove('totp', role))
        .refuses('factor-compulsory');
    given(factors, ...app, added('p1', false))
      .when(remove('totp', 'manager'))
      .records({
        type: 'FactorRemoved',
        data: { kind: 'totp', factorId: 'app', left: 1, voids: ['factor-app'] },
      });
  });

  it('is refused for what is not there', () => {
    given(factors).when(remove('totp', 'office')).refuses('no-factor');
    given(factors, added())
      .when(remove('passkey', 'office', 'p2'))
      .refuses('no-factor');
  });
});

describe('a manager', () => {
  it('resets the factors of somebody else of the school, who is no manager (REF-05)', () => {
    const manager = { role: 'manager', schoolId: 's1' } as const;
    expect(mayReset(manager, { role: 'instructor', schoolId: 's1' })).toBe('allowed');
    expect(mayReset(manager, { role: 'manager', schoolId: 's1' })).toBe('not-allowed');
    expect(mayReset(manager, { role: 'instructor', schoolId: 's2' })).toBe('unknown-user');
    expect(mayReset(manager, null)).toBe('unknown-user');
    expect(mayReset({ role: 'office', schoolId: 's1' }, { role: 'instructor', schoolId: 's1' })).toBe(
      'not-allowed',
    );
  });

  it('leaves nothing of them', () => {
    given(factors, ...app, added('p1', false))
      .when((state) => resetFactors(state, { by: 'max' }))
      .records({
        type: 'FactorsReset',
        data: { by: 'max', voids: ['factor-app', 'factor-p1', 'recovery-codes-set'] },
      });
    const state = given(factors, began(), ...app)
      .when((now) => resetFactors(now, { by: 'max' }))
      .thenState();
    expect([howMany(state), codesLeft(state), state.graceUntil]).toEqual([
      0,
      null,
      '2026-11-29T08:00:00.000Z',
    ]);
    given(factors)
      .when((now) => resetFactors(now, { by: 'max' }))
      .refuses('no-factor');
    // Keys of factors that were never there are none.
    given(factors, added())
      .when((now) => resetFactors(now, { by: 'max' }))
      .records({ type: 'FactorsReset', data: { by: 'max', voids: ['factor-p1'] } });
  });
});

describe('a case of support whose manager lost their factors (TEL-11)', () => {
  const reset = (state: Parameters<typeof resetFactorsByCase>[0]) =>
    resetFactorsByCase(state, { caseId: 'case-1', at: START });
  const voids = ['factor-app', 'factor-p1', 'recovery-codes-set'];

  it('removes them all, names the case, and gives no other grace', () => {
    given(factors, ...app, added('p1', false))
      .when(reset)
      .records({ type: 'FactorsResetByCase', data: { caseId: 'case-1', at: START, voids } });
    const history = [began(), ...app, added('p1', false)] as const;
    const state = given(factors, ...history)
      .when(reset)
      .thenState();
    expect([howMany(state), codesLeft(state)]).toEqual([0, null]);
    expect(state.resetByCase).toEqual({ caseId: 'case-1', at: START });
    expect(levelAtSignIn(state, { role: 'manager', deserves: 'full', at: START })).toEqual({
      level: 'enrol-factor',
    });
    expect(beginGrace(state, { role: 'manager', at: START })).toEqual({ kind: 'records', events: [] });
    expect(
      supersededFactorKeys({ type: 'FactorsResetByCase', data: { caseId: 'c', at: START, voids } }),
    ).toEqual(voids);
  });

  it('finds nothing to remove where there is nothing', () => {
    given(factors, began()).when(reset).refuses('no-factor');
  });
});

describe('recovery codes', () => {
  const use =
    (number: number, isRight = true, setId = 'set') =>
    (state: Parameters<typeof useRecoveryCode>[0]) =>
      useRecoveryCode(state, {
        ...{ setId, number, isRight, replacement: null },
        comparedWith: `hash${number}`,
      });

  it('open once each (MFA-05)', () => {
    given(factors, ...app)
      .when(use(3))
      .records(codeUsed(3, 9));
    given(factors, ...app, codeUsed(3, 9))
      .when(use(3))
      .refuses('code-used');
    given(factors, ...app, codeUsed(3, 9))
      .when(use(4))
      .records(codeUsed(4, 8));
  });

  it('are followed by another of the same number, and there are ten again (MFA-05)', () => {
    const spent = given(factors, ...app).when((state) =>
      useRecoveryCode(state, {
        ...{ setId: 'set', number: 3, isRight: true, replacement: 'hash of another' },
        comparedWith: 'hash3',
      }),
    );
    spent.records(codeUsed(3, 9), {
      type: 'RecoveryCodeReplaced',
      data: { setId: 'set', number: 3, hash: 'hash of another' },
    });
    const { codes } = spent.thenState();
    expect([codes?.hashes?.[3], codes?.hashes?.[2], codes?.used]).toEqual(['hash of another', 'hash2', []]);
    expect(codesLeft(spent.thenState())).toBe(10);
    const others = [3, 4].map((number) => codeUsed(number, 12 - number));
    const replacing = { type: 'RecoveryCodeReplaced', data: { setId: 'set', number: 3, hash: 'h' } } as const;
    expect(given(factors, ...app, ...others, replacing).state().codes?.used).toEqual([4]);
  });

  it('open nothing once another has taken their place, though they were right when compared (MFA-05, EVT-08)', () => {
    const replacing = {
      type: 'RecoveryCodeReplaced',
      data: { setId: 'set', number: 3, hash: 'hash of another' },
    } as const;
    given(factors, ...app, codeUsed(3, 9), replacing)
      .when(use(3))
      .refuses('code-used');
  });

  it('open nothing when they are wrong, or of a set that has been replaced', () => {
    given(factors, ...app)
      .when(use(3, false))
      .refuses('wrong-code');
    given(factors, ...app, issued('new', 'set', false))
      .when(use(3))
      .refuses('wrong-code');
    given(factors).when(use(3)).refuses('wrong-code');
  });

  it('open nothing once their data key is destroyed (EVT-03)', () => {
    const [set, number] = ['set', 3];
    const forgotten = {
      type: 'RecoveryCodesIssued',
      data: { setId: set, hashes: null, voids: null, first: true },
    } as const;
    const replaced = { type: 'RecoveryCodeReplaced', data: { setId: set, number, hash: null } } as const;
    for (const history of [[forgotten], [forgotten, replaced]]) {
      const now = given(factors, enrolled(), confirmed(), ...history);
      expect(now.state().codes).toMatchObject({ hashes: null });
      expect(codesLeft(now.state())).toBe(0);
      now.when(use(number)).refuses('code-used');
    }
    // A replacement whose hash is gone leaves the others as they were.
    const { codes } = given(factors, ...app, codeUsed(3, 9), replaced).state();
    expect(codes?.hashes?.slice(2, 5)).toEqual(['hash2', 'hash3', 'hash4']);
  });

  it('are none of those who have none: nothing was used, nothing replaced', () => {
    const replaced = { type: 'RecoveryCodeReplaced', data: { setId: 'set', number: 3, hash: 'h' } } as const;
    expect(given(factors, codeUsed(3, 9), replaced).state()).toEqual(factors.initial);
  });

  it('are issued anew to those who have a factor, and those before are void', () => {
    given(factors, ...app, codeUsed(3, 9))
      .when((state) => issueRecoveryCodes(state, newCodes('new')))
      .records(issued('new', 'set', false));
    expect(codesLeft(given(factors, ...app, codeUsed(3, 9), issued('new', 'set', false)).state())).toBe(10);
    given(factors)
      .when((state) => issueRecoveryCodes(state, newCodes('new')))
      .refuses('no-factor');
  });

  it('are read as people write them', () => {
    const read = { number: 3, text: '3XK7P2NQZV8TR5W' };
    for (const typed of ['3XK7P-2NQZV-8TR5W', '3xk7p 2nqzv 8tr5w', ' 3xk7p2nqzv8tr5w '])
      expect(recoveryCodeIn(typed)).toEqual(read);
    expect(recoveryCodeIn('OIL00-00000-00000')).toEqual({ number: 0, text: '011000000000000' });
    for (const typed of [
      '',
      '123456',
      '3XK7P-2NQZV-8TR5',
      '3XK7P-2NQZV-8TR5WX',
      'XXK7P-2NQZV-8TR5W',
      'Z3XK7P-2NQZV-8TR5W',
    ])
      expect(recoveryCodeIn(typed)).toBeNull();
  });
});

describe('what the key opens', () => {
  const until = '2026-11-29T08:00:00.000Z';

  it('is a session that asks for the factor, where there is one, after a provisional key too (FRG-10)', () => {
    for (const role of ['manager', 'instructor'])
      expect(levelOf(role, START, ...app)).toEqual({ level: 'second-factor', towards: 'full' });
    const state = given(factors, added()).state();
    expect(levelAtSignIn(state, { role: 'office', deserves: 'choose-key', at: START })).toEqual({
      level: 'second-factor',
      towards: 'choose-key',
    });
  });

  it('is everything to those who need none (MFA-01)', () => {
    expect(levelOf('instructor', START)).toEqual({ level: 'full' });
    expect(levelOf('office', later(START, 10 ** 8))).toEqual({ level: 'full' });
  });

  it('is everything for seven days to those who must have one, and then only setting it up (MFA-01)', () => {
    expect(levelOf('manager', START, began())).toEqual({ level: 'full', enrolBy: until });
    expect(levelOf('manager', later(until, -1), began())).toEqual({ level: 'full', enrolBy: until });
    expect(levelOf('manager', until, began())).toEqual({ level: 'enrol-factor' });
  });

  it('is only setting one up, from the first sign-in on, to those who work for the vendor (TEL-04)', () => {
    for (const role of ['support', 'auditor']) {
      expect(levelOf(role, START)).toEqual({ level: 'enrol-factor' });
      expect(levelOf(role, START, began())).toEqual({ level: 'enrol-factor' });
      expect(levelOf(role, START, ...app)).toEqual({ level: 'second-factor', towards: 'full' });
    }
  });

  it('is choosing a key after a provisional one, however late the factor is', () => {
    const state = given(factors, began()).state();
    expect(levelAtSignIn(state, { role: 'manager', deserves: 'choose-key', at: later(until, 1) })).toEqual({
      level: 'choose-key',
    });
  });
});

describe('the grace', () => {
  const begin = (role: string) => (state: Parameters<typeof beginGrace>[0]) =>
    beginGrace(state, { role, at: START });

  it('begins once, for a manager who has no factor, and for nobody else (MFA-01, TEL-04)', () => {
    given(factors).when(begin('manager')).records(began());
    given(factors, began()).when(begin('manager')).recordsNothing();
    given(factors, ...app)
      .when(begin('manager'))
      .recordsNothing();
    for (const role of ['instructor', 'support', 'auditor'])
      given(factors).when(begin(role)).recordsNothing();
  });
});

describe('changing factors', () => {
  const none = given(factors).state();
  const one = given(factors, ...app).state();
  const session = { level: 'full', authenticatedAt: START } as const;

  it('needs the key typed in the last five minutes (MFA-06, SES-08)', () => {
    expect(mayChangeFactors(none, session, later(START, 299)).kind).toBe('records');
    expect(mayChangeFactors(none, session, later(START, 300))).toEqual({
      kind: 'refuses',
      reason: 'key-needed',
    });
  });

  it('needs the factor too, where there is one (MFA-06)', () => {
    const now = later(START, 60);
    const needed = { kind: 'refuses', reason: 'factor-needed' };
    expect(mayChangeFactors(one, session, now)).toEqual(needed);
    expect(mayChangeFactors(one, { ...session, factorAt: later(now, -300) }, now)).toEqual(needed);
    expect(mayChangeFactors(one, { ...session, factorAt: later(now, -299) }, now).kind).toBe('records');
  });

  it('is possible in a session that is for that alone, and in no other that is not full', () => {
    const refused = { kind: 'refuses', reason: 'no-session' };
    expect(mayChangeFactors(none, { ...session, level: 'enrol-factor' }, START).kind).toBe('records');
    expect(mayChangeFactors(none, { ...session, level: 'second-factor' }, START)).toEqual(refused);
    expect(mayChangeFactors(none, { ...session, level: 'choose-key' }, START)).toEqual(refused);
  });
});

describe('the data keys of what is over', () => {
  it('are named, to be destroyed (EVT-03)', () => {
    expect(supersededFactorKeys(confirmed('new', 'app'))).toEqual(['factor-app']);
    expect(supersededFactorKeys(confirmed())).toEqual([]);
    expect(supersededFactorKeys(issued('new', 'set'))).toEqual(['recovery-codes-set']);
    expect(supersededFactorKeys(enrolled('new', 'dropped'))).toEqual(['factor-dropped']);
    expect(supersededFactorKeys(enrolled())).toEqual([]);
    const removed = {
      kind: 'totp',
      factorId: 'app',
      left: 0,
      voids: ['factor-app', 'recovery-codes-set'],
    } as const;
    expect(supersededFactorKeys({ type: 'FactorRemoved', data: removed })).toEqual(removed.voids);
    const { voids } = removed;
    expect(supersededFactorKeys({ type: 'FactorsReset', data: { by: 'max', voids } })).toEqual(voids);
  });

  it('are none while nothing is over', () => {
    const replaced = { type: 'RecoveryCodeReplaced', data: { setId: 'set', number: 3, hash: 'h' } } as const;
    expect([began(), added(), issued(), codeUsed(3, 9), replaced].flatMap(supersededFactorKeys)).toEqual([]);
  });

  it('are all there ever were, once their holder is erased (GDP-02)', () => {
    const history = [
      began(),
      ...app,
      enrolled('new'),
      added('p1', false),
      codeUsed(3, 9),
      issued('new', 'set'),
    ];
    expect(erasedFactorKeys(history)).toEqual([
      'factor-app',
      'recovery-codes-set',
      'factor-new',
      'factor-p1',
      'recovery-codes-new',
    ]);
  });
});
