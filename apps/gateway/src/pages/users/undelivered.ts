import type { UserView } from '#contracts';
import type { Catalogue } from '../language/catalogue.fr.js';

/** That what is mailed to a user does not arrive, in words; null where it does (EML-07). */
export const undelivered = ({ mailRefusedSince, secondEmail }: UserView, t: Catalogue): string | null =>
  mailRefusedSince === undefined ? null : t.users.undelivered(secondEmail !== undefined);
