"""Invented articles to write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO

from hypothesis import strategies as st

from curator.model.authority import KINDS
from curator.model.export import (
    ExportAccession,
    ExportName,
    ExportOrigin,
    ExportOriginal,
    ExportPassage,
    ExportRecord,
    ExportTag,
    ExportVariant,
)
from curator.writers import TableRow

ORIGIN = ExportOrigin("0198c0de-0000-7000-8000-00000000000a", "Letters & <notes>")


@dataclass
class MemorySource:
    """Articles that no archive holds; `articles` is called for each reading of them."""

    articles: Callable[[], Iterable[ExportRecord]]
    count: int = 0
    rows: Mapping[str, list[TableRow]] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    origin: ExportOrigin = ORIGIN
    others: Mapping[str, tuple[ExportVariant, ...]] = field(default_factory=dict)
    replaces: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def records(self) -> Iterator[ExportRecord]:
        return iter(self.articles())

    def names(self) -> Iterator[ExportName]:
        tags = {tag.uid: tag for record in self.articles() for tag in record.tags}
        for tag in sorted(tags.values(), key=lambda tag: (KINDS.index(tag.kind), tag.name, tag.uid)):
            others = self.others.get(tag.uid) or tuple(ExportVariant(name) for name in tag.variants)
            yield ExportName(tag.uid, tag.kind, tag.name, others, tag.dates, None, self.replaces.get(tag.uid, ()))

    def tables(self) -> Iterator[tuple[str, Iterator[TableRow]]]:
        for table, rows in self.rows.items():
            yield table, iter(rows)

    def open_original(self, sha256: str) -> BinaryIO:
        return BytesIO(self.files[sha256])


def source_of(*records: ExportRecord) -> MemorySource:
    return MemorySource(lambda: records, len(records))


LIBRARY = ExportRecord(
    uid="0198c0de-0000-7000-8000-000000000001",
    id=1,
    title="Şəhər kitabxanası; yeni bina",
    publication="Ədəbiyyat xəbərləri",
    byline="Nərgiz Əliyeva",
    published="2020-09",
    published_earliest="2020-09-01",
    published_latest="2020-09-30",
    language="az",
    access="open",
    status="described",
    collections=("Kitabxanalar / Bakı", "Գրադարաններ"),
    tags=(
        ExportTag(
            "theme",
            "Libraries",
            "u-2",
            ("kitabxanalar",),
            None,
            (ExportPassage(9, 12, "new"), ExportPassage(0, 3, "The")),
        ),
        ExportTag("person", "Əliyeva, Nərgiz", "u-1", ("Алиева", "Ալիևա"), "1936~/.."),
        ExportTag("person", "A;B\\C", "u-3"),
    ),
    originals=(ExportOriginal("ab" * 32, "səhifə.html", "text/html", 1234),),
    accession=ExportAccession("2026-11-22T10:00:00Z", "Nərgiz", "USB"),
    text="The city has a new library.\n\nԳրադարանը բաց է։\u2028Библиотека открыта.",
)

# Text as an archive keeps it: no NUL, no lone surrogates.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
NAME = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12
) | st.sampled_from(["=1+1", "'=1", "''-x", "a; b", "a;", "\\", ";", " ", '"', "\r", "-0043", "@x", "\t", "a\r\nb"])
_PASSAGES = st.lists(st.builds(ExportPassage, st.integers(0, 99), st.integers(0, 99), TEXT), max_size=2).map(tuple)
_TAGS = st.builds(
    ExportTag, st.sampled_from(KINDS), NAME, TEXT, st.lists(NAME, max_size=2).map(tuple), st.none() | NAME, _PASSAGES
)
RECORDS = st.builds(
    ExportRecord,
    uid=NAME,
    id=st.integers(1, 2**62),
    text=TEXT,
    title=st.none() | NAME,
    byline=st.none() | NAME,
    published=st.sampled_from([None, "1936~", "-0043"]),
    url=st.none() | NAME,
    collections=st.lists(NAME, max_size=3).map(tuple),
    tags=st.lists(_TAGS, max_size=4).map(tuple),
    originals=st.lists(st.builds(ExportOriginal, TEXT, NAME, TEXT, st.integers(0, 2**40)), max_size=2).map(tuple),
    accession=st.none() | st.builds(ExportAccession, TEXT, st.none() | TEXT, st.none() | TEXT),
)
