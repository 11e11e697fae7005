import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { eventTypes } from '../docs/event-types.js';
import { filesBelow, root } from '../docs/files.js';

/** Old events stay readable for ever: of each type, an event as it is stored lies in `stored/` beside its declaration. */
const files = [...filesBelow(`${root}apps`, '.events.ts'), ...filesBelow(`${root}libs`, '.events.ts')];
const declared = files.flatMap((file) =>
  eventTypes(file).map(({ type }) => [type, relative(root, dirname(file))] as const),
);

const storedIn = (folder: string) =>
  (existsSync(`${root}${folder}/stored`) ? filesBelow(`${root}${folder}/stored`, '.json') : [])
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

describe('stored events', () => {
  it.each(declared)('%s has a stored example (%s)', (type, folder) => {
    expect(storedIn(folder)).toMatch(new RegExp(`"type":\\s*"${type}"`));
  });

  it('are looked for in every aggregate', () => {
    expect(declared.length).toBeGreaterThan(30);
  });

  it('have names that no two aggregates share', () => {
    const types = declared.map(([type]) => type);
    expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
  });
});
