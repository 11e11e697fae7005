import type { Role } from '#contracts';
import type { Language } from '../../terminal/language.js';

/** The roles as the portal calls them. */
export const roles: Readonly<Record<Language, Readonly<Record<Role, string>>>> = {
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
