import { z } from 'zod';
import { channel } from './vocabulary.js';

/**
 * A command or query one service sends to another, and the reply it gets. `name` is the message pattern on the bus;
 * both sides validate against the same schemas.
 */
export type Request<Payload extends z.ZodType, Reply extends z.ZodType> = Readonly<{
  name: string;
  kind: 'command' | 'query';
  payload: Payload;
  reply: Reply;
}>;

export type PayloadOf<R> = R extends Request<infer Payload, z.ZodType> ? z.infer<Payload> : never;
export type ReplyOf<R> = R extends Request<z.ZodType, infer Reply> ? z.infer<Reply> : never;

/** The reply when the service did what was asked. `position` is where its last event stands (invariant 8). */
const done = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ outcome: z.literal('done'), ...shape });

/** The reply when it did not, for a reason from a closed list; `retryAfter` in seconds where waiting helps. */
const refused = <const Reasons extends readonly [string, ...string[]]>(reasons: Reasons) =>
  z.object({
    outcome: z.literal('refused'),
    reason: z.enum(reasons),
    retryAfter: z.number().int().optional(),
  });

type Definition<
  P extends z.ZodRawShape,
  D extends z.ZodRawShape,
  R extends readonly [string, ...string[]],
> = Readonly<{
  payload: P;
  done: D;
  refused: R;
}>;

const replyOf = <D extends z.ZodRawShape, const R extends readonly [string, ...string[]]>(
  shape: D,
  reasons: R,
) => z.discriminatedUnion('outcome', [done(shape), refused(reasons)]);

/**
 * A command: asks for a change. Its payload always carries `commandId`; repeating one records nothing new. `channel` is the door
 * somebody came through; absent when no person is behind it.
 */
export const command = <
  P extends z.ZodRawShape,
  D extends z.ZodRawShape,
  const R extends readonly [string, ...string[]],
>(
  name: string,
  { payload, done: shape, refused: reasons }: Definition<P, D, R>,
) => ({
  name,
  kind: 'command' as const,
  payload: z.object({ commandId: z.uuid(), channel: channel.optional(), ...payload }),
  reply: replyOf({ position: z.number().int(), ...shape }, reasons),
});

/** A query: asks and changes nothing. */
export const query = <
  P extends z.ZodRawShape,
  D extends z.ZodRawShape,
  const R extends readonly [string, ...string[]],
>(
  name: string,
  { payload, done: shape, refused: reasons }: Definition<P, D, R>,
) => ({ name, kind: 'query' as const, payload: z.object(payload), reply: replyOf(shape, reasons) });
