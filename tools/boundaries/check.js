// @ts-check
// npm run boundaries: who may import whom (.dependency-cruiser.cjs), and what a decision may not do (tools/purity).
import { existsSync } from 'node:fs';
import { impurities } from '../purity/impurities.js';
import { domainFiles } from './domain-files.js';
import { cruise } from './cruise.js';

/** Fewer than this, and the tool reads something else than the product. */
export const LEAST_MODULES = 350;
export const LEAST_DOMAIN_FILES = 60;

const { modules, violations } = cruise(
  ['apps', 'libs', 'test', 'tools', 'examples'].filter((folder) => existsSync(folder)),
);
const files = domainFiles();
const impure = impurities(files);

for (const { rule, from, to } of violations) console.error(`${from}: ${rule} (-> ${to})`);
for (const { file, line, what } of impure) console.error(`${file}:${line}: domain-is-pure (${what})`);
if (modules < LEAST_MODULES)
  console.error(`only ${modules} modules were read, ${LEAST_MODULES} are expected`);
if (files.length < LEAST_DOMAIN_FILES)
  console.error(`only ${files.length} files of the domain were read, ${LEAST_DOMAIN_FILES} are expected`);

const wrong = violations.length + impure.length;
console.log(`boundaries: ${modules} modules, ${files.length} of the domain, ${wrong} violations`);
process.exitCode = wrong > 0 || modules < LEAST_MODULES || files.length < LEAST_DOMAIN_FILES ? 1 : 0;
