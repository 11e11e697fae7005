import { describe, expect, it } from '@jest/globals';
import { catalogues } from '../language/catalogues.js';
import { usersQuery } from './users.form.js';
import { usersModel } from './users.model.js';

const around = {
  now: '2026-11-22T08:00:00.000Z',
  school: 'Auto-école du Port',
  lang: 'fr' as const,
  t: catalogues.fr,
  note: null,
};
const asked = (query: Record<string, string>) => usersQuery.parse(query);

describe('the pages of the list', () => {
  it('leads on with the cursor, under the same search and order', () => {
    const listed = { outcome: 'done' as const, users: [], total: 60, nextCursor: 'abc' };
    const model = usersModel(asked({ q: 'le', tri: 'etat', sens: 'decroissant' }), listed, around);
    expect(model.next).toBe('/parametres/utilisateurs?q=le&tri=etat&sens=decroissant&curseur=abc');
    expect(model.first).toBeNull();
  });

  it('leads back to the beginning from a later page, and nowhere from the last', () => {
    const listed = { outcome: 'done' as const, users: [], total: 60 };
    const model = usersModel(asked({ curseur: 'abc' }), listed, around);
    expect(model.first).toBe('/parametres/utilisateurs?tri=nom&sens=croissant');
    expect(model.next).toBeNull();
  });
});
