import { randomUUID } from 'node:crypto';
import { RequestErasure } from '#contracts';
import { momentIn } from '../audit/language/moment.js';
import { type Answer, Refused } from '../terminal/answer.js';
import { withServices } from '../terminal/with-services.js';
import type { EraseOptions } from './erase-options.js';

/** The first of two people: asks. */
export const requestErasure = ({
  user: userId,
  reason = '',
  operator,
  lang,
}: EraseOptions & { user: string }): Promise<Answer> =>
  withServices(async ({ bus }) => {
    const actor = { kind: 'command-line' } as const;
    const payload = { commandId: randomUUID(), actor, userId, operator, reason };
    const checked = RequestErasure.payload.safeParse(payload);
    if (!checked.success) throw new Refused(`${String(checked.error.issues[0]?.path[0])}-not-valid`);
    const reply = await bus.ask(RequestErasure, checked.data);
    if (reply.outcome === 'refused') throw new Refused(reply.reason);
    const { requestId, expiresAt, position } = reply;
    const order = `npm run -s trousseau -- erase --user ${userId} --approve ${requestId} --operator …`;
    return {
      fields: { user: userId, requestId, expiresAt, position },
      text:
        lang === 'fr'
          ? `Effacement demandé. Une autre personne le confirme avant le ${momentIn('fr', expiresAt)} :\n  ${order}`
          : `Erasure asked for. Somebody else agrees before ${momentIn('en', expiresAt)}:\n  ${order}`,
    };
  });
