import type { Json, RecordedEvent } from '#event-store';
import { traceparent } from '#tracing';

/** Through which door a change came. */
export type Channel = 'portal' | 'api' | 'command-line' | 'support' | 'system';

/** What is recorded beside each event of a command: which one, when (ISO 8601), who, through which channel. Never a secret or a name. */
export type CommandContext = Readonly<{
  /** Unique to the command and the step: repeating it records nothing new. */
  commandId: string;
  at: string;
  /** User id of who did it, or the case of support that did (`caseActor`); absent for the system itself. */
  actor?: string;
  channel?: Channel;
}>;

/** The metadata of an event: its context and the hash of the event before it; null for the first, or when that one left by retention. */
export const metadataOf = (context: CommandContext, previous: string | null): Json => ({
  commandId: context.commandId,
  at: context.at,
  ...(context.actor === undefined ? {} : { actor: context.actor }),
  ...(context.channel === undefined ? {} : { channel: context.channel }),
  ...traced(),
  previous,
});

/** While traces are collected, an event says in which it was recorded; whoever hears of it goes on with that one. */
const traced = (): { traceparent?: string } => {
  const current = traceparent();
  return current === undefined ? {} : { traceparent: current };
};

/** When the event happened, ISO 8601 in UTC. */
export const eventTime = (event: RecordedEvent): string => String(event.metadata['at']);
