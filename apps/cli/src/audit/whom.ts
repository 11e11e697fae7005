import { holderOf } from '#apps/users';
import { Refused } from '../terminal/answer.js';
import type { AuditedLog } from './with-log.js';

type Log = Pick<AuditedLog, 'store' | 'platform'>;

/** The user an id or an identifier names. Throws Refused for nobody: of a slip of the pen the log would say that nothing ever happened. */
export const userNamed = async ({ store, platform }: Log, typed: string): Promise<string> => {
  if ((await store.read(`user-${typed}`, { limit: 1 })).length > 0) return typed;
  const holder = await holderOf(store, platform.secrets, typed);
  if (holder === undefined) throw new Refused('unknown-user');
  return holder;
};

/** Refuses a school that never was. */
export const schoolNamed = async ({ store }: AuditedLog, id: string): Promise<string> => {
  if ((await store.read(`school-${id}`, { limit: 1 })).length === 0) throw new Refused('unknown-school');
  return id;
};
