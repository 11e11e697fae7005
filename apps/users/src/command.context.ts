import { eventId, type CommandContext } from '#aggregate-store';
import type { Actor, Channel } from '#contracts';

/** What is recorded beside the events of a command: who asked for it, and through which door. */
export const contextOf = (
  { commandId, actor, channel }: Readonly<{ commandId: string; actor: Actor; channel?: Channel | undefined }>,
  at: string,
): CommandContext & { at: string } => {
  if (actor.kind === 'command-line') return { commandId, at, channel: 'command-line' };
  return { commandId, at, actor: actor.userId, ...(channel === undefined ? {} : { channel }) };
};

/** One step of a command that appends to the same stream twice. */
export const step = (context: CommandContext, name: string): CommandContext => ({
  ...context,
  commandId: `${context.commandId}:${name}`,
});

/** An id that follows from the command: when it is repeated after a crash, it goes on with the same one. */
export const derivedId = (commandId: string, what: string): string => eventId(commandId, what, 0);

/** What is recorded beside an event that follows from a message of another service. */
export const following = (id: string, at: string): CommandContext => ({
  commandId: id,
  at,
  channel: 'system',
});
