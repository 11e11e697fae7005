import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { UnlockRecord, type ReplyOf } from '#contracts';
import { Refused } from '../../terminal/answer.js';
import { operatorHere } from '../../terminal/operator-here.js';
import { plain } from '../../terminal/plain.js';
import { withServices } from '../../terminal/with-services.js';
import type { Language } from '../../terminal/language.js';

export type UnlockOptions = Readonly<{ unlock?: string; reason?: string; operator: string }>;

/** `--unlock CASE --reason TEXT`: the one way to see who somebody is. */
export const unlockOptions = (command: Command): Command =>
  command
    .option('--unlock <case>', 'also show who it is, for this case; that you looked is recorded')
    .option('--reason <text>', 'why, with --unlock; never a name or an address')
    .option('--operator <name>', 'who you are, with --unlock', operatorHere());

type Personal = Extract<ReplyOf<typeof UnlockRecord>, { outcome: 'done' }>['personal'];

const names = {
  fr: { name: 'nom', identifier: 'identifiant', email: 'adresse', gone: '[effacé]' },
  en: { name: 'name', identifier: 'identifier', email: 'address', gone: '[erased]' },
} as const;

/** Personal fields, and the lines they make under the events they stand in; nothing unless a case unlocks them. */
export const unlock = async ({
  user: userId,
  unlock: caseId,
  reason,
  operator,
  lang,
}: UnlockOptions & Readonly<{ user: string; lang: Language }>) => {
  const fields = caseId === undefined ? [] : await ask({ userId, caseId, reason, operator });
  const said = names[lang];
  const lines = new Map<number, readonly string[]>();
  for (const { position, field, value } of fields) {
    const line = `${said[field]}${lang === 'fr' ? ' :' : ':'} ${value === null ? said.gone : plain(value)}`;
    lines.set(position, [...(lines.get(position) ?? []), line]);
  }
  return { fields, lines };
};

const ask = (asked: {
  userId: string;
  caseId: string;
  reason: string | undefined;
  operator: string;
}): Promise<Personal> =>
  withServices(async ({ bus }) => {
    const actor = { kind: 'command-line' } as const;
    const checked = UnlockRecord.payload.safeParse({ commandId: randomUUID(), actor, ...asked });
    if (!checked.success) {
      const field = String(checked.error.issues[0]?.path[0]);
      throw new Refused(asked.reason === undefined ? 'reason-missing' : `${field}-not-valid`);
    }
    const reply = await bus.ask(UnlockRecord, checked.data);
    if (reply.outcome === 'refused') throw new Refused(reply.reason);
    return reply.personal;
  });
