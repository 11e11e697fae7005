/** What is to be generated. The same seed makes the same people; only nonces and keys differ from run to run. */
export type Population = Readonly<{ users: number; events: number; seed: number }>;

/** The first school is a large one, all others have fifty users. */
const LARGE_SCHOOL = 10_000;
const SCHOOL = 50;

export type Member = Readonly<{
  index: number;
  userId: string;
  schoolId: string;
  /** The first of each school runs it. */
  role: 'manager' | 'instructor';
  identifier: string;
  name: string;
  email: string;
}>;

const firstNames = ['Camille', 'Zoé', 'Léa', 'Hugo', 'Anaïs', 'Noël', 'Inès', 'Théo', 'Chloé', 'Jules'];
const lastNames = ['Martin', 'Lefèvre', 'Garçon', 'Petit', 'Dubois', 'Durand', 'Moreau', 'Roux', 'Faure'];

/** Spreads an index over 32 bits, the same way for the same seed (Murmur's finaliser). */
export const scattered = (index: number, seed: number): number => {
  let hash = Math.imul(index ^ seed, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0').slice(-digits);

/** The id of the n-th thing of its kind. */
export const uuid = (kind: number, index: number): string =>
  `${hex(scattered(index, kind), 8)}-${hex(kind, 4)}-4000-8000-${hex(index, 12)}`;

/** Which school somebody is in, and whether they are its first. */
const schoolOf = (index: number, users: number): Readonly<{ number: number; first: boolean }> => {
  const large = Math.min(LARGE_SCHOOL, Math.ceil(users / 10));
  if (index < large) return { number: 0, first: index === 0 };
  return { number: 1 + Math.floor((index - large) / SCHOOL), first: (index - large) % SCHOOL === 0 };
};

export const memberOf = ({ users, seed }: Population, index: number): Member => {
  const { number, first } = schoolOf(index, users);
  const dice = scattered(index, seed + 1);
  const name = `${firstNames[dice % firstNames.length]} ${lastNames[(dice >>> 8) % lastNames.length]}`;
  return {
    index,
    userId: uuid(1, index),
    schoolId: uuid(2, number),
    role: first ? 'manager' : 'instructor',
    identifier: `personne.${index}`,
    name: `${name} ${index}`,
    email: `personne.${index}@ecole-${number}.example`,
  };
};
