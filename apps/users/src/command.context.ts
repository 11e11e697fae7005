import { eventId, type CommandContext } from '#aggregate-store';
import type { Actor } from '#contracts';

/** What is recorded beside the events of a command somebody asked for. */
export const contextOf = (
  asked: Readonly<{ commandId: string; actor: Actor }>,
  at: string,
): CommandContext & { at: string } => ({
  commandId: asked.commandId,
  at,
  ...(asked.actor.kind === 'user' ? { actor: asked.actor.userId } : { channel: 'command-line' as const }),
});

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
