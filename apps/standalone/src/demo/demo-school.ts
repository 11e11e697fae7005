/** The school that demo mode shows. Ids are fixed, so that a seeding cut short is completed and never doubled. No key stands here: everybody gets theirs by mail (KEY-16). */
export const demoSchool = {
  commandId: '0d3e0000-0000-4000-8000-000000000001',
  name: 'Auto-école du Pont Neuf',
  manager: {
    identifier: 'claire.moreau',
    name: 'Claire Moreau',
    email: 'claire.moreau@pontneuf.example',
    phone: '06 12 34 56 78',
    locale: 'fr',
  },
  users: [
    {
      commandId: '0d3e0000-0000-4000-8000-000000000002',
      identifier: 'sami.benali',
      name: 'Sami Benali',
      role: 'office',
      email: 'sami.benali@pontneuf.example',
      locale: 'fr',
    },
    {
      commandId: '0d3e0000-0000-4000-8000-000000000003',
      identifier: 'lea.martin',
      name: 'Léa Martin',
      role: 'instructor',
      email: 'lea.martin@pontneuf.example',
      locale: 'fr',
    },
    {
      commandId: '0d3e0000-0000-4000-8000-000000000004',
      identifier: 'tom.walker',
      name: 'Tom Walker',
      role: 'instructor',
      email: 'tom.walker@pontneuf.example',
      locale: 'en',
    },
  ],
  /** The vendor's people: two for support, because one never recovers an account alone. */
  operators: [
    {
      commandId: '0d3e0000-0000-4000-8000-000000000011',
      identifier: 'nadia.assistance',
      name: 'Nadia Perrin',
      role: 'support',
      email: 'nadia.perrin@trousseau.example',
      locale: 'fr',
    },
    {
      commandId: '0d3e0000-0000-4000-8000-000000000012',
      identifier: 'hugo.assistance',
      name: 'Hugo Lambert',
      role: 'support',
      email: 'hugo.lambert@trousseau.example',
      locale: 'fr',
    },
  ],
} as const;
