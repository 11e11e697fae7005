import { Injectable } from '@nestjs/common';
import { Opener } from '#sealing';
import { KeyHasher } from '../key-hashing/key-hasher.js';
import type { NewCodes } from './first-codes.js';
import { recoveryCodeIn } from './recovery-code-text.js';

const HOW_MANY = 10;

/** Hashes the ten codes that the gateway made and sealed. Slowly, like keys: 70 bits are too few for a fast hash (MFA-05, ASVS 6.5.2). */
@Injectable()
export class NewRecoveryCodes {
  constructor(
    private readonly opener: Opener,
    private readonly hasher: KeyHasher,
  ) {}

  /** Rejects with HasherBusy. Throws when this is not what the gateway seals: ten codes in the order of their numbers. */
  async hash(sealedCodes: string, sessionId: string, setId: string): Promise<NewCodes> {
    const typed = (await this.opener.open(sealedCodes, sessionId))?.['codes']?.split(' ') ?? [];
    const codes = typed.map(recoveryCodeIn);
    if (codes.length !== HOW_MANY || codes.some((code, index) => code?.number !== index))
      throw new Error('not ten codes');
    const hashes: string[] = [];
    // One after the other: ten at once would fill the queue that everybody's sign-in waits in (LOG-08).
    for (const code of codes) hashes.push(await this.hasher.hash(code!.text));
    return { setId, hashes: hashes.join(' ') };
  }
}
