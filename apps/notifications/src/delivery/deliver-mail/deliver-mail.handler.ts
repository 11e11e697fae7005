import { randomUUID } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AggregateStore } from '#aggregate-store';
import { Clock, LOG, type Logger } from '#platform';
import { attemptMail } from '../../mail/attempt-mail.js';
import { isUnderway, mail, type Mail } from '../../mail/mail.js';
import { Mailer } from '../../smtp/mailer.js';
import { maskAddress } from '../../smtp/mask-address.js';
import type { Attempt } from '../attempt.js';
import { judgeAnswers } from '../judge-answers.js';
import { Letters } from '../letters.step.js';
import { type Outcome, settle } from '../outcome.js';
import { patiently } from '../patiently.js';
import { Recipients } from '../recipients.step.js';
import { DeliverMail } from './deliver-mail.command.js';

/** Reserve, send, settle: the three steps of an attempt, each known before the next begins. */
@CommandHandler(DeliverMail)
export class DeliverMailHandler implements ICommandHandler<DeliverMail> {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly recipients: Recipients,
    private readonly letters: Letters,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async execute({ mailId }: DeliverMail): Promise<void> {
    const commandId = randomUUID();
    const attempt = await this.reserve(mailId, `${commandId}:reserve`);
    if (attempt === null) return;
    const outcome = await this.send(attempt);
    // A mail that has left must not leave again because the store was away for a moment.
    await patiently(() => this.settle(attempt, outcome, `${commandId}:outcome`));
    const level = outcome.kind === 'accepted' ? 'info' : 'warn';
    const facts = { mailId, mail: attempt.request.kind, attempt: attempt.number };
    this.log[level]({ ...facts, ...outcome }, `mail ${outcome.kind}`);
  }

  private async reserve(mailId: string, commandId: string): Promise<Attempt | null> {
    const now = this.clock.now();
    let seen: Mail = mail.initial;
    const context = { commandId, at: now, channel: 'system' } as const;
    const reserved = await this.aggregates.transact(mail, mailId, context, (state) => {
      seen = state;
      return attemptMail(state, now);
    });
    const [event] = reserved.outcome === 'done' ? reserved.events : [];
    if (event?.type !== 'MailAttempted' || !isUnderway(seen)) return null;
    return { mailId, number: event.data.attempt, request: seen.request, reached: seen.reached };
  }

  private async send(attempt: Attempt): Promise<Outcome> {
    const { mailId, number, request, reached } = attempt;
    try {
      const found = await this.recipients.of(attempt);
      if (found === null) return { kind: 'abandoned', reason: 'no-recipient' };
      const written = await this.letters.write(request, found.recipient);
      if (written === 'not-wanted') return { kind: 'abandoned', reason: 'not-wanted' };
      if (written === 'busy') return { kind: 'failed', reason: 'service-unavailable', reached };
      const { letter, issueId } = written;
      const answers = await Promise.all(
        found.destinations.map(async ({ to, address }) => {
          const answer = await this.mailer.send({
            userId: request.userId,
            to,
            letter,
            messageId: `${mailId}.${number}`,
          });
          this.log.debug({ mailId, to: maskAddress(to), answer }, 'mail server answered');
          return { address, answer };
        }),
      );
      return judgeAnswers({ issueId, reachedBefore: reached, answers });
    } catch (error) {
      this.log.warn({ mailId, mail: request.kind, err: error }, 'mail could not be written');
      return { kind: 'failed', reason: 'service-unavailable', reached };
    }
  }

  private async settle({ mailId, number }: Attempt, outcome: Outcome, commandId: string): Promise<void> {
    const now = this.clock.now();
    await this.aggregates.transact(mail, mailId, { commandId, at: now, channel: 'system' }, (state) =>
      settle(state, number, outcome, now),
    );
  }
}
