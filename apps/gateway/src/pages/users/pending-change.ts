import type { Locale, UserView } from '#contracts';
import type { Catalogue } from '../language/catalogue.fr.js';
import { exactMoment } from '../language/moments.js';

/** A change of address that is not in force yet, and in words what it waits for. */
export type PendingChange = Readonly<{ email: string; why: readonly string[] }>;

export const pendingChange = (
  { pendingEmail }: Pick<UserView, 'pendingEmail'>,
  t: Catalogue,
  lang: Locale,
): PendingChange | null => {
  if (!pendingEmail) return null;
  const { email, awaits, effectiveFrom } = pendingEmail;
  const why = awaits.map((awaited) =>
    awaited === 'cool-off' && effectiveFrom !== undefined
      ? t.users.effectiveFrom(exactMoment(effectiveFrom, lang))
      : t.users.awaits[awaited],
  );
  return { email: email === '' ? t.users.pendingRemoval : email, why };
};
