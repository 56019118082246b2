"""Articles with tags, collections, dates and fields as plain objects, and the columns made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from curator.model.dates import parse_edtf
from curator.search import Collected, Columns, Dates, Described, Flags, Tags, Titles
from curator.search.column_parts import Labels
from curator.search.renewal import Numbers
from curator.search.trees import Authorities, Collections

# id, kind, name, the record it was merged into: 4 stands for 2, and that for 1.
AUTHORITIES = [
    (1, "person", "Lucia Bandini", None),
    (2, "person", "Lucia B.", 1),
    (3, "person", "Əli Vəliyev", None),
    (4, "person", "Л. Бандини", 2),
    (5, "place", "Gəncə", None),
    (6, "place", "Gence", 5),
    (7, "theme", "Catalogues", None),
    (9, "theme", "Cellars", None),
]
# id, the one it lies in, path
COLLECTIONS = [(1, None, "Letters"), (2, 1, "Letters / 1936"), (3, 2, "Letters / 1936 / May"), (4, None, "Maps")]
EDTF = [
    None,
    "1936",
    "1936-05-07",
    "1936-05",
    "193X",
    "1936/1938",
    "../1935",
    "1937/..",
    "1935-12-30/1936-01-02",
    "-0043",
]
FLAGS = ("title", "byline", "url", "passage", "note", "original", "recheck")


@dataclass(frozen=True)
class Made:
    """One article."""

    title: str | None = None
    published: str | None = None
    publication: str | None = None
    language: str | None = None
    status: str = "inbox"
    tags: frozenset[int] = frozenset()
    collections: frozenset[int] = frozenset()
    flags: frozenset[str] = frozenset()


MADE = st.builds(
    Made,
    title=st.sampled_from([None, "Shelf 9", "Shelf 10", "Şəhər", "Sea"]),
    published=st.sampled_from(EDTF),
    publication=st.sampled_from([None, "Town Paper", "Gazette"]),
    language=st.sampled_from([None, "az", "en"]),
    status=st.sampled_from(["inbox", "read", "described"]),
    tags=st.frozensets(st.sampled_from([row[0] for row in AUTHORITIES]), max_size=4),
    collections=st.frozensets(st.integers(1, 4), max_size=2),
    flags=st.frozensets(st.sampled_from(FLAGS)),
)
ARCHIVES = st.dictionaries(st.integers(1, 40), MADE, max_size=14)


def columns_of(articles: Mapping[int, Made]) -> Columns:
    """Make all columns at once."""
    ids = np.array(sorted(articles), dtype=np.int64)
    fields = (_labels(ids, articles, field) for field in ("publication", "language", "status"))
    titled = [number for number in articles if articles[number].title]
    parts = (
        Dates.of(ids, _dates(articles)),
        Titles.of(ids, np.array(titled, dtype=np.int64), [str(articles[number].title) for number in titled]),
        Described(*fields),
        Tags.of(ids, _pairs((at, tag) for at in articles for tag in articles[at].tags), Authorities.of(AUTHORITIES)),
        Collected.of(
            ids,
            _pairs((at, inside) for at in articles for inside in articles[at].collections),
            Collections.of(COLLECTIONS),
        ),
        Flags({flag: np.array([flag in articles[at].flags for at in ids.tolist()], dtype=bool) for flag in FLAGS}),
    )
    return Columns(ids, {type(part): part for part in parts})


def _labels(ids: Numbers, articles: Mapping[int, Made], field: str) -> Labels:
    filled = [(number, getattr(made, field)) for number, made in articles.items() if getattr(made, field)]
    return Labels.of(ids, np.array([row[0] for row in filled], dtype=np.int64), [row[1] for row in filled])


def _dates(articles: Mapping[int, Made]) -> Numbers:
    dated = [(number, parse_edtf(made.published)) for number, made in articles.items() if made.published]
    rows = [
        (number, date.earliest or 0, date.latest or 0, date.earliest is not None, date.latest is not None)
        for number, date in dated
    ]
    return np.array(rows, dtype=np.int64).reshape(-1, 5)


def _pairs(rows: Iterable[Sequence[int]]) -> Numbers:
    return np.array(list(rows), dtype=np.int64).reshape(-1, 2)
