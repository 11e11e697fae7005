import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  GetRecipient,
  IssueProvisionalKey,
  type PayloadOf,
  RecordMailAnswer,
  RecordProvisionalKeySent,
} from '#contracts';
import { type Platform, startService } from '#platform';
import { Opener } from '#sealing';
import { Answers } from '#service-bus';

/** What the stand-ins for auth and users answer, and what they were told. */
export class World {
  /** Addresses by audience; one that is missing is refused. */
  addresses: Partial<Record<PayloadOf<typeof GetRecipient>['of']['kind'], string[]>> = {
    references: ['marie@exemple.fr'],
    'change-new': ['marie@nouveau.example'],
    'change-old': ['marie@ancien.example'],
  };
  asked: PayloadOf<typeof GetRecipient>[] = [];
  authAnswers: 'done' | 'not-wanted' | 'busy' = 'done';
  keys: string[] = [];
  sent: string[] = [];
  /** Whether mail was refused, in the order users was told. */
  refused: boolean[] = [];
}

@Controller()
class Users {
  constructor(@Inject(World) private readonly world: World) {}

  @Answers(GetRecipient)
  async getRecipient(asked: PayloadOf<typeof GetRecipient>) {
    this.world.asked.push(asked);
    const addresses = this.world.addresses[asked.of.kind];
    if (addresses === undefined) return { outcome: 'refused', reason: 'no-address' };
    return {
      outcome: 'done',
      addresses,
      firstName: 'Marie',
      maskedIdentifier: 'ma…nd',
      maskedNew: 'm…e@n…u.example',
      schoolName: 'Auto-école du Port',
      locale: 'fr',
    };
  }

  @Answers(RecordMailAnswer)
  async recordMailAnswer({ refused }: PayloadOf<typeof RecordMailAnswer>) {
    this.world.refused.push(refused);
    return { outcome: 'done', position: 0 };
  }
}

@Controller()
class Auth {
  constructor(
    @Inject(World) private readonly world: World,
    @Inject(Opener) private readonly opener: Opener,
  ) {}

  @Answers(IssueProvisionalKey)
  async issue({ commandId, sealedKey }: PayloadOf<typeof IssueProvisionalKey>) {
    const { authAnswers, keys } = this.world;
    if (authAnswers !== 'done') return { outcome: 'refused', reason: authAnswers };
    const content = await this.opener.open(sealedKey, commandId);
    keys.push(content?.['key'] ?? 'not bound to its command');
    return { outcome: 'done', position: 0, issueId: randomUUID(), expiresAt: '2026-11-22T09:00:00.000Z' };
  }

  @Answers(RecordProvisionalKeySent)
  async recordSent({ issueId }: PayloadOf<typeof RecordProvisionalKeySent>) {
    this.world.sent.push(issueId);
    return { outcome: 'done', position: 0 };
  }
}

class StandIns {}

/** Starts stand-ins for auth and users on the platform's real bus. */
export const startStandIns = (platform: Platform, world: World) =>
  startService(
    {
      with: () => ({
        module: StandIns,
        controllers: [Users, Auth],
        providers: [
          { provide: World, useValue: world },
          { provide: Opener, useValue: new Opener(platform.secrets.sealing.privateJwk) },
        ],
      }),
    },
    platform,
  );
