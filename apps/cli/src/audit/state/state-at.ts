import { type Credential, credential, type CredentialEvent } from '#apps/auth';
import { type School, school, type SchoolEvent, type User, user, type UserEvent } from '#apps/users';
import { type Aggregate, type DomainEvent, fold } from '#event-sourcing';
import type { RecordedEvent } from '#event-store';

/** A state at an instant, folded from the stored events up to it. Encrypted fields stay encrypted: nothing here shows them. */
const stateAt = <State, Event extends DomainEvent>(
  aggregate: Aggregate<State, Event>,
  recorded: readonly RecordedEvent[],
  at: string,
): State =>
  fold(
    aggregate,
    recorded
      .filter(({ metadata }) => String(metadata['at']) <= at)
      .map(({ type, data }) => ({ type, data }) as unknown as Event),
  );

export const credentialAt = (recorded: readonly RecordedEvent[], at: string): Credential =>
  stateAt<Credential, CredentialEvent>(credential, recorded, at);

export const userAt = (recorded: readonly RecordedEvent[], at: string): User =>
  stateAt<User, UserEvent>(user, recorded, at);

export const schoolAt = (recorded: readonly RecordedEvent[], at: string): School =>
  stateAt<School, SchoolEvent>(school, recorded, at);
