import type { UserView } from '#contracts';
import type { StandIn } from '../../testing/index.js';

const at = (day: number, hour: number) =>
  `2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:19:00.000Z`;

/** A school as one finds it: people in every state, long names, changes under way. */
const team: readonly Omit<UserView, 'secondFactor'>[] = [
  {
    userId: 'gerante',
    identifier: 'leandra.morvan',
    name: 'Léandra Morvan',
    role: 'manager',
    email: 'leandra@autoecole-du-port.example',
    secondEmail: 'l.morvan@maison.example',
    state: 'active',
    lastSignInAt: at(22, 7),
  },
  {
    userId: 'moniteur',
    identifier: 'yann.legoff',
    name: 'Yann Le Goff',
    role: 'instructor',
    email: 'yann.legoff@autoecole-du-port.example',
    pendingEmail: {
      changeId: 'change-1',
      email: 'yann.le-goff@nouvelle-adresse.example',
      requestedAt: at(21, 9),
      awaits: ['new-address', 'old-address'],
    },
    state: 'active',
    lastSignInAt: at(20, 16),
  },
  {
    userId: 'nouvelle',
    identifier: 'ines.petit',
    name: 'Inès Petit',
    role: 'office',
    email: 'ines.petit@autoecole-du-port.example',
    mailRefusedSince: at(21, 10),
    state: 'awaiting-first-key',
  },
  {
    userId: 'bloque',
    identifier: 'mathieu.dubois-lambert',
    name: 'Mathieu Dubois-Lambert de la Rochefoucauld',
    role: 'instructor',
    email: 'mathieu.dubois-lambert.moniteur@autoecole-du-port-de-saint-malo.example',
    pendingEmail: {
      changeId: 'change-2',
      email: 'mathieu@nouvelle.example',
      requestedAt: at(21, 9),
      awaits: ['cool-off'],
      effectiveFrom: at(25, 9),
    },
    state: 'disabled-by-failures',
    lastSignInAt: at(3, 10),
  },
  {
    userId: 'partie',
    identifier: 'sophie.bernard',
    name: 'Sophie Bernard',
    role: 'office',
    email: 'sophie@autoecole-du-port.example',
    state: 'deactivated',
    lastSignInAt: '2026-03-14T08:00:00.000Z',
  },
  {
    userId: 'protege',
    identifier: 'nora.benali',
    name: 'Nora Benali',
    role: 'instructor',
    email: 'nora.benali@autoecole-du-port.example',
    state: 'active',
    lastSignInAt: at(22, 6),
  },
  {
    userId: 'pressee',
    identifier: 'aude.marin',
    name: 'Aude Marin',
    role: 'manager',
    email: 'aude.marin@autoecole-du-port.example',
    state: 'active',
    lastSignInAt: at(21, 8),
  },
];

/** Somebody with every kind of second factor, given just now. */
const protectedBy = {
  compulsory: false,
  totp: { addedAt: at(3, 9) },
  passkeys: [
    { factorId: 'p1', device: 'Chrome, Android', addedAt: at(4, 10) },
    { factorId: 'p2', device: 'Safari, Mac', addedAt: at(21, 17) },
  ],
  codesLeft: 7,
};

/** Puts the school into the stand-in; the people it knew keep their keys. */
export const furnish = (standIn: StandIn): void => {
  const views = new Map(
    team.map((user) => [user.userId, { ...user, secondFactor: user.userId === 'protege' }]),
  );
  const [someone] = standIn.people.values();
  for (const { userId, identifier, name, role } of team) {
    const known = standIn.people.get(userId) ?? { ...someone!, key: 'personne ne la connaît' };
    standIn.people.set(userId, { ...known, profile: { ...known.profile, userId, identifier, name, role } });
  }
  standIn.userView = (userId) => views.get(userId);
  standIn.factors.set('protege', protectedBy);
  standIn.people.set('protege', {
    ...standIn.people.get('protege')!,
    factorGiven: true,
    key: 'la clé de Nora',
  });
  const late = standIn.people.get('pressee')!;
  standIn.people.set('pressee', { ...late, enrolBy: '2026-11-27T09:00:00.000Z', key: 'la clé d’Aude' });
};
