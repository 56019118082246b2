"""Blotting out titles, names and file names where acts and import runs are described."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable
from typing import Any

from curator.archive.erasure_scope import Scope

BLOT = "[…]"
# What a label ends with that was too long.
_CUT = "..."


def blot_labels(connection: sqlite3.Connection, scope: Scope) -> None:
    """Blot the words of `scope` out of the labels of acts.

    A name goes from all of them. A title or a file name goes from those of acts that touched what is erased: it may be
    an everyday word.
    """
    blot = Blotting(scope.words)
    if scope.record == "authority":
        rows = connection.execute("SELECT id, label FROM revision").fetchall()
    else:
        rows = connection.execute(
            """
            SELECT id, label FROM revision WHERE id IN (
                SELECT change.revision_id FROM temp.erased JOIN change
                    ON change.row_id = erased.row_id AND change.record = erased.record)"""
        ).fetchall()
    # What took such an act back carries its label, too, and touched the same rows.
    for row_id, kept in rows:
        label = _blotted(json.loads(kept), blot)
        fresh = json.dumps(label, ensure_ascii=False, sort_keys=True)
        if fresh != kept:
            connection.execute("UPDATE revision SET label = ? WHERE id = ?", (fresh, row_id))


def blot_accessions(connection: sqlite3.Connection, scope: Scope) -> None:
    """Blot paths and file names out of what the import runs say they took in, now and in the journal."""
    if scope.record != "article":
        return
    blot = Blotting(scope.words)
    for row_id, source in connection.execute("SELECT id, source FROM accession WHERE source IS NOT NULL").fetchall():
        connection.execute("UPDATE accession SET source = ? WHERE id = ?", (blot(source), row_id))
    images = "SELECT id, before FROM change WHERE record = 'accession' AND before IS NOT NULL"
    for change_id, before in connection.execute(images).fetchall():
        image = json.dumps(_blotted(json.loads(before), blot), ensure_ascii=False)
        connection.execute("UPDATE change SET before = ? WHERE id = ?", (image, change_id))


class Blotting:
    """Takes words out of texts, where they stand by themselves.

    Args:
        words: titles, names, paths.
    """

    def __init__(self, words: Iterable[str]) -> None:
        # A word of signs alone is no title or name, and could stand in the blot itself.
        self._words = [word for word in words if re.search(r"\w", word)]
        # The longest first: a path holds the name of its file.
        found = "|".join(re.escape(word) for word in sorted(self._words, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<!\w)(?:{found})(?!\w)") if found else None

    def __call__(self, text: str) -> str:
        """Return `text` with each of the words blotted out, also the beginning of one where a label was cut off."""
        if self._pattern is None:
            return text
        before = ""
        # Where one word goes, another may come to stand by itself.
        while text != before:
            before, text = text, self._pattern.sub(BLOT, text)
        if text.endswith(_CUT):
            _before, _between, last = text.removesuffix(_CUT).rpartition("; ")
            if last and any(word.startswith(last) for word in self._words):
                return text[: len(text) - len(last) - len(_CUT)] + BLOT
        return text


def _blotted(value: Any, blot: Blotting) -> Any:
    if isinstance(value, str):
        return blot(value)
    if isinstance(value, dict):
        return {key: inner if key in ("text", "plural") else _blotted(inner, blot) for key, inner in value.items()}
    return value
