"""The front matter of a Markdown file: simple `key: value` lines and lists between two lines of dashes."""

from __future__ import annotations

import re

_BLOCK = re.compile(r"\A---[ \t]*\n(?P<lines>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_PAIR = re.compile(r"(?P<key>[A-Za-z][\w -]*?)\s*:(?:\s+(?P<value>.*))?$")
_ITEM = re.compile(r"\s*-\s+(?P<value>.+)$")
_QUOTED = re.compile(r"""(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^']|'')*)')\s*(?:\#.*)?$""")
_COMMENT = re.compile(r"\s+#.*$")
_LONGEST = 20_000
Fields = dict[str, list[str]]


def split_front_matter(text: str) -> tuple[Fields, str]:
    """Return the fields of the front matter (keys in lower case, each with its values) and the text after it.

    The subset of YAML 1.2 that people write by hand: plain and quoted scalars, `[a, b]`, and `- a` lines.
    Text without front matter comes back whole with no fields.
    """
    found = _BLOCK.match(text[:_LONGEST])
    if not found:
        return {}, text
    fields: Fields = {}
    key = ""
    for line in found["lines"].split("\n"):
        if (item := _ITEM.match(line)) and key:
            fields[key].append(_scalar(item["value"]))
        elif pair := _PAIR.match(line):
            key = pair["key"].lower()
            fields[key] = _values(pair["value"] or "")
    if not fields:
        # Two lines of dashes around prose are rules, not front matter.
        return {}, text
    kept = {key: [value for value in values if value] for key, values in fields.items()}
    return {key: values for key, values in kept.items() if values}, text[found.end() :]


def _values(text: str) -> list[str]:
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        return [_scalar(part) for part in re.findall(r"\"[^\"]*\"|'[^']*'|[^,\s][^,]*", text[1:-1])]
    return [_scalar(text)] if text else []


def _scalar(text: str) -> str:
    text = text.strip()
    if quoted := _QUOTED.match(text):
        return (quoted["double"] or "").replace('\\"', '"') or (quoted["single"] or "").replace("''", "'")
    return _COMMENT.sub("", text)
