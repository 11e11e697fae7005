import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { partsOf, type Platform, PlatformModule } from '#platform';
import { Opener } from '#sealing';
import { AuthReadiness } from './auth.readiness.js';
import { attemptsParts } from './attempts/attempts.parts.js';
import { credentialParts } from './credential/credential.parts.js';
import { directoryParts } from './directory/directory.parts.js';
import { factorsParts } from './factors/factors.parts.js';
import { housekeepingParts } from './housekeeping/housekeeping.parts.js';
import { keyPolicyParts } from './key-policy/key-policy.parts.js';
import { recoveryParts } from './recovery/recovery.parts.js';
import { rememberParts } from './remember/remember.parts.js';
import { renewalParts } from './renewal/renewal.parts.js';
import { sessionParts } from './session/session.parts.js';
import { signInParts } from './sign-in/sign-in.parts.js';
import { tokenParts } from './token/token.parts.js';
import { userLifeParts } from './user-life/user-life.parts.js';
import { Argon2KeyHasher } from './key-hashing/argon2-key-hasher.adapter.js';
import { KeyHasher } from './key-hashing/key-hasher.js';
import { KeyAppraiser } from './key-policy/key-appraiser.js';
import { ZxcvbnKeyAppraiser } from './key-policy/zxcvbn-key-appraiser.adapter.js';

const { controllers, providers } = partsOf([
  attemptsParts,
  credentialParts,
  directoryParts,
  factorsParts,
  housekeepingParts,
  keyPolicyParts,
  recoveryParts,
  rememberParts,
  renewalParts,
  sessionParts,
  signInParts,
  tokenParts,
  userLifeParts,
]);

type Adapters = Readonly<{ hasher?: KeyHasher; appraiser?: KeyAppraiser }>;

/** The auth service: credentials, attempts, sessions. It alone can open what is sealed (invariant 1). */
@Module({})
export class AuthModule {
  /** The adapters are for specs that need not wait for real hashes, or share what is slow to start. */
  static with(
    platform: Platform,
    {
      hasher = new Argon2KeyHasher({ metrics: platform.metrics }),
      appraiser = new ZxcvbnKeyAppraiser(),
    }: Adapters = {},
  ): DynamicModule {
    return {
      module: AuthModule,
      imports: [CqrsModule.forRoot(), PlatformModule.with(platform)],
      controllers,
      providers: [
        ...providers,
        AuthReadiness,
        { provide: KeyHasher, useValue: hasher },
        { provide: KeyAppraiser, useValue: appraiser },
        { provide: Opener, useValue: new Opener(platform.secrets.sealing.privateJwk) },
      ],
    };
  }
}
