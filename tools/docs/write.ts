// npm run docs: writes the generated pages of docs/reference.
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { root } from './files.js';
import { pages } from './pages.js';

for (const [name, generate] of Object.entries(pages)) {
  writeFileSync(`${root}docs/reference/${name}`, await generate());
  console.log(`docs/reference/${name}`);
}
