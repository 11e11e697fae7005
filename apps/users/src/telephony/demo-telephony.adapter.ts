import { Telephony, type OutboundCall } from './telephony.js';

/** A call that would have been placed. */
export type DemoCall = Readonly<{ number: string; at: string }>;

const MOST = 50;

/** Calls nobody: keeps the last numbers in memory for the demo page, where whoever tries the portal plays the manager. */
export class DemoTelephony extends Telephony {
  private readonly placed: DemoCall[] = [];

  constructor(private readonly now: () => string) {
    super();
  }

  async place({ number }: OutboundCall): Promise<void> {
    this.placed.unshift({ number, at: this.now() });
    this.placed.length = Math.min(this.placed.length, MOST);
  }

  calls(): readonly DemoCall[] {
    return this.placed;
  }
}
