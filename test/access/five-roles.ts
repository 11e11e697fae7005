import { randomUUID } from 'node:crypto';
import { AddUser } from '#contracts';
import type { RunningPortal } from './running-portal.js';

/** Everybody who can sign in, by what they may do. */
export const roles = ['manager', 'office', 'instructor', 'support', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** One person of each role, signed in with all they need; `userId` is somebody else of the manager's school. */
export const signInEachRole = async (
  portal: RunningPortal,
): Promise<Readonly<{ userId: string; tokens: Readonly<Record<Role, string>> }>> => {
  const { schoolId, userId: managerId } = await portal.registerSchool('Auto-école du Port', 'gerante');
  const ofSchool = async (role: 'office' | 'instructor') => {
    const reply = await portal.platform.bus.ask(AddUser, {
      commandId: randomUUID(),
      actor: { kind: 'command-line' },
      schoolId,
      identifier: `yann.${role}`,
      name: 'Yann Le Goff',
      email: `${role}@ecole.example`,
      role,
      locale: 'fr',
    });
    if (reply.outcome === 'refused') throw new Error(reply.reason);
    return (await portal.firstSignIn(reply.userId, `yann.${role}`)).token;
  };
  const ofVendor = async (role: 'support' | 'auditor') => {
    const operatorId = await portal.addOperator(`nadia.${role}`, role);
    const { token } = await portal.firstSignIn(operatorId, `nadia.${role}`);
    return (await portal.enrolApp(token)).token;
  };
  const tokens = {
    manager: (await portal.firstSignIn(managerId, 'gerante')).token,
    office: await ofSchool('office'),
    instructor: await ofSchool('instructor'),
    support: await ofVendor('support'),
    auditor: await ofVendor('auditor'),
  };
  return { userId: await portal.addUser(schoolId, 'moniteur'), tokens };
};
