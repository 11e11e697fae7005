import { z } from 'zod';

/** What concerns us of `identity.session.v1` and `identity.credential.v1`. New fields and new types of message may come. */
export const told = z.looseObject({
  type: z.string(),
  userId: z.string(),
  sessionId: z.string().optional(),
  keptSession: z.string().optional(),
  epoch: z.number().optional(),
});
export type Told = z.infer<typeof told>;

/** The CloudEvents envelope on Kafka. */
export const cloudEvent = z.looseObject({
  specversion: z.literal('1.0'),
  time: z.iso.datetime(),
  data: told,
});
