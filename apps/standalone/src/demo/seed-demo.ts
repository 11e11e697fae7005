import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AddOperator, AddUser, RegisterSchool } from '#contracts';
import type { Platform } from '#platform';
import { demoSchool } from './demo-school.js';

const actor = { kind: 'command-line' } as const;

/** Seeds the demo school into an empty store, once. A marker file stands while it is under way, so that a killed seeding is completed. */
export const seedDemo = async ({ bus, events, settings }: Platform): Promise<void> => {
  const underWay = join(settings.dataFolder, 'demo-seeding');
  const cutShort = await stat(underWay).then(
    () => true,
    () => false,
  );
  if (!cutShort && (await events.head()) !== -1) return;
  await writeFile(underWay, '');
  const { users, operators, commandId, name, manager } = demoSchool;
  const school = await bus.ask(RegisterSchool, { commandId, actor, name, manager });
  if (school.outcome === 'refused') throw new Error(`demo school: ${school.reason}`);
  for (const user of users) {
    const added = await bus.ask(AddUser, { actor, schoolId: school.schoolId, ...user });
    if (added.outcome === 'refused') throw new Error(`demo user ${user.identifier}: ${added.reason}`);
  }
  for (const operator of operators) {
    const added = await bus.ask(AddOperator, { actor, ...operator });
    if (added.outcome === 'refused') throw new Error(`demo operator ${operator.identifier}: ${added.reason}`);
  }
  await rm(underWay);
};
