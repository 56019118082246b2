"""One file of an import becomes rows: its articles with fields, sources and original, and the item of the accession."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from curator.archive import Transaction, accessions, articles, originals, pictures
from curator.archive.authorities import date_fields
from curator.archive.transaction import Value
from curator.errors import CuratorError, Problem
from curator.i18n import _
from curator.model.article import OutcomeKind
from curator.model.dates import parse_edtf
from curator.model.reading import ArticleReading, Found
from curator.operations.outcomes import ItemOutcome, Pending
from curator.paths import display


def enrol(transaction: Transaction, accession_id: int, pending: Pending) -> list[ItemOutcome]:
    """Write what became of one file.

    Returns:
        an outcome for the file, or one for each of its articles.
    """
    if pending.same_as and not pending.duplicate_of:
        pending.duplicate_of, pending.problem = pending.same_as.article_ids, pending.same_as.problem
    if pending.duplicate_of:
        return [_duplicate(transaction, accession_id, pending)]
    if not pending.readings:
        return [_failed(transaction, accession_id, pending)]
    return list(_added(transaction, accession_id, pending))


def _duplicate(transaction: Transaction, accession_id: int, pending: Pending) -> ItemOutcome:
    article_id = pending.duplicate_of[0]
    trashed = articles.get(transaction.connection, article_id).trashed
    message = _("%(file)s is in the archive already, byte for byte, as article %(id)d.")
    if trashed:
        message = _("%(file)s is in the archive already, byte for byte, as article %(id)d, which is in the trash.")
    problem = Problem("duplicate", message % {"file": display(pending.path.name), "id": article_id})
    _item(transaction, accession_id, pending, "duplicate", problem, article_id)
    return ItemOutcome(pending.path, "duplicate", article_id, problems=(problem,))


def _failed(transaction: Transaction, accession_id: int, pending: Pending) -> ItemOutcome:
    problem = pending.problem or Problem(
        "no-text", _("%(file)s was read, but no text was found in it.") % {"file": display(pending.path.name)}
    )
    _item(transaction, accession_id, pending, "failed", problem)
    return ItemOutcome(pending.path, "failed", problems=(problem,))


def _added(transaction: Transaction, accession_id: int, pending: Pending) -> Iterator[ItemOutcome]:
    assert pending.staged is not None
    file_name = display(pending.path.name)
    original_id = originals.add(transaction, pending.staged, file_name, pending.media_type, pending.encoding)
    made_by = f"{pending.reader} {pending.version}"
    for number, reading in enumerate(pending.readings):
        fields, doubts = _fields(reading)
        article_id = articles.add(transaction, fields | {"accession_id": accession_id}, reading.body, made_by)
        _add_sources(transaction, article_id, reading, fields)
        originals.attach(transaction, article_id, original_id, reading.part)
        for each in pending.pictures[number] if pending.pictures else ():
            pictures.attach(transaction, article_id, each.file, each.address, each.file_name, each.media_type)
        pending.article_ids.append(article_id)
        problems = (*reading.problems, *doubts)
        _item(transaction, accession_id, pending, "added", next(iter(problems), None), article_id, original_id)
        yield ItemOutcome(pending.path, "added", article_id, reading, problems)


def _item(
    transaction: Transaction,
    accession_id: int,
    pending: Pending,
    outcome: OutcomeKind,
    problem: Problem | None,
    article_id: int | None = None,
    original_id: int | None = None,
) -> None:
    accessions.add_item(
        transaction,
        accession_id,
        display(pending.path),
        outcome,
        code=problem.code if problem else None,
        reason=problem.message if problem else None,
        article_id=article_id,
        original_id=original_id,
        reader=pending.reader or None,
        reader_version=pending.version or None,
    )


def _fields(reading: ArticleReading) -> tuple[dict[str, Value], list[Problem]]:
    """Return the columns of `article` that the source gives, and doubts about what it gives."""
    found: dict[str, Found | None] = {name: getattr(reading, name) for name in _PLAIN}
    fields: dict[str, Value] = {_PLAIN[name]: _clean(value) for name, value in found.items() if value}
    if reading.authors:
        fields["byline"] = "; ".join(_clean(author) for author in reading.authors)
    doubts: list[Problem] = []
    if reading.published:
        try:
            dates = parse_edtf(reading.published.value)
        except CuratorError as error:
            doubts.append(Problem("date", error.message, error.hint))
        else:
            fields |= date_fields(dates, "published")
            fields["published"] = dates.edtf
        fields["published_verbatim"] = reading.published.verbatim or reading.published.value
    return fields, doubts


# What a reader calls it -> the column.
_PLAIN = {
    "title": "title",
    "publication": "publication",
    "section": "section",
    "published_time": "published_time",
    "zone": "published_zone",
    "captured": "captured",
    "language": "language",
    "url": "url",
    "rights": "rights_note",
}


def _clean(found: Found) -> str:
    """Return the value in NFC, on one line, without NUL."""
    return " ".join(unicodedata.normalize("NFC", found.value.replace("\0", "")).split())


def _add_sources(transaction: Transaction, article_id: int, reading: ArticleReading, fields: dict[str, Value]) -> None:
    stated: dict[str, Found | None] = {column: getattr(reading, name) for name, column in _PLAIN.items()}
    stated["byline"] = reading.authors[0] if reading.authors else None
    stated["published"] = reading.published if "published" in fields else None
    for field, found in stated.items():
        if found:
            values: dict[str, Value] = {"field": field, "source": found.source, "confidence": found.confidence}
            transaction.insert("field_source", {"article_id": article_id} | values)
