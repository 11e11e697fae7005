/** The tables of the support desk: schools by name, cases by age. No personal data, and nothing is decided on it (invariant 3). */
export const supportDeskShape = `
  CREATE TABLE school (
    school_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX school_by_name ON school (name_key, school_id);
  -- folded: support case state 1
  CREATE TABLE support_case (
    case_id TEXT PRIMARY KEY,
    opened_at TEXT NOT NULL,
    closed INTEGER NOT NULL,
    folded TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX support_case_by_age ON support_case (closed, opened_at);
`;
