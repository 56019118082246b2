"""The writer of segments: Whoosh's own, with a pool that keeps words as arrays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .codec import ColumnarCodec
from .per_document import ColumnarDocumentWriter
from .pool import DEFAULT_WORDS, ColumnarPool
from .terms_reader import ColumnarTermsReader
from .whoosh_api import SegmentWriter


class ColumnarWriter(SegmentWriter):  # type: ignore[misc]
    """Adds documents to an index, takes them out, and merges segments.

    Used as any writer of Whoosh's: `add_document`, `delete_document`, `commit`, `cancel`. Boosts of documents and
    fields are not kept, vectors cannot be.

    Args:
        index: Whoosh's index.
        codec: how to keep the segment; a `ColumnarCodec` if None.
        most_words: how many words to hold in memory; about 60 bytes each.
        options: as for Whoosh's `SegmentWriter`: `timeout`, `delay`.

    Raises:
        whoosh.index.LockError: somebody else is writing.
    """

    def __init__(
        self, index: Any, codec: ColumnarCodec | None = None, most_words: int = DEFAULT_WORDS, **options: Any
    ) -> None:
        super().__init__(index, codec=codec or ColumnarCodec(), **options)
        # With a schema given to the index Whoosh never unpickles one; so it is that of the index.
        # Called now and then while segments are merged; it may raise to give up.
        self.interrupt: Callable[[], object] = lambda: None
        self.pool: ColumnarPool = ColumnarPool(self.schema, self.temp_storage(), most_words, lambda: self.interrupt())

    def add_document(self, **fields: Any) -> None:
        """Add a document by its fields, as Whoosh's own writer does."""
        number = self.docnum
        super().add_document(**fields)
        self.pool.skip(number)

    def commit(self, *policy: Any, **options: Any) -> None:
        """Let readers see what was changed, as Whoosh's own writer does."""
        try:
            super().commit(*policy, **options)
        except BaseException:
            for name in self.newsegment.list_files(self.storage):
                self.storage.delete_file(name)
            raise
        finally:
            self.pool.cleanup()

    def add_reader(self, reader: Any) -> None:
        """Add the documents of a segment that are not deleted; merge policies call this."""
        terms = reader._terms
        if not isinstance(terms, ColumnarTermsReader):
            raise TypeError("only segments of this codec can be merged")
        alive = terms.segment.alive()
        count = int(np.count_nonzero(alive))
        numbers = np.full(len(alive), -1, dtype=np.int64)
        numbers[alive] = np.arange(self.docnum, self.docnum + count)
        self._add_columns(reader, np.flatnonzero(alive).tolist())
        self.pool.add_words(self.codec.terms_reader(self.storage, terms.segment).words, numbers, count)
        if count:
            self._added = True

    def _add_columns(self, reader: Any, docs: list[int]) -> None:
        """Copy columns and stored values."""
        writer: ColumnarDocumentWriter = self.perdocwriter
        columns = {}
        for name, field in self.schema.items():
            if field.column_type and reader.has_column(name):
                columns[name] = field.column_type, reader.column_reader(name, translate=False)
        for doc in docs:
            writer.start_doc(self.docnum)
            for name, value in reader.stored_fields(doc).items():
                writer.add_field(name, self.schema[name], value, 0)
            for name, (column, values) in columns.items():
                writer.add_column_value(name, column, values[doc])
            writer.finish_doc()
            self.docnum += 1
