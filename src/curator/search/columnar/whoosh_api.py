"""The parts of Whoosh that are in use here. Its annotations are incomplete and partly wrong, so all count as Any."""

from __future__ import annotations

import warnings
from typing import Any

with warnings.catch_warnings():
    # Older distributions of Whoosh have invalid escapes in their source.
    warnings.simplefilter("ignore", SyntaxWarning)
    from whoosh import columns, fields, formats, matching, query, reading, searching, writing
    from whoosh.codec import base
    from whoosh.filedb import structfile
    from whoosh.query import spans

Codec: Any = base.Codec
FieldCursor: Any = base.FieldCursor
FieldWriter: Any = base.FieldWriter
PerDocumentReader: Any = base.PerDocumentReader
PerDocumentWriter: Any = base.PerDocumentWriter
Segment: Any = base.Segment
TermsReader: Any = base.TermsReader
BufferFile: Any = structfile.BufferFile
StructFile: Any = structfile.StructFile
Column: Any = columns.Column
ColumnReader: Any = columns.ColumnReader
ColumnWriter: Any = columns.ColumnWriter
CompressedBytesColumn: Any = columns.CompressedBytesColumn
PickleColumn: Any = columns.PickleColumn
FieldType: Any = fields.FieldType
Frequency: Any = formats.Frequency
Positions: Any = formats.Positions
LeafMatcher: Any = vars(matching)["LeafMatcher"]
Matcher: Any = vars(matching)["Matcher"]
NullMatcher: Any = vars(matching)["NullMatcher"]
ReadTooFar: Any = vars(matching)["ReadTooFar"]
Searcher: Any = searching.Searcher
SegmentReader: Any = reading.SegmentReader
TermInfo: Any = reading.TermInfo
TermNotFound: Any = reading.TermNotFound
SegmentWriter: Any = writing.SegmentWriter
# The kinds of queries, by their names.
queries: Any = query
SpanNear: Any = spans.SpanNear
