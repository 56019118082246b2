"""What is used of Whoosh beyond what it documents: one of these fails when a new Whoosh has it otherwise."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from whoosh import fields, query
from whoosh.codec.base import Codec
from whoosh.filedb.filestore import RamStorage
from whoosh.index import FileIndex
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from curator.search.columnar import ColumnarWriter, WordsField
from curator.search.columnar.terms_reader import ColumnarTermsReader


@pytest.fixture
def index() -> Any:
    return FileIndex.create(RamStorage(), fields.Schema(body=WordsField(str.split)), "MAIN")


def test_a_reader_keeps_the_terms_reader_of_its_codec(index: Any) -> None:
    writer = ColumnarWriter(index)
    writer.add_document(body="map")
    writer.commit()
    reader = index.reader()
    assert isinstance(reader, SegmentReader)
    assert isinstance(reader._terms, ColumnarTermsReader)


def test_a_writer_has_what_ours_uses(index: Any) -> None:
    writer = SegmentWriter(index)
    for name in (
        "pool",
        "perdocwriter",
        "fieldwriter",
        "newsegment",
        "docnum",
        "codec",
        "storage",
        "schema",
        "segments",
    ):
        assert hasattr(writer, name), name
    assert writer._added is False
    assert set(inspect.signature(writer.pool.add).parameters) == {"item"}
    assert hasattr(writer.pool, "cleanup")
    writer.cancel()


def test_a_writer_gives_its_postings_to_the_field_writer_as_they_come_from_the_pool() -> None:
    source = inspect.getsource(SegmentWriter._flush_segment)
    assert "postings = self.pool.iter_postings()" in source
    assert "self.fieldwriter.add_postings(self.schema, pdr, postings)" in source
    assert "if self.codec.length_stats:" in source
    assert Codec.length_stats is True


def test_a_writer_asks_the_field_for_postings_and_the_pool_to_take_them() -> None:
    source = inspect.getsource(SegmentWriter.add_document)
    assert "items = field.index(value)" in source
    assert "add_post((fieldname, tbytes, docnum, weight, vbytes))" in source


@pytest.mark.parametrize(
    ("made", "names"),
    [
        (query.And([]), ("subqueries", "boost")),
        (query.Or([]), ("subqueries", "boost", "minmatch", "matcher_type")),
        (query.DisjunctionMax([]), ("subqueries", "tiebreak")),
        (query.Not(query.Every()), ("query",)),
        (query.AndNot(query.Every(), query.Every()), ("a", "b")),
        (query.AndMaybe(query.Every(), query.Every()), ("a", "b")),
        (query.Require(query.Every(), query.Every()), ("a", "b")),
        (query.ConstantScoreQuery(query.Every()), ("child", "score")),
        (query.Every(), ("fieldname",)),
        (query.Term("body", "a"), ("fieldname", "text", "boost")),
        (query.Prefix("body", "a"), ("fieldname", "text", "boost")),
        (query.Wildcard("body", "a"), ("fieldname", "text", "boost")),
        (query.FuzzyTerm("body", "a"), ("fieldname", "text", "boost", "maxdist", "prefixlength")),
        (query.TermRange("body", "a", "b"), ("fieldname", "start", "end", "startexcl", "endexcl", "boost")),
        (query.Phrase("body", ["a", "b"]), ("fieldname", "words", "slop", "boost")),
    ],
)
def test_queries_keep_what_they_were_given(made: Any, names: tuple[str, ...]) -> None:
    for name in names:
        assert hasattr(made, name), name
