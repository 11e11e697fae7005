import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { EventStore } from '#event-store';
import { Clock, LOG, type Logger } from '#platform';
import { Opener } from '#sealing';
import { askRenewal } from '../../attempts/ask-renewal.js';
import { attempts } from '../../attempts/attempts.js';
import { AttemptsGate } from '../../attempts/attempts.gate.js';
import { Buckets } from '../../attempts/buckets.adapter.js';
import { contextOf } from '../../command.context.js';
import { IdentifierDigests } from '../../directory/identifier-digests.adapter.js';
import { RequestKeyRenewal } from './request-key-renewal.command.js';

/**
 * Appends one request and answers, for known and unknown alike (FRG-06): looking up, making a key and mailing it come
 * later. Over the limit the answer is the same and nothing is mailed (FRG-08).
 */
@CommandHandler(RequestKeyRenewal)
export class RequestKeyRenewalHandler implements ICommandHandler<RequestKeyRenewal> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly events: EventStore,
    private readonly gate: AttemptsGate,
    private readonly buckets: Buckets,
    private readonly digests: IdentifierDigests,
    private readonly opener: Opener,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async execute({ asked }: RequestKeyRenewal) {
    const { commandId: requestId, sealedRequest, locale, network } = asked;
    const context = contextOf(asked, this.clock.now());
    const request = await this.opener.open(sealedRequest, requestId);
    if (request === null) return this.unheard('cannot be opened');

    const account = this.buckets.renewalsOf(this.digests.of(request['identifier'] ?? ''));
    const everyone = this.buckets.renewalsTogether();
    const admission = await this.gate.reserve([this.buckets.renewalsFrom(network), everyone], context);
    if (!admission.admitted) {
      const together = admission.by.id === everyone.id;
      return this.unheard(together ? 'too many from everyone together' : 'too many from this network');
    }
    const facts = { requestId, sealedRequest, locale, at: context.at };
    const noted = await this.aggregates.transact(attempts, account.id, context, (standing) =>
      askRenewal(standing, facts),
    );
    return noted.outcome === 'refused'
      ? this.unheard('too many for this account')
      : { outcome: 'done' as const, position: noted.position };
  }

  private async unheard(why: string) {
    this.log.warn({ event: 'key_renewal_unheard', why }, 'a key renewal was not noted');
    return { outcome: 'done' as const, position: await this.events.head() };
  }
}
