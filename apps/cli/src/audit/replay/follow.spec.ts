import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { AggregateStore } from '#aggregate-store';
import { user } from '#apps/users';
import { records } from '#event-sourcing';
import { scratchFolder } from '#event-store/testing';
import { openPlatform } from '#platform';
import { readSettings } from '#settings';
import { DataKeys } from '#vault';
import { openInstallation } from '../installation.harness.js';

const scratch = scratchFolder();
const close: (() => void)[] = [];
afterAll(() => {
  for (const each of close) each();
  scratch.remove();
});

/** `trousseau …` in a process of its own, which nothing keeps alive but what it does. */
const trousseau = (...args: string[]) => {
  const register = new URL('../../../../../tools/typescript/register.js', import.meta.url).href;
  const main = fileURLToPath(new URL('../../main.ts', import.meta.url));
  return spawn(process.execPath, ['--conditions=source', '--import', register, main, ...args], {
    env: process.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
};

const changeRole = async (userId: string) => {
  const platform = await openPlatform(readSettings(process.env), [], { background: false });
  const store = new AggregateStore(
    platform.events,
    new DataKeys(platform.events, platform.secrets.masterKeys),
  );
  const changed = { type: 'RoleChanged' as const, data: { schoolId: 'school', role: 'office' as const } };
  const context = { commandId: randomUUID(), at: '2026-03-02T08:00:00.000Z' };
  await store.transact(user, userId, context, () => records(changed));
  await platform.events.close();
};

describe('audit replay --follow, as a process of its own', () => {
  it('stays for what happens afterwards, and ends well at Ctrl+C', async () => {
    const installation = await openInstallation(scratch.file('data'));
    close.push(installation.close);
    const { userId } = installation;
    const child = trousseau('audit', 'replay', '--user', userId, '--follow', '--lang', 'fr');
    const ended = once(child, 'exit');
    const told: string[] = [];
    for await (const line of createInterface(child.stdout)) {
      told.push(line.trim());
      if (told.length === 3) await changeRole(userId);
      if (line.includes('Rôle changé')) child.kill('SIGINT');
    }
    expect(told).toContainEqual(expect.stringContaining('Rôle changé : Complet.'));
    expect(await ended).toEqual([0, null]);
  }, 60_000);
});
