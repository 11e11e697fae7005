const id = '[A-Za-z0-9_-]{1,64}';

/** Pages one may be brought back to after signing in. */
const behindTheDoor = new RegExp(
  `^/(accueil|audit|assistance(/dossiers/${id})?|parametres|mon-compte(/second-facteur(/(application|cle-d-acces|codes))?)?|parametres/utilisateurs(/ajouter|/${id}/modifier)?)$`,
);

/** A page that is nothing without what was asked of it, in the spelling of URLSearchParams. */
const withItsQuestion = /^\/audit\?[A-Za-z0-9*._=&%+-]{1,8192}$/;

/** Pages one may also be brought back to after changing the language. */
const inFrontOfTheDoor = new RegExp(
  `^/(connexion(/assistance)?|cle-oubliee|choisir-ma-cle|second-facteur|vider-le-cache|(lien|pas-moi|opposition)/[A-Za-z0-9_.-]{1,1024}|dev/appels|dev/courriels(/${id})?)$`,
);

/** A page to go on to, if it is one of ours from the list; else the home page. Never another site (WEB-05, ASVS 3.7.2). */
export const returnPath = (asked: unknown): string =>
  typeof asked === 'string' && behindTheDoor.test(asked) ? asked : '/accueil';

/** A page to come back to in the other language; else the sign-in page. */
export const samePath = (asked: unknown): string =>
  typeof asked === 'string' &&
  [behindTheDoor, withItsQuestion, inFrontOfTheDoor].some((pages) => pages.test(asked))
    ? asked
    : '/connexion';

/** The nearest page above the address of a form, to begin again from: `/mon-compte/second-facteur/retirer` is below `/mon-compte/second-facteur`. */
export const pageAbove = (path: string): string => {
  const parts = path.split('/');
  while (parts.length > 2 && !behindTheDoor.test(parts.join('/'))) parts.pop();
  return returnPath(parts.join('/'));
};
