"""JSON Lines: one article a line, complete, for programs and for keeping."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

from curator.i18n import _
from curator.model.export import ExportRecord, ExportTag
from curator.writers.contract import ExportSource, WriteReport
from curator.writers.whole_file import write_whole

# JSON allows these as they are, but many programs take them for the end of a line.
_LINE_ENDS = (("\x85", "\\u0085"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))


class JsonLinesWriter:
    """Writes one JSON object a line (RFC 8259, jsonlines.org): UTF-8 without BOM, LF, keys sorted, nothing left out.

    The same articles always give the same bytes: tags are ordered by kind, name and uid, passages by place.
    Values are written as they are (NFC, no escapes but those that JSON and lines need); unknown ones are null.
    """

    name = "jsonl"
    suffix = ".jsonl"

    @property
    def label(self) -> str:
        """The name for people, in the user's language."""
        return _("JSON Lines (complete, for programs)")

    def write(self, source: ExportSource, out: Path, *, replace: bool = False) -> WriteReport:
        """Write the articles of `source` to `out`; see `Writer.write`."""
        return write_whole(map(json_line, source.records()), out, replace=replace)


def json_line(record: ExportRecord) -> bytes:
    """Return an article as one line of JSON in UTF-8, with its LF."""
    ordered = dataclasses.replace(record, tags=tuple(_in_place(tag) for tag in sorted(record.tags, key=_by_name)))
    return object_line(ordered)


def object_line(value: object) -> bytes:
    """Return a mapping or record as one line of JSON in UTF-8: keys sorted, no escapes but those that lines need."""
    line = json.dumps(value, default=_object, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for end, escape in _LINE_ENDS:
        line = line.replace(end, escape)
    return f"{line}\n".encode()


def _by_name(tag: ExportTag) -> tuple[str, str, str]:
    return tag.kind, tag.name, tag.uid


def _in_place(tag: ExportTag) -> ExportTag:
    return dataclasses.replace(
        tag, passages=tuple(sorted(tag.passages, key=lambda passage: (passage.start, passage.end)))
    )


def _object(value: object) -> dict[str, Any]:
    """Turn the records inside a record into JSON objects; called by the encoder."""
    if dataclasses.is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    raise TypeError(f"{type(value).__name__} has no form in JSON")
