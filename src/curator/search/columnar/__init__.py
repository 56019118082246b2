"""Whoosh with postings as arrays.

Out of the box Whoosh writes and reads postings one at a time, in Python. This package keeps them as numpy arrays inside
Whoosh's own segments, through its own points of extension (a codec, a field type, a column, a pool of postings), and
runs its trees of queries as operations on these arrays. Whoosh's matchers work on the same segments.

    schema = Schema(body=WordsField(str.split), number=COLUMN(NumberColumn()))
    index = FileIndex.create(FileStorage(folder), schema, "MAIN")
    writer = ColumnarWriter(index)
    writer.add_document(body="near the old harbour", number=7)
    writer.commit(mergetype=keep_all)
    state = State(index.reader())
    found = Evaluator(state, BM25(state, "body")).run(Phrase("body", ["old", "harbour"]))
    print(state.column("number")[found.docs], found.scores)

How the files are laid out: array_file.py, postings.py, dictionary.py, pairs.py. How they are made: inversion.py,
pool.py, merging.py. How they are searched: term_queries.py, nearness.py, weights.py, evaluator.py. It knows nothing
of the program that it is a part of.
"""

from __future__ import annotations

from .array_file import DamagedError, let_go
from .codec import ColumnarCodec, ColumnarSegment
from .combined import Beyond, Close, Forms
from .evaluator import Evaluator
from .fields import NumberColumn, WordsField
from .found import Found, unscored
from .merge_policy import merging_policy, to_merge
from .queries import AnyTerm, DocSet, Near, Terms, Together
from .scoring import BM25, Scoring
from .state import Leaf, State
from .writer import ColumnarWriter

__all__ = [
    "BM25",
    "AnyTerm",
    "Beyond",
    "Close",
    "ColumnarCodec",
    "ColumnarSegment",
    "ColumnarWriter",
    "DamagedError",
    "DocSet",
    "Evaluator",
    "Forms",
    "Found",
    "Leaf",
    "Near",
    "NumberColumn",
    "Scoring",
    "State",
    "Terms",
    "Together",
    "WordsField",
    "let_go",
    "merging_policy",
    "to_merge",
    "unscored",
]
