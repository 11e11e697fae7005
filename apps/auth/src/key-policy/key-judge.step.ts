import { Injectable } from '@nestjs/common';
import { GetKeyContext, type KeyRefusal } from '#contracts';
import { ServiceBus } from '#service-bus';
import { tradeWords } from './context-words.js';
import { judgeKey } from './judge-key.js';
import { KeyAppraiser } from './key-appraiser.js';
import { faultOfText } from './key-text.js';

/** Says why a user cannot choose this key, or null when they can. */
@Injectable()
export class KeyJudge {
  constructor(
    private readonly bus: ServiceBus,
    private readonly appraiser: KeyAppraiser,
  ) {}

  /** Rejects with AppraiserBusy, or ServiceUnavailable when nobody can say which words are the user's own. */
  async judge(userId: string, key: string): Promise<KeyRefusal | null> {
    // What is no key at all is not worth anybody's time.
    const fault = faultOfText(key);
    if (fault !== null) return fault;
    const context = await this.bus.ask(GetKeyContext, { userId });
    const words = [...(context.outcome === 'done' ? context.words : []), ...tradeWords];
    return judgeKey(key, { words, appraisal: await this.appraiser.appraise(key, words) });
  }
}
