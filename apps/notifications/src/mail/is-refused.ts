import type { MailEvent } from './mail.events.js';

type Audience = Readonly<{ kind: string; formerToo?: boolean }>;

/**
 * What the end of a mail says of the addresses in force: refused for good at one of them at least, taken at all, or nothing, as where it went
 * to one side of a change, nobody answered in time, or it may be a former address that refused (EML-07).
 */
export const isRefused = (event: MailEvent, { kind, formerToo = false }: Audience): boolean | null => {
  if (kind !== 'references' && kind !== 'identifier') return null;
  if (event.type === 'MailAbandoned') return event.data.reason === 'refused-by-server' ? true : null;
  if (event.type !== 'MailAccepted') return null;
  if (event.data.refusedAddresses === 0) return false;
  return formerToo ? null : true;
};
