import { Injectable } from '@nestjs/common';
import type { CommandContext } from '#aggregate-store';
import { AttemptsGate, type Admission } from '../attempts/attempts.gate.js';
import { Buckets } from '../attempts/buckets.adapter.js';
import type { Device } from './device-tokens.adapter.js';

type Attempt = Readonly<{
  identifierDigest: string;
  network: string;
  device: Device | null;
  /** Whether what was typed has the shape of a provisional key. */
  mayBeProvisional: boolean;
}>;

/** An admission, and whether it is only for a provisional key; the account's own wait is then still to be told. */
export type SignInAdmission = Admission & Readonly<{ chosenToo: boolean; accountRefuses: number }>;

/** Whether somebody may try to sign in now (LOG-03 .. LOG-07). */
@Injectable()
export class SignInAdmissions {
  constructor(
    private readonly gate: AttemptsGate,
    private readonly buckets: Buckets,
  ) {}

  async reserve(attempt: Attempt, context: CommandContext): Promise<SignInAdmission> {
    const { identifierDigest, network, device, mayBeProvisional } = attempt;
    const around = [this.buckets.network(network), this.buckets.everyone()];
    // A known browser waits for nobody but itself: neither strangers nor a crowd lock its owner out.
    const own = device
      ? this.buckets.device(device.userId, device.deviceId)
      : this.buckets.account(identifierDigest);
    const first = await this.gate.reserve(device ? [own] : [own, ...around], context);
    if (first.admitted || first.by.id !== own.id || !mayBeProvisional) {
      return { ...first, chosenToo: true, accountRefuses: 0 };
    }
    // Guesses at the chosen key must not keep its owner from renewing it (LOG-07). Guesses at a provisional key are
    // counted apart, per network, by the same rule (FRG-09): 80 bits for an hour leave room for all networks there are.
    const recovery = this.buckets.recovery(identifierDigest, network);
    const second = await this.gate.reserve([recovery, ...around], context);
    return { ...second, chosenToo: false, accountRefuses: first.retryAfter };
  }
}
