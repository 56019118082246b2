"""A frozen list as a file: a table, or JSON Lines whose first line tells how it was made."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Literal, get_args

from curator.model.result_list import ListedArticle, ResultList
from curator.operations import result_lists
from curator.operations.context import Context
from curator.text.cells import safe_cell
from curator.writers import WriteReport
from curator.writers.csv_table import csv_lines
from curator.writers.whole_file import write_whole

ListFormat = Literal["csv", "jsonl"]
LIST_FORMATS: tuple[ListFormat, ...] = get_args(ListFormat)
_COLUMNS = ("position", "article_uid", "article", "title", "published", "body_sha256")


def export_list(
    context: Context, record: ResultList, out: Path, format_name: ListFormat = "csv", replace: bool = False
) -> WriteReport:
    """Write the articles of a frozen list as they were, whole or not at all.

    Args:
        format_name: "jsonl" also tells query, time, person and hash, in its first line.
        replace: whether a file that is there may be replaced.

    Raises:
        CuratorError: a file in the way, a full disk.
    """
    kept = result_lists.items(context, record)
    chunks = csv_lines(_table(kept)) if format_name == "csv" else _lines(record, kept)
    report = write_whole(chunks, out, replace=replace)
    return WriteReport(len(kept), report.path, report.bytes)


def fields_of(record: ResultList) -> dict[str, object]:
    """Return a list without its articles, for programs."""
    fields = {name: value for name, value in asdict(record).items() if name not in ("id", "filters")}
    return {"list": record.id, **fields, "filters": json.loads(record.filters) if record.filters else None}


def item_fields(item: ListedArticle) -> dict[str, object]:
    """Return an article of a list, for programs."""
    values = (item.position, item.article_uid, item.article_id, item.title, item.published, item.body_hash)
    return dict(zip(_COLUMNS, values, strict=True))


def _table(kept: Iterable[ListedArticle]) -> Iterator[list[str]]:
    yield list(_COLUMNS)
    for item in kept:
        yield [safe_cell("" if value is None else str(value)) for value in item_fields(item).values()]


def _lines(record: ResultList, kept: Iterable[ListedArticle]) -> Iterator[bytes]:
    for fields in (fields_of(record), *map(item_fields, kept)):
        yield (json.dumps(fields, ensure_ascii=False) + "\n").encode()
