import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningGateway, startGateway } from '../testing/index.js';
import { Visitor } from './testing/visitor.js';

const users = '/parametres/utilisateurs';
type Door = readonly [path: string, fields: readonly string[], who?: string];
const doors: readonly Door[] = [
  ['/connexion', ['identifiant', 'cle']],
  ['/cle-oubliee', ['identifiant', 'email']],
  ['/langue', ['langue']],
  ['/connexion/assistance', ['identifiant', 'code', 'secours']],
  ['/assistance', ['ecole'], 'assistante'],
  ['/assistance/dossiers/case-1/reponse', ['reponse'], 'assistante'],
  ['/assistance/dossiers/case-1/cle', ['boite'], 'assistante'],
  ['/choisir-ma-cle', ['cle', 'confirmation'], 'nouvelle'],
  ['/mon-compte', ['cle', 'nouvelle', 'confirmation'], 'gerante'],
  ['/mon-compte/sessions', ['session'], 'gerante'],
  [`${users}/ajouter`, ['nom', 'identifiant', 'role', 'email', 'langue'], 'gerante'],
  [`${users}/moniteur/modifier`, ['adresse', 'email', 'cle'], 'gerante'],
];

const bad: readonly (readonly [name: string, (field: string) => string])[] = [
  ['missing', () => ''],
  ['empty', (field) => `${field}=`],
  ['NUL', (field) => `${field}=a%00b`],
  ['a lone surrogate', (field) => `${field}=%ED%A0%80`],
  ['broken percent-encoding', (field) => `${field}=%E0%A4%A`],
  ['an array', (field) => `${field}[]=a&${field}[]=b`],
  ['twice', (field) => `${field}=a&${field}=b`],
  ['__proto__', (field) => `__proto__[${field}]=a&__proto__=b`],
  ['too long', (field) => `${field}=${'a'.repeat(5_000)}`],
  ['more than the body may hold', (field) => `${field}=${'a'.repeat(100_000)}`],
];

describe('bad input in the forms (TST-25)', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());

  /** Bytes that are no UTF-8 are taken as the text they are written in; whether that makes a good key is for auth to say. */
  const takenAsText = ['a lone surrogate', 'broken percent-encoding'];
  const cases = doors.flatMap(([path, fields, who]) =>
    bad
      .filter(([name]) => path !== '/choisir-ma-cle' || !takenAsText.includes(name))
      .map(([name, write]) => [path, name, fields, write, who] as const),
  );

  it.each(cases)(
    '%s, %s: a page says what is wrong and nothing is recorded',
    async (path, _, fields, write, who) => {
      const visitor = new Visitor(gateway);
      if (who) await visitor.signIn(who);
      else await visitor.open('/connexion');
      const head = await gateway.platform.events.head();
      const answer = await visitor.submitRaw(path, fields.map(write).join('&'));
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.text).toContain('<html lang="fr">');
      expect(await gateway.platform.events.head()).toBe(head);
    },
  );

  it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'x'])(
    'a body of type %s is refused with a page',
    async (type) => {
      const visitor = new Visitor(gateway);
      await visitor.open('/connexion');
      const headers = { 'content-type': type, 'sec-fetch-site': 'same-origin' };
      const answer = await gateway.ask({ method: 'POST', url: '/connexion', body: '{}', headers });
      expect([answer.status, answer.text.includes('<html lang="fr">')]).toEqual([415, true]);
    },
  );
});
