import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { credential } from './credential.js';
import { changed, chosen, holder, imported, opened, rehashed, requested } from './credential.examples.js';
import { importKey } from './import-key.js';

const bring = (state: Parameters<typeof importKey>[0]) => importKey(state, { holder, hash: 'legacy hash' });

describe('importing a key', () => {
  it('opens the credential of a user auth has not heard of yet', () => {
    given(credential).when(bring).records(opened, imported);
  });

  it('is for holders who have no key, whatever was mailed to them', () => {
    given(credential, opened).when(bring).records(imported);
    given(credential, opened, requested()).when(bring).records(imported);
  });

  it.each([[chosen()], [changed()], [imported], [imported, rehashed]])(
    'never displaces a key that is there',
    (...before) => {
      given(credential, opened, ...before)
        .when(bring)
        .refuses('has-key');
    },
  );
});
