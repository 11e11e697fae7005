import { Injectable } from '@nestjs/common';
import { EventStore } from '#event-store';
import { credential } from './credential.js';

/** Tells whether a credential has recorded something before, however long ago: for followers that may hear it twice. */
@Injectable()
export class RecordedOnce {
  constructor(private readonly events: EventStore) {}

  async isRecorded(userId: string, commandId: string): Promise<boolean> {
    const events = await this.events.read(`${credential.category}-${userId}`);
    return events.some(({ metadata }) => metadata['commandId'] === commandId);
  }
}
