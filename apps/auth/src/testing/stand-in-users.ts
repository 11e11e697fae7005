import { randomUUID } from 'node:crypto';
import { Controller, type DynamicModule, Module } from '@nestjs/common';
import {
  GetKeyContext,
  GetProfile,
  MatchReferenceEmail,
  topics,
  type PayloadOf,
  type ReplyOf,
  type UserMessage,
} from '#contracts';
import type { EventStore, Json } from '#event-store';
import type { Publish } from '#messaging';
import { Answers } from '#service-bus';

/** Everybody's reference address in these specs. */
export const emailOf = (userId: string) => `${userId}@exemple.fr`;

@Controller()
class StandInUsersController {
  @Answers(MatchReferenceEmail)
  match({ userId, email }: PayloadOf<typeof MatchReferenceEmail>): ReplyOf<typeof MatchReferenceEmail> {
    return { outcome: 'done', matches: email === emailOf(userId) };
  }

  @Answers(GetProfile)
  profile({ userId }: PayloadOf<typeof GetProfile>): ReplyOf<typeof GetProfile> {
    const school = { schoolId: 's1', schoolName: 'Auto-école de Bressuire' };
    const profile = {
      userId,
      identifier: userId,
      name: 'Zoé',
      role: 'manager',
      locale: 'fr',
      ...school,
    } as const;
    if (userId === 'gone') return { outcome: 'refused', reason: 'unknown-user' };
    return { outcome: 'done', profile, deactivated: userId === 'deactivated' };
  }

  @Answers(GetKeyContext)
  words({ userId }: PayloadOf<typeof GetKeyContext>): ReplyOf<typeof GetKeyContext> {
    return { outcome: 'done', words: [userId, 'Auto-école de Bressuire'] };
  }
}

/** Answers on the real bus what the users service would. */
@Module({})
export class StandInUsers {
  static with(): DynamicModule {
    return { module: StandInUsers, controllers: [StandInUsersController] };
  }
}

/** Says something on `identity.user.v1` as the users service does: by an event of its own and a publish function. */
export const tellOfUser = async (events: EventStore, body: UserMessage, at: string): Promise<number> => {
  const event = { id: randomUUID(), type: 'Told', data: body as unknown as Json, metadata: { at } };
  return (await events.append(`user-${body.userId}`, [event], 'any')).position;
};

export const publishStandIn: Publish = (event) =>
  event.type === 'Told'
    ? [
        {
          id: event.id,
          topic: topics.user,
          key: event.stream,
          at: String(event.metadata['at']),
          position: event.position,
          body: event.data as unknown as UserMessage,
        },
      ]
    : [];
