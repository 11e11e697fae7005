import { z } from 'zod';

/** Somebody read of the log at the command line: when, who, by which command, of whom and why. Ids alone, nobody's name. */
export const reading = z.object({
  at: z.iso.datetime(),
  operator: z.string(),
  command: z.enum(['replay', 'state', 'diff', 'export']),
  about: z.union([
    z.strictObject({ user: z.string() }),
    z.strictObject({ school: z.string() }),
    z.literal('all'),
  ]),
  reason: z.string().nullable(),
});
export type Reading = Readonly<z.infer<typeof reading>>;
