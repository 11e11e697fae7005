import type { CredentialEvent, FactorsEvent, FactorUseEvent, RecoveryEvent } from '#apps/auth';
import type { SupportCaseEvent, UserEvent } from '#apps/users';
import type { RecordedEvent } from '#event-store';

/** What the life of a key is told by. */
export type ToldEvent =
  CredentialEvent | FactorsEvent | FactorUseEvent | RecoveryEvent | SupportCaseEvent | UserEvent;

/** One line of the timeline. The event stands as it is stored: what is encrypted in it stays so, and is never shown (GDP-09). */
export type Entry = Readonly<{
  at: string;
  position: number;
  event: ToldEvent;
  /** User id of who did it; absent when it was the system. */
  actor?: string;
  channel?: string;
}>;

/** From when to when, ISO 8601, both included. */
export type Period = Readonly<{ from?: string | undefined; until?: string | undefined }>;

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** The stored events of a person as a timeline, in the order of the log. */
export const timelineOf = (recorded: readonly RecordedEvent[], { from, until }: Period): readonly Entry[] =>
  recorded
    .toSorted((one, other) => one.position - other.position)
    .map(({ position, type, data, metadata }) => {
      const [actor, channel] = [text(metadata['actor']), text(metadata['channel'])];
      return {
        at: String(metadata['at']),
        position,
        event: { type, data } as unknown as ToldEvent,
        ...(actor === undefined ? {} : { actor }),
        ...(channel === undefined ? {} : { channel }),
      };
    })
    .filter(({ at }) => (from === undefined || at >= from) && (until === undefined || at <= until));
