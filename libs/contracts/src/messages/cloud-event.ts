import { z } from 'zod';

/** The envelope of a message on Kafka: CloudEvents 1.0. `data` is the body, whose schema is that of the topic. */
export const cloudEvent = z.object({
  specversion: z.literal('1.0'),
  /** Unique with `source`: a message that comes twice has the same. */
  id: z.string().min(1),
  source: z.string().min(1),
  /** The body's type and the major version of the topic, `user.registered.v1`. */
  type: z.string().min(1),
  /** The aggregate it is ordered by; also the record's key. */
  subject: z.string(),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  /** An extension: where the event stands in the store. It grows within a partition; one that does not is a repetition. */
  position: z.number().int(),
  data: z.unknown(),
});
export type CloudEvent = z.infer<typeof cloudEvent>;
