"""The parts of Whoosh that are in use. Its annotations are incomplete and partly wrong, so all count as Any here."""

from __future__ import annotations

import warnings
from typing import Any

from curator.search import plain_pickles

with warnings.catch_warnings():
    # Older distributions of Whoosh have invalid escapes in their source.
    warnings.simplefilter("ignore", SyntaxWarning)
    from whoosh import columns, fields, index, query, reading
    from whoosh.filedb import filestore, structfile

plain_pickles.confine(structfile, columns)

Column: Any = fields.COLUMN
Schema: Any = fields.Schema
FileIndex: Any = index.FileIndex
FileStorage: Any = filestore.FileStorage
# Not in older distributions, which raise a plain error of Python's instead.
CorruptIndexError: Any = getattr(reading, "CorruptIndexError", EOFError)
LockError: Any = index.LockError
SegmentReader: Any = reading.SegmentReader
# The kinds of queries, by their names.
queries: Any = query
