import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { domainFiles } from '../boundaries/domain-files.js';
import { impurities } from './impurities.js';

const offenders = fileURLToPath(new URL('./offenders/', import.meta.url));
const isInnocent = (file: string) => file.endsWith('.pure.ts');

describe('the purity of the domain', () => {
  it.each(readdirSync(offenders).filter((file) => !isInnocent(file)))('is broken by %s', (file) => {
    expect(impurities([file], offenders)).toHaveLength(1);
  });

  it('is not broken by arithmetic on time that arrives as a fact, nor by a comment', () => {
    expect(impurities(readdirSync(offenders).filter(isInnocent), offenders)).toEqual([]);
  });

  it('is kept by every file of the domain', () => {
    expect(impurities(domainFiles())).toEqual([]);
    expect(domainFiles().length).toBeGreaterThan(100);
  });
});
