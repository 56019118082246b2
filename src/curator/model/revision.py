"""The journal as the rest of the program sees it: revisions with labels, and what an operation touched."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from curator.i18n import _, ngettext

RevisionKind = Literal["act", "undo", "redo", "revert"]


@dataclass(frozen=True, slots=True)
class Label:
    """What an act is called in history and in the undo menu, kept untranslated so that each reader sees their language.

    Args:
        text: the message (marked with `N_`), with %(name)s placeholders.
        values: what fills the placeholders; "n" chooses the plural form.
        plural: the message for several, where there is one.
    """

    text: str
    values: Mapping[str, str | int] = field(default_factory=dict)
    plural: str = ""

    def __str__(self) -> str:
        """Return the label in the user's language."""
        if self.plural:
            return ngettext(self.text, self.plural, int(self.values.get("n", 1))) % dict(self.values)
        return _(self.text) % dict(self.values) if self.values else _(self.text)

    def to_json(self) -> str:
        """Return the label as the journal keeps it."""
        kept: dict[str, Any] = {"text": self.text}
        if self.plural:
            kept["plural"] = self.plural
        if self.values:
            kept["values"] = dict(self.values)
        return json.dumps(kept, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, kept: str) -> Label:
        """Read back what `to_json` wrote (str)."""
        read = json.loads(kept)
        return cls(read["text"], read.get("values", {}), read.get("plural", ""))


@dataclass(frozen=True, slots=True)
class Revision:
    """One act in the journal.

    Args:
        id, uid: within this archive; across archives.
        at: when, ISO 8601 in UTC.
        actor: who, as they gave their name.
        origin: what wrote it ("cli", "window").
        kind: an act, or the undo, redo or revert of the revision `reverts`.
        stands: False when a later revision took it back.
    """

    id: int
    uid: str
    at: str
    actor: str
    origin: str
    kind: RevisionKind
    label: Label
    reverts: int | None
    stands: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One row that a revision touched: `before` holds the fields that changed, as they were (None for a new row)."""

    revision_id: int
    record: str
    row_id: int
    kind: Literal["insert", "update", "delete"]
    before: Mapping[str, str | int | None] | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What an operation touched: the one answer of every operation, from which views and index refresh.

    Args:
        revision_id: the revision it wrote; None when nothing was different.
        touched: record name (the table) -> ids of the rows.
    """

    revision_id: int | None = None
    touched: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Return whether anything was touched."""
        return bool(self.touched)

    def ids(self, record: str) -> frozenset[int]:
        """Return the ids of the touched rows of `record` (a table's name)."""
        return self.touched.get(record, frozenset())

    def joined(self, later: Changes) -> Changes:
        """Return what this and a later operation touched together."""
        touched = {record: self.ids(record) | later.ids(record) for record in {*self.touched, *later.touched}}
        return Changes(later.revision_id, touched)
