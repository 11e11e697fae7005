import { randomUUID } from 'node:crypto';
import { type PayloadOf, type ReplyOf, UnlockRecord } from '#contracts';
import { Refused } from '../../terminal/answer.js';
import { plain } from '../../terminal/plain.js';
import { withServices } from '../../terminal/with-services.js';
import type { Language } from '../../terminal/language.js';
import type { ReadingOptions } from '../readings/reading-options.js';

/** `--unlock CASE`, and then `--reason` too: the one way to see who somebody is. */
export type UnlockOptions = ReadingOptions & Readonly<{ unlock?: string }>;

/** What is asked of the record, before anything is read. Throws Refused for a case or a reason that cannot stand in it. */
export const unlockRequest = ({
  user: userId,
  unlock: caseId,
  reason,
  operator,
}: UnlockOptions & Readonly<{ user: string }>) => {
  if (caseId === undefined) return undefined;
  const actor = { kind: 'command-line' } as const;
  const asked = { commandId: randomUUID(), actor, userId, caseId, reason, operator };
  const checked = UnlockRecord.payload.safeParse(asked);
  if (checked.success) return checked.data;
  const field = String(checked.error.issues[0]?.path[0]);
  throw new Refused(reason === undefined ? 'reason-missing' : `${field}-not-valid`);
};

type Personal = Extract<ReplyOf<typeof UnlockRecord>, { outcome: 'done' }>['personal'];

const names = {
  fr: { name: 'nom', identifier: 'identifiant', email: 'adresse', gone: '[effacé]' },
  en: { name: 'name', identifier: 'identifier', email: 'address', gone: '[erased]' },
} as const;

/** Personal fields, and the lines they make under the events they stand in; nothing unless a case unlocks them. */
export const unlock = async (request: ReturnType<typeof unlockRequest>) => {
  const fields = request === undefined ? [] : await ask(request);
  return { fields, lines: { fr: linesOf('fr', fields), en: linesOf('en', fields) } };
};

const linesOf = (lang: Language, fields: Personal) => {
  const said = names[lang];
  const lines = new Map<number, readonly string[]>();
  for (const { position, field, value } of fields) {
    const line = `${said[field]}${lang === 'fr' ? ' :' : ':'} ${value === null ? said.gone : plain(value)}`;
    lines.set(position, [...(lines.get(position) ?? []), line]);
  }
  return lines;
};

const ask = (request: PayloadOf<typeof UnlockRecord>): Promise<Personal> =>
  withServices(async ({ bus }) => {
    const reply = await bus.ask(UnlockRecord, request);
    if (reply.outcome === 'refused') throw new Refused(reply.reason);
    return reply.personal;
  });
