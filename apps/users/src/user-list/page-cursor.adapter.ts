import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SECRETS } from '#platform';
import { digestOf, type Secrets } from '#secrets';
import { z } from 'zod';
import { searchedWords } from './plain-text.js';

const place = z.tuple([z.string(), z.boolean(), z.string(), z.string()]);
const nonceLength = 12;
const tagLength = 16;

/** What was asked: a cursor leads on in the list it was made for, and in no other. */
export type Listed = Readonly<{ schoolId: string; q: string }>;

/** The same words are the same search, however they are written. */
const boundTo = ({ schoolId, q }: Listed) => Buffer.from(JSON.stringify([schoolId, ...searchedWords(q)]));

/** Where a page ended: the sort it belongs to, and the key and id of its last row. */
export type PagePlace = Readonly<{ sort: string; descending: boolean; key: string; userId: string }>;

/**
 * Cursors of the list. A cursor holds the name it stopped at, and stands in addresses and logs: so it is encrypted, and bound to
 * the school and the search it was made for. One that was altered, or belongs to another list, does not open.
 */
@Injectable()
export class PageCursors {
  private readonly key: Buffer;

  constructor(@Inject(SECRETS) secrets: Secrets) {
    this.key = Buffer.from(digestOf(secrets.identifierDigestKey, 'user-list-cursor'), 'hex');
  }

  write(listed: Listed, { sort, descending, key, userId }: PagePlace): string {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(boundTo(listed));
    const text = JSON.stringify([sort, descending, key, userId]);
    const sealed = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
    return Buffer.concat(sealed).toString('base64url');
  }

  read(listed: Listed, cursor: string): PagePlace | null {
    const bytes = Buffer.from(cursor, 'base64url');
    if (bytes.length <= nonceLength + tagLength) return null;
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, nonceLength))
      .setAAD(boundTo(listed))
      .setAuthTag(bytes.subarray(-tagLength));
    try {
      const text =
        decipher.update(bytes.subarray(nonceLength, -tagLength), undefined, 'utf8') + decipher.final('utf8');
      const [sort, descending, key, userId] = place.parse(JSON.parse(text));
      return { sort, descending, key, userId };
    } catch {
      return null;
    }
  }
}
