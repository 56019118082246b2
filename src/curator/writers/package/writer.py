"""The writer of packages: records as JSON Lines, texts, originals and a page for people, in a bag."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from curator import __version__
from curator.errors import CuratorError
from curator.i18n import _
from curator.writers.contract import ExportSource, TableRow, WriteReport
from curator.writers.json_lines import object_line
from curator.writers.package import layout
from curator.writers.package.bag import Bag, new_bag
from curator.writers.package.contents import contents_lines
from curator.writers.package.readme import readme

_TOGETHER = 1 << 16


@dataclass(slots=True)
class _Seen:
    """What has to be known of tables that are written already: rows that later files are made from."""

    articles: dict[str, TableRow] = field(default_factory=dict)
    originals: dict[str, TableRow] = field(default_factory=dict)
    links: list[TableRow] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)


class PackageWriter:
    """Writes all records, the texts and the originals as a BagIt 1.0 bag that another archive can take in.

    Of one state of the archive, data/records/ and data/text/ always have the same bytes.
    """

    name = "package"
    suffix = ""

    @property
    def label(self) -> str:
        """The name for people, in the user's language."""
        return _("package (a folder or .zip with everything: originals, texts, all records; can be imported)")

    def write(self, source: ExportSource, out: Path, *, replace: bool = False) -> WriteReport:
        """Write the articles of `source` to the folder or zip file `out`; see `Writer.write`."""
        with new_bag(out, replace=replace) as bag:
            seen = _Seen()
            for table, rows in source.tables():
                bag.add(layout.record_file(table), _together(_lines(table, rows, seen)))
            self._add_texts(bag, source, seen)
            self._add_originals(bag, source, seen)
            bag.add(layout.CONTENTS, contents_lines(seen.articles, seen.originals, seen.links))
            bag.add(layout.README, [readme(source.origin, seen.counts).encode()])
            bag.add(layout.MARKER, [_marker(source, seen.counts)])
            bag.seal(_info(source))
        return WriteReport(seen.counts.get("article", 0), out, bag.payload_bytes)

    def _add_texts(self, bag: Bag, source: ExportSource, seen: _Seen) -> None:
        texts = dict(source.tables()).get("article_text", ())
        for row in texts:
            article = str(row["article_id"])
            if seen.articles[article]["text_id"] == row["uid"]:  # the version in use
                bag.add(layout.text_file(article), [str(row["body"]).encode()])

    def _add_originals(self, bag: Bag, source: ExportSource, seen: _Seen) -> None:
        for row in seen.originals.values():
            sha256 = str(row["sha256"])
            with source.open_original(sha256) as stream:
                found = bag.copy(layout.original_file(sha256), stream)
            if found != sha256:
                raise CuratorError(
                    _("The original of %(name)s is not what was received: its bytes have changed.")
                    % {"name": row["file_name"]},
                    _("Bring it back from a copy of the archive, then export again. No package was written."),
                )


def _lines(table: str, rows: Iterable[TableRow], seen: _Seen) -> Iterator[bytes]:
    seen.counts[table] = 0
    for row in rows:
        seen.counts[table] += 1
        _remember(table, row, seen)
        yield object_line(row)


def _remember(table: str, row: TableRow, seen: _Seen) -> None:
    if table == "article":
        seen.articles[str(row["uid"])] = {name: row[name] for name in ("title", "published", "publication", "text_id")}
    elif table == "original":
        seen.originals[str(row["uid"])] = {name: row[name] for name in ("sha256", "file_name")}
    elif table == "article_original":
        seen.links.append({name: row[name] for name in ("article_id", "original_id")})


def _together(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield lines in larger pieces."""
    piece = bytearray()
    for line in lines:
        piece += line
        if len(piece) >= _TOGETHER:
            yield bytes(piece)
            piece.clear()
    yield bytes(piece)


def _marker(source: ExportSource, counts: Mapping[str, int]) -> bytes:
    facts = {
        "format": layout.FORMAT,
        "archive": source.origin.uid,
        "title": source.origin.title,
        "chosen": source.origin.chosen,
        "records": counts,
        "written_by": f"Curator {__version__}",
    }
    return json.dumps(facts, ensure_ascii=False, indent=2, sort_keys=True).encode() + b"\n"


def _info(source: ExportSource) -> Iterator[tuple[str, str]]:
    origin = source.origin
    yield "External-Identifier", f"urn:uuid:{origin.uid}"
    chosen = f" ({origin.chosen})" if origin.chosen else ""
    yield "External-Description", f"{origin.title}{chosen}"
    yield "Bag-Software-Agent", f"Curator {__version__}"
    yield "Bagging-Date", datetime.datetime.now(datetime.UTC).date().isoformat()
