"""A table of contents for people: which text and which original belong to which article."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence

from curator.text.cells import safe_cell
from curator.writers.contract import TableRow
from curator.writers.csv_table import csv_lines
from curator.writers.package.layout import original_file, text_file

_COLUMNS = ("title", "published", "publication", "text", "original", "original_name")


def contents_lines(
    articles: Mapping[str, TableRow], originals: Mapping[str, TableRow], links: Sequence[TableRow]
) -> Iterator[bytes]:
    """Yield the lines of a CSV table: a row for each article and each of its originals.

    Args:
        articles, originals: uid -> what is known of it.
        links: which article was made from which original.
    """
    files: dict[str, list[TableRow | None]] = {}
    for link in links:
        files.setdefault(str(link["article_id"]), []).append(originals[str(link["original_id"])])
    yield BOM_UTF8
    yield from csv_lines(_rows(articles, files))


def _rows(articles: Mapping[str, TableRow], files: Mapping[str, list[TableRow | None]]) -> Iterable[Sequence[str]]:
    yield _COLUMNS
    for uid, article in articles.items():
        described = [safe_cell(str(article[name] or "")) for name in _COLUMNS[:3]]
        text = text_file(uid).removeprefix("data/")
        for original in files.get(uid) or [None]:
            where = original_file(str(original["sha256"])).removeprefix("data/") if original else ""
            yield [*described, text, where, safe_cell(str(original["file_name"])) if original else ""]
