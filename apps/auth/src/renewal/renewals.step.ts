import { Inject, Injectable } from '@nestjs/common';
import { AggregateStore, eventTime } from '#aggregate-store';
import { MatchReferenceEmail } from '#contracts';
import { StoreUnavailable, type RecordedEvent } from '#event-store';
import { Clock, LOG, type Logger } from '#platform';
import { Opener } from '#sealing';
import { ServiceBus, ServiceUnavailable } from '#service-bus';
import { attempts } from '../attempts/attempts.js';
import type { AttemptsEvent, RenewalAsked } from '../attempts/attempts.events.js';
import { following } from '../command.context.js';
import { credential } from '../credential/credential.js';
import { RecordedOnce } from '../credential/recorded-once.step.js';
import { renewKey } from '../credential/renew-key.js';
import { Directory } from '../directory/directory.adapter.js';
import { IdentifierDigests } from '../directory/identifier-digests.adapter.js';
import { later } from '../instant.js';

const prefix = `${attempts.category}-`;

/** Somebody who asked longer ago does not wait for a mail any more; a new replica reads about them all the same. */
const WORTH_ANSWERING = 60 * 60;

/** Finds out, after the answer, whether a renewal was asked for with the right pair (FRG-06). */
@Injectable()
export class Renewals {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly opener: Opener,
    private readonly directory: Directory,
    private readonly digests: IdentifierDigests,
    private readonly bus: ServiceBus,
    private readonly once: RecordedOnce,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** False when this event asks for no renewal. */
  async after(recorded: RecordedEvent): Promise<void | false> {
    if (!recorded.stream.startsWith(prefix)) return false;
    const event = recorded as unknown as AttemptsEvent;
    if (event.type !== 'RenewalAsked') return false;
    if (eventTime(recorded) <= later(this.clock.now(), -WORTH_ANSWERING)) return;
    try {
      await this.directory.reached(recorded.position);
      await this.renew(event.data, recorded.id);
    } catch (error) {
      // The surroundings are waited for; a request that nobody can read must not hold up the others.
      if (error instanceof StoreUnavailable || error instanceof ServiceUnavailable) throw error;
      this.log.error({ err: error }, 'a key renewal was given up');
    }
  }

  private async renew(
    { requestId, sealedRequest, locale }: RenewalAsked['data'],
    eventId: string,
  ): Promise<void> {
    const request = await this.opener.open(sealedRequest, requestId);
    const { userId, known } = this.directory.find(this.digests.of(request?.['identifier'] ?? ''));
    if (!known || (await this.once.isRecorded(userId, eventId))) return;
    const answer = await this.bus.ask(MatchReferenceEmail, { userId, email: request?.['email'] ?? '' });
    if (answer.outcome === 'refused' || !answer.matches) return;
    const at = this.clock.now();
    await this.aggregates.transact(credential, userId, following(eventId, at), (state) =>
      renewKey(state, { requestId, reason: 'forgotten', locale, at }),
    );
  }
}
