"""What a segment keeps of each document besides its words: Whoosh's columns, and stored values in one of them."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cached_property
from typing import Any

import numpy as np

from .array_file import ArrayFileWriter, open_array_file
from .open_segment import WORDS, OpenWords, open_words
from .whoosh_api import (
    BufferFile,
    CompressedBytesColumn,
    PerDocumentReader,
    PerDocumentWriter,
    PickleColumn,
    StructFile,
)

DOCUMENTS = ".doc"
_STORED = "_stored"
_STORED_COLUMN = PickleColumn(CompressedBytesColumn())


class ColumnarDocumentWriter(PerDocumentWriter):  # type: ignore[misc]
    """Gathers columns and stored values of a segment, and writes them when it is closed."""

    def __init__(self, storage: Any, segment: Any) -> None:
        self._storage = storage
        self._segment = segment
        self._columns: dict[str, tuple[io.BytesIO, Any]] = {}
        self._stored: dict[str, Any] = {}
        self._docnum = -1
        self.is_closed = False

    def start_doc(self, docnum: int) -> None:
        """Begin with a document; numbers ascend."""
        self._docnum = docnum

    def add_field(self, fieldname: str, fieldobj: Any, value: Any, length: int) -> None:
        """Keep a stored value; the words of the field count themselves."""
        if value is not None:
            self._stored[fieldname] = value

    def add_column_value(self, fieldname: str, columnobj: Any, value: Any) -> None:
        """Keep the value of a column."""
        if fieldname not in self._columns:
            file = io.BytesIO()
            self._columns[fieldname] = file, columnobj.writer(StructFile(file))
        self._columns[fieldname][1].add(self._docnum, value)

    def finish_doc(self) -> None:
        """End the document."""
        if self._stored:
            self.add_column_value(_STORED, _STORED_COLUMN, self._stored)
            self._stored = {}

    def cancel_doc(self) -> None:
        """Forget the document: Whoosh gives its number to the next."""
        self._stored = {}

    def close(self) -> None:
        """Write all."""
        self.is_closed = True
        if self._docnum < 0:
            return
        with ArrayFileWriter(self._segment.create_file(self._storage, DOCUMENTS)) as file:
            for name, (data, column) in self._columns.items():
                column.finish(self._docnum + 1)
                file.put(name, [np.frombuffer(data.getvalue(), dtype=np.uint8)], np.uint8)
            file.finish({"documents": self._docnum + 1})


class ColumnarDocumentReader(PerDocumentReader):  # type: ignore[misc]
    """Reads what a `ColumnarDocumentWriter` has written, and the lengths of fields."""

    def __init__(self, storage: Any, segment: Any) -> None:
        self.file = open_array_file(storage, segment.make_filename(DOCUMENTS))
        self._storage = storage
        self._segment = segment
        self._readers: dict[str, Any] = {}

    def close(self) -> None:
        """Unmap the files."""
        self._readers.clear()
        self.file.close()
        if "_words" in self.__dict__:
            self._words.close()

    def doc_count(self) -> int:
        """Return how many documents there are that are not deleted."""
        return int(self._segment.doc_count())

    def doc_count_all(self) -> int:
        """Return how many documents there are."""
        return int(self._segment.doc_count_all())

    def has_deletions(self) -> bool:
        """Tell whether any document is deleted."""
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        """Tell whether a document is deleted."""
        return bool(self._segment.is_deleted(docnum))

    def deleted_docs(self) -> Any:
        """Return the numbers of the deleted documents."""
        return self._segment.deleted_docs()

    def supports_columns(self) -> bool:
        """Tell that there are columns."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """Tell whether there is a column for a field."""
        return fieldname in self.file

    def list_columns(self) -> list[str]:
        """Return the names of the columns."""
        return self.file.names()

    def column_reader(self, fieldname: str, column: Any) -> Any:
        """Return what reads a column."""
        data = self.file.array(fieldname).whole().data
        return column.reader(BufferFile(data), 0, len(data), self.doc_count_all())

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Return how many words a field has in a document."""
        return self.doc_field_length_reader(fieldname, default)(docnum)

    def doc_field_length_reader(self, fieldname: str, default: int = 0) -> Callable[[int], int]:
        """Return the same as a function of the document alone."""
        postings = self._words.fields.get(fieldname)
        if postings is None:
            return lambda _docnum: default
        lengths = postings.lengths()
        return lambda docnum: int(lengths[docnum])

    def field_length(self, fieldname: str) -> int:
        """Return how many words a field has in all documents."""
        return self._of_lengths(fieldname, np.sum)

    def min_field_length(self, fieldname: str) -> int:
        """Return how many words a field has in the shortest document."""
        return self._of_lengths(fieldname, np.min)

    def max_field_length(self, fieldname: str) -> int:
        """Return how many words a field has in the longest document."""
        return self._of_lengths(fieldname, np.max)

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """Return what was stored of a document."""
        if _STORED not in self._readers:
            self._readers[_STORED] = self.column_reader(_STORED, _STORED_COLUMN) if self.has_column(_STORED) else {}
        found = self._readers[_STORED]
        return (found[docnum] if found else None) or {}

    @cached_property
    def _words(self) -> OpenWords:
        return open_words(self._storage, self._segment.make_filename(WORDS))

    def _of_lengths(self, fieldname: str, measure: Any) -> int:
        postings = self._words.fields.get(fieldname)
        return 0 if postings is None else int(measure(postings.lengths()))
