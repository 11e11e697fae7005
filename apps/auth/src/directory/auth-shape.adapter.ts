/** The read model of auth: disposable, filled again from the log. It decides nothing (invariant 3); it only finds. */
export const shape = `
  CREATE TABLE directory (identifier_digest TEXT PRIMARY KEY, user_id TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE session (
    session_id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
  );
  CREATE INDEX session_of_user ON session (user_id, expires_at);
  CREATE INDEX session_end ON session (expires_at);
  CREATE TABLE remembered (
    selector TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    used_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX remembered_of_user ON remembered (user_id, expires_at);
  CREATE TABLE provisional_key (issue_id TEXT PRIMARY KEY, expires_at TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX provisional_key_end ON provisional_key (expires_at);
  CREATE TABLE case_code (code_id TEXT PRIMARY KEY, expires_at TEXT NOT NULL) WITHOUT ROWID;
`;
