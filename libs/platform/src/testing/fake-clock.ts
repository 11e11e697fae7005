import { Clock } from '../clock/clock.js';

type Span = Readonly<{
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
  milliseconds?: number;
}>;

/** A clock that stands still until a spec moves it. */
export class FakeClock extends Clock {
  private at: number;

  constructor(start = '2026-11-22T08:00:00.000Z') {
    super();
    this.at = Date.parse(start);
  }

  now(): string {
    return new Date(this.at).toISOString();
  }

  /** Milliseconds since 1970, for adapters that count in them. */
  milliseconds(): number {
    return this.at;
  }

  advance({ days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }: Span): void {
    this.at += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
  }
}
