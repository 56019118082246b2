"""The parts of Whoosh that are in use. Its annotations are incomplete and partly wrong, so all count as Any here."""

from __future__ import annotations

import warnings
from typing import Any

from curator.search import plain_pickles

with warnings.catch_warnings():
    # Older distributions of Whoosh have invalid escapes in their source.
    warnings.simplefilter("ignore", SyntaxWarning)
    from whoosh import columns, fields, formats, index, matching, query, reading, scoring, searching
    from whoosh.codec import whoosh3
    from whoosh.filedb import compound as compound_files
    from whoosh.filedb import filestore, structfile

plain_pickles.confine(structfile, whoosh3, columns)

W3Codec: Any = whoosh3.W3Codec
NumericColumn: Any = columns.NumericColumn
FieldType: Any = fields.FieldType
Column: Any = fields.COLUMN
Schema: Any = fields.Schema
Positions: Any = formats.Positions
FileIndex: Any = index.FileIndex
FileStorage: Any = filestore.FileStorage
BufferFile: Any = structfile.BufferFile
# The module that opens the files in a segment.
compound: Any = compound_files
# Not in older distributions, which raise a plain error of Python's instead.
CorruptIndexError: Any = getattr(reading, "CorruptIndexError", EOFError)
LockError: Any = index.LockError
Matcher: Any = vars(matching)["Matcher"]
NullMatcher: Any = vars(matching)["NullMatcher"]
Query: Any = vars(query)["Query"]
TermQuery: Any = vars(query)["Term"]
AndQuery: Any = vars(query)["And"]
OrQuery: Any = vars(query)["Or"]
SegmentReader: Any = reading.SegmentReader
BaseScorer: Any = scoring.BaseScorer
WeightingModel: Any = scoring.WeightingModel
WhooshSearcher: Any = searching.Searcher
