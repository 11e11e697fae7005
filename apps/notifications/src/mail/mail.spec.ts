import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import type { MailEvent } from './mail.events.js';
import { accepted, askedAt, at, attempted, failed, keyRequest, requested } from './mail.examples.js';
import { mail, type WaitingMail } from './mail.js';

const folder = new URL('./stored/', import.meta.url);
const stored = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as MailEvent;
const names = readdirSync(folder);
const requests = names.filter((name) => name.startsWith('MailRequested.'));

describe('mail', () => {
  it('waits from the moment it was asked for', () => {
    expect(given(mail, requested(keyRequest)).state()).toMatchObject({ status: 'waiting', dueAt: askedAt });
  });

  it('counts its attempts through failures', () => {
    const history = [
      requested(keyRequest),
      attempted(1, at(1, 30)),
      failed(1, at(0, 5)),
      attempted(2, at(1, 35)),
    ];
    expect(given(mail, ...history).state()).toMatchObject({ status: 'attempted', attempts: 2 });
    expect(given(mail, ...history, accepted(2)).state()).toMatchObject({ status: 'accepted' });
  });

  it('has reached nobody at first, and those whom an attempt says it did', () => {
    const { reached } = given(mail, requested(keyRequest)).state() as WaitingMail;
    expect(reached).toEqual([]);
  });

  it('is nothing before it was asked for, and what it came to once it has ended', () => {
    const later = [attempted(2, at(1, 35)), failed(2, at(2, 0))];
    expect(given(mail, ...later, accepted(1)).state()).toEqual({ status: 'unknown' });
    expect(given(mail, stored('MailAbandoned.json')).state()).toEqual({ status: 'unknown' });
    const ended = [requested(keyRequest), attempted(1, at(1, 30)), accepted(1)];
    expect(given(mail, ...ended, ...later).state()).toEqual(given(mail, ...ended).state());
  });

  it('stands in streams of its own name, where it is looked for', () => {
    expect(mail.category).toBe('mail');
  });

  it('still reads every kind of event that was ever stored', () => {
    const types = new Set(names.map((name) => stored(name).type));
    expect([...types].sort()).toEqual([
      'MailAbandoned',
      'MailAccepted',
      'MailAttempted',
      'MailFailed',
      'MailRequested',
    ]);
  });

  it.each(requests)('folds a stored history that begins with %s', (name) => {
    const history = [stored(name), stored('MailAttempted.json'), stored('MailFailed.json')];
    expect(given(mail, ...history).state()).toEqual({
      status: 'waiting',
      request: stored(name).data,
      attempts: 1,
      dueAt: '2026-11-23T08:00:05.000Z',
      reached: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
    });
    expect(given(mail, ...history, stored('MailAccepted.json')).state()).toEqual({
      status: 'accepted',
      request: stored(name).data,
      issueId: 'a3bb189e-8bf9-3888-9912-ace4e6543002',
    });
    expect(given(mail, ...history, stored('MailAbandoned.json')).state()).toEqual({
      status: 'abandoned',
      request: stored(name).data,
    });
  });
});
