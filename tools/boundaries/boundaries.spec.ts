import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { cruise } from './cruise.js';
import { aggregates } from './domain.cjs';
import { domainFiles } from './domain-files.js';
import { layers } from './layers.cjs';

type Rule = Readonly<{ name: string }>;
const require = createRequire(import.meta.url);
const { forbidden } = require('../../.dependency-cruiser.cjs') as { forbidden: readonly Rule[] };
const rules = forbidden.map(({ name }) => name);

const root = fileURLToPath(new URL('../../', import.meta.url));
const offenders = fileURLToPath(new URL('./offenders/', import.meta.url));

const ruleNamedBy = (file: string) => basename(file).split('.', 1)[0];

describe('the boundaries', () => {
  const bitten = cruise(['apps', 'libs'], offenders).violations;

  it.each(rules)('bite: %s has an offender', (rule) => {
    expect(bitten.filter((violation) => violation.rule === rule)).not.toEqual([]);
  });

  it('bite only whom they name', () => {
    expect(bitten.filter(({ from, rule }) => ruleNamedBy(from) !== rule)).toEqual([]);
  });

  it('are kept by the whole tree, and the whole tree is read', () => {
    const { modules, violations } = cruise(['apps', 'libs', 'test', 'tools', 'examples']);
    expect(violations).toEqual([]);
    expect(modules).toBeGreaterThan(400);
  }, 120_000);

  it('give every library its layer', () => {
    expect(layers.flat().sort()).toEqual(readdirSync(`${root}libs`).sort());
  });

  it('find the aggregates and the domain', () => {
    expect(aggregates).toEqual(
      expect.arrayContaining(['auth/src/credential', 'notifications/src/mail', 'users/src/user']),
    );
    expect(domainFiles()).toEqual(
      expect.arrayContaining([
        'apps/auth/src/credential/credential.events.ts',
        'apps/users/src/user/user.ts',
        'libs/event-sourcing/src/decision.ts',
      ]),
    );
    expect(domainFiles().filter((file) => /\.(handler|spec|controller|module)\.ts$/.test(file))).toEqual([]);
  });
});
