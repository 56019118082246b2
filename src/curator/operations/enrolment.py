"""One file of an import becomes rows: its articles with fields, sources and original, and the item of the accession."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from curator.archive import Transaction, accessions, articles, originals, pictures
from curator.archive.transaction import Value
from curator.errors import Problem
from curator.i18n import _
from curator.model.article import OutcomeKind
from curator.operations.drafts import Draft, drafted
from curator.operations.late_pictures import add_late
from curator.operations.outcomes import ItemOutcome, Pending
from curator.paths import display


def enrol(
    transaction: Transaction, accession_id: int, pending: Pending, defaults: Mapping[str, str]
) -> list[ItemOutcome]:
    """Write what became of one file.

    Args:
        defaults: field -> value that its articles take where they have none.

    Returns:
        an outcome for the file, or one for each of its articles.
    """
    if pending.same_as and not pending.duplicate_of:
        pending.duplicate_of, pending.problem = pending.same_as.article_ids, pending.same_as.problem
    if pending.duplicate_of:
        return [_duplicate(transaction, accession_id, pending)]
    if not pending.readings:
        return [_failed(transaction, accession_id, pending)]
    return list(_added(transaction, accession_id, pending, defaults))


def add_article(
    transaction: Transaction, accession_id: int, draft: Draft, original_id: int, part: str, made_by: str
) -> int:
    """Write an article with its texts and the sources of its fields.

    Args:
        part: which part of the original it is; empty for the whole.
        made_by: the reader and its version.

    Returns:
        its id.
    """
    article_id = articles.add(
        transaction,
        {**draft.columns, "accession_id": accession_id},
        draft.body,
        made_by,
        extracted=draft.extracted,
        cleaned_by=_person(transaction, accession_id) if draft.by_person else made_by,
        languages=draft.languages,
    )
    for field, (source, confidence) in draft.sources.items():
        values: dict[str, Value] = {"field": field, "source": source, "confidence": confidence}
        transaction.insert("field_source", {"article_id": article_id} | values)
    originals.attach(transaction, article_id, original_id, part)
    return article_id


def known_bytes(transaction: Transaction, file_name: str, article_id: int) -> Problem:
    """Return what is said of a file whose bytes are in the archive already, as an article."""
    trashed = articles.get(transaction.connection, article_id).trashed
    message = _("%(file)s is in the archive already, byte for byte, as article %(id)d.")
    if trashed:
        message = _("%(file)s is in the archive already, byte for byte, as article %(id)d, which is in the trash.")
    return Problem("duplicate", message % {"file": file_name, "id": article_id})


def no_text(file_name: str) -> Problem:
    """Return what is said of a file that was read and holds no article."""
    return Problem("no-text", _("%(file)s was read, but no text was found in it.") % {"file": file_name})


def _duplicate(transaction: Transaction, accession_id: int, pending: Pending) -> ItemOutcome:
    article_id = pending.duplicate_of[0]
    problem = known_bytes(transaction, display(pending.path.name), article_id)
    problem = add_late(transaction, problem, pending.duplicate_of, pending.pictures)
    _item(transaction, accession_id, pending, "duplicate", problem, article_id)
    return ItemOutcome(pending.path, "duplicate", article_id, problems=(problem,))


def _failed(transaction: Transaction, accession_id: int, pending: Pending) -> ItemOutcome:
    problem = pending.problem or no_text(display(pending.path.name))
    _item(transaction, accession_id, pending, "failed", problem)
    return ItemOutcome(pending.path, "failed", problems=(problem,))


def _added(
    transaction: Transaction, accession_id: int, pending: Pending, defaults: Mapping[str, str]
) -> Iterator[ItemOutcome]:
    assert pending.staged is not None
    file_name = display(pending.path.name)
    original_id = originals.add(transaction, pending.staged, file_name, pending.media_type, pending.encoding)
    made_by = f"{pending.reader} {pending.version}"
    for number, reading in enumerate(pending.readings):
        draft = drafted(reading, defaults=defaults)
        article_id = add_article(transaction, accession_id, draft, original_id, reading.part, made_by)
        for each in pending.pictures[number] if pending.pictures else ():
            pictures.attach(transaction, article_id, each.file, each.address, each.file_name, each.media_type)
        pending.article_ids.append(article_id)
        problems = (*reading.problems, *draft.doubts)
        _item(transaction, accession_id, pending, "added", next(iter(problems), None), article_id, original_id)
        yield ItemOutcome(pending.path, "added", article_id, draft.columns, problems)


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


def _person(transaction: Transaction, accession_id: int) -> str:
    accession = accessions.get(transaction.connection, accession_id)
    return (accession.by_whom if accession else None) or "person"
