import { Inject, Injectable } from '@nestjs/common';
import {
  type Actor,
  FindUser,
  GetCredentialAt,
  GetUserAt,
  type Locale,
  TellCredential,
  TellUser,
  type ToldEvent,
} from '#contracts';
import { ServiceBus } from '#service-bus';

const noCredential = {
  opens: 'nothing' as const,
  generation: 0,
  epoch: 0,
  provisionalKeysUntil: [],
  disabledByFailures: false,
  deactivated: false,
  factors: [],
  recoveryCodesUsed: null,
  sessions: [],
};

/** Why somebody reads, where they said it. */
type Reading = Readonly<{ reason: string | undefined }>;

/** What users and auth know of somebody, put together for an auditor. Users is asked first: it knows who may read (GDP-09). */
@Injectable()
export class AuditDesk {
  constructor(@Inject(ServiceBus) private readonly bus: ServiceBus) {}

  /** The user an id or an identifier names. */
  async find(actor: Actor, typed: string) {
    if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(typed)) return { outcome: 'done' as const, userId: typed };
    return this.bus.ask(FindUser, { actor, identifier: typed });
  }

  /** Their access at an instant; the reading and its reason are in the security log. */
  async stateAt(actor: Actor, userId: string, { at, reason }: Reading & { at: string }) {
    const person = await this.bus.ask(GetUserAt, { actor, userId, at, reason });
    if (person.outcome === 'refused') return person;
    const held = await this.bus.ask(GetCredentialAt, { userId, at });
    return { ...person, ...(held.outcome === 'done' ? held : noCredential) };
  }

  /** What happened to them, in the order of the log; the reading and its reason are in the security log. */
  async timeline(actor: Actor, userId: string, { locale, reason }: Reading & { locale: Locale }) {
    const ofUser = await this.bus.ask(TellUser, { actor, userId, locale, reason });
    if (ofUser.outcome === 'refused') return ofUser;
    const ofCredential = await this.bus.ask(TellCredential, { userId, locale });
    const told: ToldEvent[] = [
      ...ofUser.events,
      ...(ofCredential.outcome === 'done' ? ofCredential.events : []),
    ];
    return { outcome: 'done' as const, events: told.sort((one, other) => one.position - other.position) };
  }
}
