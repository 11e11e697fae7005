import { Controller, Inject } from '@nestjs/common';
import {
  type Actor,
  AddUser,
  AskProvisionalKey,
  DeactivateUser,
  FollowReferenceEmailLink,
  GetProfile,
  GetReferenceEmailChange,
  GetUser,
  GetUserAt,
  ListUsers,
  type PayloadOf,
  ReactivateUser,
  RequestReferenceEmailChange,
} from '#contracts';
import { Answers } from '#service-bus';
import { StandIn } from './stand-in.js';

const refused = <const R extends string>(reason: R) => ({ outcome: 'refused' as const, reason });

/** Answers as users does, in a few lines. */
@Controller()
export class StandInUsers {
  constructor(@Inject(StandIn) private readonly known: StandIn) {}

  @Answers(GetProfile)
  async profile({ userId }: PayloadOf<typeof GetProfile>) {
    await this.note(GetProfile.name);
    const person = this.known.people.get(userId);
    if (person === undefined) return refused('unknown-user');
    return { outcome: 'done' as const, profile: person.profile, deactivated: false };
  }

  @Answers(ListUsers)
  async list({ actor, cursor, q }: PayloadOf<typeof ListUsers>) {
    await this.note(ListUsers.name);
    if (!this.isManager(actor)) return refused('not-allowed');
    if (cursor !== undefined) return refused('cursor-not-valid');
    const users = [...this.known.people.keys()]
      .flatMap((userId) => this.known.userView(userId) ?? [])
      .filter(({ name }) => name.toLowerCase().includes((q ?? '').toLowerCase()));
    return { outcome: 'done' as const, users, total: users.length };
  }

  @Answers(GetUser)
  async get({ actor, userId }: PayloadOf<typeof GetUser>) {
    await this.note(GetUser.name);
    if (!this.isManager(actor)) return refused('not-allowed');
    const user = this.known.userView(userId);
    return user ? { outcome: 'done' as const, user } : refused('unknown-user');
  }

  @Answers(GetUserAt)
  async at({ userId }: PayloadOf<typeof GetUserAt>) {
    await this.note(GetUserAt.name);
    const known = this.known.people.get(userId)?.profile;
    if (known === undefined) return refused('unknown-user');
    const { role, schoolId } = known;
    const status = 'registered' as const;
    return { outcome: 'done' as const, status, role, schoolId, active: true, managers: ['gerante'] };
  }

  @Answers(AddUser)
  async add({ actor, identifier }: PayloadOf<typeof AddUser>) {
    if (!this.isManager(actor)) return refused('not-allowed');
    if (this.known.people.has(identifier)) return refused('identifier-taken');
    return { ...(await this.taken(AddUser.name)), userId: 'user-new' };
  }

  @Answers(DeactivateUser)
  async deactivate(payload: PayloadOf<typeof DeactivateUser>) {
    return this.aboutOne(DeactivateUser.name, payload);
  }

  @Answers(ReactivateUser)
  async reactivate(payload: PayloadOf<typeof ReactivateUser>) {
    return this.aboutOne(ReactivateUser.name, payload);
  }

  @Answers(AskProvisionalKey)
  async provisionalKey(payload: PayloadOf<typeof AskProvisionalKey>) {
    return this.aboutOne(AskProvisionalKey.name, payload);
  }

  @Answers(RequestReferenceEmailChange)
  async changeEmail(payload: PayloadOf<typeof RequestReferenceEmailChange>) {
    const reply = await this.aboutOne(RequestReferenceEmailChange.name, payload);
    return reply.outcome === 'done' ? { ...reply, changeId: 'change-1' } : reply;
  }

  @Answers(GetReferenceEmailChange)
  async getChange({ link }: PayloadOf<typeof GetReferenceEmailChange>) {
    await this.note(GetReferenceEmailChange.name);
    if (link !== 'good-link') return refused('link-not-valid');
    return {
      outcome: 'done' as const,
      intent: 'confirm-new' as const,
      state: 'pending' as const,
      name: 'Yann Le Goff',
      maskedNew: 'y…@ecole.example',
      schoolName: 'Auto-école du Port',
    };
  }

  @Answers(FollowReferenceEmailLink)
  async followLink({ link }: PayloadOf<typeof FollowReferenceEmailLink>) {
    if (link !== 'good-link') return refused('link-not-valid');
    return { ...(await this.taken(FollowReferenceEmailLink.name)), state: 'pending' as const };
  }

  private async aboutOne(name: string, { actor, userId }: { actor: Actor; userId: string }) {
    if (!this.isManager(actor)) return refused('not-allowed');
    if (!this.known.people.has(userId)) return refused('unknown-user');
    return this.taken(name);
  }

  private isManager(actor: Actor): boolean {
    return actor.kind === 'user' && this.known.people.get(actor.userId)?.profile.role === 'manager';
  }

  private async taken(name: string) {
    await this.note(name);
    return { outcome: 'done' as const, position: await this.known.record('CommandTaken', { name }) };
  }

  private async note(name: string): Promise<void> {
    this.known.asked.push(name);
    await this.known.before(name);
  }
}
