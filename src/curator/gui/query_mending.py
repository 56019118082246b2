"""What a query that cannot be understood was probably meant to be: the message of the error, made into a query."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from curator.i18n import _
from curator.search import QueryError, parse

_LEAST_ALIKE = 0.5


def mended(query: str, error: QueryError) -> str:
    """Return the whole query that the hint of an error offers; empty where it offers none that can be understood.

    Args:
        query: as it was carried out.
    """
    tried = [each for each in _candidates(query, error) if each != query and _is_understood(each)]
    scored = [(SequenceMatcher(None, query, each).ratio(), each) for each in tried]
    likeness, best = max(scored, default=(0.0, ""), key=lambda each: each[0])
    return best if likeness >= _LEAST_ALIKE else ""


def _candidates(query: str, error: QueryError) -> Iterator[str]:
    offered, at = _offered(error.hint), error.column - 1
    if not offered:
        return
    # It may be all of the query, its end, or a field in the place of another.
    yield offered
    for start in range(len(query)):
        if query[start] == offered[0]:
            yield query[:start] + offered
    end = at + len(query[at:].split(maxsplit=1)[0]) if query[at:].strip() else at
    first = offered.split(", ")[0]
    word = query[at:end]
    yield query[:at] + first + query[end:]
    if first.endswith(":") and ":" in word:
        yield query[:at] + first + word.partition(":")[2] + query[end:]
        # The value may have several words in quotation marks.
        yield query[:at] + first + query[at:].partition(":")[2]


def _offered(hint: str) -> str:
    for template in (_("Did you mean %(query)s?"), _("Did you mean %(fields)s?")):
        before, _name, rest = template.partition("%(")
        after = rest.partition(")s")[2]
        start = hint.find(before)
        end = hint.find(after, start + len(before)) if after else len(hint)
        if start >= 0 and end > start:
            return hint[start + len(before) : end].strip()
    return ""


def _is_understood(query: str) -> bool:
    try:
        parse(query)
    except QueryError:
        return False
    return True
