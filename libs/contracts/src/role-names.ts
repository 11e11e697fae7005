import type { Locale, Role } from './vocabulary.js';

/** What a role is called wherever a person reads it; the French names are those of the portal, and English keeps them in sight. */
export const roleNames: Readonly<Record<Locale, Readonly<Record<Role, string>>>> = {
  fr: {
    manager: 'Gérant (Admin)',
    office: 'Complet',
    instructor: 'Moniteur',
    support: 'Assistance',
    auditor: 'Auditeur',
  },
  en: {
    manager: 'Manager (Gérant)',
    office: 'Office (Complet)',
    instructor: 'Instructor (Moniteur)',
    support: 'Support',
    auditor: 'Auditor',
  },
};
