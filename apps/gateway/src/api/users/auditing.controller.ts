import { Controller, Inject } from '@nestjs/common';
import { Clock } from '#platform';
import { AuditDesk } from '../../auditing/audit-desk.js';
import { fieldNotValid } from '../../problem/field-not-valid.js';
import { Problem } from '../../problem/problem.js';
import { actorOf } from '../../session/actor.js';
import { Person } from '../../session/person.decorator.js';
import type { SignedIn } from '../../session/signed-in.js';
import { done } from '../done.js';
import { Input } from '../input.decorator.js';
import { Operates } from '../operates.decorator.js';
import type { InputOf } from '../operation.js';
import { getCredential } from './get-credential.operation.js';

/** What auditors read. */
@Controller()
export class AuditingController {
  constructor(
    @Inject(AuditDesk) private readonly desk: AuditDesk,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Operates(getCredential)
  async credential(@Person() person: SignedIn, @Input() { path, query }: InputOf<typeof getCredential>) {
    // A manager must not learn from the refusal who exists elsewhere (REF-05).
    if (person.profile.role === 'manager') throw new Problem('unknown-user');
    if (person.profile.role !== 'auditor') throw new Problem('not-allowed');
    const now = this.clock.now();
    const at = new Date(query.at ?? now).toISOString();
    // Of what is still to come the log would tell as if today went on until then.
    if (at > now) throw fieldNotValid('query', '/at', (words) => words.stillToCome);
    const { outcome: _, ...state } = done(
      await this.desk.stateAt(actorOf(person), path.userId, { at, reason: query.reason }),
    );
    return { at, ...state };
  }
}
