// @ts-check
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDomain } from './domain.cjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Every file of the domain, from the root of the repository, in order. */
export const domainFiles = (base = root) =>
  ['apps', 'libs']
    .flatMap((folder) =>
      readdirSync(`${base}/${folder}`, { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name}`,
      ),
    )
    .filter(isDomain)
    .sort();
