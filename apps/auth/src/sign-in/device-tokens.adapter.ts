import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SECRETS } from '#platform';
import type { Secrets } from '#secrets';

/** A browser that has opened this user's account. */
export type Device = Readonly<{ userId: string; deviceId: string }>;

/** Signed device cookies (LOG-07). They open nothing: they only let their owner try while strangers have to wait. */
@Injectable()
export class DeviceTokens {
  constructor(@Inject(SECRETS) private readonly secrets: Secrets) {}

  /** A token for this browser; the same one again if it had one, so that it cannot collect buckets. */
  issue(userId: string, known: Device | null): string {
    const body = Buffer.from(JSON.stringify([userId, known?.deviceId ?? randomUUID()])).toString('base64url');
    return `${body}.${this.mac(body).toString('base64url')}`;
  }

  /** What we signed, or null. Compared in constant time (KEY-14). */
  open(token: string | undefined): Device | null {
    const [body = '', mac = '', ...rest] = (token ?? '').split('.');
    const given = Buffer.from(mac, 'base64url');
    const expected = this.mac(body);
    if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    const [userId, deviceId] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [string, string];
    return { userId, deviceId };
  }

  private mac(body: string): Buffer {
    return createHmac('sha256', this.secrets.devicesKey).update(`device:${body}`).digest();
  }
}
