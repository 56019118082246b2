"""Which segments are put together when there is time.

A commit makes a segment, however small, and each costs every search a little. Segments of about one size are merged
when there are eight of them, so that a document is written again only as often as eight goes into the size of the
index (Lucene's LogMergePolicy). A segment that is mostly deleted is written anew by itself.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from .whoosh_api import SegmentReader

_TOGETHER = 8
# Documents of a segment take two bytes up to this number.
_LARGEST = 1 << 16


def to_merge(sizes: Sequence[tuple[int, int]]) -> list[int]:
    """Return which segments to merge into one, by their places; none if there is no need.

    Args:
        sizes: of each segment the number of documents that are not deleted, and of all.
    """
    levels: dict[int, list[int]] = defaultdict(list)
    for at, (alive, every) in enumerate(sizes):
        if 2 * alive < every:
            return [at]
        levels[int(math.log(max(alive, 1), _TOGETHER))].append(at)
    for _level, members in sorted(levels.items()):
        chosen: list[int] = []
        total = 0
        for at in members:
            total += sizes[at][0]
            if total > _LARGEST:
                break
            chosen.append(at)
        if len(chosen) >= _TOGETHER:
            return chosen
    return []


def merging_policy(chosen: Sequence[int]) -> Callable[[Any, list[Any]], list[Any]]:
    """Return a merge policy for Whoosh's `commit` that merges the segments in these places."""

    def merge(writer: Any, segments: list[Any]) -> list[Any]:
        for at in chosen:
            reader = SegmentReader(writer.storage, writer.schema, segments[at])
            try:
                writer.add_reader(reader)
            finally:
                reader.close()
        return [segment for at, segment in enumerate(segments) if at not in chosen]

    return merge
