import { unreachable, type Aggregate } from '#event-sourcing';
import type { CredentialEvent, Holder, IssuedKey, KeyChanged, KeyChosen } from './credential.events.js';
import { generationKey, provisionalKey } from './data-key-names.js';
import { withIssued } from './issued-keys.js';

/** A provisional key as auth knows it. Its hash is null once its data key is destroyed: it then opens nothing. */
export type ProvisionalKey = Readonly<{
  issueId: string;
  requestId: string;
  hash: string | null;
  selector: string | null;
  expiresAt: string;
}>;

export type OpenCredential = Readonly<{
  kind: 'open';
  holder: Holder;
  /** Sessions opened in another epoch have ended, but for `keptSession`. */
  epoch: number;
  keptSession: string | null;
  /** 0 before the first chosen key. */
  generation: number;
  hash: string | null;
  /** Renewals asked for and not yet answered by a mail that was sent. */
  requests: readonly Readonly<{ requestId: string; requestedAt: string }>[];
  /** Provisional keys that may still be redeemed, oldest first. */
  outstanding: readonly ProvisionalKey[];
  /** The one that was redeemed last, until a key is chosen. */
  redeemed: ProvisionalKey | null;
  /** The latest that were ever issued, whatever became of them, oldest first: none may become the chosen key (KEY-13). */
  issued: readonly IssuedKey[];
  deactivated: boolean;
  disabledByFailures: boolean;
  /** The key in force came from another system, and nobody has signed in with it here yet. */
  imported: boolean;
  /** When the key in force was chosen in a way in that a mail had opened; null when it was not, or nobody noted when. */
  chosenAt: string | null;
}>;

/** What one user signs in with. */
export type Credential = Readonly<{ kind: 'none' }> | OpenCredential;

const opened = (holder: Holder): OpenCredential => ({
  kind: 'open',
  holder,
  epoch: 0,
  keptSession: null,
  generation: 0,
  hash: null,
  requests: [],
  outstanding: [],
  redeemed: null,
  issued: [],
  deactivated: false,
  disabledByFailures: false,
  imported: false,
  chosenAt: null,
});

/** A new key leaves nothing of what was before: no disabling, no provisional key, no unanswered request. */
const withNewKey = ({ data }: KeyChosen | KeyChanged, keptSession: string | null): OpenCredential => ({
  ...opened(data.holder),
  epoch: data.epoch,
  keptSession,
  generation: data.generation,
  hash: data.hash,
  issued: data.spent ?? [],
});

const evolveOpen = (
  state: OpenCredential,
  event: Exclude<
    CredentialEvent,
    { type: 'CredentialOpened' | 'KeyChosen' | 'KeyChanged' | 'CredentialErased' }
  >,
): OpenCredential => {
  switch (event.type) {
    case 'KeyRenewalRequested': {
      const { requestId, requestedAt } = event.data;
      return { ...state, requests: [...state.requests, { requestId, requestedAt }] };
    }
    case 'ProvisionalKeyIssued': {
      const { voids, plainSelector, ...of } = event.data;
      const key = { ...of, selector: plainSelector ?? of.selector ?? null };
      const kept = state.outstanding.filter(({ issueId }) => !voids.includes(issueId));
      return { ...state, outstanding: [...kept, key], issued: withIssued(state.issued, key) };
    }
    case 'ProvisionalKeySent':
      return { ...state, requests: answered(state, event.data.requestId) };
    case 'ProvisionalKeyRedeemed': {
      const redeemed = state.outstanding.find(({ issueId }) => issueId === event.data.issueId) ?? null;
      const issued = withIssued(state.issued, event.data);
      return { ...state, outstanding: [], redeemed, issued, requests: answered(state, redeemed?.requestId) };
    }
    case 'ProvisionalKeysRevoked':
      return { ...state, outstanding: [] };
    case 'KeyImported':
    case 'KeyRehashed': {
      const { generation, hash } = event.data;
      return { ...state, generation, hash, imported: event.type === 'KeyImported' };
    }
    case 'SessionsEnded':
      return { ...state, epoch: event.data.epoch, keptSession: event.data.keptSession ?? null };
    case 'CredentialDisabled': {
      const ended = { ...state, epoch: event.data.epoch, keptSession: null };
      return event.data.reason === 'deactivated'
        ? { ...ended, deactivated: true, outstanding: [], requests: [] }
        : { ...ended, disabledByFailures: true };
    }
    case 'CredentialRestored':
      return { ...state, deactivated: false };
    default:
      return unreachable(event);
  }
};

const answered = (state: OpenCredential, requestId: string | undefined) =>
  state.requests.filter((request) => request.requestId !== requestId);

/**
 * The credential of one user: `credential-<user id>`. A chosen or changed key settles everything, so a sign-in reads
 * what happened since the last one.
 */
export const credential: Aggregate<Credential, CredentialEvent> = {
  category: 'credential',
  initial: { kind: 'none' },
  evolve: (state, event) => {
    switch (event.type) {
      case 'CredentialOpened':
        return opened(event.data.holder);
      case 'KeyChosen':
        return { ...withNewKey(event, null), chosenAt: event.data.chosenAt ?? null };
      case 'KeyChanged':
        return withNewKey(event, event.data.keptSession);
      case 'CredentialErased':
        return { kind: 'none' };
      default:
        return state.kind === 'none' ? state : evolveOpen(state, event);
    }
  },
  settledBy: ['CredentialOpened', 'KeyChosen', 'KeyChanged', 'CredentialErased'],
  protects: {
    ProvisionalKeyIssued: {
      hash: ({ issueId }) => provisionalKey(issueId),
      selector: ({ issueId }) => provisionalKey(issueId),
    },
    KeyImported: { hash: ({ generation }, userId) => generationKey(userId, generation) },
    KeyChosen: { hash: ({ generation }, userId) => generationKey(userId, generation) },
    KeyChanged: { hash: ({ generation }, userId) => generationKey(userId, generation) },
    KeyRehashed: { hash: ({ generation }, userId) => generationKey(userId, generation) },
  },
};
