import { Injectable } from '@nestjs/common';
import { AggregateStore, type CommandContext } from '#aggregate-store';
import { abandonRegistration } from '../user/abandon-registration.js';
import { user } from '../user/user.js';
import { identifier } from './identifier.js';
import { reserveIdentifier } from './reserve-identifier.js';
import { staleHolder, takeOverIdentifier } from './take-over-identifier.js';

/** Reserves an identifier for a user over all schools; exactly one of several rivals gets it. */
@Injectable()
export class IdentifierReservation {
  constructor(private readonly aggregates: AggregateStore) {}

  async reserve(digest: string, userId: string, context: CommandContext): Promise<boolean> {
    const { at } = context;
    const reserved = await this.aggregates.transact(identifier, digest, context, (state) =>
      reserveIdentifier(state, { userId, at }),
    );
    return reserved.outcome === 'done' || this.takeOver(digest, userId, context);
  }

  /** Gives the identifier a second chance where a registration was cut off; see identifier.md. */
  private async takeOver(digest: string, userId: string, context: CommandContext): Promise<boolean> {
    const { at } = context;
    const { state } = await this.aggregates.load(identifier, digest);
    const holder = staleHolder(state, at);
    if (holder === null) return false;
    const abandoned = await this.aggregates.transact(user, holder, context, abandonRegistration);
    if (abandoned.outcome === 'refused') return false;
    const taken = await this.aggregates.transact(identifier, digest, context, (current) =>
      takeOverIdentifier(current, { userId, abandonedBy: holder, at }),
    );
    return taken.outcome === 'done';
  }
}
