import { beforeAll, describe, expect, it } from '@jest/globals';
import { fold } from '#event-sourcing';
import { everyStep, type Step } from '../testing/key-world/every-step.js';
import { after, renewed } from '../testing/key-world/moves.js';
import { compared, held, type KeyWorld, loaded, newWorld, readable } from '../testing/key-world/world.js';
import { credential, type OpenCredential } from './credential.js';

const chosen = [
  ...['a mail answers r0', '« mailed i0 » is typed', 'the session opens'],
  'in session 0 « own 1 » is chosen',
];
const signedIn = after(...chosen, '« own 1 » is typed', 'the session opens');
const renewing = after(...chosen, 'a renewal is asked for', 'a mail answers r1', 'a renewal is asked for');

const stateOf = (world: KeyWorld): OpenCredential => {
  const state = loaded(world);
  if (state.kind === 'none') throw new Error('nobody is erased here');
  return state;
};
const isNewKey = ({ before, after: made }: Step): boolean =>
  made.history.slice(before.history.length).some(({ type }) => type === 'KeyChosen' || type === 'KeyChanged');

describe.each([
  ['somebody new', newWorld, 6],
  ['somebody who is signed in', signedIn, 6],
  ['somebody who asks again and again', renewing, 5],
])('whatever happens to the key of %s, in every order (TST-37)', (_who, start, moves) => {
  let steps: readonly Step[];
  beforeAll(() => {
    steps = everyStep(start, moves);
  });
  /** The shortest story in which it comes to that. */
  const story = (isSo: (step: Step) => boolean) => steps.find(isSo)?.story.join(', ');

  it('goes on for long enough to say something', () => {
    expect(steps.length).toBeGreaterThan(10_000);
    expect(steps.some(isNewKey)).toBe(true);
  });

  it('a reader of the last settling event knows what a reader of everything knows (invariant 9)', () => {
    expect(
      story(({ after: made }) => {
        const whole = fold(credential, readable(made));
        return JSON.stringify(whole) !== JSON.stringify(loaded(made));
      }),
    ).toBeUndefined();
  });

  it('the key in force is replaced by a new one and by nothing else (FRG-03)', () => {
    expect(
      story((step) => !isNewKey(step) && stateOf(step.before).hash !== stateOf(step.after).hash),
    ).toBeUndefined();
  });

  it('a new key ends every session but the one it was changed in, and every provisional key (FRG-04)', () => {
    expect(
      story((step) => {
        if (!isNewKey(step)) return false;
        const kept = stateOf(step.after).keptSession;
        const others = held(step.after).filter(({ sessionId }) => sessionId !== kept);
        const opening = step.after.mailed.filter((text) => compared(step.after, text).kind === 'provisional');
        return others.length > 0 || opening.length > 0;
      }),
    ).toBeUndefined();
  });

  it('no provisional key is ever chosen (KEY-13)', () => {
    expect(story(({ after: made }) => stateOf(made).hash?.startsWith('mailed') === true)).toBeUndefined();
  });

  it('a provisional key opens one session at most, and two are outstanding at most (C7)', () => {
    expect(
      story(({ after: made }) => {
        const redeemed = made.history.flatMap((event) =>
          event.type === 'ProvisionalKeyRedeemed' ? [event.data.issueId] : [],
        );
        return new Set(redeemed).size < redeemed.length || stateOf(made).outstanding.length > 2;
      }),
    ).toBeUndefined();
  });

  it('a provisional key opens nothing once it has expired, even if it was typed before (FRG-01)', () => {
    expect(
      story(({ before, after: made }) => {
        const [redeemed] = made.history
          .slice(before.history.length)
          .flatMap((event) => (event.type === 'ProvisionalKeyRedeemed' ? [event.data.issueId] : []));
        const issue = stateOf(before).outstanding.find(({ issueId }) => issueId === redeemed);
        return redeemed !== undefined && (issue?.expiresAt ?? '') <= before.at;
      }),
    ).toBeUndefined();
  });

  it('a key that failures disabled opens nothing until there is a new one, a reactivation or not (LOG-03)', () => {
    expect(
      story((step) => {
        const { disabledByFailures, hash } = stateOf(step.before);
        if (!disabledByFailures || isNewKey(step)) return false;
        return !stateOf(step.after).disabledByFailures || compared(step.after, hash ?? '').kind === 'chosen';
      }),
    ).toBeUndefined();
  });

  it('whoever is deactivated is in nowhere and gets in nowhere', () => {
    expect(
      story(({ after: made }) => {
        if (!stateOf(made).deactivated) return false;
        const texts = ['own 1', 'own 2', ...made.mailed];
        return held(made).length > 0 || texts.some((text) => compared(made, text).kind !== 'decoy');
      }),
    ).toBeUndefined();
  });

  it('a session that ended stays over', () => {
    expect(
      story((step) => {
        const before = new Set(held(step.before).map(({ sessionId }) => sessionId));
        const there = new Set(step.before.sessions.map(({ sessionId }) => sessionId));
        return held(step.after).some(({ sessionId }) => there.has(sessionId) && !before.has(sessionId));
      }),
    ).toBeUndefined();
  });

  it('a full session is held for as long as the key it was opened with is in force, or was changed in it', () => {
    expect(
      story(({ after: made }) =>
        held(made).some(
          ({ level, text, sessionId }) =>
            level === 'full' && text !== stateOf(made).hash && sessionId !== stateOf(made).keptSession,
        ),
      ),
    ).toBeUndefined();
  });

  it('nobody is shut out for good: a renewal leads to a new key from everywhere (LOG-03)', () => {
    expect(story(({ after: made }) => !stateOf(made).deactivated && renewed(made) === null)).toBeUndefined();
  });
});
