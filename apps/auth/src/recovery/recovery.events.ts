import type { DomainEvent } from '#event-sourcing';

type OfCode<Type extends string, More = object> = DomainEvent<
  Type,
  { caseId: string; codeId: string } & More
>;

/** What can happen to the codes by which support brings a manager back. A hash stands encrypted under a data key of its code. */
export type RecoveryEvent =
  /** `voids` names the code it replaces. */
  | OfCode<
      'CaseCodeHeld',
      {
        hash: string | null;
        expiresAt: string;
        byMail: boolean;
        /** The second factors go with the old key (TEL-11). */
        factorsLost?: true;
        voids: readonly string[];
      }
    >
  /** The second proof exists, and will be mailed. A later one replaces it. */
  | OfCode<'CaseProofHeld', { hash: string | null }>
  | OfCode<'CaseCodeRejected'>
  /** It opened a session in which a key can be chosen. */
  | OfCode<'CaseCodeRedeemed', { sessionId: string }>
  | OfCode<'CaseCodeCancelled'>;
