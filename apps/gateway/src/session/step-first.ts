import type { SessionLevel } from '#contracts';
import type { ProblemCode } from '../problem/problems.js';

/** A session that must do one thing before all others. */
export type RestrictedLevel = Exclude<SessionLevel, 'full'>;

/** The one page each of them may see. */
export const stepPage: Readonly<Record<RestrictedLevel, string>> = {
  'choose-key': '/choisir-ma-cle',
  'second-factor': '/second-facteur',
  'enrol-factor': '/mon-compte/second-facteur',
};

/** What the API answers to them instead. */
export const stepProblem: Readonly<Record<RestrictedLevel, ProblemCode>> = {
  'choose-key': 'choose-key-first',
  'second-factor': 'second-factor-first',
  'enrol-factor': 'enrol-factor-first',
};

/** Thrown by the session guard when such a session asks for any other page (FRG-02, MFA-01). */
export class StepFirst extends Error {
  override readonly name = 'StepFirst';
  constructor(readonly level: RestrictedLevel) {
    super(`${level} first`);
  }
}
