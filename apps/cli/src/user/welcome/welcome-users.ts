import { randomUUID } from 'node:crypto';
import { credential, type CredentialEvent } from '#apps/auth';
import { school, user, type SchoolEvent, type UserEvent } from '#apps/users';
import { AskProvisionalKey } from '#contracts';
import { fold } from '#event-sourcing';
import type { Platform } from '#platform';
import { schoolMembers } from '../../audit/export/streams-of.js';
import { Refused } from '../../terminal/answer.js';
import { type Standing, welcomeFor } from './welcome-for.js';

/** Somebody who was looked at. `sent`: their welcome mail leaves now. `too-soon`: one was asked for within the minute, or five within the day. */
export type Welcomed = Readonly<{ userId: string; status: Standing | 'sent' | 'too-soon' }>;

type Scope = Readonly<{ schoolId?: string; userId?: string }>;
type Parts = Pick<Platform, 'bus' | 'events' | 'clock'>;

/** Sends the welcome mail to whoever of a school has no key yet; without `apply` it only says who that would be. */
export const welcomeUsers = async (
  parts: Parts,
  scope: Scope,
  apply: boolean,
): Promise<readonly Welcomed[]> => {
  const welcomed: Welcomed[] = [];
  for (const userId of await usersOf(parts, scope)) {
    const status = await standingOf(parts, userId);
    welcomed.push({ userId, status: apply && status === 'waiting' ? await send(parts, userId) : status });
  }
  return welcomed;
};

const usersOf = async ({ events, clock }: Parts, { schoolId, userId }: Scope): Promise<readonly string[]> => {
  if (userId !== undefined) {
    if ((await events.read(`${user.category}-${userId}`)).length === 0) throw new Refused('unknown-user');
    return [userId];
  }
  const recorded = await events.read(`${school.category}-${schoolId}`);
  const { status } = fold(school, recorded as unknown as SchoolEvent[]);
  if (schoolId === undefined || status === 'unknown') throw new Refused('unknown-school');
  return schoolMembers(events, schoolId, clock.now());
};

/** From their streams as they stand; what is encrypted in them is not needed. */
const standingOf = async ({ events, clock }: Parts, userId: string): Promise<Standing> => {
  const [known, keys] = await Promise.all([
    events.read(`${user.category}-${userId}`),
    events.read(`${credential.category}-${userId}`),
  ]);
  return welcomeFor({
    user: fold(user, known as unknown as UserEvent[]),
    credential: fold(credential, keys as unknown as CredentialEvent[]),
    withheld: known.some(({ type, data }) => type === 'UserRegistered' && data['welcome'] === false),
    at: clock.now(),
  });
};

const send = async ({ bus }: Parts, userId: string): Promise<Welcomed['status']> => {
  const actor = { kind: 'command-line' } as const;
  const reply = await bus.ask(AskProvisionalKey, { commandId: randomUUID(), actor, userId, welcome: true });
  if (reply.outcome === 'done') return 'sent';
  if (reply.reason === 'too-soon') return 'too-soon';
  if (reply.reason === 'deactivated') return 'closed';
  throw new Refused(reply.reason);
};
