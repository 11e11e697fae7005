import { describe, expect, it } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PortalCookies } from './session-cookie.js';

const https = new PortalCookies('https://portail.example');
const http = new PortalCookies('http://localhost:3000');

const bringing = (cookies: Record<string, string>) => ({ cookies }) as unknown as FastifyRequest;
/** Notes what is set, as a browser would. */
const browser = () => {
  const set: [string, string, Record<string, unknown>][] = [];
  const reply = {
    setCookie: (name: string, value: string, options: Record<string, unknown>) =>
      set.push([name, value, options]),
  };
  return { set, reply: reply as unknown as FastifyReply };
};

describe('PortalCookies', () => {
  it('sets the session cookie with the prefix and every lock there is (WEB-01)', () => {
    const { set, reply } = browser();
    https.set(bringing({}), reply, 'trousseau', 'secret');
    expect(set).toEqual([
      ['__Host-trousseau', 'secret', { path: '/', httpOnly: true, sameSite: 'lax', secure: true }],
    ]);
  });

  it('neither writes nor reads a plain name behind https: a subdomain could have planted it', () => {
    expect(https.read(bringing({ trousseau: 'planted' }), 'trousseau')).toBeUndefined();
    const { set, reply } = browser();
    https.expire(reply, 'trousseau');
    https.set(bringing({ avant: 'planted' }), reply, 'trousseau', 'secret');
    expect(set.map(([name]) => name)).toEqual(['__Host-trousseau', '__Host-trousseau']);
  });

  it('tries both names on http://localhost, and takes the plain one only of a browser that brings back nothing else', () => {
    const first = browser();
    http.set(bringing({}), first.reply, 'avant', 'visit');
    expect(first.set.map(([name]) => name)).toEqual(['__Host-avant', 'avant']);

    const strict = browser();
    http.set(bringing({ '__Host-avant': 'visit', avant: 'visit' }), strict.reply, 'trousseau', 'secret');
    expect(strict.set.map(([name]) => name)).toEqual(['__Host-trousseau']);

    const refusing = browser();
    http.set(bringing({ avant: 'visit' }), refusing.reply, 'trousseau', 'secret');
    expect(refusing.set).toEqual([
      ['trousseau', 'secret', { path: '/', httpOnly: true, sameSite: 'lax', secure: false }],
    ]);
  });

  it('expires a cookie under every name it may have been set (WEB-05)', () => {
    const { set, reply } = browser();
    http.expire(reply, 'trousseau');
    expect(set.map(([name, value, { maxAge }]) => [name, value, maxAge])).toEqual([
      ['__Host-trousseau', '', 0],
      ['trousseau', '', 0],
    ]);
  });

  it('keeps the device cookie for a year (LOG-07)', () => {
    const { set, reply } = browser();
    https.set(bringing({}), reply, 'appareil', 'device');
    expect(set[0]).toEqual(['__Host-appareil', 'device', expect.objectContaining({ maxAge: 31_536_000 })]);
  });
});
