/** One kind of problem: its HTTP status and what a person reads. The code never changes; programs may rely on it. */
type Kind = Readonly<{ status: number; fr: string; en: string }>;

const kind = (status: number, fr: string, en: string): Kind => ({ status, fr, en });

/** Every problem the gateway answers with. The list is closed: the OpenAPI document and the reference are made from it. */
export const problems = {
  'not-json': kind(415, 'Le corps de la requête doit être du JSON.', 'The body must be JSON.'),
  'not-a-form': kind(415, 'Le corps de la requête doit être un formulaire.', 'The body must be a form.'),
  'not-readable': kind(400, 'La requête n’est pas lisible.', 'The request cannot be read.'),
  'request-not-valid': kind(
    400,
    'La requête n’est pas celle qui était attendue.',
    'The request is not what was expected.',
  ),
  'body-too-large': kind(413, 'La requête est trop longue.', 'The request is too large.'),

  'wrong-pair': kind(401, 'Identifiant ou clé incorrects.', 'Wrong identifier or key.'),
  'no-session': kind(401, 'Vous n’êtes pas connecté(e).', 'You are not signed in.'),
  'choose-key-first': kind(403, 'Choisissez d’abord votre clé.', 'Choose your key first.'),
  'second-factor-first': kind(403, 'Donnez d’abord votre second facteur.', 'Give your second factor first.'),
  'enrol-factor-first': kind(
    403,
    'Ajoutez d’abord un second facteur, dans le portail : votre rôle le demande.',
    'Add a second factor first, in the portal: your role asks for it.',
  ),
  'wrong-code': kind(403, 'Ce code n’est pas le bon.', 'This code is wrong.'),
  'code-used': kind(
    403,
    'Ce code a déjà servi. Attendez le suivant.',
    'This code was used already. Wait for the next one.',
  ),
  'wrong-key': kind(403, 'La clé actuelle n’est pas la bonne.', 'The current key is wrong.'),
  'key-needed': kind(
    403,
    'Il faut avoir saisi la clé dans les cinq dernières minutes : connectez-vous de nouveau.',
    'The key must have been typed in the last five minutes: sign in again.',
  ),
  'factor-needed': kind(
    403,
    'Il faut avoir donné le second facteur dans les cinq dernières minutes : donnez-le de nouveau.',
    'The second factor must have been given in the last five minutes: give it again.',
  ),
  'not-allowed': kind(403, 'Votre rôle ne le permet pas.', 'Your role does not allow this.'),
  'forged-request': kind(
    403,
    'Cette page a expiré, ou la demande ne vient pas d’elle. Rechargez-la et recommencez.',
    'This page has expired, or the request does not come from it. Reload it and try again.',
  ),

  'not-found': kind(404, 'Cette adresse ne mène nulle part.', 'There is nothing here.'),
  'unknown-school': kind(404, 'Cette auto-école n’existe pas.', 'There is no such school.'),
  'unknown-user': kind(404, 'Cet utilisateur n’existe pas.', 'There is no such user.'),

  'method-not-allowed': kind(
    405,
    'Cette adresse n’accepte pas cette méthode.',
    'This address does not take this method.',
  ),

  'identifier-taken': kind(409, 'Cet identifiant est déjà pris.', 'This identifier is taken.'),
  'email-unchanged': kind(
    409,
    'C’est déjà l’adresse mail de référence.',
    'This is the reference e-mail already.',
  ),
  'only-address': kind(
    409,
    'La seule adresse mail de référence ne peut pas être retirée.',
    'The only reference e-mail cannot be removed.',
  ),
  'no-factor': kind(409, 'Il n’y a pas de second facteur.', 'There is no second factor.'),
  held: kind(
    409,
    'Après un secours par téléphone, les adresses ne changent pas pendant 72 heures.',
    'After a recovery by phone, addresses do not change for 72 hours.',
  ),
  'last-manager': kind(
    409,
    'Le dernier gérant d’une auto-école ne peut pas être désactivé.',
    'The last manager of a school cannot be deactivated.',
  ),
  deactivated: kind(409, 'Cet utilisateur est désactivé.', 'This user is deactivated.'),

  'identifier-not-valid': kind(422, 'Cet identifiant ne convient pas.', 'This cannot be an identifier.'),
  'name-not-valid': kind(422, 'Ce nom ne convient pas.', 'This cannot be a name.'),
  'phone-not-valid': kind(422, 'Ce numéro ne convient pas.', 'This cannot be a phone number.'),
  'email-not-valid': kind(422, 'Cette adresse mail ne convient pas.', 'This cannot be an e-mail address.'),
  'audience-not-known': kind(422, 'Aucun service ne porte ce nom ici.', 'No service has this name here.'),
  'reason-names-the-person': kind(
    422,
    'Ce motif nomme la personne : mettez un numéro de dossier.',
    'This reason names the person: give a case number.',
  ),
  'cursor-not-valid': kind(
    422,
    'Ce curseur n’est pas de ceux que nous donnons pour cette liste.',
    'This cursor is none of ours for this list.',
  ),
  'key-too-short': kind(
    422,
    'Cette clé est trop courte : il faut au moins 15 caractères.',
    'This key is too short: at least 15 characters are needed.',
  ),
  'key-too-long': kind(
    422,
    'Cette clé est trop longue : 256 caractères au plus.',
    'This key is too long: 256 characters at most.',
  ),
  'key-too-common': kind(422, 'Cette clé est trop répandue.', 'This key is too common.'),
  'key-too-guessable': kind(422, 'Cette clé est trop facile à deviner.', 'This key is too easy to guess.'),
  'key-names-the-context': kind(
    422,
    'Cette clé est faite de mots qui vous désignent, vous ou votre auto-école.',
    'This key is made of words that name you or your school.',
  ),
  'key-is-current': kind(422, 'C’est déjà votre clé.', 'This is your key already.'),
  'key-was-provisional': kind(
    422,
    'Une clé provisoire ne peut pas devenir votre clé.',
    'A provisional key cannot become your key.',
  ),
  'key-not-text': kind(
    422,
    'Cette clé contient des caractères que nous ne pouvons pas garder.',
    'This key contains characters that we cannot keep.',
  ),

  'too-many-attempts': kind(
    429,
    'Trop d’essais. Attendez un peu avant le prochain.',
    'Too many attempts. Wait a little before the next one.',
  ),
  'too-soon': kind(
    429,
    'Une clé provisoire vient déjà d’être demandée.',
    'A provisional key was asked for just now.',
  ),

  unexpected: kind(500, 'Quelque chose n’a pas marché de notre côté.', 'Something went wrong on our side.'),
  busy: kind(
    503,
    'Trop de monde à la fois. Recommencez dans un instant.',
    'Too many people at once. Try again in a moment.',
  ),
  unavailable: kind(
    503,
    'Le service ne répond pas pour le moment. Recommencez dans un instant.',
    'The service does not answer right now. Try again in a moment.',
  ),
  'not-yet': kind(
    503,
    'Le changement attendu n’est pas encore visible. Recommencez dans un instant.',
    'The change you wait for is not visible yet. Try again in a moment.',
  ),
} as const satisfies Record<string, Kind>;

export type ProblemCode = keyof typeof problems;

/** The stable `type` of RFC 9457 for a problem. */
export const problemType = (code: ProblemCode): string => `urn:trousseau:problem:${code}`;
