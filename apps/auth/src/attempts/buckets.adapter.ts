import { Inject, Injectable } from '@nestjs/common';
import { SECRETS, SETTINGS } from '#platform';
import { digestOf, type Secrets } from '#secrets';
import type { Settings } from '#settings';
import {
  fromEveryone,
  fromOneNetwork,
  guessing,
  type Limits,
  renewalsFromANetwork,
  renewalsFromEveryone,
  renewalsOfAnAccount,
  triesOfOneCase,
  typingCodes,
} from './limits.js';

/** What is counted together, and how often it may be tried. The id is a keyed digest: it says nothing (LOG-04, LOG-10). */
export type Bucket = Readonly<{
  id: string;
  limits: Limits;
  /** Met by many people: it records failures alone, or everyone's sign-ins would queue for one stream. */
  shared: boolean;
}>;

@Injectable()
export class Buckets {
  constructor(
    @Inject(SECRETS) private readonly secrets: Secrets,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  account(identifierDigest: string): Bucket {
    return this.bucket(guessing, 'account', identifierDigest);
  }

  /** A browser that opened this account before: others who hammer it cannot lock its owner out (LOG-07). */
  device(userId: string, deviceId: string): Bucket {
    return this.bucket(guessing, 'device', userId, deviceId);
  }

  /** The key typed again in a session: whoever is in it has proved more than a stranger, and no more than this one. */
  session(userId: string, sessionId: string): Bucket {
    return this.bucket(guessing, 'device', userId, 'session', sessionId);
  }

  /** Provisional keys typed from one network while the account is throttled: renewal works all the same (LOG-07). */
  recovery(identifierDigest: string, network: string): Bucket {
    return this.bucket(guessing, 'recovery', identifierDigest, network);
  }

  /** Codes of an app, typed by whoever has the key already: counted apart from keys, by the same rule (MFA-04, LOG-03). */
  secondFactor(userId: string): Bucket {
    return this.bucket(guessing, 'second-factor', userId);
  }

  /** Recovery codes: apart from the app's, so that guesses at those keep nobody from the way that is left (LOG-07). */
  recoveryCodes(userId: string): Bucket {
    return this.bucket(guessing, 'recovery-code', userId);
  }

  network(network: string): Bucket {
    return {
      ...this.bucket(fromOneNetwork(this.settings.networkFailures), 'network', network),
      shared: true,
    };
  }

  everyone(): Bucket {
    return { ...this.bucket(fromEveryone(this.settings.everyoneFailures), 'everyone'), shared: true };
  }

  /** Codes of support, apart from keys: guesses at a key do not keep its owner from coming back by phone. */
  codesTyped(identifierDigest: string, network: string): Bucket {
    return this.bucket(typingCodes, 'case-code', identifierDigest, network);
  }

  triesOfCase(caseId: string): Bucket {
    return this.bucket(triesOfOneCase, 'case', caseId);
  }

  renewalsOf(identifierDigest: string): Bucket {
    return this.bucket(renewalsOfAnAccount, 'renewal-account', identifierDigest);
  }

  renewalsFrom(network: string): Bucket {
    return this.bucket(renewalsFromANetwork, 'renewal-network', network);
  }

  renewalsTogether(): Bucket {
    return this.bucket(renewalsFromEveryone(this.settings.everyoneRenewals), 'renewal-everyone');
  }

  private bucket(limits: Limits, purpose: string, ...subject: readonly string[]): Bucket {
    const id = digestOf(this.secrets.identifierDigestKey, 'attempts', purpose, ...subject);
    return { id, limits, shared: false };
  }
}
