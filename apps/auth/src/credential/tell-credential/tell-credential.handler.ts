import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { momentIn, tell } from '#aggregate-store';
import { EventStore } from '#event-store';
import { factorSentences } from '../../factors/told.language.js';
import { recoverySentences } from '../../recovery/told.language.js';
import { refused } from '../../refused.reply.js';
import { credential } from '../credential.js';
import { credentialSentences } from '../told.language.js';
import { TellCredential } from './tell-credential.query.js';

@QueryHandler(TellCredential)
export class TellCredentialHandler implements IQueryHandler<TellCredential> {
  constructor(private readonly events: EventStore) {}

  async execute({ asked: { userId, locale } }: TellCredential) {
    const recorded = await this.events.read(`${credential.category}-${userId}`);
    if (recorded.length === 0) return refused('unknown-user');
    const beside = await Promise.all(
      ['factors', 'factor-use', 'recovery'].map((category) => this.events.read(`${category}-${userId}`)),
    );
    const telling = {
      ...credentialSentences[locale],
      ...factorSentences[locale],
      ...recoverySentences[locale],
    };
    const events = tell([...recorded, ...beside.flat()], telling, (at) => momentIn(locale, at));
    return { outcome: 'done' as const, events };
  }
}
