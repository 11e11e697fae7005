import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentedOperations } from './documented-operations.js';
import { type Role, roles, signInEachRole } from './five-roles.js';
import { type RunningPortal, startPortal } from './running-portal.js';

/** Whose pages and calls these are. Every other page is for whoever is signed in, or for everybody. */
const owners: readonly (readonly [RegExp, Role])[] = [
  [/^\/api\/v1\/users\/\{userId\}\/credential/, 'auditor'],
  [/^\/audit$/, 'auditor'],
  [/^\/assistance(\/|$)/, 'support'],
  [/^\/(api\/v1\/users|parametres\/utilisateurs)(\/|$)/, 'manager'],
];
const ownerOf = (url: string) => owners.find(([pattern]) => pattern.test(url))?.[1];

let portal: RunningPortal;
let userId: string;
let tokens: Readonly<Record<Role, string>>;
const jetons = new Map<Role, string>();

const cookieOf = (role: Role) => ({
  cookie: `__Host-trousseau=${tokens[role]}`,
  'sec-fetch-site': 'same-origin',
});

/** Enough for every form to be read, so that nothing but the role can be what is wrong. */
const filled = {
  ...{
    identifiant: 'anne.lebris',
    nom: 'Anne Le Bris',
    email: 'neuve@ecole.example',
    role: 'office',
    langue: 'fr',
  },
  ...{ adresse: 'premiere', cle: 'une clé de quinze signes', ecole: 'x', reponse: 'oui', boite: 'lue' },
  ...{ dossier: 'x', motif: 'contrôle annuel' },
};

beforeAll(async () => {
  portal = await startPortal();
  ({ userId, tokens } = await signInEachRole(portal));
  for (const role of roles) {
    const { text } = await portal.send({ url: '/mon-compte', headers: cookieOf(role) });
    jetons.set(role, /name="jeton" value="([^"]+)"/.exec(text)![1]!);
  }
}, 60_000);
afterAll(() => portal.stop());

const visit = async (role: Role, method: string, url: string) => {
  const target = url.replaceAll(/:\w+/g, userId);
  const form = { jeton: jetons.get(role)!, utilisateur: userId, ...filled };
  const before = await portal.platform.events.head();
  const answer = await portal.send({
    ...{ method, url: target, headers: cookieOf(role) },
    ...(method === 'POST' && { form }),
  });
  return { answer, recorded: (await portal.platform.events.head()) !== before };
};

describe('what belongs to one role (ASVS 8.2.1, REF-05, TEL-04, GDP-09)', () => {
  const pagesOf = (owner: Role) =>
    portal.routes.filter(
      ({ method, url }) =>
        (method === 'GET' || method === 'POST') && !url.startsWith('/api/') && ownerOf(url) === owner,
    );

  it.each([
    ['manager', 9],
    ['support', 10],
    ['auditor', 2],
  ] as const)(
    'is closed to the four others on every page of %s, and nothing is recorded',
    async (owner, at) => {
      const pages = pagesOf(owner);
      expect(pages.length).toBeGreaterThanOrEqual(at);
      for (const { method, url } of pages) {
        for (const role of roles.filter((each) => each !== owner)) {
          const { answer, recorded } = await visit(role, method, url);
          expect([method, url, role, answer.status, recorded]).toEqual([method, url, role, 403, false]);
        }
      }
    },
  );

  it.each(['manager', 'support', 'auditor'] as const)('opens to %s', async (owner) => {
    for (const { url } of pagesOf(owner).filter(({ method }) => method === 'GET')) {
      const { answer } = await visit(owner, 'GET', url);
      // A case that nobody opened is the only one there is.
      expect([url, answer.status]).toEqual([url, url.includes('dossiers') ? 404 : 200]);
    }
  });

  it('is closed to them by every call of the API likewise', async () => {
    const calls = documentedOperations().filter(({ path }) => ownerOf(path) !== undefined);
    expect(calls.length).toBeGreaterThanOrEqual(8);
    for (const { id, method, path, body } of calls) {
      for (const role of roles.filter((each) => each !== ownerOf(path))) {
        const before = await portal.platform.events.head();
        const headers = { authorization: `Bearer ${tokens[role]}` };
        const answer = await portal.send({ method, url: path.replace('{userId}', userId), headers, ...body });
        expect([id, role, [403, 404].includes(answer.status)]).toEqual([id, role, true]);
        expect([id, role, await portal.platform.events.head()]).toEqual([id, role, before]);
      }
    }
  });
});
