import type { OpenCredential, ProvisionalKey } from './credential.js';
import type { CredentialEvent, Holder } from './credential.events.js';

type Data<Type extends CredentialEvent['type']> = Extract<CredentialEvent, { type: Type }>['data'];

/** Events to begin a spec with; each can be told apart from the usual in the one field it is about. */
export const START = '2026-11-22T08:00:00.000Z';
export const END = '2026-11-22T09:00:00.000Z';

export const holder: Holder = { role: 'manager', locale: 'fr', schoolId: 'school-1', identifierDigest: 'd1' };
export const opened: CredentialEvent = { type: 'CredentialOpened', data: { holder } };

export const requested = (requestId = 'r1', requestedAt = START): CredentialEvent => ({
  type: 'KeyRenewalRequested',
  data: { requestId, reason: 'forgotten', locale: 'fr', requestedAt },
});

export const issued = (
  issueId = 'i1',
  data: Partial<Data<'ProvisionalKeyIssued'>> = {},
): CredentialEvent => ({
  type: 'ProvisionalKeyIssued',
  data: {
    issueId,
    requestId: 'r1',
    hash: `hash of ${issueId}`,
    plainSelector: `selector of ${issueId}`,
    expiresAt: END,
    voids: [],
    ...data,
  },
});

export const provisional = (issueId: string): ProvisionalKey => ({
  issueId,
  requestId: 'r1',
  hash: `hash of ${issueId}`,
  selector: `selector of ${issueId}`,
  expiresAt: END,
});

export const sent = (issueId = 'i1'): CredentialEvent => ({
  type: 'ProvisionalKeySent',
  data: { issueId, requestId: 'r1' },
});

export const redeemed = (issueId = 'i1', voids: readonly string[] = []): CredentialEvent => ({
  type: 'ProvisionalKeyRedeemed',
  data: { issueId, sessionId: 's1', voids },
});

export const revoked = (...voids: readonly string[]): CredentialEvent => ({
  type: 'ProvisionalKeysRevoked',
  data: { voids },
});

export const chosen = (data: Partial<Data<'KeyChosen'>> = {}): CredentialEvent => ({
  type: 'KeyChosen',
  data: {
    ...{ holder, generation: 1, epoch: 1, hash: 'hash 1', voids: [], spent: [], chosenAt: START },
    ...data,
  },
});

export const changed = (data: Partial<Data<'KeyChanged'>> = {}): CredentialEvent => ({
  type: 'KeyChanged',
  data: { holder, generation: 2, epoch: 2, hash: 'hash 2', voids: [], spent: [], keptSession: 's1', ...data },
});

export const imported: CredentialEvent = {
  type: 'KeyImported',
  data: { generation: 1, hash: 'legacy hash' },
};

export const rehashed: CredentialEvent = { type: 'KeyRehashed', data: { generation: 2, hash: 'hash 2' } };

export const ended = (epoch: number, keptSession?: string): CredentialEvent => ({
  type: 'SessionsEnded',
  data: { epoch, ...(keptSession === undefined ? {} : { keptSession }) },
});

export const disabled = (
  reason: Data<'CredentialDisabled'>['reason'],
  epoch: number,
  voids: readonly string[] = [],
): CredentialEvent => ({ type: 'CredentialDisabled', data: { epoch, reason, voids } });

export const restored: CredentialEvent = { type: 'CredentialRestored', data: {} };

export const erased = (epoch: number): CredentialEvent => ({ type: 'CredentialErased', data: { epoch } });

/** A credential with a chosen key, in its first epoch. */
export const usual: OpenCredential = {
  kind: 'open',
  holder,
  epoch: 1,
  keptSession: null,
  generation: 1,
  hash: 'hash 1',
  requests: [],
  outstanding: [],
  redeemed: null,
  issued: [],
  deactivated: false,
  disabledByFailures: false,
  imported: false,
  chosenAt: null,
};
