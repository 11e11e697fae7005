import { type AggregateStore, briefOf } from '#aggregate-store';
import type { EventFilter, EventStore, StoredEvent } from '#event-store';
import type { Publish } from '#messaging';
import type { Draft, Refilled, Writes } from '#projections';
import type { DataKeys } from '#vault';
import { isSchoolMember } from '../user/school-member.js';
import { user } from '../user/user.js';
import type { UserEvent } from '../user/user.events.js';
import { putCoolOff } from './cool-off.table.js';
import { foldedIn, peopleNamed, type PersonRow, putTold, putWhole, removePerson } from './person.table.js';
import { lastSignIns, signInTypes } from './last-sign-ins.step.js';
import { heard, signInsTold } from './project-sign-in.js';
import type { SignInFacts } from './user-view.js';

/** What happened to one person since the list was written last, as text: it takes less room than what it says. */
type Meanwhile = { stored: StoredEvent[]; told: Partial<SignInFacts> };

const prefix = `${user.category}-`;
const keysOfPeople = 'data-key-subject-';
const ofUsers = [prefix, keysOfPeople];
/** What the messages about keys and sessions are made from; attempts, mails and the rest tell the list nothing. */
const ofKeys = ['credential-', 'session-', 'factors-', 'recovery-'];
/** Of those, the most frequent that change nothing in the list. */
export const ofNoConcern = ['CredentialOpened', 'SessionSeen', 'SessionEnded'];

/** The events that concern the list; with `publishAuth` those that auth tells of too. */
export const concernsOf = (publishAuth: Publish | undefined): EventFilter => ({
  streams: publishAuth === undefined ? ofUsers : [...ofUsers, ...ofKeys],
  except: ofNoConcern,
});

type Sources = Readonly<{
  store: EventStore;
  aggregates: AggregateStore;
  keys: DataKeys;
  /** What auth tells. */
  publishAuth: Publish | undefined;
}>;

/**
 * The user list as it is filled anew. What happens to one person in one stretch of the log is put together and written once; what is
 * written is what `UserListProjection` would have come to. Where the log has an index, sign-ins are not read: of everybody who is registered the
 * last one is looked up.
 */
export class UserListRefill implements Refilled {
  readonly names: readonly string[];
  readonly concerns: EventFilter;
  private meanwhile = new Map<string, Meanwhile>();

  constructor(private readonly from: Sources) {
    const { publishAuth, store } = from;
    this.names = publishAuth === undefined ? ['users'] : ['users', 'sign-ins'];
    const concerns = concernsOf(publishAuth);
    this.concerns = store.indexed ? { ...concerns, except: [...ofNoConcern, ...signInTypes] } : concerns;
  }

  take(event: StoredEvent): void {
    const { stream } = event;
    if (stream.startsWith(keysOfPeople)) return this.from.keys.meet(briefOf(event));
    if (stream.startsWith(prefix)) {
      this.of(stream.slice(prefix.length)).stored.push(event);
      return;
    }
    for (const { userId, told } of signInsTold(this.from.publishAuth?.(briefOf(event)) ?? [])) {
      const meanwhile = this.of(userId);
      meanwhile.told = heard(meanwhile.told, told);
    }
  }

  async write(draft: Draft, before: Promise<void>): Promise<void> {
    const { meanwhile } = this;
    this.meanwhile = new Map();
    const happened = [...meanwhile.values()].flatMap(({ stored }) => stored);
    const decoding = this.from.aggregates.decodeAll(user, happened.map(briefOf));
    const signingIn = this.signInsOf(registeredIn(meanwhile));
    // Told when its turn has come.
    decoding.catch(() => undefined);
    signingIn.catch(() => undefined);
    await before;
    const known = await peopleNamed(draft, [...meanwhile.keys()]);
    const [decoded, signedIn] = await Promise.all([decoding, signingIn]);
    let next = 0;
    for (const [userId, { stored, told }] of meanwhile) {
      const events = decoded.slice(next, (next += stored.length));
      writeOne(draft, userId, known.get(userId), { events, told: { ...told, ...signedIn.get(userId) } });
    }
  }

  private signInsOf(userIds: readonly string[]): Promise<ReadonlyMap<string, Partial<SignInFacts>>> {
    const { store, publishAuth } = this.from;
    return store.indexed && publishAuth
      ? lastSignIns(store, publishAuth, userIds)
      : Promise.resolve(new Map());
  }

  private of(userId: string): Meanwhile {
    const known = this.meanwhile.get(userId);
    if (known !== undefined) return known;
    const none: Meanwhile = { stored: [], told: {} };
    this.meanwhile.set(userId, none);
    return none;
  }
}

/** Who is first heard of here: only then has the sign-in to be looked up. */
const registeredIn = (meanwhile: ReadonlyMap<string, Meanwhile>): readonly string[] =>
  [...meanwhile].flatMap(([userId, { stored }]) => (stored[0]?.revision === 0 ? [userId] : []));

const writeOne = (
  sql: Writes,
  userId: string,
  row: PersonRow | undefined,
  { events, told }: Readonly<{ events: readonly UserEvent[]; told: Partial<SignInFacts> }>,
): void => {
  if (events.length === 0) return putTold(sql, userId, row, told);
  const state = events.reduce((before, event) => user.evolve(before, event), foldedIn(row));
  if (isSchoolMember(state)) putWhole(sql, userId, row, { person: state, told });
  else removePerson(sql, userId);
  // Of most people there is nothing to say, and nothing that was said before.
  if (row !== undefined || !isSchoolMember(state) || state.changes.length > 0) putCoolOff(sql, userId, state);
};
