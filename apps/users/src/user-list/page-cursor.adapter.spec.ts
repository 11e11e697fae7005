import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Secrets } from '#secrets';
import { PageCursors } from './page-cursor.adapter.js';

const cursors = new PageCursors({ identifierDigestKey: randomBytes(32) } as unknown as Secrets);
const listed = { schoolId: 'school-1', q: '' };
const place = { sort: 'name', descending: false, key: 'marie dupont', userId: 'u1' };

describe("a page's cursor", () => {
  it('opens for the school it was made for, and only for it (TST-31)', () => {
    const cursor = cursors.write(listed, place);
    expect(cursors.read(listed, cursor)).toEqual(place);
    expect(cursors.read({ ...listed, schoolId: 'school-2' }, cursor)).toBeNull();
  });

  it('opens for the search it was made for, however that is written, and for no other', () => {
    const cursor = cursors.write({ ...listed, q: 'Zoé Martin' }, place);
    expect(cursors.read({ ...listed, q: ' zoe  MARTIN' }, cursor)).toEqual(place);
    for (const q of ['', 'zoe', 'zoemartin', 'zoe martin x'])
      expect(cursors.read({ ...listed, q }, cursor)).toBeNull();
    expect(cursors.read({ ...listed, q: 'zoe' }, cursors.write(listed, place))).toBeNull();
  });

  it('shows nothing of the name it stopped at', () => {
    const cursor = Buffer.from(cursors.write(listed, place), 'base64url').toString('latin1');
    expect(cursor).not.toContain('marie');
  });

  it('does not open when a single bit was altered, or when it is anything else', () => {
    const bytes = Buffer.from(cursors.write(listed, place), 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const altered = Buffer.from(bytes);
      altered[index]! ^= 1;
      expect(cursors.read(listed, altered.toString('base64url'))).toBeNull();
    }
    for (const broken of ['', 'x', 'é', 'A'.repeat(512)]) expect(cursors.read(listed, broken)).toBeNull();
  });

  it('fits its contract with the longest key', () => {
    for (const key of ['🚗'.repeat(64), '"'.repeat(64), '\\'.repeat(64)]) {
      const longest = { sort: 'lastSignInAt', descending: true, key, userId: 'u'.repeat(36) };
      expect(cursors.write(listed, longest).length).toBeLessThanOrEqual(512);
    }
  });
});
