import type { Sql } from '#projections';
import type { ClosedCase, OpenCase, SupportCase } from '../support-case/support-case.js';

export type CaseRow = Readonly<{ caseId: string; state: OpenCase | ClosedCase }>;

export const caseNamed = (sql: Sql, caseId: string): SupportCase => {
  const row = sql.prepare('SELECT folded FROM support_case WHERE case_id = ?').get(caseId) as
    { folded: string } | undefined;
  return row === undefined ? { status: 'unknown' } : (JSON.parse(row.folded) as SupportCase);
};

export const putCase = (sql: Sql, caseId: string, state: SupportCase): void => {
  if (state.status === 'unknown') return;
  sql
    .prepare('INSERT OR REPLACE INTO support_case VALUES (?, ?, ?, ?)')
    .run(caseId, state.openedAt, state.status === 'closed' ? 1 : 0, JSON.stringify(state));
};

/** Open cases first, the newest of each kind first. */
export const latestCases = (sql: Sql, limit: number): readonly CaseRow[] => {
  const rows = sql
    .prepare(
      'SELECT case_id AS caseId, folded FROM support_case ORDER BY closed, opened_at DESC, case_id LIMIT ?',
    )
    .all(limit) as { caseId: string; folded: string }[];
  return rows.map(({ caseId, folded }) => ({ caseId, state: JSON.parse(folded) as CaseRow['state'] }));
};
