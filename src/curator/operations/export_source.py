"""What a writer reads from: the chosen articles of an archive, all in one state of it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import BinaryIO

from curator.archive import authorities, belonging, mentions, originals
from curator.archive.records import Shape, rows, shapes
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.authority import KINDS, Authority
from curator.model.export import ExportName, ExportOrigin, ExportRecord, ExportVariant
from curator.model.progress import Progress
from curator.operations import detail
from curator.operations.context import Context


@dataclass
class ArchiveSource:
    """The articles that were chosen (`curator.writers.ExportSource`); made inside `archive.connection.one_state`.

    Args:
        context: its `progress` is told of each article and each file.
        ids: the articles, in the order to write them.
        chosen: what was chosen, in words; None for the whole archive.
        with_originals: whether the tables hold the files as received; without them no row names one.
    """

    context: Context
    ids: Sequence[int]
    chosen: str | None = None
    with_originals: bool = True
    _started: float = field(default_factory=time.monotonic)
    _opened: int = 0

    @property
    def count(self) -> int:
        """How many articles there are."""
        return len(self.ids)

    @cached_property
    def origin(self) -> ExportOrigin:
        """The archive, and what was chosen of it."""
        row = self.context.archive.read().execute("SELECT uid, title, note FROM archive").fetchone()
        return ExportOrigin(row["uid"], row["title"], row["note"], self.chosen)

    def records(self) -> Iterator[ExportRecord]:
        """Yield the articles with their tags, collections, originals and text, one at a time."""
        for done, record in enumerate(detail.records(self.context, self.ids)):
            self.context.progress(Progress(done, len(self.ids), time.monotonic() - self._started))
            yield record

    def names(self) -> Iterator[ExportName]:
        """Yield everybody and everything that the articles are tagged with, by kind and name."""
        connection = self.context.archive.read()
        standing = {
            mention.authority.id: mention.authority
            for article_id in self.ids
            for mention in mentions.of_article(connection, article_id)
        }
        for authority in sorted(standing.values(), key=_by_kind):
            yield self._name(authority)

    def _name(self, authority: Authority) -> ExportName:
        connection = self.context.archive.read()
        others = tuple(
            ExportVariant(variant.name, variant.language, variant.script, variant.name_kind, variant.preferred_in)
            for variant in authorities.variants(connection, authority.id)
        )
        merged = authorities.members(connection, [authority.id])[1:]
        replaces = tuple(authorities.get(connection, each).uid for each in merged)
        kind, name = authority.kind, authority.preferred_name
        return ExportName(authority.uid, kind, name, others, authority.dates, authority.note, replaces)

    @cached_property
    def _shapes(self) -> dict[str, Shape]:
        return shapes(self.context.archive.read())

    @cached_property
    def _belonging(self) -> Mapping[str, set[int] | None]:
        found: dict[str, set[int] | None] = dict.fromkeys(self._shapes)
        if self.chosen is not None:
            found.update(belonging.of_articles(self.context.archive.read(), self._shapes, self.ids))
        if not self.with_originals:
            found.update({"original": set(), "article_original": set()})
        return found

    def tables(self) -> Iterator[tuple[str, Iterator[Mapping[str, str | int | None]]]]:
        """Yield each table of records with its rows, by uid; of a choice without what describes the whole archive."""
        connection = self.context.archive.read()
        for record, ids in self._belonging.items():
            found = rows(connection, record, self._shapes[record], ids)
            yield record, found if self.with_originals else map(_without_original, found)

    def open_original(self, sha256: str) -> BinaryIO:
        """Open a file as received.

        Raises:
            CuratorError: when it is missing from the archive.
        """
        self._opened += 1
        self.context.progress(Progress(self._opened, self._originals, time.monotonic() - self._started))
        path = originals.stored_path(self.context.archive.folder, sha256)
        try:
            return path.open("rb")
        except OSError as error:
            raise CuratorError(
                _("The original %(path)s cannot be read: %(reason)s.") % {"path": path, "reason": error.strerror},
                _("Bring it back from a copy of the archive, then export again."),
            ) from error

    @cached_property
    def _originals(self) -> int:
        ids = self._belonging["original"]
        if ids is not None:
            return len(ids)
        return int(self.context.archive.read().execute("SELECT count(*) FROM original").fetchone()[0])


def _without_original(row: Mapping[str, str | int | None]) -> Mapping[str, str | int | None]:
    return {**row, "original_id": None} if "original_id" in row else row


def _by_kind(authority: Authority) -> tuple[int, str, str]:
    return KINDS.index(authority.kind), authority.preferred_name.casefold(), authority.uid
