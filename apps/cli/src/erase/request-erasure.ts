import { randomUUID } from 'node:crypto';
import { RequestErasure } from '#contracts';
import { userNamed } from '../audit/whom.js';
import { momentIn } from '../audit/language/moment.js';
import { type Answer, Refused } from '../terminal/answer.js';
import { withServices } from '../terminal/with-services.js';
import type { EraseOptions } from './erase-options.js';

/** The first of two people: asks. */
export const requestErasure = ({
  user,
  reason = '',
  operator,
}: EraseOptions & { user: string }): Promise<Answer> =>
  withServices(async (platform) => {
    const { bus, events: store } = platform;
    const userId = await userNamed({ store, platform }, user);
    const actor = { kind: 'command-line' } as const;
    const payload = { commandId: randomUUID(), actor, userId, operator, reason };
    const checked = RequestErasure.payload.safeParse(payload);
    if (!checked.success) throw new Refused(`${String(checked.error.issues[0]?.path[0])}-not-valid`);
    const reply = await bus.ask(RequestErasure, checked.data);
    if (reply.outcome === 'refused') throw new Refused(reply.reason);
    const { requestId, expiresAt, position } = reply;
    const look = `npm run -s trousseau -- audit replay --user ${userId}`;
    const agree = `npm run -s trousseau -- erase --user ${userId} --approve ${requestId} --operator …`;
    return {
      fields: { user: userId, requestId, expiresAt, position },
      text: {
        fr: `Effacement demandé. Une autre personne regarde de quoi il s’agit :\n  ${look}\net le confirme avant le ${momentIn('fr', expiresAt)} :\n  ${agree}`,
        en: `Erasure asked for. Somebody else looks at what was asked:\n  ${look}\nand agrees before ${momentIn('en', expiresAt)}:\n  ${agree}`,
      },
    };
  });
