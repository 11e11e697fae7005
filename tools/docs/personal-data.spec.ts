import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { declaredRetention } from '#event-store';
import { READINGS_KEPT_DAYS } from '#journals';
import { root } from './files.js';

const guide = readFileSync(`${root}docs/guides/donnees-personnelles.md`, 'utf8');
const rows = guide.split('\n').filter((line) => line.startsWith('|'));

/** Made of the code, and held to it by a spec of its own. */
const reference = readFileSync(`${root}docs/reference/streams.md`, 'utf8');

/** The streams of the product, as the reference finds them in the code: `attempts`, `user` … */
const categories = [...reference.matchAll(/^## `([a-z-]+?)(?:-…)?`$/gm)].map(([, name]) => name!);

const inFrench = (seconds: number): string =>
  seconds % 86_400 === 0 ? `${seconds / 86_400} jours` : `${seconds / 3600} heures`;

describe('the guide to personal data', () => {
  it('finds the streams it is held to', () => {
    expect(categories.length).toBeGreaterThan(12);
    expect(categories).toContain('support-case');
  });

  it.each([...categories, 'data-key'])(
    'says how long `%s` is kept, as the store keeps it (GDP-01)',
    (category) => {
      const row = rows.find((line) => line.includes(`\`${category}-*\``) || line.includes(`\`${category}\``));
      expect(row).toBeDefined();
      const maxAge = declaredRetention(`${category}-x`)?.maxAge;
      const kept = row!.split('|').at(-2)!;
      if (maxAge !== undefined) expect(kept.trim()).toBe(inFrench(maxAge));
      else expect(kept).not.toMatch(/^ *\d+ (jours|heures) *$/);
    },
  );

  it('has an entry for the register, a decision on the impact, a notice and the first 72 hours (GDP-07)', () => {
    for (const article of ['article 30', 'article 13', 'articles 33 et 34']) expect(guide).toContain(article);
    expect(guide).toMatch(/^## Faut-il une analyse d’impact \?$/m);
    expect(guide).toContain('Notifier la CNIL avant la 72ᵉ heure');
    for (const entry of [
      'Traitement',
      'Responsable',
      'Finalités',
      'Base légale',
      'Personnes',
      'Données',
      'Destinataires',
      'Durées',
      'Sécurité',
    ])
      expect(guide).toContain(`**${entry}**`);
  });

  it('says where technical logs go, in which form, who reads them and for how long (AUD-01)', () => {
    const logs = guide.slice(guide.indexOf('## Les journaux techniques'), guide.indexOf('## Pourquoi des'));
    for (const said of ['sortie standard', 'ligne JSON', 'six à douze mois', 'n’y donnez accès qu’à'])
      expect(logs).toContain(said);
    expect(logs).toContain('| ligne | dit | ne dit jamais |');
  });

  it('says what destroying a key cannot reach, and for how long (GDP-03)', () => {
    expect(guide).toMatch(/sauvegarde du journal \*avec\* sa clé maîtresse défait un effacement/);
    expect(guide).toContain('30 jours (GDP-03)');
  });

  it('says why encrypted data stand in the log, and that they stay personal while their key exists (GDP-04)', () => {
    expect(guide).toContain('une donnée chiffrée reste une donnée personnelle tant que sa clé existe');
  });

  it('holds what the reference says of it: names, addresses and phones are encrypted in every event (GDP-04)', () => {
    const fields = [...reference.matchAll(/`(name|identifier|email|managerPhone|phone)`( 🔒)?/g)];
    const open = fields.filter(([, , lock]) => lock === undefined).map(([, name]) => name);
    expect(fields.length).toBeGreaterThan(6);
    // The name of a school is a firm's.
    expect(open).toEqual(['name']);
  });

  it('names every event of the security log that says who read a record (GDP-09)', () => {
    for (const event of ['audit_replay', 'audit_state']) expect(guide).toContain(`\`${event}\``);
  });

  it('says how long the journal of readings is kept, and by whom it is swept (GDP-01)', () => {
    const kept = rows
      .find((line) => line.includes('`readings/`'))
      ?.split('|')
      .at(-2);
    expect(kept).toContain(`${READINGS_KEPT_DAYS} jours`);
    for (const sweeping of ['removedReadings', 'audit_readings_removed'])
      expect(guide).toContain(`\`${sweeping}\``);
  });
});
