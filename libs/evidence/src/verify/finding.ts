/**
 * What is wrong with a log.
 * - `altered`: another event stands in this place than the one the notary saw
 * - `removed`: the event is gone, and neither retention nor the destruction of a data key explains it
 * - `inserted`: the notary never saw this event, though it saw later ones
 * - `duplicated`: an event of another place stands here as well
 * - `reordered`: events changed places
 * - `truncated`: the end is missing
 * - `unreadable`: the store cannot give this event
 * - `hidden`: the event stands in the log, and whoever seeks it, in its stream or by whom it names, is not shown it
 * - `chain-broken`: the event does not follow the event before it in its stream
 * - `rewritten`: events and leaves were changed together, somewhere from `index` to before `upTo`
 * - `checkpoint-invalid`: a checkpoint was not signed by this key, or does not belong to this log
 */
export type FindingKind =
  | 'altered'
  | 'removed'
  | 'inserted'
  | 'duplicated'
  | 'reordered'
  | 'truncated'
  | 'unreadable'
  | 'hidden'
  | 'chain-broken'
  | 'rewritten'
  | 'checkpoint-invalid';

/** One thing that is wrong, and where: the place in the log, counted from 0, and the position in the store if there is one. */
export type Finding = Readonly<{
  kind: FindingKind;
  index: number;
  position: number | null;
  /** First place that is known to be right again. */
  upTo?: number;
  stream?: string;
  revision?: number;
}>;

/** In the order of the log: the first is the first wrong place. */
export const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((one, other) => one.index - other.index);
