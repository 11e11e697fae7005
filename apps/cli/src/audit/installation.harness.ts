import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { AggregateStore } from '#aggregate-store';
import { identifier, school, user } from '#apps/users';
import { records } from '#event-sourcing';
import { openPlatform } from '#platform';
import { digestOf } from '#secrets';
import { readSettings } from '#settings';
import { DataKeys } from '#vault';
import { audit } from './audit.js';

/** What the user was registered with: none of it may ever be told. */
export const personal = { identifier: 'paul.durand', name: 'Paul Durand', email: 'paul@ecole.example' };

/** An installation in a folder of its own, with a school and one user in it, which `audit …` finds until `close`. */
export const openInstallation = async (dataFolder: string) => {
  const userId = randomUUID();
  const before = process.env['TROUSSEAU_DATA'];
  process.env['TROUSSEAU_DATA'] = dataFolder;
  const platform = await openPlatform(readSettings(process.env), [], { background: false });
  const store = new AggregateStore(
    platform.events,
    new DataKeys(platform.events, platform.secrets.masterKeys),
  );
  const registered = {
    type: 'UserRegistered' as const,
    data: {
      schoolId: 'school',
      role: 'instructor' as const,
      locale: 'fr' as const,
      identifierDigest: 'd',
      ...personal,
    },
  };
  const context = { commandId: randomUUID(), at: '2026-03-01T08:00:00.000Z' };
  await store.transact(user, userId, context, () => records(registered));
  const opened = {
    type: 'SchoolRegistered' as const,
    data: { name: 'Auto-école du Lac', managerUserId: 'm', managerPhone: null },
  };
  await store.transact(school, 'school', { ...context, commandId: randomUUID() }, () => records(opened));
  const digest = digestOf(platform.secrets.identifierDigestKey, 'identifier', personal.identifier);
  const reserved = { type: 'IdentifierReserved' as const, data: { userId, at: context.at } };
  await store.transact(identifier, digest, { ...context, commandId: randomUUID() }, () => records(reserved));
  await platform.events.close();
  return {
    userId,
    close: () => {
      if (before === undefined) delete process.env['TROUSSEAU_DATA'];
      else process.env['TROUSSEAU_DATA'] = before;
      process.exitCode = 0;
    },
  };
};

/** Listens to what a command says on both its outputs, until the mocks are restored. */
export const listening = () => {
  const heard = { said: '' };
  const listen = (text: unknown) => ((heard.said += String(text)), true);
  jest.spyOn(process.stdout, 'write').mockImplementation(listen);
  jest.spyOn(process.stderr, 'write').mockImplementation(listen);
  return heard;
};

/** Runs `audit …` to its end, heard by a listener. */
export const runAudit = async (heard: { said: string }, ...args: string[]) => {
  heard.said = '';
  process.exitCode = 0;
  await audit().parseAsync(args, { from: 'user' });
  const code = process.exitCode;
  process.exitCode = 0;
  return { code, said: heard.said };
};
