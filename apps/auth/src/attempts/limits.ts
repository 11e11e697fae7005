/** At most so many attempts in any span of so many seconds. */
export type Window = Readonly<{ limit: number; seconds: number }>;

/** How often a bucket may be tried. */
export type Limits = Readonly<{
  windows: readonly Window[];
  /**
   * Attempts are remembered by slots of so many seconds, so that a busy bucket stays a few lines of JSON; a slot counts
   * until the whole of it has left the window, so the limit is never exceeded. 0 remembers each attempt by itself.
   */
  slot: number;
  /** After so many free failures the wait doubles with each, from `first` to `ceiling` seconds. */
  backOff?: Readonly<{ free: number; first: number; ceiling: number }>;
}>;

/** Failures in a row after which the key is disabled and only a renewal helps (LOG-03, NIST 800-63B-4 3.2.2). */
export const CONSECUTIVE_FAILURES_ALLOWED = 100;

const MINUTE = 60;
const HOUR = 3600;
const DAY = 24 * HOUR;

/** Failures in a row that cost no wait (LOG-03). */
export const FREE_FAILURES = 5;

/**
 * One account, one device or one recovery (LOG-03): five free failures, then 1, 2, 4 … minutes up to two hours, and
 * never more than 25 in 24 hours: doubling alone, capped at one hour, would let 33 through (CNIL asks for 25).
 */
export const guessing: Limits = {
  windows: [{ limit: 25, seconds: DAY }],
  slot: 0,
  backOff: { free: FREE_FAILURES, first: MINUTE, ceiling: 2 * HOUR },
};

/** Failures from one network prefix (LOG-05). */
export const fromOneNetwork = (limit: number): Limits => ({
  windows: [{ limit, seconds: 10 * MINUTE }],
  slot: MINUTE,
});

/** Failures of everyone together (LOG-05): what keeps a spray over many accounts and networks in bounds. */
export const fromEveryone = (limit: number): Limits => ({
  windows: [{ limit, seconds: MINUTE }],
  slot: 10,
});

/** Codes of support typed for one identifier from one network: as many as a code has tries, in as long as it lives (TEL-05, TEL-10). */
export const typingCodes: Limits = { windows: [{ limit: 5, seconds: 10 * MINUTE }], slot: 0 };

/** Codes typed for one case of support: five, wherever they come from (TEL-10). */
export const triesOfOneCase: Limits = { windows: [{ limit: 5, seconds: DAY }], slot: 0 };

/** Key renewals of one account (FRG-08). */
export const renewalsOfAnAccount: Limits = {
  windows: [
    { limit: 1, seconds: MINUTE },
    { limit: 3, seconds: HOUR },
    { limit: 5, seconds: DAY },
  ],
  slot: 0,
};

/** Key renewals asked from one network prefix (FRG-08). */
export const renewalsFromANetwork: Limits = { windows: [{ limit: 10, seconds: HOUR }], slot: 0 };

/** Key renewals of everyone together (FRG-08): what a flood over many accounts and networks can make us mail. */
export const renewalsFromEveryone = (limit: number): Limits => ({
  windows: [{ limit, seconds: 10 * MINUTE }],
  slot: MINUTE,
});

export const longestWindow = ({ windows }: Limits): number =>
  Math.max(...windows.map(({ seconds }) => seconds));
