import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { credential } from './credential.js';
import { credentialAccess } from './credential-access.js';
import { END, START, chosen, disabled, issued, opened, requested } from './credential.examples.js';
import type { CredentialEvent } from './credential.events.js';

const at = (moment: string, ...history: CredentialEvent[]) =>
  credentialAccess(given(credential, ...history).state(), moment);
const closed = {
  opens: 'nothing',
  generation: 0,
  epoch: 0,
  provisionalKeysUntil: [],
  disabledByFailures: false,
  deactivated: false,
};
const mailed = [requested(), issued('i1')];

describe('what a credential opened at an instant', () => {
  it('is nothing before it was opened, nor before its first key', () => {
    expect(at(START)).toEqual(closed);
    expect(at(START, opened)).toEqual(closed);
  });

  it('is what its chosen key opens, a provisional one being on its way or not (FRG-03)', () => {
    expect(at(START, chosen())).toEqual({ ...closed, opens: 'key', generation: 1, epoch: 1 });
    expect(at(START, chosen(), ...mailed)).toMatchObject({ opens: 'key', provisionalKeysUntil: [END] });
  });

  it('is what a provisional key opens, until it expires (FRG-01)', () => {
    expect(at(START, opened, ...mailed)).toEqual({
      ...closed,
      opens: 'provisional-key',
      provisionalKeysUntil: [END],
    });
    expect(at(END, opened, ...mailed)).toEqual(closed);
  });

  it('is what a provisional key alone opens after too many failures (LOG-03)', () => {
    const locked = [chosen(), disabled('too-many-failures', 2)];
    expect(at(START, ...locked)).toMatchObject({ opens: 'nothing', disabledByFailures: true, epoch: 2 });
    expect(at(START, ...locked, ...mailed)).toMatchObject({ opens: 'provisional-key' });
  });

  it('is nothing for the deactivated, whatever is mailed to them', () => {
    const gone = [chosen(), disabled('deactivated', 2)];
    expect(at(START, ...gone)).toMatchObject({ opens: 'nothing', deactivated: true, generation: 1 });
    expect(at(START, ...gone, ...mailed)).toMatchObject({ opens: 'nothing' });
  });
});
