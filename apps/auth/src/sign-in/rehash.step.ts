import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { step } from '../command.context.js';
import { credential, type OpenCredential } from '../credential/credential.js';
import { rehashKey } from '../credential/rehash-key.js';
import { HasherBusy, KeyHasher } from '../key-hashing/key-hasher.js';

type Right = Readonly<{ state: OpenCredential; hash: string }>;

/** Hashes a key with today's parameters while it is at hand, at sign-in, where its hash is weak or came from another system (KEY-10). */
@Injectable()
export class Rehash {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly hasher: KeyHasher,
  ) {}

  /** The generation afterwards. A busy hasher puts it off to the next sign-in. */
  async ifDue(userId: string, { state, hash }: Right, key: string, context: CommandContext): Promise<number> {
    const { generation, imported } = state;
    if (!imported && !this.hasher.needsRehash(hash)) return generation;
    try {
      const stronger = await this.hasher.hash(key);
      await this.aggregates.transact(credential, userId, step(context, 'rehash'), (now) =>
        rehashKey(now, { generation, hash: stronger }),
      );
      return generation + 1;
    } catch (error) {
      if (error instanceof HasherBusy) return generation;
      throw error;
    }
  }
}
