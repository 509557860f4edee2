"""States of a learner's files, each stored once: contents by their SHA-256, so that a history stays small."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection


def digest_of(files: Mapping[str, bytes]) -> str:
    """What tells two states apart."""
    from shared.submission.submission import digest_of

    return digest_of(files)


def keep(connection: Connection, files: Mapping[str, bytes]) -> int:
    """Store a state unless it is there; gives its number."""
    digest = digest_of(files)
    known = connection.execute("SELECT id FROM state WHERE digest = ?", (digest,)).fetchone()
    if known is not None:
        return int(known[0])
    state = connection.execute("INSERT INTO state (digest) VALUES (?)", (digest,)).lastrowid
    assert state is not None
    for name, content in files.items():
        sha256 = hashlib.sha256(content).hexdigest()
        row = (sha256, zlib.compress(content))
        connection.execute("INSERT OR IGNORE INTO blob VALUES (?, ?)", row)
        connection.execute("INSERT INTO file VALUES (?, ?, ?)", (state, name, sha256))
    return state


def load(connection: Connection, state: int) -> dict[str, bytes]:
    """The files of a state.

    Raises:
        sqlite3.DatabaseError: what is stored is not what was stored.
    """
    import sqlite3

    files = {}
    query = "SELECT name, sha256, content FROM file JOIN blob ON blob = sha256 WHERE state = ? ORDER BY name"
    for name, sha256, content in connection.execute(query, (state,)):
        try:
            files[name] = zlib.decompress(content)
        except (zlib.error, TypeError) as error:
            raise sqlite3.DatabaseError(f"blob {sha256}: {error}") from error
    digest = connection.execute("SELECT digest FROM state WHERE id = ?", (state,)).fetchone()
    if digest != (digest_of(files),):
        raise sqlite3.DatabaseError(f"state {state} is incomplete")
    return files
