import passport from 'passport';
import type { SignInRequest } from './key.strategy.js';
import type { SignInOutcome } from './sign-in-outcome.js';

type Done = (error: unknown, outcome?: SignInOutcome | false | null) => void;

/**
 * Runs one request through a Passport strategy. The strategy is given itself, not by its name: names are global to the
 * process, and two gateways may live in one. Passport writes on what it is given, so it gets an object of its own.
 */
export const signInWith = (strategy: object, request: SignInRequest): Promise<SignInOutcome> =>
  new Promise((resolve, reject) => {
    const done: Done = (error, outcome) => {
      if (error) reject(error as Error);
      else resolve(outcome || { outcome: 'refused', reason: 'not-filled-in' });
    };
    const run = passport.authenticate(Object.create(strategy), { session: false }, done) as (
      request: object,
      response: object,
      next: (error?: unknown) => void,
    ) => void;
    run({ ...request }, {}, (error) => reject(error as Error));
  });
