import { unreachable, type Aggregate } from '#event-sourcing';
import type { RecoveryEvent } from './recovery.events.js';

/** Wrong codes after which a case's codes are dead (TEL-10). */
export const TRIES = 5;

/** The data key that the hashes of a code and of its second proof are encrypted under; destroyed when the code is spent. */
export const caseCodeKey = (codeId: string): string => `case-code-${codeId}`;

/** The last code of a user. Its hash is null once its data key is destroyed. */
export type CaseCode = Readonly<{
  caseId: string;
  codeId: string;
  hash: string | null;
  expiresAt: string;
  byMail: boolean;
  /** The second factors go once a key is chosen with it (TEL-11). */
  factorsLost?: true;
  /** Hash of the second proof; null before it is made. */
  proof: string | null;
  redeemedIn: string | null;
  cancelled: boolean;
}>;

export type Recovery = Readonly<{
  last: CaseCode | null;
  /** Wrong codes by case: a new code of the same case gives no new tries. */
  wrong: Readonly<{ caseId: string; count: number }> | null;
}>;

const hashed = ({ codeId }: { codeId: string }) => caseCodeKey(codeId);

/** The codes support has read out to one user: `recovery-<user id>`. There is at most one that opens anything. */
export const recovery: Aggregate<Recovery, RecoveryEvent> = {
  category: 'recovery',
  initial: { last: null, wrong: null },
  protects: { CaseCodeHeld: { hash: hashed }, CaseProofHeld: { hash: hashed } },
  evolve: (state, event) => {
    const { last } = state;
    switch (event.type) {
      case 'CaseCodeHeld': {
        const { voids: _, ...code } = event.data;
        return { ...state, last: { ...code, proof: null, redeemedIn: null, cancelled: false } };
      }
      case 'CaseProofHeld':
        return changed(state, event.data.codeId, { proof: event.data.hash });
      case 'CaseCodeRejected': {
        const { caseId } = event.data;
        const before = state.wrong?.caseId === caseId ? state.wrong.count : 0;
        return { last, wrong: { caseId, count: before + 1 } };
      }
      case 'CaseCodeRedeemed':
        return changed(state, event.data.codeId, { redeemedIn: event.data.sessionId });
      case 'CaseCodeCancelled':
        return changed(state, event.data.codeId, { cancelled: true });
      default:
        return unreachable(event);
    }
  },
};

const changed = (state: Recovery, codeId: string, more: Partial<CaseCode>): Recovery =>
  state.last?.codeId === codeId ? { ...state, last: { ...state.last, ...more } } : state;
