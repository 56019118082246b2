"""The records of a package: read line by line, and held to what this archive can take before any is written."""

from __future__ import annotations

import hashlib
import itertools
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from curator.archive.records import Shape
from curator.errors import CuratorError
from curator.i18n import _
from curator.operations.bags import Bag
from curator.paths import display
from curator.writers.package import layout

Row: TypeAlias = dict[str, str | int | None]
MOST_LINE_BYTES = 100_000_000
_UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(slots=True)
class Tables:
    """What is known of the records of a package once they were checked.

    Args:
        title, chosen: as the package's marker says.
        uids: table -> the uids of its rows, sorted.
        originals: the SHA-256 of each original.
    """

    title: str
    chosen: str | None
    uids: dict[str, list[str]] = field(default_factory=dict)
    originals: set[str] = field(default_factory=set)


def check(bag: Bag, shapes: Mapping[str, Shape]) -> Tables:
    """Read all records of a verified bag without writing any.

    Raises:
        CuratorError: tables or fields that this Curator does not know, rows that are no rows, references to nothing,
            texts and originals that do not fit the records.
    """
    tables = _marked(bag)
    found = [path for path in bag.files.sizes if path.startswith(layout.RECORDS)]
    for path in sorted(found):
        if path.removeprefix(layout.RECORDS).removesuffix(".jsonl") not in shapes:
            raise _newer(bag, _("it holds the file %(file)s") % {"file": path})
    tables.uids = {table: [] for table in shapes if layout.record_file(table) in bag.files.sizes}
    for table, uids in tables.uids.items():
        uids += _uids(bag, table)
    known = {table: frozenset(uids) for table, uids in tables.uids.items()}
    for table in tables.uids:
        _check_table(bag, table, shapes[table], known, tables)
    _check_files(bag, tables)
    return tables


def rows_of(bag: Bag, table: str) -> Iterator[Row]:
    """Yield the rows of a table of a verified bag.

    Raises:
        CuratorError: when a line is no row, or the file is not what was verified.
    """
    path = layout.record_file(table)
    digest = hashlib.sha256()
    for line in _lines(bag, path):
        digest.update(line)
        yield _row(bag, path, line)
    if digest.hexdigest() != bag.sums[path]:
        raise bag.damaged(_("the file %(file)s changed while it was read.") % {"file": path})


def _lines(bag: Bag, path: str) -> Iterator[bytes]:
    rest = b""
    for chunk in bag.chunks(path):
        *whole, rest = (rest + chunk).split(b"\n")
        yield from (line + b"\n" for line in whole)
        if len(rest) > MOST_LINE_BYTES:
            raise bag.damaged(_("a line of %(file)s is too long.") % {"file": path})
    if rest:
        yield rest


def _row(bag: Bag, path: str, line: bytes) -> Row:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise bag.damaged(_("a line of %(file)s is not JSON.") % {"file": path}) from error
    if not isinstance(row, dict) or not _UID.fullmatch(str(row.get("uid"))):
        raise bag.damaged(_("a line of %(file)s is no record with a uid.") % {"file": path})
    return row


def _marked(bag: Bag) -> Tables:
    try:
        marker = json.loads(bag.text(layout.MARKER))
        number, title, chosen = int(marker["format"]), str(marker["title"]), marker.get("chosen")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise bag.damaged(_("%(file)s cannot be understood.") % {"file": layout.MARKER}) from error
    if number > layout.FORMAT:
        raise _newer(bag, _("it has format %(number)d") % {"number": number})
    return Tables(title, None if chosen is None else str(chosen))


def _uids(bag: Bag, table: str) -> list[str]:
    uids = sorted(str(row["uid"]) for row in rows_of(bag, table))
    for one, next_one in itertools.pairwise(uids):
        if one == next_one:
            raise bag.damaged(_("%(table)s holds the record %(uid)s twice.") % {"table": table, "uid": one})
    return uids


