import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { eventTypes } from './event-types.js';
import { filesBelow, root } from './files.js';
import { pages } from './pages.js';

describe('the generated reference', () => {
  it.each(Object.entries(pages))('%s is what `npm run docs` writes', async (name, generate) => {
    expect(readFileSync(`${root}docs/reference/${name}`, 'utf8')).toBe(await generate());
  });

  it('finds the events it documents', () => {
    const found = filesBelow(`${root}apps`, '.events.ts').flatMap(eventTypes);
    expect(found.length).toBeGreaterThan(30);
    expect(found).toContainEqual(expect.objectContaining({ type: 'UserRegistered' }));
  });
});
