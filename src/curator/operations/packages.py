"""Packages: the articles of another archive, with everything known of them, come into an empty one."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from curator.archive import Transaction, originals
from curator.archive.faults import explained
from curator.archive.originals import Staged, Staging
from curator.archive.records import Arrival, first_obstacle, shapes
from curator.errors import Cancelled, CuratorError
from curator.i18n import N_, _
from curator.model.progress import Progress
from curator.model.revision import Label
from curator.operations import bags
from curator.operations.bags import Bag
from curator.operations.context import Context
from curator.operations.outcomes import ImportReport, ItemOutcome
from curator.operations.package_records import Row, Tables, check, rows_of
from curator.paths import display
from curator.writers.package import layout


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a package that was checked from end to end.

    Args:
        title: of the archive that it comes from.
        chosen: what was chosen of that; None for the whole archive.
        records: table -> number of its rows.
        bytes: of the originals.
    """

    title: str
    chosen: str | None
    records: dict[str, int] = field(default_factory=dict)
    bytes: int = 0


def examine(context: Context, path: Path) -> Contents:
    """Check a package as an import would, and say what would come in; nothing is written.

    Raises:
        CuratorError: when the archive is not empty, or the package is not whole or not understood.
    """
    _require_empty(context)
    with bags.opened(path) as bag:
        tables = _checked(context, bag)
        return _contents(bag, tables)


def only_package(paths: Sequence[Path]) -> Path | None:
    """Return the package among `paths`, or None.

    Raises:
        CuratorError: when it is not alone.
    """
    found = [path for path in paths if bags.is_package(path)]
    if found and len(paths) > 1:
        raise CuratorError(
            _("%(path)s is a package; it is brought in by itself.") % {"path": display(found[0])},
            _("Import the package first, then the rest. Nothing was brought in."),
        )
    return found[0] if found else None


def bring_in(
    context: Context, path: Path, report: Callable[[ItemOutcome], None] = lambda outcome: None
) -> ImportReport:
    """Bring a package into an empty archive: all of it as one act that can be undone, or nothing.

    The accessions of the package come along; the import itself stands in the history alone, so that an export of
    the archive gives the same records again. A package of a whole archive brings its title and identity too.

    Args:
        context: `progress` may raise `Cancelled`: then nothing is brought in.
        path: a folder or zip file that `bags.is_package` knows.
        report: called for each article once everything is in.

    Raises:
        CuratorError: as `examine`, or when the disk is full.
    """
    done = ImportReport()
    try:
        _require_empty(context)
        with bags.opened(path) as bag:
            tables = _checked(context, bag)
            outcomes = _write(context, bag, tables, done)
    except Cancelled:
        done.cancelled = True
        return done
    done.counts["added"] = len(outcomes)
    for outcome in outcomes:
        report(outcome)
    return done


def _require_empty(context: Context) -> None:
    if first_obstacle(context.archive.read()) is None:
        return
    raise CuratorError(
        _("The archive %(path)s is not empty: a package can be brought into an empty archive only.")
        % {"path": context.archive.folder.path},
        _("Make a new one for it: curator new ARCHIVE. Nothing was brought in."),
    )


def _checked(context: Context, bag: Bag) -> Tables:
    started = time.monotonic()

    def tick(done: int, total: int) -> None:
        context.progress(Progress(done, total, time.monotonic() - started))

    bag.verify(tick)
    return check(bag, shapes(context.archive.read()))


def _contents(bag: Bag, tables: Tables) -> Contents:
    size = sum(size for path, size in bag.files.sizes.items() if path.startswith(layout.ORIGINALS))
    counts = {table: len(uids) for table, uids in tables.uids.items()}
    return Contents(tables.title, tables.chosen, counts, size)


def _write(context: Context, bag: Bag, tables: Tables, done: ImportReport) -> list[ItemOutcome]:
    archive = context.archive
    with explained(archive.folder.path):
        staging = Staging(archive.folder)
        try:
            staged = list(_staged(context, bag, staging, tables))
            with _taken_back_on_failure(context, staged), archive.transaction(_label(tables)) as transaction:
                _refuse_if_filled(context, transaction)
                outcomes = _take_all(transaction, bag, tables)
                staging.keep(staged)
        finally:
            staging.close()
    done.changes = transaction.changes
    return outcomes


def _label(tables: Tables) -> Label:
    return Label(N_("Import the package %(title)s"), {"title": tables.title})


@contextmanager
def _taken_back_on_failure(context: Context, staged: list[Staged]) -> Iterator[None]:
    """Remove originals again whose rows did not come; those that an undone import left are needed by its redo."""
    paths = [originals.stored_path(context.archive.folder, file.sha256) for file in staged]
    fresh = [path for path in paths if not path.exists()]
    try:
        yield
    except BaseException:
        for path in fresh:
            path.unlink(missing_ok=True)
        raise


def _refuse_if_filled(context: Context, transaction: Transaction) -> None:
    # Another process may have written since the archive was looked at.
    if first_obstacle(transaction.connection) is not None:
        _require_empty(context)


def _staged(context: Context, bag: Bag, staging: Staging, tables: Tables) -> Iterator[Staged]:
    """Copy the originals to where they wait for their rows."""
    started = time.monotonic()
    for number, sha256 in enumerate(sorted(tables.originals)):
        context.progress(Progress(number, len(tables.originals), time.monotonic() - started))
        path = layout.original_file(sha256)
        digest, size, target = hashlib.sha256(), 0, staging.path / sha256
        with target.open("xb") as stream:
            for chunk in bag.chunks(path):
                digest.update(chunk)
                size += len(chunk)
                stream.write(chunk)
        if digest.hexdigest() != sha256:
            raise bag.damaged(_("the file %(file)s changed while it was read.") % {"file": path})
        yield Staged(target, sha256, size)


def _take_all(transaction: Transaction, bag: Bag, tables: Tables) -> list[ItemOutcome]:
    arrival = Arrival(transaction, tables.uids)
    outcomes = []
    for table in tables.uids:
        for row in rows_of(bag, table):
            row_id = arrival.take(table, row)
            if table == "article":
                outcomes.append(_outcome(bag.path, row_id, row))
    return outcomes


def _outcome(package: Path, article_id: int, row: Row) -> ItemOutcome:
    columns = {name: row.get(name) for name in ("title", "publication", "published", "language")}
    return ItemOutcome(package / layout.text_file(str(row["uid"])), "added", article_id, columns)
