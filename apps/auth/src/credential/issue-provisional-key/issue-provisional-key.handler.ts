import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock } from '#platform';
import { Opener } from '#sealing';
import { contextOf, derivedId } from '../../command.context.js';
import { HasherBusy, KeyHasher } from '../../key-hashing/key-hasher.js';
import { refused, refusedFor } from '../../refused.reply.js';
import { credential, type Credential } from '../credential.js';
import { issueProvisionalKey } from '../issue-provisional-key.js';
import { provisionalKeyIn } from '../provisional-key-text.js';
import { ProvisionalKeys } from '../provisional-keys.adapter.js';
import { IssueProvisionalKey } from './issue-provisional-key.command.js';

@CommandHandler(IssueProvisionalKey)
export class IssueProvisionalKeyHandler implements ICommandHandler<IssueProvisionalKey> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly opener: Opener,
    private readonly hasher: KeyHasher,
    private readonly provisionalKeys: ProvisionalKeys,
    private readonly clock: Clock,
  ) {}

  async execute({ asked }: IssueProvisionalKey) {
    const { userId, requestId, commandId } = asked;
    const context = contextOf(asked, this.clock.now());
    const text = provisionalKeyIn((await this.opener.open(asked.sealedKey, commandId))?.['key'] ?? '');
    if (text === null) return refused('not-wanted');
    const issueId = derivedId(commandId, 'provisional-key');
    const selector = this.provisionalKeys.selectorOf(issueId, text);
    try {
      const issued = await this.aggregates.transact(credential, userId, context, async (state) => {
        const facts = { issueId, requestId, selector, at: context.at };
        // Asked twice, so that nothing is hashed for a key nobody wants.
        const wanted = issueProvisionalKey(state, { ...facts, hash: '' });
        return wanted.kind === 'refuses'
          ? wanted
          : issueProvisionalKey(state, { ...facts, hash: await this.hasher.hash(text) });
      });
      if (issued.outcome === 'refused') return issued;
      const expiresAt = expiryOf((await this.aggregates.load(credential, userId)).state, issueId);
      return expiresAt === undefined
        ? refused('not-wanted')
        : { outcome: 'done' as const, position: issued.position, issueId, expiresAt };
    } catch (error) {
      if (error instanceof HasherBusy) return refusedFor('busy', 1);
      throw error;
    }
  }
}

const expiryOf = (state: Credential, issueId: string) =>
  state.kind === 'open' ? state.outstanding.find((key) => key.issueId === issueId)?.expiresAt : undefined;
