import { stateAt } from '#aggregate-store';
import {
  type Credential,
  credential,
  type CredentialEvent,
  type Factors,
  factors,
  type FactorsEvent,
} from '#apps/auth';
import { type School, school, type SchoolEvent, type User, user, type UserEvent } from '#apps/users';
import type { RecordedEvent } from '#event-store';

export const credentialAt = (recorded: readonly RecordedEvent[], at: string): Credential =>
  stateAt<Credential, CredentialEvent>(credential, recorded, at);

export const factorsAt = (recorded: readonly RecordedEvent[], at: string): Factors =>
  stateAt<Factors, FactorsEvent>(factors, recorded, at);

export const userAt = (recorded: readonly RecordedEvent[], at: string): User =>
  stateAt<User, UserEvent>(user, recorded, at);

export const schoolAt = (recorded: readonly RecordedEvent[], at: string): School =>
  stateAt<School, SchoolEvent>(school, recorded, at);
