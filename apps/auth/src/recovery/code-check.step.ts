import { Injectable } from '@nestjs/common';
import { provisionalKeyIn } from '../credential/provisional-key-text.js';
import { KeyHasher } from '../key-hashing/key-hasher.js';
import { Decoy } from '../sign-in/decoy.adapter.js';
import { caseCodeIn } from './case-code-text.js';
import type { CaseCode } from './recovery.js';

type Typed = Readonly<{ code: string; proof: string }>;

/** Compares what was typed with exactly two hashes, whoever it is said to belong to (LOG-02): the code's and the second proof's, or decoys. */
@Injectable()
export class CodeCheck {
  constructor(
    private readonly hasher: KeyHasher,
    private readonly decoy: Decoy,
  ) {}

  /** Rejects with HasherBusy. */
  async isRight(code: CaseCode | null, typed: Typed): Promise<boolean> {
    const digits = caseCodeIn(typed.code);
    const proof = provisionalKeyIn(typed.proof);
    const codeFits = await this.verify(code?.hash ?? null, digits);
    const proofFits = await this.verify(code?.byMail === true ? code.proof : null, proof);
    return code !== null && codeFits && (proofFits || !code.byMail);
  }

  private async verify(hash: string | null, text: string | null): Promise<boolean> {
    const fits = await this.hasher.verify(hash ?? this.decoy.hash, text ?? '');
    return fits && hash !== null && text !== null;
  }
}
