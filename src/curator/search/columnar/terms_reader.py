"""Terms and postings as Whoosh asks for them: so that its own queries, matchers and spelling work on these segments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from .matcher import PostingsMatcher
from .open_segment import WORDS, open_words
from .postings import Postings
from .whoosh_api import FieldCursor, TermInfo, TermNotFound, TermsReader


class ColumnarTermsReader(TermsReader):  # type: ignore[misc]
    """Reads the words of a segment."""

    def __init__(self, storage: Any, segment: Any) -> None:
        self.words = open_words(storage, segment.make_filename(WORDS))
        self.segment = segment

    def close(self) -> None:
        """Unmap the files."""
        self.words.close()

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._find(*term) is not None

    def cursor(self, fieldname: str, fieldobj: Any) -> ColumnarCursor:
        """Return what walks through the terms of a field."""
        return ColumnarCursor(self.words.fields.get(fieldname), fieldobj)

    def indexed_field_names(self) -> Iterable[str]:
        """Return the names of the fields that have words."""
        return self.words.fields.keys()

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Yield all terms with their fields, sorted."""
        for name in sorted(self.words.fields):
            yield from self._named(name, 0)

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield the terms from `prefix` on, then those of the fields that follow."""
        for name in sorted(self.words.fields):
            if name >= fieldname:
                start = self.words.fields[name].terms.place(prefix) if name == fieldname else 0
                yield from self._named(name, start)

    def items(self) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """Yield all terms with what is known of each."""
        for term in self.terms():
            yield term, self.term_info(*term)

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """Yield the terms from `prefix` on with what is known of each."""
        for term in self.terms_from(fieldname, prefix):
            yield term, self.term_info(*term)

    def term_info(self, fieldname: str, text: bytes) -> Any:
        """Return what is known of a term; TermNotFound."""
        postings, at = self._found(fieldname, text)
        return _info(postings, at)

    def frequency(self, fieldname: str, text: bytes) -> int:
        """Return how often a term occurs, deleted documents included; KeyError."""
        postings, at = self._known(fieldname, text)
        return int(postings.occurrences(at, at + 1)[0])

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """Return in how many documents a term is, deleted ones included; KeyError."""
        postings, at = self._known(fieldname, text)
        return int(postings.found(at, at + 1)[0])

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> PostingsMatcher:
        """Return what walks through the postings of a term; TermNotFound."""
        postings, at = self._found(fieldname, text)
        return PostingsMatcher(postings, at, (fieldname, text), format_, scorer)

    def _find(self, fieldname: str, text: bytes) -> tuple[Postings, int] | None:
        postings = self.words.fields.get(fieldname)
        at = None if postings is None else postings.terms.find(text)
        return None if postings is None or at is None else (postings, at)

    def _known(self, fieldname: str, text: bytes) -> tuple[Postings, int]:
        found = self._find(fieldname, text)
        if found is None:
            raise KeyError(fieldname, text)
        return found

    def _found(self, fieldname: str, text: bytes) -> tuple[Postings, int]:
        try:
            return self._known(fieldname, text)
        except KeyError as error:
            raise TermNotFound(f"{fieldname}:{text!r}") from error

    def _named(self, name: str, start: int) -> Iterator[tuple[str, bytes]]:
        terms = self.words.fields[name].terms
        for at in range(start, len(terms)):
            yield name, terms.term(at)


class ColumnarCursor(FieldCursor):  # type: ignore[misc]
    """Walks through the terms of a field, for Whoosh's automata; stands at the first to begin with."""

    def __init__(self, postings: Postings | None, fieldobj: Any) -> None:
        self._postings = postings
        self._field = fieldobj
        self._at = 0

    def first(self) -> str | None:
        """Go to the first term, and return it."""
        self._at = 0
        return self.text()

    def find(self, term: bytes | str) -> str | None:
        """Go to the first term that is not before `term`, and return it."""
        data = term if isinstance(term, bytes) else self._field.to_bytes(term)
        self._at = 0 if self._postings is None else self._postings.terms.place(data)
        return self.text()

    def next(self) -> str | None:
        """Go to the next term, and return it."""
        self._at += 1
        return self.text()

    def text(self) -> str | None:
        """Return the term here, None at the end."""
        if self._postings is None or not self.is_valid():
            return None
        return str(self._field.from_bytes(self._postings.terms.term(self._at)))

    def term_info(self) -> Any:
        """Return what is known of the term here, None at the end."""
        return _info(self._postings, self._at) if self._postings is not None and self.is_valid() else None

    def is_valid(self) -> bool:
        """Tell whether there is a term here."""
        return self._postings is not None and self._at < len(self._postings.terms)


def _info(postings: Postings, at: int) -> Any:
    docs, frequencies = postings.docs(at, at + 1), postings.frequencies(at, at + 1)
    lengths = postings.lengths()[docs]
    return TermInfo(
        weight=float(frequencies.sum()),
        df=len(docs),
        minlength=int(np.min(lengths)),
        maxlength=int(np.max(lengths)),
        maxweight=float(np.max(frequencies)),
        minid=int(docs[0]),
        maxid=int(docs[-1]),
    )
