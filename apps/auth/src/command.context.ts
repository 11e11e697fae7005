import { eventId, type CommandContext } from '#aggregate-store';
import type { Channel } from '#contracts';

/** What is recorded beside the events of a command, who asked for it, and through which door; without one it was the system. */
export const contextOf = (
  asked: Readonly<{ commandId: string; channel?: Channel | undefined }>,
  at: string,
  actor?: string,
): CommandContext => ({
  commandId: asked.commandId,
  at,
  ...(actor === undefined ? {} : { actor }),
  channel: asked.channel ?? 'system',
});

/** What is recorded beside an event that follows from another: a message, or an entry of our own log. */
export const following = (id: string, at: string): CommandContext => ({
  commandId: id,
  at,
  channel: 'system',
});

/** One step of a command that appends to the same stream twice. */
export const step = (context: CommandContext, name: string): CommandContext => ({
  ...context,
  commandId: `${context.commandId}:${name}`,
});

/** An id that follows from the command: when it is repeated after a crash, it goes on with the same one. */
export const derivedId = (commandId: string, what: string): string => eventId(commandId, what, 0);
