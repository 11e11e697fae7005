import { describe, expect, it } from '@jest/globals';
import { credentialMessage } from '#contracts';
import {
  changed,
  chosen,
  disabled,
  ended,
  erased,
  imported,
  issued,
  opened,
  redeemed,
  rehashed,
  requested,
  restored,
  revoked,
  sent,
} from './credential.examples.js';
import { credentialMessages } from './credential.messages.js';

const all = [
  opened,
  requested(),
  issued(),
  sent(),
  redeemed(),
  revoked('i1'),
  chosen(),
  changed(),
  rehashed,
  imported,
  ended(2, 's1'),
  ended(2),
  disabled('deactivated', 2),
  restored,
  erased(3),
];

describe('what others hear of a credential', () => {
  const told = all.flatMap((event) => credentialMessages(event, 'zoe'));

  it('is what the contract says, no field more', () => {
    expect(told.map((message) => credentialMessage.parse(message))).toEqual(told);
    expect(told.map(({ type }) => type)).toEqual([
      'credential.opened',
      'credential.key-renewal-requested',
      'credential.key-chosen',
      'credential.key-changed',
      'credential.key-imported',
      'credential.sessions-ended',
      'credential.sessions-ended',
      'credential.disabled',
      'credential.restored',
      'credential.disabled',
    ]);
  });

  it('is why nobody signs in any more, and which sessions have ended', () => {
    const told = [disabled('too-many-failures', 2), erased(3)].flatMap((event) =>
      credentialMessages(event, 'zoe'),
    );
    expect(told).toEqual([
      { type: 'credential.disabled', userId: 'zoe', epoch: 2, reason: 'too-many-failures' },
      { type: 'credential.disabled', userId: 'zoe', epoch: 3, reason: 'erased' },
    ]);
  });

  it('is no hash and no provisional key (EVT-03)', () => {
    expect(JSON.stringify(told)).not.toMatch(/hash|selector|i1/);
  });
});
