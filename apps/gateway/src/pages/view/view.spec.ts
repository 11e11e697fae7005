import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { catalogues } from '../language/catalogues.js';
import { pageAbove, returnPath, samePath } from './return-path.js';
import { said } from './said.js';
import { view, Views } from './views.js';

describe('where a form may lead', () => {
  it.each(['/accueil', '/parametres/utilisateurs', '/parametres/utilisateurs/a-1/modifier', '/mon-compte'])(
    'to %s',
    (path) => expect(returnPath(path)).toBe(path),
  );

  it.each([
    '//evil.example',
    'https://evil.example',
    '/accueil\n',
    '/deconnexion',
    '/\\evil',
    ['/accueil'],
    undefined,
  ])('not to %j (ASVS 3.7.2)', (path) =>
    expect([returnPath(path), samePath(path)]).toEqual(['/accueil', '/connexion']),
  );

  it('never to anything that does not start with one slash and a letter', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) => /^\/[a-z]/.test(returnPath(text)) && /^\/[a-z]/.test(samePath(text)),
      ),
    );
  });
});

describe('the page above a form', () => {
  it.each([
    ['/mon-compte/second-facteur/retirer', '/mon-compte/second-facteur'],
    ['/mon-compte/second-facteur/application/confirmer', '/mon-compte/second-facteur/application'],
    ['/parametres/utilisateurs/a-1/modifier/second-facteur', '/parametres/utilisateurs/a-1/modifier'],
    ['/mon-compte', '/mon-compte'],
    ['/probe/sensitive', '/accueil'],
    ['//evil.example/x', '/accueil'],
    ['', '/accueil'],
  ])('%s is %s', (form, page) => expect(pageAbove(form)).toBe(page));
});

describe('what a page may be told to say', () => {
  it.each(['toString', '__proto__', 'constructor', 'x', 7, undefined])('not %j', (code) =>
    expect(said(catalogues.fr, code)).toBeNull(),
  );

  it('a sentence of the closed list', () => {
    expect(said(catalogues.fr, 'cle-choisie')).toContain('votre clé est choisie');
  });
});

describe('Views', () => {
  const views = new Views();

  it('throws on a template or a word it was not given, instead of showing less', () => {
    expect(() => views.render(view('nowhere/nowhere'), {})).toThrow('there is no template');
    expect(() => views.render(view('home/home'), {})).toThrow();
  });
});
