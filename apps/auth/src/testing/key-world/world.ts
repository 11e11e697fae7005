import { type Decision, fold } from '#event-sourcing';
import { type Credential, credential } from '../../credential/credential.js';
import type { CredentialEvent } from '../../credential/credential.events.js';
import { holder, START } from '../../credential/credential.examples.js';
import { provisionalKey } from '../../credential/data-key-names.js';
import { openCredential } from '../../credential/open-credential.js';
import { sessionHolds } from '../../credential/session-holds.js';
import { supersededKeys } from '../../credential/superseded-keys.js';
import { type Comparison, whatToCompare } from '../../sign-in/what-to-compare.js';

const USER = 'u1';

/** A session as it was opened, and the key it was opened with. */
export type Session = Readonly<{
  sessionId: string;
  level: 'full' | 'choose-key';
  epoch: number;
  text: string;
}>;

/** One user's credential, and what is out in the world: keys in mailboxes, keys that were found right, sessions. A key is its own hash. */
export type KeyWorld = Readonly<{
  history: readonly CredentialEvent[];
  at: string;
  mailed: readonly string[];
  /** Somebody typed a key that was right, and their session is not open yet. */
  checked: readonly Readonly<{ text: string; epoch: number }>[];
  sessions: readonly Session[];
}>;

type KeyOf = (data: unknown, userId: string) => string;

/** As somebody finds the history who reads it now: what lay under a data key that was destroyed is gone. */
export const readable = ({ history, at }: KeyWorld): readonly CredentialEvent[] => {
  const expired = history.flatMap((event) =>
    event.type === 'ProvisionalKeyIssued' && event.data.expiresAt <= at
      ? [provisionalKey(event.data.issueId)]
      : [],
  );
  const destroyed = new Set([...expired, ...history.flatMap((event) => supersededKeys(event, USER))]);
  return history.map((event) => {
    const fields = Object.entries<KeyOf>((credential.protects?.[event.type] ?? {}) as Record<string, KeyOf>);
    const gone = fields.filter(([, keyOf]) => destroyed.has(keyOf(event.data, USER)));
    const data = { ...event.data, ...Object.fromEntries(gone.map(([field]) => [field, null])) };
    return { ...event, data } as CredentialEvent;
  });
};

const known = new WeakMap<KeyWorld, Credential>();

/** The credential as a command loads it: from the last event that settles it. */
export const loaded = (world: KeyWorld): Credential => {
  const before = known.get(world);
  if (before !== undefined) return before;
  const from = world.history.findLastIndex(({ type }) => credential.settledBy?.includes(type));
  const state = fold(credential, readable(world).slice(Math.max(from, 0)));
  known.set(world, state);
  return state;
};

/** What tells a provisional key again. */
export const selectorOf = (text: string) => `selector of ${text}`;

/** What a typed key would be compared with. */
export const compared = (world: KeyWorld, text: string): Comparison =>
  whatToCompare(loaded(world), {
    at: world.at,
    chosenToo: true,
    isMeant: ({ selector }) => selector === selectorOf(text),
  });

/** Those of its sessions that the credential still carries. */
export const held = (world: KeyWorld): readonly Session[] => {
  const state = loaded(world);
  return state.kind === 'none' ? [] : world.sessions.filter((session) => sessionHolds(state, session));
};

/** The comparison that a typed key passes; null where it opens nothing. */
export const opens = (world: KeyWorld, text: string): Exclude<Comparison, { kind: 'decoy' }> | null => {
  const comparison = compared(world, text);
  return comparison.kind !== 'decoy' && comparison.hash === text ? comparison : null;
};

const recordedBy = <Event extends CredentialEvent>(decision: Decision<Event, string>): readonly Event[] =>
  decision.kind === 'records' ? decision.events : [];

/** The world once this is decided; null where it is refused, or changes nothing. */
export const decided = (
  world: KeyWorld,
  decide: (state: Credential) => Decision<CredentialEvent, string>,
): KeyWorld | null => {
  const events = recordedBy(decide(loaded(world)));
  return events.length === 0 ? null : { ...world, history: [...world.history, ...events] };
};

/** What is known of a key that somebody would choose. */
export const factsOf = (world: KeyWorld, text: string) => {
  const state = loaded(world);
  const issued = state.kind === 'open' ? state.issued : [];
  return {
    isCurrent: state.kind === 'open' && state.hash === text,
    wasProvisional: issued.some(({ selector }) => selector === selectorOf(text)),
    hash: text,
  };
};

/** Somebody was registered a moment ago. */
export const newWorld: KeyWorld = {
  history: recordedBy(openCredential({ kind: 'none' }, { holder, requestId: 'r0', at: START })),
  at: START,
  mailed: [],
  checked: [],
  sessions: [],
};
