import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { later } from '../instant.js';
import { credential, type Credential } from './credential.js';
import {
  END,
  START,
  chosen,
  disabled,
  issued,
  opened,
  provisional,
  redeemed,
  requested,
  sent,
} from './credential.examples.js';
import { issueProvisionalKey } from './issue-provisional-key.js';

const issue = (issueId: string, at = START) => {
  const { hash, selector } = provisional(issueId) as { hash: string; selector: string };
  return (state: Credential) => issueProvisionalKey(state, { issueId, requestId: 'r1', hash, selector, at });
};

describe('issuing a provisional key', () => {
  it('gives it sixty minutes (FRG-01)', () => {
    given(credential, opened, requested())
      .when(issue('i1'))
      .records(issued('i1', { expiresAt: END }));
  });

  it('keeps two outstanding; a third displaces the oldest (FRG-09, C7)', () => {
    given(credential, opened, requested(), issued('i1')).when(issue('i2')).records(issued('i2'));
    given(credential, opened, requested(), issued('i1'), issued('i2'))
      .when(issue('i3'))
      .records(issued('i3', { voids: ['i1'] }));
  });

  it('makes no key that nobody asked for', () => {
    given(credential).when(issue('i1')).refuses('not-wanted');
    given(credential, opened).when(issue('i1')).refuses('not-wanted');
    given(credential, opened, requested('r2')).when(issue('i1')).refuses('not-wanted');
  });

  it('makes another while no mail is known to have left (FRG-15), and none afterwards', () => {
    given(credential, opened, requested(), issued('i1'), sent('i1')).when(issue('i2')).refuses('not-wanted');
    given(credential, opened, requested(), issued('i1'), redeemed('i1'))
      .when(issue('i2'))
      .refuses('not-wanted');
    given(credential, opened, requested(), chosen()).when(issue('i2')).refuses('not-wanted');
  });

  it('answers no request of yesterday', () => {
    given(credential, opened, requested())
      .when(issue('i1', later(START, 24 * 3600)))
      .refuses('not-wanted');
    const end = later(START, 24 * 3600 - 1);
    given(credential, opened, requested())
      .when(issue('i1', end))
      .records(issued('i1', { expiresAt: later(end, 3600) }));
  });

  it('makes none for a deactivated user', () => {
    given(credential, opened, requested(), disabled('deactivated', 1))
      .when(issue('i1'))
      .refuses('not-wanted');
  });
});
