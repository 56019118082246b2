"""Erasing for good, at a person's request or by a takedown: the one act that cannot be taken back."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from curator import paths
from curator.archive import Connection, erasure, erasure_scope, erasure_written
from curator.archive.backups import Backup
from curator.archive.erasure import Tombstone
from curator.archive.erasure_drafts import with_drafts
from curator.archive.erasure_scope import Scope
from curator.archive.erasure_written import Written as Written
from curator.archive.faults import explained
from curator.errors import CuratorError, Problem
from curator.i18n import _, ngettext
from curator.model.authority import Authority, AuthorityKind
from curator.operations import own_backups
from curator.operations.authorities import record_of
from curator.operations.context import Context
from curator.operations.indexing import Indexer
from curator.text.name_key import name_key
from curator.text.names_within import NamesWithin


@dataclass(slots=True)
class Erased:
    """What was erased.

    Args:
        record: "article" or "authority".
        ids: their numbers, those of records merged into a name included.
        originals: how many files went.
        shared: names of files that stay, because other articles were made from them.
        still_named: numbers of articles in whose title, text, byline or notes an erased name still stands.
        other_names: names on record that hold it and stay.
        written: titles and notes that held it; `blotted` says whether it was blotted out there.
        backup: the fresh backup; None when it could not be made.
        problems: what could not be done after the erasing itself.
    """

    record: str
    ids: list[int]
    originals: int
    shared: list[str]
    still_named: list[int] = field(default_factory=list)
    other_names: list[str] = field(default_factory=list)
    written: list[Written] = field(default_factory=list)
    blotted: bool = False
    backup: Backup | None = None
    problems: list[Problem] = field(default_factory=list)


def articles(context: Context, ids: Sequence[int], reason: str, confirmed: Sequence[str]) -> Erased:
    """Erase articles with their texts, tags, notes, history, originals, index entries and the archive's own backups.

    Args:
        ids: the articles; also those that only the journal still knows, since their import was undone.
        reason: why; it stays.
        confirmed: the title of each, or "untitled 12", as a person typed them.

    Raises:
        CuratorError: no such article, no reason, or a title that was not typed. Nothing was erased.
    """
    connection = context.archive.read()
    titles = {}
    for article_id in dict.fromkeys(ids):
        exists, title = erasure_scope.title_of(connection, article_id)
        if not exists:
            raise CuratorError(
                _("There is no article %(id)d in this archive.") % {"id": article_id},
                _("Nothing was erased. The list shows the numbers: curator list ARCHIVE"),
            )
        titles[article_id] = one_line(title or "") or _("untitled %(id)d") % {"id": article_id}
    _require(reason, list(titles.values()), confirmed)
    return _erase(
        context, lambda connection: with_drafts(connection, erasure_scope.of_articles(connection, titles)), reason
    )


def names(
    context: Context,
    tags: Sequence[tuple[AuthorityKind, str]],
    reason: str,
    confirmed: Sequence[str],
    titles: bool | None = None,
) -> Erased:
    """Erase names on record with all their variants, what was merged into them, their mentions and their history.

    The texts of articles are sources, and stay as they are; what is returned lists those that hold the name.

    Args:
        tags: kind and name of each.
        reason: why; it stays.
        confirmed: the preferred name of each, as a person typed it.
        titles: whether the name is also blotted out of what people wrote, such as titles of collections; this has to
            be decided where there is any (`written_with`).

    Raises:
        CuratorError: no such name, several known by it, no reason, a name that was not typed, or titles that hold it
            and nothing decided. Nothing was erased.
    """
    connection = context.archive.read()
    records = _records(connection, tags)
    _require(reason, [record.preferred_name for record in records.values()], confirmed)
    if titles is None and (found := written_with(context, tags)):
        raise CuratorError(
            ngettext(
                "%(n)d title or note that people wrote holds the name. Nothing was erased yet.",
                "%(n)d titles and notes that people wrote hold the name. Nothing was erased yet.",
                len(found),
            )
            % {"n": len(found)},
            _("Add --also-titles to blot it out there, too, or --keep-titles to leave them as they are."),
        )
    return _erase(context, lambda connection: erasure_scope.of_authorities(connection, records), reason, bool(titles))


def written_with(context: Context, tags: Sequence[tuple[AuthorityKind, str]]) -> list[Written]:
    """Return the titles, queries and notes that people wrote which hold one of some names, or held it once.

    Raises:
        CuratorError: no such name, or several known by it.
    """
    connection = context.archive.read()
    return erasure_written.holding(connection, erasure_scope.of_authorities(connection, _records(connection, tags)))


def _records(connection: Connection, tags: Sequence[tuple[AuthorityKind, str]]) -> dict[int, Authority]:
    return {found.id: found for found in (record_of(connection, name, kind) for kind, name in tags)}


def tombstones(context: Context) -> list[Tombstone]:
    """Return what was erased from this archive, oldest first."""
    return erasure.tombstones(context.archive.read())


def one_line(words: str) -> str:
    """Return words as they are compared with what was typed: white space levelled, in NFC."""
    return unicodedata.normalize("NFC", " ".join(words.split()))


def _require(reason: str, wanted: Sequence[str], confirmed: Sequence[str]) -> None:
    if not reason.strip():
        raise CuratorError(
            _("Why is it erased? The reason stays in the archive, with the date and your name."),
            _("Nothing was erased. Such as: --reason “asked by the family, letter of 4 May”"),
        )
    typed = {one_line(words) for words in confirmed}
    missing = [words for words in wanted if one_line(words) not in typed]
    if missing:
        raise CuratorError(
            _("Erasing cannot be undone. Nothing was erased yet."),
            _("To erase, type each title or name in full: %(options)s")
            % {"options": " ".join(f"--confirm “{words}”" for words in missing)},
        )
    surplus = typed - {one_line(words) for words in wanted}
    if surplus:
        raise CuratorError(
            _("“%(words)s” is none of what is to be erased.") % {"words": min(surplus)}, _("Nothing was erased.")
        )
    if any(f" {name_key(words)} " in f" {name_key(reason)} " for words in wanted if name_key(words)):
        raise CuratorError(
            _("The reason holds what is to be erased, and the reason stays."),
            _("Nothing was erased. Give the reason without the title or name."),
        )


def _erase(context: Context, scope_of: Callable[[Connection], Scope], reason: str, titles: bool = False) -> Erased:
    archive = context.archive
    with archive.unjournalled() as connection:
        if erasure.is_begun(connection):
            erasure.finish(connection, archive.folder)
        scope = scope_of(connection)
        erased = Erased(scope.record, sorted(scope.ids), len(scope.originals), sorted(scope.shared))
        if scope.record == "authority":
            erased.written, erased.blotted = erasure_written.holding(connection, scope), titles
            erased.other_names = erasure_written.other_names(connection, scope)
        erasure.begin(connection, scope, archive.actor, reason, titles)
        if scope.record == "authority":
            erased.still_named = erasure_scope.articles_holding(connection, NamesWithin(scope.words).holds)
        try:
            with explained(archive.folder.path):
                erasure.finish(connection, archive.folder)
        except CuratorError as error:
            message = _(
                "It is erased from the records. What is left is done when the archive is next opened. %(reason)s"
            )
            erased.problems.append(Problem("not-finished", message % {"reason": error.message}, error.hint))
            return erased
    _make_anew(context, erased)
    return erased


def _make_anew(context: Context, erased: Erased) -> None:
    """Index and backup again; neither is needed for the erasing, so what goes wrong is only told."""
    archive = context.archive
    # Of a time when the archive stood on a read-only medium.
    shutil.rmtree(paths.cache() / "indexes" / archive.uid, ignore_errors=True)
    try:
        with Indexer(archive) as indexer:
            indexer.drain(anew=True)
    except CuratorError as error:
        erased.problems.append(Problem("no-index", error.message, error.hint))
    erased.backup, problem = own_backups.on_close(context, least_age_s=0, patience_s=None)
    if problem:
        erased.problems.append(problem)
