import type { Decision } from '#event-sourcing';
import { changeKey } from '../../credential/change-key.js';
import { chooseKey } from '../../credential/choose-key.js';
import type { Credential } from '../../credential/credential.js';
import type { CredentialEvent } from '../../credential/credential.events.js';
import { disableCredential } from '../../credential/disable-credential.js';
import { endSessions } from '../../credential/end-sessions.js';
import { issueProvisionalKey } from '../../credential/issue-provisional-key.js';
import { recordProvisionalKeySent } from '../../credential/record-provisional-key-sent.js';
import { redeemProvisionalKey } from '../../credential/redeem-provisional-key.js';
import { renewKey } from '../../credential/renew-key.js';
import { restoreCredential } from '../../credential/restore-credential.js';
import { revokeProvisionalKeys } from '../../credential/revoke-provisional-keys.js';
import { later } from '../../instant.js';
import {
  decided,
  factsOf,
  type KeyWorld,
  loaded,
  newWorld,
  opens,
  selectorOf,
  type Session,
} from './world.js';

/** One thing that happens; null where it cannot, or changes nothing. */
export type Move = Readonly<{ name: string; make(world: KeyWorld): KeyWorld | null }>;

/** The provisional key that a mail answers a request with. */
const mail = (requestId: string): Move => ({
  name: `a mail answers ${requestId}`,
  make: (world) => {
    const issueId = `i${world.mailed.length}`;
    const text = `mailed ${issueId}`;
    const facts = { issueId, requestId, hash: text, selector: selectorOf(text), at: world.at };
    const issued = decided(world, (state) => issueProvisionalKey(state, facts));
    return issued && { ...issued, mailed: [...world.mailed, text] };
  },
});

/** Right at this moment; the session is opened by another move, so that anything may come between the two. */
const type = (text: string): Move => ({
  name: `« ${text} » is typed`,
  make: (world) => {
    const state = loaded(world);
    const comparison = opens(world, text);
    if (state.kind === 'none' || comparison === null || world.checked.length > 0) return null;
    return { ...world, checked: [{ text, epoch: state.epoch }] };
  },
});

const open: Move = {
  name: 'the session opens',
  make: (world) => {
    const [checked] = world.checked;
    if (checked === undefined || world.sessions.length === SESSIONS) return null;
    const { text, epoch } = checked;
    const sessionId = `s${world.sessions.length}`;
    const withSession = (level: Session['level']) => [...world.sessions, { sessionId, level, epoch, text }];
    const done = { ...world, checked: [] };
    if (!text.startsWith('mailed')) return { ...done, sessions: withSession('full') };
    const issueId = text.slice('mailed '.length);
    const redeemed = decided(done, (state) =>
      redeemProvisionalKey(state, { issueId, sessionId, at: world.at }),
    );
    return redeemed ? { ...redeemed, sessions: withSession('choose-key') } : done;
  },
};

const choose = (place: number, text: string): Move => ({
  name: `in session ${place} « ${text} » is chosen`,
  make: (world) => {
    const session = world.sessions[place];
    const isThere = text.startsWith('own') || world.mailed.includes(text);
    if (session === undefined || !isThere) return null;
    const facts = { ...factsOf(world, text), session };
    return decided(world, (state) =>
      session.level === 'full'
        ? changeKey(state, { ...facts, isRight: true })
        : chooseKey(state, { ...facts, at: world.at }),
    );
  },
});

const simply = (name: string, decide: (state: Credential) => Decision<CredentialEvent, string>): Move => ({
  name,
  make: (world) => decided(world, decide),
});

const own = ['own 1', 'own 2'];
const mailed = ['mailed i0', 'mailed i1', 'mailed i2'];
const SESSIONS = 3;

const ask: Move = {
  name: 'a renewal is asked for',
  make: (world) => {
    const requestId = `r${world.history.filter(({ type }) => type === 'KeyRenewalRequested').length}`;
    return decided(world, (state) => renewKey(state, { requestId, reason: 'forgotten', at: world.at }));
  },
};

const taken = (text: string): Move =>
  simply(`the mail with « ${text} » is taken`, (state) =>
    recordProvisionalKeySent(state, { issueId: text.slice('mailed '.length) }),
  );

const places = Array.from({ length: SESSIONS }, (_, place) => place);

/** Everything that can happen to it. */
export const moves: readonly Move[] = [
  ask,
  ...['r0', 'r1', 'r2'].map(mail),
  ...mailed.map(taken),
  ...[...own, ...mailed].map(type),
  open,
  ...places.flatMap((place) => [...own, ...mailed].map((text) => choose(place, text))),
  simply('« ce n’est pas moi »', revokeProvisionalKeys),
  simply('too many failures', (state) => disableCredential(state, { reason: 'too-many-failures' })),
  simply('a deactivation', (state) => disableCredential(state, { reason: 'deactivated' })),
  simply('a reactivation', restoreCredential),
  {
    name: 'all sessions end but the first',
    make: (world) => decided(world, (state) => endSessions(state, { except: world.sessions[0] ?? null })),
  },
  { name: 'an hour passes', make: (world) => ({ ...world, at: later(world.at, 3600) }) },
];

/** What comes of it when its owner has the key renewed, and nothing comes in between; null where they cannot. */
export const renewed = (world: KeyWorld): KeyWorld | null => {
  const asked = ask.make({ ...world, checked: [], sessions: [] });
  const request = asked?.history.at(-1);
  if (request?.type !== 'KeyRenewalRequested') return null;
  const text = `mailed i${world.mailed.length}`;
  return [mail(request.data.requestId), type(text), open, choose(0, 'own 3')].reduce<KeyWorld | null>(
    (made, move) => made && move.make(made),
    asked,
  );
};

/** A world after some moves, given by their names. Throws where one of them cannot be made. */
export const after = (...names: readonly string[]): KeyWorld =>
  names.reduce((world, name) => {
    const made = moves.find((move) => move.name === name)?.make(world);
    if (made == null) throw new Error(`cannot be made: ${name}`);
    return made;
  }, newWorld);
