import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { credential } from './credential.js';
import { chosen, issued, requested, revoked } from './credential.examples.js';
import { revokeProvisionalKeys } from './revoke-provisional-keys.js';

describe('"ce n’est pas moi"', () => {
  it('makes every outstanding provisional key void (FRG-13)', () => {
    given(credential, chosen(), requested(), issued('i1'), issued('i2'))
      .when(revokeProvisionalKeys)
      .records(revoked('i1', 'i2'));
  });

  it('is harmless: the key in force and the sessions stay', () => {
    given(credential, chosen()).when(revokeProvisionalKeys).recordsNothing();
    given(credential).when(revokeProvisionalKeys).recordsNothing();
  });
});
