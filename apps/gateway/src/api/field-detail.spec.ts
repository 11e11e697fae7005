import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asked, type RunningGateway, startGateway, tokenOf } from '../testing/index.js';

let gateway: RunningGateway;
let authorization: string;
beforeAll(async () => {
  gateway = await startGateway();
  authorization = `Bearer ${await tokenOf(gateway, 'gerante')}`;
});
afterAll(() => gateway.stop());

const user = { identifier: 'anne.lebris', name: 'Anne Le Bris', role: 'office', email: 'a@ecole.example' };
const adding = (json: object): Asked => ({
  method: 'POST',
  url: '/api/v1/users',
  json: { ...user, ...json },
});
const listing = (query: string): Asked => ({ url: `/api/v1/users?${query}` });

const saidOf = async (asked: Asked, language: string) => {
  const headers = { ...asked.headers, authorization, 'accept-language': language };
  const answer = await gateway.ask({ ...asked, headers });
  const { errors } = answer.json<{ errors: readonly { pointer: string; detail: string }[] }>();
  const said = errors.map(({ pointer, detail }) => `${pointer} ${detail}`);
  return [answer.status, answer.headers['content-language'], ...said];
};

describe('why a field is refused', () => {
  it.each<[string, Asked, string, string]>([
    [
      'missing',
      adding({ name: undefined }),
      '/name Ce champ est obligatoire.',
      '/name This field is needed.',
    ],
    ['another type', adding({ name: 1 }), '/name Ce doit être un texte.', '/name This must be text.'],
    ['empty', adding({ name: '' }), '/name Ce champ est vide.', '/name This field is empty.'],
    [
      'too long',
      adding({ name: 'x'.repeat(201) }),
      '/name Il faut 200 caractères au plus.',
      '/name At most 200 characters are taken.',
    ],
    [
      'on several lines',
      adding({ name: 'a\nb' }),
      '/name Ce doit être un texte sur une seule ligne.',
      '/name This must be text on one line.',
    ],
    [
      'none of a list',
      adding({ role: 'king' }),
      '/role Ce doit être l’un de ceux-ci : manager, office, instructor.',
      '/role This must be one of: manager, office, instructor.',
    ],
    [
      'missing of a list',
      adding({ role: undefined }),
      '/role Ce champ est obligatoire.',
      '/role This field is needed.',
    ],
    [
      'unknown',
      adding({ admin: true, [`x${'y'.repeat(99)}`]: 1 }),
      ` Rien ici ne porte ce nom : admin, x${'y'.repeat(39)}.`,
      ` Nothing here has this name: admin, x${'y'.repeat(39)}.`,
    ],
    [
      'no object',
      { ...adding({}), json: [] },
      ' Ce doit être un objet JSON.',
      ' This must be a JSON object.',
    ],
    [
      'no number',
      listing('limit=x'),
      '/limit Ce doit être un nombre entier.',
      '/limit This must be a whole number.',
    ],
    ['too small', listing('limit=0'), '/limit Le minimum est 1.', '/limit The least is 1.'],
    ['too large', listing('limit=201'), '/limit Le maximum est 200.', '/limit The most is 200.'],
    [
      'no position',
      { ...listing(''), headers: { 'trousseau-at-least': 'x' } },
      '/trousseau-at-least Ce doit être une position du journal, en chiffres.',
      '/trousseau-at-least This must be a position of the log, in digits.',
    ],
    [
      'no true or false',
      {
        method: 'POST',
        url: '/api/v1/sessions',
        json: { identifier: 'gerante', key: 'x', remember: 'on' },
      },
      '/remember Ce doit être true ou false.',
      '/remember This must be true or false.',
    ],
    [
      'a key to change without the current one',
      { method: 'PUT', url: '/api/v1/key', json: { newKey: 'une clé de quinze signes' } },
      '/currentKey La clé actuelle est demandée pour en changer.',
      '/currentKey The current key is needed to change it.',
    ],
    [
      'no instant',
      { url: '/api/v1/users/moniteur/credential?at=hier' },
      '/at Ce doit être un instant en UTC (ISO 8601), comme 2026-03-03T10:00:00Z.',
      '/at This must be an instant in UTC (ISO 8601), such as 2026-03-03T10:00:00Z.',
    ],
    [
      'a reason too short',
      { url: '/api/v1/users/moniteur/credential?reason=x' },
      '/reason Il faut au moins 3 caractères.',
      '/reason At least 3 characters are needed.',
    ],
  ])('is said in the language of the title: %s', async (_why, asked, french, english) => {
    expect(await saidOf(asked, 'fr')).toEqual([400, 'fr', french]);
    expect(await saidOf(asked, 'en-GB')).toEqual([400, 'en', english]);
    expect(await saidOf(asked, 'de')).toEqual([400, 'fr', french]);
  });
});
