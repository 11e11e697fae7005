/**
 * The tables of the user list. A row is filled from two sides: what users know (`folded`, the user's state) and what auth tells
 * (key, failures, last sign-in); either may come first, and a row without a school is in no list.
 * Personal data stands here in clear; the file is its owner's alone and an erased user's row is deleted (`secure_delete`).
 */
export const userListShape = `
  -- folded: user state 2
  CREATE TABLE person (
    -- Empty: in no list. The rows of a school lie together, so that a search reads one stretch of the file.
    school_id TEXT NOT NULL DEFAULT '',
    user_id TEXT NOT NULL UNIQUE,
    folded TEXT,
    search TEXT NOT NULL DEFAULT '',
    name_key TEXT NOT NULL DEFAULT '',
    identifier_key TEXT NOT NULL DEFAULT '',
    role_key TEXT NOT NULL DEFAULT '',
    email_key TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT '',
    has_key INTEGER NOT NULL DEFAULT 0,
    failed_too_often INTEGER NOT NULL DEFAULT 0,
    has_factor INTEGER NOT NULL DEFAULT 0,
    last_sign_in_at TEXT NOT NULL DEFAULT '',
    -- Which of two sign-ins is the last one.
    last_sign_in_position INTEGER NOT NULL DEFAULT -1,
    PRIMARY KEY (school_id, user_id)
  ) WITHOUT ROWID;
  CREATE INDEX person_by_name ON person (school_id, name_key, user_id);
  CREATE TABLE cool_off (user_id TEXT PRIMARY KEY, change_id TEXT NOT NULL, due_at TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX cool_off_by_due ON cool_off (due_at);
`;