def _check_table(bag: Bag, table: str, shape: Shape, known: Mapping[str, frozenset[str]], tables: Tables) -> None:
    to_itself: dict[str, dict[str, str]] = {name: {} for name, target in shape.references.items() if target == table}
    for row in rows_of(bag, table):
        _check_row(bag, table, shape, row, known)
        if table == "original":
            tables.originals.add(str(row["sha256"]))
        for name, pointing in to_itself.items():
            if row.get(name) is not None:
                pointing[str(row["uid"])] = str(row[name])
    for pointing in to_itself.values():
        _check_circles(bag, table, pointing)
    if table == "archive" and len(tables.uids[table]) > 1:
        raise bag.damaged(_("it describes more than one archive."))


def _check_row(bag: Bag, table: str, shape: Shape, row: Row, known: Mapping[str, frozenset[str]]) -> None:
    words = {"table": table, "uid": row["uid"]}
    for name, value in row.items():
        if name not in shape.columns:
            raise _newer(bag, _("%(table)s has the field %(field)s") % {**words, "field": name})
        target = shape.references.get(name)
        if value is not None and target and value not in known.get(target, ()):
            reason = _("the record %(uid)s of %(table)s points to %(value)s, which is not in it.")
            raise bag.damaged(reason % {**words, "value": display(str(value))})
        if not _fits(name, value, shape):
            reason = _("the field %(field)s of %(uid)s in %(table)s has a value of the wrong kind.")
            raise bag.damaged(reason % {**words, "field": name})
    for name in sorted(shape.required - {name for name, value in row.items() if value is not None}):
        raise bag.damaged(_("the record %(uid)s of %(table)s has no %(field)s.") % {**words, "field": name})
    if table == "article_text" and hashlib.sha256(str(row["body"]).encode()).hexdigest() != row["body_hash"]:
        raise bag.damaged(_("the text %(uid)s is not the one that its positions were counted in.") % words)


def _fits(name: str, value: object, shape: Shape) -> bool:
    if value is None:
        return True
    if name in shape.whole_numbers:
        return isinstance(value, int) and not isinstance(value, bool) and -(2**63) <= value < 2**63
    return isinstance(value, str) and display(value) == value and "\0" not in value


def _check_files(bag: Bag, tables: Tables) -> None:
    """Compare originals and texts with the records; the checksums of both are known by now."""
    spoken_of = {layout.CONTENTS, *map(layout.record_file, tables.uids)}
    for sha256 in sorted(tables.originals):
        path = layout.original_file(sha256) if _SHA256.fullmatch(sha256) else sha256
        if bag.sums.get(path) != sha256:
            raise bag.damaged(_("the original %(sha256)s is missing.") % {"sha256": display(sha256)})
        spoken_of.add(path)
    spoken_of.update(_check_texts(bag, tables))
    for path in sorted(bag.files.sizes.keys() - spoken_of):
        if path.startswith(layout.PAYLOAD):
            raise bag.damaged(_("no record speaks of the file %(file)s.") % {"file": path})


def _check_texts(bag: Bag, tables: Tables) -> Iterator[str]:
    """Yield the paths of the texts in use, each of which is the one in the records."""
    if not tables.uids.get("article_text"):
        return
    in_use = {str(row["text_id"]): str(row["uid"]) for row in rows_of(bag, "article") if row.get("text_id")}
    for row in rows_of(bag, "article_text"):
        if str(row["uid"]) in in_use:
            path = layout.text_file(in_use[str(row["uid"])])
            if bag.sums.get(path) != row["body_hash"]:
                raise bag.damaged(_("%(file)s is not the text in the records.") % {"file": path})
            yield path


def _check_circles(bag: Bag, table: str, pointing: Mapping[str, str]) -> None:
    """Refuse rows of a table that point to each other in a circle: whoever follows them would never end.

    Args:
        pointing: uid -> the uid that it points to.
    """
    ended: set[str] = set()
    for start in pointing:
        way: dict[str, None] = {}
        here: str | None = start
        while here is not None and here not in ended:
            if here in way:
                words = {"table": table, "uid": here}
                raise bag.damaged(_("the record %(uid)s of %(table)s leads back to itself.") % words)
            way[here] = None
            here = pointing.get(here)
        ended.update(way)


def _newer(bag: Bag, what: str) -> CuratorError:
    return CuratorError(
        _("The package %(path)s was written by a newer Curator: %(what)s, which this one does not know.")
        % {"path": display(bag.path), "what": what},
        _("Nothing was brought in. Install the newer Curator and import it again."),
    )
