import { records, type Decision } from '#event-sourcing';
import type { Credential } from './credential.js';
import type { KeyRehashed } from './credential.events.js';

type Facts = Readonly<{ generation: number; hash: string }>;

/** Keeps a stronger hash of the same key (KEY-10), unless the key was changed meanwhile. Sessions go on. */
export const rehashKey = (credential: Credential, { generation, hash }: Facts): Decision<KeyRehashed> =>
  credential.kind === 'none' || credential.generation !== generation
    ? records()
    : records({ type: 'KeyRehashed', data: { generation: generation + 1, hash } });
