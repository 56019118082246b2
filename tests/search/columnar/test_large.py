"""What only large segments have: pairs of common words, positions beyond two bytes, runs on the disk."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from whoosh import fields, query
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.index import FileIndex

from curator.search.columnar import ColumnarCodec, ColumnarWriter, Evaluator, State, WordsField, merging_policy
from curator.search.columnar.pairs import SMALLEST

WORDS = ["of", "the", "to", *(f"rare{number}" for number in range(200))]


def texts(count: int) -> list[str]:
    draw = random.Random(5)
    return [" ".join(draw.choices(WORDS, [60, 60, 30, *[1] * 200], k=20)) for _each in range(count)]


def index_of(bodies: list[str], **options: Any) -> Any:
    index = FileIndex.create(RamStorage(), fields.Schema(body=WordsField(str.split)), "MAIN")
    writer = ColumnarWriter(index, **options)
    for body in bodies:
        writer.add_document(body=body)
    writer.commit()
    return index


@contextmanager
def opened(index: Any) -> Iterator[State]:
    state = State(index.reader())
    yield state
    state.close()


def holding(bodies: list[str], phrase: str) -> list[int]:
    return [number for number, body in enumerate(bodies) if f" {phrase} " in f" {body} "]


def test_phrases_of_common_words_come_from_pairs() -> None:
    bodies = texts(SMALLEST)
    with opened(index_of(bodies)) as state:
        pairs, common = state.leaves[0].words.pairs["body"]
        assert {state.leaves[0].words.fields["body"].terms.term(at) for at in common} == {b"of", b"the", b"to"}
        assert len(pairs.terms) == 9
        for phrase in (
            "of the",
            "the the",
            "to of the",
            "of rare3",
            "rare3 of the",
            "of the rare3",
            "of to rare7 the of",
        ):
            found = Evaluator(state).run(query.Phrase("body", phrase.split()))
            assert found.docs.tolist() == holding(bodies, phrase), phrase


def test_without_pairs_the_same_is_found() -> None:
    bodies = texts(SMALLEST)
    with opened(index_of(bodies, codec=ColumnarCodec(with_pairs=False))) as state:
        assert not state.leaves[0].words.pairs
        assert Evaluator(state).run(query.Phrase("body", ["of", "the"])).docs.tolist() == holding(bodies, "of the")


def test_runs_on_the_disk_make_the_same_index_as_memory() -> None:
    bodies = texts(300)
    with opened(index_of(bodies)) as whole, opened(index_of(bodies, most_words=500)) as parts:
        one, other = (state.leaves[0].words.fields["body"] for state in (whole, parts))
        assert one.terms.all() == other.terms.all()
        size = len(one.terms)
        for read in ("docs", "frequencies", "positions", "found", "occurrences"):
            assert getattr(one, read)(0, size).tolist() == getattr(other, read)(0, size).tolist()
        assert one.lengths().tolist() == other.lengths().tolist()


def test_positions_and_frequencies_beyond_what_is_narrow() -> None:
    long = " ".join(["of", *["the"] * 70_000, "map", "of"])
    with opened(index_of(["the map", long])) as state:
        run = Evaluator(state).run
        assert run(query.Phrase("body", ["the", "map", "of"])).docs.tolist() == [1]
        assert run(query.Phrase("body", ["map", "the"])).docs.tolist() == []
        reader = state.leaves[0].reader
        matcher = reader.postings("body", "map")
        matcher.skip_to(1)
        assert matcher.value_as("positions") == [70_001]
        assert reader.frequency("body", "the") == 70_001


def test_more_documents_than_two_bytes_can_number() -> None:
    bodies = ["map" if number % 3 else "atlas" for number in range(70_000)]
    with opened(index_of(bodies)) as state:
        assert Evaluator(state).run(query.Term("body", "atlas")).docs.tolist() == list(range(0, 70_000, 3))


def test_segments_merge_on_the_disk(tmp_path: Path) -> None:
    index = FileIndex.create(FileStorage(str(tmp_path)), fields.Schema(body=WordsField(str.split)), "MAIN")
    bodies = texts(SMALLEST + 200)
    for first in range(0, len(bodies), 400):
        writer = ColumnarWriter(index)
        for body in bodies[first : first + 400]:
            writer.add_document(body=body)
        if first == 800:
            writer.delete_document(5)
        writer.commit(mergetype=lambda _writer, segments: segments)
    writer = ColumnarWriter(index)
    writer.commit(mergetype=merging_policy(range(3)))
    bodies.pop(5)
    with opened(index) as state:
        assert len(state.leaves) == 1
        for phrase in ("of the", "rare3 of"):
            assert Evaluator(state).run(query.Phrase("body", phrase.split())).docs.tolist() == holding(bodies, phrase)
    assert sorted(path.suffix for path in tmp_path.iterdir()) == ["", ".doc", ".prs", ".seg", ".toc"]


def test_fields_without_positions_are_written_merged_and_searched() -> None:
    schema = fields.Schema(body=WordsField(str.split, positions=False))
    index = FileIndex.create(RamStorage(), schema, "MAIN")
    bodies = texts(SMALLEST)
    for first in range(0, len(bodies), 500):
        writer = ColumnarWriter(index, most_words=3_000)
        for body in bodies[first : first + 500]:
            writer.add_document(body=body)
        if first:
            writer.delete_document(3)
        writer.commit(mergetype=lambda _writer, segments: segments)
    ColumnarWriter(index).commit(mergetype=merging_policy(range(2)))
    bodies.pop(3)
    with opened(index) as state:
        assert not state.leaves[0].words.fields["body"].has_positions
        assert not state.leaves[0].words.pairs
        assert Evaluator(state).run(query.Term("body", "rare3")).docs.tolist() == holding(bodies, "rare3")
        matcher = state.leaves[0].reader.postings("body", "of")
        assert matcher.value_as("frequency") == bodies[matcher.id()].split().count("of")
