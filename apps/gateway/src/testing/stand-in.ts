import { randomUUID } from 'node:crypto';
import {
  type caseRefusals,
  type GetFactors,
  type MessageBody,
  type Profile,
  type ReplyOf,
  type Session,
  type SessionLevel,
  type SupportCaseView,
  topics,
  type UserView,
} from '#contracts';
import type { EventStore } from '#event-store';
import type { Publish } from '#messaging';
import { caseAtFirst } from './case-at-first.js';

const school = { schoolId: 'school-1', schoolName: 'Auto-école du Port' };

const profile = (userId: string, name: string, role: Profile['role']): Profile => ({
  userId,
  identifier: userId,
  name,
  role,
  ...school,
  locale: 'fr',
});

const person = (userId: string, name: string, role: Profile['role']) => ({
  profile: profile(userId, name, role),
  /** The key that signs them in, and whether it opens everything. */
  key: `la bonne clé de ${userId}`,
  level: 'full' as SessionLevel,
  /** Until when they must set up a second factor. */
  enrolBy: undefined as string | undefined,
  /** Their sign-in counts as one with the second factor. */
  factorGiven: false,
});

/** Tells the topic of a body by the first word of its type. */
const topicOf = ({ type }: MessageBody) => topics[type.split('.')[0] as keyof typeof topics];

/** Reads the messages that `StandIn.tell` put into the event store. */
export const publishStandIn: Publish = (event) => {
  if (event.type !== 'Told') return [];
  const body = event.data as MessageBody;
  const at = '2026-11-22T08:00:00.000Z';
  return [{ id: event.id, topic: topicOf(body), key: body.userId, at, position: event.position, body }];
};

export type KnownFactors = Omit<Extract<ReplyOf<typeof GetFactors>, { outcome: 'done' }>, 'outcome'>;

/** What the services that stand in for auth and users know and were asked. A spec arranges and reads it. */
export class StandIn {
  readonly people = new Map(
    [
      person('gerante', 'Léandra Morvan', 'manager'),
      person('moniteur', 'Yann Le Goff', 'instructor'),
      person('assistante', 'Nadia Perrin', 'support'),
      person('auditrice', 'Ada Vérif', 'auditor'),
      { ...person('nouvelle', 'Inès Petit', 'office'), level: 'choose-key' as SessionLevel },
    ].map((known) => [known.profile.userId, known]),
  );
  readonly sessions = new Map<string, Session>();
  /** Second factors by user; whoever is not here has none. The right code is 123456, the right recovery code 0 and fourteen A. */
  readonly factors = new Map<string, KnownFactors>();
  /** Browsers that may resume, by selector. */
  readonly remembered = new Map<
    string,
    Readonly<{ validatorHash: string; session: Session; expiresAt: string }>
  >();
  /** Names of the requests that came, in order. */
  readonly asked: string[] = [];
  /** Set to make every request hang, fail or wait. */
  before: (request: string) => Promise<void> | void = () => undefined;
  retryAfter: number | undefined;
  /** The case of support, as users would tell it. */
  supportCase: SupportCaseView = caseAtFirst;
  /** Set to have every step of it refused. */
  caseRefusal: (typeof caseRefusals)[number] | undefined;
  /** The code that was sealed to auth. */
  codeHeld: string | undefined;
  events: EventStore | undefined;

  /** Commits what a real service would: an event, and the message made from it. */
  async tell(body: MessageBody): Promise<number> {
    return this.record('Told', body);
  }

  /** Every command that comes through leaves an event, so that a spec can see that none did. */
  async record(type: string, data: object): Promise<number> {
    const event = { id: randomUUID(), type, data: data as never, metadata: {} };
    return (await this.events!.append(`stand-in-${randomUUID()}`, [event], 'none')).position;
  }

  userView(userId: string): UserView | undefined {
    const known = this.people.get(userId)?.profile;
    if (!known) return undefined;
    const { identifier, name, role } = known;
    if (role === 'support' || role === 'auditor') return undefined;
    return {
      userId,
      identifier,
      name,
      role,
      email: `${userId}@ecole.example`,
      state: 'active',
      secondFactor: this.factors.has(userId),
    };
  }
}
