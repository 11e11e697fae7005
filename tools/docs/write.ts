// npm run docs: writes the generated pages of docs/reference.
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { root } from './files.js';
import { pages } from './pages.js';
import { breaksOf, schemaPages } from './schemas.js';

const broken = Object.entries(schemaPages).flatMap(([name, generate]) => breaksOf(name, generate()));
if (broken.length > 0) {
  console.error(`A published schema may only grow; what breaks its readers needs a topic of its own:`);
  for (const line of broken) console.error(`  ${line}`);
  process.exit(1);
}

for (const [name, generate] of Object.entries(pages)) {
  writeFileSync(`${root}docs/reference/${name}`, await generate());
  console.log(`docs/reference/${name}`);
}
