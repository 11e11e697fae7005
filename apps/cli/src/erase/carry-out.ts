import { randomUUID } from 'node:crypto';
import { EraseUser, ForgetCredential } from '#contracts';
import { userNamed } from '../audit/whom.js';
import { signNow } from '../audit/verify/sign-now.js';
import { type Answer, Refused } from '../terminal/answer.js';
import { inEach } from '../terminal/language.js';
import { withServices } from '../terminal/with-services.js';
import { certificateText } from './certificate-text.js';
import type { EraseOptions } from './erase-options.js';

const actor = { kind: 'command-line' } as const;

/** Erases, in users and in auth, and signs a checkpoint over it: the certificate says what anybody can verify later. */
export const carryOut = async (options: EraseOptions & { user: string }): Promise<Answer> => {
  const erased = await forgetting(options);
  const { note, refusal } = await signNow();
  const fields = { ...erased, checkpoint: refusal === null ? (note ?? null) : null };
  return { fields, text: inEach((lang) => certificateText(lang, fields)) };
};

const forgetting = ({ user, operator, reason, approve }: EraseOptions & { user: string }) =>
  withServices(async (platform) => {
    const { bus, events: store } = platform;
    const userId = await userNamed({ store, platform }, user);
    const asked = approve === undefined ? { reason } : { requestId: approve };
    const payload = { commandId: randomUUID(), actor, userId, operator, ...asked };
    const checked = EraseUser.payload.safeParse(payload);
    if (!checked.success) throw new Refused(`${String(checked.error.issues[0]?.path[0])}-not-valid`);
    const reply = await bus.ask(EraseUser, checked.data);
    if (reply.outcome === 'refused') throw new Refused(reply.reason);
    const forgotten = await bus.ask(ForgetCredential, { commandId: randomUUID(), actor, userId });
    if (forgotten.outcome === 'refused') throw new Refused(forgotten.reason);
    const { erasedAt, position, operators } = reply;
    const keys = [...reply.keys, ...forgotten.keys];
    return { user: userId, erasedAt, reason: reply.reason, operators, keys, position };
  });
