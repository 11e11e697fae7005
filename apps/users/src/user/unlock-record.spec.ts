import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { unlockRecord } from './unlock-record.js';
import { erased, registered } from './user.examples.js';
import { user } from './user.js';

const facts = { caseId: 'A-17', reason: 'contrôle interne', operator: 'anne' };

describe('unlock the record of a user', () => {
  it('is recorded with its case and its reason (GDP-09)', () => {
    given(user, registered())
      .when((state) => unlockRecord(state, facts))
      .records({ type: 'RecordUnlocked', data: { schoolId: 'school-1', ...facts } });
  });

  it('needs somebody, and a reason that does not name them', () => {
    given(user)
      .when((state) => unlockRecord(state, facts))
      .refuses('unknown-user');
    given(user, registered())
      .when((state) => unlockRecord(state, { ...facts, reason: 'plainte de Marie' }))
      .refuses('reason-names-the-person');
  });

  it('reads nothing of an erased person, and so records nothing', () => {
    given(user, registered(), erased)
      .when((state) => unlockRecord(state, facts))
      .recordsNothing();
  });
});
