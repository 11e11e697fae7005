import type { SupportCaseView } from '#contracts';

const at = '2026-11-22T08:00:00.000Z';

/** A case as users tells it at its beginning. */
export const caseAtFirst: SupportCaseView = {
  caseId: 'case-1',
  schoolName: 'Auto-école du Port',
  managerName: 'Léandra Morvan',
  openedAt: at,
  openedBy: 'Nadia Perrin',
  mine: true,
  maskedPhone: '•• •• •• •• 78',
  awaitsApproval: false,
  call: 'none',
  disclosed: false,
  wrongCodes: 0,
  trail: [{ type: 'CaseOpened', at, operator: 'Nadia Perrin' }],
};
