"""The codec: how Whoosh is told to keep segments as arrays.

Whoosh asks a codec for the parts that write and read a segment (`whoosh.codec.base`, which is public and meant for
this); a segment is one file of arrays for words, one for all else, and, if it is large, one for pairs of common
words.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .field_writer import ColumnarFieldWriter
from .per_document import ColumnarDocumentReader, ColumnarDocumentWriter
from .terms_reader import ColumnarTermsReader
from .whoosh_api import Codec, Segment


class ColumnarCodec(Codec):  # type: ignore[misc]
    """Keeps segments as arrays.

    Args:
        with_pairs: keep pairs of common words.
    """

    # Lengths are counted here; Whoosh need not read them back while it writes.
    length_stats = False

    def __init__(self, with_pairs: bool = True) -> None:
        self._with_pairs = with_pairs

    def per_document_writer(self, storage: Any, segment: Any) -> ColumnarDocumentWriter:
        """Return what writes lengths, columns and stored values."""
        return ColumnarDocumentWriter(storage, segment)

    def per_document_reader(self, storage: Any, segment: Any) -> ColumnarDocumentReader:
        """Return what reads them."""
        return ColumnarDocumentReader(storage, segment)

    def field_writer(self, storage: Any, segment: Any) -> ColumnarFieldWriter:
        """Return what writes terms and postings."""
        return ColumnarFieldWriter(storage, segment, self._with_pairs)

    def terms_reader(self, storage: Any, segment: Any) -> ColumnarTermsReader:
        """Return what reads them."""
        return ColumnarTermsReader(storage, segment)

    def new_segment(self, storage: Any, indexname: str) -> ColumnarSegment:
        """Return a new, empty segment."""
        return ColumnarSegment(indexname)


class ColumnarSegment(Segment):  # type: ignore[misc]
    """What the table of contents keeps of a segment: its name, its size, and which documents are deleted.

    Args:
        indexname: the name of the index.
        segid: its own name within it; a new one if None.
        doccount: how many documents it has.
        deleted: the numbers of those deleted, as bytes (int32).
    """

    def __init__(self, indexname: str, segid: str | None = None, doccount: int = 0, deleted: bytes = b"") -> None:
        super().__init__(indexname)
        if segid is not None:
            self.segid: str = segid
        self._count = doccount
        self._deleted: set[int] = set(np.frombuffer(deleted, dtype="<i4").tolist())

    def __reduce__(self) -> tuple[Any, ...]:
        deleted = np.array(sorted(self._deleted), dtype="<i4").tobytes()
        return ColumnarSegment, (self.indexname, self.segid, self._count, deleted)

    def codec(self, **_kwargs: Any) -> ColumnarCodec:
        """Return the codec that reads it."""
        return ColumnarCodec()

    def should_assemble(self) -> bool:
        """Tell Whoosh that there is nothing to be put together in one file."""
        return False

    def set_doc_count(self, doccount: int) -> None:
        """Note how many documents were written."""
        self._count = doccount

    def doc_count_all(self) -> int:
        """Return how many documents it has, the deleted ones among them."""
        return self._count

    def deleted_count(self) -> int:
        """Return how many of them are deleted."""
        return len(self._deleted)

    def deleted_docs(self) -> set[int]:
        """Return the numbers of the deleted ones."""
        return self._deleted

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Mark a document as deleted, or take the mark away."""
        if delete:
            self._deleted.add(docnum)
        else:
            self._deleted.discard(docnum)

    def is_deleted(self, docnum: int) -> bool:
        """Tell whether a document is deleted."""
        return docnum in self._deleted

    def alive(self) -> NDArray[np.bool_]:
        """Return for each document whether it is not deleted."""
        mask = np.ones(self._count, dtype=bool)
        mask[list(self._deleted)] = False
        return mask
