/** The time, as ISO 8601 in UTC with milliseconds. Decisions never ask it; handlers hand it to them as a fact. */
export abstract class Clock {
  abstract now(): string;
}

/** The machine's clock. */
export class SystemClock extends Clock {
  now(): string {
    return new Date().toISOString();
  }
}
