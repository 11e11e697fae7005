import type { Parts } from '#platform';
import { SignInAdmissions } from './admission.step.js';
import { Decoy } from './decoy.adapter.js';
import { DeviceTokens } from './device-tokens.adapter.js';
import { KeyCheck } from './key-check.step.js';
import { Rehash } from './rehash.step.js';
import { SessionOpening } from './session-opening.step.js';
import { SignInController } from './sign-in.controller.js';
import { SignInHandler } from './sign-in.handler.js';

export const signInParts: Parts = {
  controllers: [SignInController],
  providers: [SignInHandler, Decoy, DeviceTokens, KeyCheck, Rehash, SessionOpening, SignInAdmissions],
};
