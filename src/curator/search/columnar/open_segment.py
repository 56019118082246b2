"""The words of one segment, open for reading."""

from __future__ import annotations

from typing import Any

from .array_file import ArrayFile, DamagedError, open_array_file
from .pairs import common_words, pairs_name
from .postings import Postings

WORDS = ".seg"
PAIRS = ".prs"


class OpenWords:
    """The fields of a segment.

    Args:
        file: its words; `pairs` of common words, if they are kept.
    """

    def __init__(self, file: ArrayFile, pairs: ArrayFile | None = None) -> None:
        self._files = [file] if pairs is None else [file, pairs]
        self.fields = {name: Postings(file, name) for name in file.notes["fields"]}
        self.pairs: dict[str, tuple[Postings, frozenset[int]]] = {}
        if pairs is not None:
            for name in pairs.notes["fields"]:
                self.pairs[name] = Postings(pairs, pairs_name(name)), common_words(pairs, name)

    def check_all(self) -> None:
        """See that all is as it was written; DamagedError."""
        self.see_that_it_is_there()
        for file in self._files:
            file.check_all()

    def see_that_it_is_there(self) -> None:
        """See that no file was cut off since it was mapped; DamagedError."""
        for file in self._files:
            file.see_that_it_is_there()

    def close(self) -> None:
        """Unmap the files."""
        self.fields.clear()
        self.pairs.clear()
        for file in self._files:
            file.close()


def open_words(storage: Any, name: str) -> OpenWords:
    """Open the words of a segment by the name of their file; FileNotFoundError, DamagedError."""
    pairs = name.removesuffix(WORDS) + PAIRS
    file = open_array_file(storage, name)
    try:
        return OpenWords(file, open_array_file(storage, pairs) if storage.file_exists(pairs) else None)
    except KeyError as error:
        raise DamagedError(str(error)) from error
