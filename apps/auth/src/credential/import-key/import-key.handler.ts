import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { Opener } from '#sealing';
import { contextOf } from '../../command.context.js';
import { IdentifierDigests } from '../../directory/identifier-digests.adapter.js';
import { HasherBusy, KeyHasher } from '../../key-hashing/key-hasher.js';
import { adoptHash } from '../../key-hashing/legacy/adopt-hash.adapter.js';
import { refused, refusedFor } from '../../refused.reply.js';
import { credential } from '../credential.js';
import { importKey } from '../import-key.js';
import { ImportKey } from './import-key.command.js';

@CommandHandler(ImportKey)
export class ImportKeyHandler implements ICommandHandler<ImportKey> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly digests: IdentifierDigests,
    private readonly opener: Opener,
    private readonly hasher: KeyHasher,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: ImportKey) {
    if (asked.actor.kind !== 'command-line') return refused('not-allowed');
    const { userId, schoolId, role, locale, commandId } = asked;
    const text = (await this.opener.open(asked.sealedHash, commandId))?.['hash'] ?? '';
    const holder = { role, locale, schoolId, identifierDigest: this.digests.of(asked.identifier) };
    const context = { ...contextOf(asked, this.clock.now()), channel: 'command-line' as const };
    try {
      const adopted = await adoptHash(text, this.hasher);
      if (adopted.kind === 'refused') return refused(adopted.reason);
      const { hash } = adopted;
      const imported = await this.aggregates.transact(credential, userId, context, (state) =>
        importKey(state, { holder, hash }),
      );
      return imported.outcome === 'refused'
        ? imported
        : { outcome: 'done' as const, position: imported.position };
    } catch (error) {
      if (error instanceof HasherBusy) return refusedFor('busy', 1);
      throw error;
    }
  }
}
