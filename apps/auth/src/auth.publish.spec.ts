import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#event-store';
import { publishAuth } from './auth.publish.js';

const USER = '0192f1c4-7d7e-4c54-9a3e-2f1f0a6b1c11';
const SESSION = '5f'.repeat(32);

const stored = async (file: string): Promise<RecordedEvent> =>
  JSON.parse(await readFile(new URL(`./${file}.json`, import.meta.url), 'utf8')) as RecordedEvent;

describe('what auth tells the others', () => {
  it.each([
    ['credential/stored/KeyChosen', 'identity.credential.v1', USER, 'credential.key-chosen'],
    ['factors/stored/TotpConfirmed', 'identity.credential.v1', USER, 'credential.factor-added'],
    [
      'factor-use/stored/PasskeyCounterWentBack',
      'identity.credential.v1',
      USER,
      'credential.passkey-suspected',
    ],
    ['recovery/stored/CaseCodeHeld', 'identity.credential.v1', USER, 'credential.recovery-code-held'],
    ['session/stored/SessionOpened', 'identity.session.v1', SESSION, 'session.opened'],
    // By whose it is: a selector is nobody else's business.
    ['remember/stored/ReuseDetected', 'identity.session.v1', USER, 'session.reuse-detected'],
  ])('%s: on %s, in the order of %s', async (file, topic, key, type) => {
    const event = await stored(file);
    const { id, position, metadata } = event;
    expect(publishAuth(event)).toEqual([
      { id, position, at: metadata['at'], topic, key, body: expect.objectContaining({ type }) },
    ]);
  });

  it('says nothing of the browser, but for a sign-in whose user is to be told (LOG-09)', async () => {
    const event = await stored('session/stored/SessionOpened');
    expect(JSON.stringify(publishAuth(event))).not.toContain('Firefox');
    const unusual = { newBrowser: true, failures: 0 };
    expect(publishAuth({ ...event, data: { ...event.data, unusual } })).toMatchObject([
      { body: { unusual: { ...unusual, browser: 'Firefox, Windows' } } },
    ]);
  });

  it.each(['attempts/stored/AttemptFailed', 'session/stored/SessionSeen'])('%s: nothing', async (file) => {
    expect(publishAuth(await stored(file))).toEqual([]);
  });
});
