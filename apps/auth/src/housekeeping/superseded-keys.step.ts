import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '#event-store';
import { Clock } from '#platform';
import { DataKeys } from '#vault';
import type { CredentialEvent } from '../credential/credential.events.js';
import { credential } from '../credential/credential.js';
import { provisionalKey } from '../credential/data-key-names.js';
import { supersededKeys } from '../credential/superseded-keys.js';
import { Directory } from '../directory/directory.adapter.js';
import type { FactorsEvent } from '../factors/factors.events.js';
import { factors } from '../factors/factors.js';
import { supersededFactorKeys } from '../factors/superseded-factor-keys.js';
import { caseCodeKey, recovery } from '../recovery/recovery.js';
import type { RecoveryEvent } from '../recovery/recovery.events.js';
import { spentCodeKeys } from '../recovery/spent-code-keys.js';

const prefix = `${credential.category}-`;

const namesIn = (event: RecordedEvent): readonly string[] => {
  if (event.stream.startsWith(prefix))
    return supersededKeys(event as unknown as CredentialEvent, event.stream.slice(prefix.length));
  if (event.stream.startsWith(`${factors.category}-`))
    return supersededFactorKeys(event as unknown as FactorsEvent);
  return event.stream.startsWith(`${recovery.category}-`)
    ? spentCodeKeys(event as unknown as RecoveryEvent)
    : [];
};

/** Destroys the data keys of hashes that are over. Destroying one again changes nothing. */
@Injectable()
export class SupersededKeys {
  constructor(
    private readonly keys: DataKeys,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** What this event has made superfluous. False when nothing. */
  async after(event: RecordedEvent): Promise<void | false> {
    const names = namesIn(event);
    if (names.length === 0) return false;
    for (const name of names) await this.keys.destroy(name);
  }

  /** What time has made superfluous: provisional keys that expired unused. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    const issueIds = this.directory.provisionalKeysExpired(now);
    const codeIds = this.directory.caseCodesExpired(now);
    for (const codeId of codeIds) await this.keys.destroy(caseCodeKey(codeId));
    for (const issueId of issueIds) await this.keys.destroy(provisionalKey(issueId));
    this.directory.forget({ issueIds, codeIds, now });
  }
}
