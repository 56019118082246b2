"""Which copy of an archive writes: each has a name of its own, so that what two of them wrote can be told apart.

A folder that is copied takes its name along. So the name holds only where it was given: for this computer, path and
file. Elsewhere there is a new one. An archive that was only moved gets a new name, too, which does no harm: a name
must never be that of two, but one archive may have had several.
"""

from __future__ import annotations

import functools
import hashlib
import os
import platform
import secrets
import sqlite3
from collections.abc import Mapping
from pathlib import Path

_MACHINE_ID = Path("/etc/machine-id")


def named(connection: sqlite3.Connection, state: Mapping[str, str]) -> dict[str, str]:
    """Return the name of this copy and the place that it holds for, as `replica_state` keeps them.

    Args:
        connection: to the archive's database.
        state: what `replica_state` holds now; a name without a place is of an older Curator, and stays.
    """
    place = _place(connection)
    known = state.get("replica") if state.get("place", place) == place else None
    return {"replica": known or secrets.token_hex(8), "place": place}


def _place(connection: sqlite3.Connection) -> str:
    """Return a digest of computer, path and file; it tells nobody what they are called."""
    # As bytes: on Linux a path need not be text, and sqlite3 would refuse to read it.
    row = connection.execute("SELECT CAST(file AS BLOB) FROM pragma_database_list WHERE name = 'main'").fetchone()
    path = Path(os.fsdecode(row[0])).resolve()
    parts = (_machine(), os.fspath(path), str(path.stat().st_ino))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]


@functools.cache
def _machine() -> str:
    """Return what tells this computer from others: machine-id(5), else its name."""
    try:
        return _MACHINE_ID.read_text("ascii").strip() or platform.node()
    except (OSError, UnicodeDecodeError):
        return platform.node()
