import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { credential, type Credential } from './credential.js';
import {
  END,
  START,
  chosen,
  disabled,
  issued,
  opened,
  redeemed,
  requested,
  revoked,
} from './credential.examples.js';
import { redeemProvisionalKey } from './redeem-provisional-key.js';

const redeem =
  (issueId = 'i1', at = START) =>
  (state: Credential) =>
    redeemProvisionalKey(state, { issueId, sessionId: 's1', at });
const history = [opened, requested(), issued('i1'), issued('i2')] as const;

describe('redeeming a provisional key', () => {
  it('kills the others with it (C7, TST-09)', () => {
    given(credential, ...history)
      .when(redeem('i2'))
      .records(redeemed('i2', ['i1']));
  });

  it('kills one that was used before (EVT-03)', () => {
    given(credential, ...history, redeemed('i1', ['i2']), requested('r2'), issued('i3'))
      .when(redeem('i3'))
      .records(redeemed('i3', ['i1']));
  });

  it('happens once (FRG-01, TST-09)', () => {
    given(credential, ...history, redeemed('i1', ['i2']))
      .when(redeem('i1'))
      .refuses('no-longer-valid');
    given(credential, ...history, redeemed('i1', ['i2']))
      .when(redeem('i2'))
      .refuses('no-longer-valid');
  });

  it('is over with the sixtieth minute, and not a millisecond before (FRG-01, TST-09)', () => {
    given(credential, ...history)
      .when(redeem('i1', '2026-11-22T08:59:59.999Z'))
      .records(redeemed('i1', ['i2']));
    given(credential, ...history)
      .when(redeem('i1', END))
      .refuses('no-longer-valid');
  });

  it('opens with that key alone, each until its own end (FRG-01)', () => {
    const older = [
      opened,
      requested(),
      issued('i1', { expiresAt: '2026-11-22T08:30:00.000Z' }),
      issued('i2'),
    ];
    given(credential, ...older)
      .when(redeem('i1', '2026-11-22T08:30:00.000Z'))
      .refuses('no-longer-valid');
    given(credential, ...older)
      .when(redeem('i2', '2026-11-22T08:30:00.000Z'))
      .records(redeemed('i2', ['i1']));
    given(credential, ...older)
      .when(redeem('i3'))
      .refuses('no-longer-valid');
  });

  it('works for whom failures have locked out, and not for the deactivated (LOG-03)', () => {
    given(credential, ...history, disabled('too-many-failures', 1))
      .when(redeem('i2'))
      .records(redeemed('i2', ['i1']));
    given(credential, ...history, disabled('deactivated', 1, ['i1', 'i2']))
      .when(redeem())
      .refuses('no-longer-valid');
  });

  it('is refused once its owner has said "ce n’est pas moi" (FRG-13), or has chosen a key (TST-09)', () => {
    given(credential, ...history, revoked('i1', 'i2'))
      .when(redeem())
      .refuses('no-longer-valid');
    given(credential, ...history, chosen())
      .when(redeem())
      .refuses('no-longer-valid');
    given(credential).when(redeem()).refuses('no-longer-valid');
  });
});
