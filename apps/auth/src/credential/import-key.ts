import { records, refuses, type Decision } from '#event-sourcing';
import type { Credential } from './credential.js';
import type { CredentialOpened, Holder, KeyImported } from './credential.events.js';

type Facts = Readonly<{ holder: Holder; hash: string }>;

/** Lets a holder without a key go on with the one they had elsewhere. A key that was chosen here is never displaced. */
export const importKey = (
  credential: Credential,
  { holder, hash }: Facts,
): Decision<CredentialOpened | KeyImported, 'has-key'> => {
  const imported: KeyImported = { type: 'KeyImported', data: { generation: 1, hash } };
  if (credential.kind === 'none') {
    const opened: CredentialOpened = { type: 'CredentialOpened', data: { holder } };
    return records<CredentialOpened | KeyImported>(opened, imported);
  }
  return credential.generation === 0 ? records(imported) : refuses('has-key');
};
