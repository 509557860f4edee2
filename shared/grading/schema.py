"""The tables of a gradebook."""

from __future__ import annotations

VERSION = 1
"""`PRAGMA user_version`; it grows by one when a table changes."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS secret (
    value BLOB NOT NULL                     -- seeds are made from it: nobody can tell the values of a check beforehand
);
CREATE TABLE IF NOT EXISTS students (
    id INTEGER PRIMARY KEY,
    student_id TEXT NOT NULL,               -- as the school writes it; may be empty
    name TEXT NOT NULL,
    UNIQUE (student_id, name)
);
CREATE TABLE IF NOT EXISTS submissions (
    id INTEGER PRIMARY KEY,
    student INTEGER NOT NULL REFERENCES students (id),
    lesson TEXT NOT NULL,
    digest TEXT NOT NULL,                   -- SHA-256 over names and contents of the files
    files BLOB NOT NULL,                    -- the files as a zip
    notes TEXT NOT NULL,                    -- JSON: how the files were taken out of what was handed in
    first_seen TEXT NOT NULL,
    UNIQUE (student, lesson, digest)
);
CREATE TABLE IF NOT EXISTS handed_in (      -- what counts now
    student INTEGER NOT NULL REFERENCES students (id),
    lesson TEXT NOT NULL,
    submission INTEGER REFERENCES submissions (id),
    trouble TEXT,                           -- why there is no submission
    path TEXT NOT NULL,
    PRIMARY KEY (student, lesson)
);
CREATE TABLE IF NOT EXISTS verdicts (       -- every one that was ever made; the newest counts
    id INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL REFERENCES submissions (id),
    check_version TEXT NOT NULL,
    seed INTEGER NOT NULL,
    judged_at TEXT NOT NULL,                -- ISO 8601
    outcome TEXT NOT NULL,                  -- pass, fail, unjudged
    earned INTEGER NOT NULL,
    possible INTEGER NOT NULL,
    walls TEXT,
    evidence BLOB NOT NULL                  -- docs/verdict-json.md, compressed with zlib
);
CREATE INDEX IF NOT EXISTS verdicts_of_submission ON verdicts (submission, id);
"""
