import type { DomainEvent } from '#event-sourcing';

/** The notary signed the tree over the first `size` events of the store. `root` is in base64, `note` is what was signed. */
export type LogCheckpointSigned = DomainEvent<
  'LogCheckpointSigned',
  { size: number; root: string; note: string }
>;

/** The one stream of checkpoints; its events are leaves of the log like any other. */
export const CHECKPOINT_STREAM = 'checkpoint';
