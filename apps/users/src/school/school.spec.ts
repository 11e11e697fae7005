import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { changeManagerPhone } from './change-manager-phone.js';
import { countManager } from './count-manager.js';
import { registerSchool } from './register-school.js';
import type { SchoolEvent } from './school.events.js';
import { school } from './school.js';
import { withdrawManager } from './withdraw-manager.js';

const facts = { name: 'Auto-école du Lac', managerUserId: 'm1', managerPhone: '+33612345678' };
const registered: SchoolEvent = { type: 'SchoolRegistered', data: facts };
const admitted = (userId: string): SchoolEvent => ({ type: 'ManagerAdmitted', data: { userId } });
const withdrawn = (userId: string): SchoolEvent => ({ type: 'ManagerWithdrawn', data: { userId } });

describe('a school', () => {
  it('is registered once', () => {
    given(school)
      .when((state) => registerSchool(state, facts))
      .records(registered);
    given(school, registered)
      .when((state) => registerSchool(state, facts))
      .recordsNothing();
  });

  it('keeps its last manager', () => {
    given(school, registered, admitted('m1'))
      .when((state) => withdrawManager(state, { userId: 'm1' }))
      .refuses('last-manager');
  });

  it('keeps its manager while none is counted yet', () => {
    given(school, registered)
      .when((state) => withdrawManager(state, { userId: 'm1' }))
      .refuses('last-manager');
  });

  it('lets one of two managers go, and only one', () => {
    const two = [registered, admitted('m1'), admitted('m2')];
    given(school, ...two)
      .when((state) => withdrawManager(state, { userId: 'm1' }))
      .records(withdrawn('m1'));
    expect(given(school, ...two, admitted('m3'), withdrawn('m1')).state()).toMatchObject({
      managers: ['m2', 'm3'],
    });
    given(school, ...two, withdrawn('m1'))
      .when((state) => withdrawManager(state, { userId: 'm2' }))
      .refuses('last-manager');
  });

  it('has nothing to record for a manager who is not counted', () => {
    given(school, registered, admitted('m1'))
      .when((state) => withdrawManager(state, { userId: 'm2' }))
      .recordsNothing();
  });

  it('counts a manager once, and no longer when they are not active', () => {
    given(school, registered)
      .when((state) => countManager(state, { userId: 'm1', active: true }))
      .records(admitted('m1'));
    given(school, registered, admitted('m1'))
      .when((state) => countManager(state, { userId: 'm1', active: true }))
      .recordsNothing();
    given(school, registered, admitted('m1'))
      .when((state) => countManager(state, { userId: 'm1', active: false }))
      .records(withdrawn('m1'));
  });

  it('changes the phone of its manager, and not to the same one', () => {
    const at = '2026-11-22T08:00:00.000Z';
    const change = (managerPhone: string) => ({ managerUserId: 'm1', managerPhone, at });
    const changed: SchoolEvent = { type: 'ManagerPhoneChanged', data: change('+33700000000') };
    given(school, registered)
      .when((state) => changeManagerPhone(state, change('+33700000000')))
      .records(changed);
    given(school, registered, changed)
      .when((state) => changeManagerPhone(state, change('+33700000000')))
      .recordsNothing();
    expect(given(school, registered, changed).state()).toMatchObject({
      managerPhone: '+33700000000',
      phoneChangedAt: at,
    });
  });

  it('is needed for whatever else happens', () => {
    given(school)
      .when((state) => countManager(state, { userId: 'm1', active: true }))
      .refuses('unknown-school');
    given(school)
      .when((state) => withdrawManager(state, { userId: 'm1' }))
      .refuses('unknown-school');
    given(school)
      .when((state) =>
        changeManagerPhone(state, { managerUserId: 'm1', managerPhone: '+33700000000', at: '' }),
      )
      .refuses('unknown-school');
    expect(given(school, admitted('m1')).state()).toEqual({ status: 'unknown' });
  });
});
