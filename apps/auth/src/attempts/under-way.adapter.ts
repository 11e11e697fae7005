import { Injectable } from '@nestjs/common';
import { secondsBetween } from '../instant.js';

/** An attempt whose end nobody told, for whatever reason, is forgotten after so many seconds. */
const LAPSE = 60;

/**
 * Attempts at buckets that many people share, while they are under way. Such a bucket records failures alone; until an
 * attempt has ended it counts here, so that parallel guesses cannot pass together (LOG-06).
 */
@Injectable()
export class AttemptsUnderWay {
  private readonly buckets = new Map<string, Map<string, string>>();

  /** Counts one more from this instant on; answers how many were under way before it. */
  begin(bucketId: string, attemptId: string, at: string): number {
    const bucket = this.buckets.get(bucketId) ?? new Map<string, string>();
    this.buckets.set(bucketId, bucket);
    for (const [one, since] of bucket) {
      if (secondsBetween(since, at) < LAPSE) break;
      bucket.delete(one);
    }
    const before = bucket.size;
    bucket.set(attemptId, at);
    return before;
  }

  end(bucketId: string, attemptId: string): void {
    const bucket = this.buckets.get(bucketId);
    bucket?.delete(attemptId);
    if (bucket?.size === 0) this.buckets.delete(bucketId);
  }
}
