"""Plain text: the whole file is the body, character for character but for normalising; no title is guessed."""

from __future__ import annotations

from curator.model.reading import ArticleReading
from curator.readers.contract import Candidate
from curator.readers.failures import no_text
from curator.readers.sniffing import TEXT, kind_of
from curator.readers.source import bytes_of, doubts_of, language_found
from curator.text.encoding import decode
from curator.text.plain import normalise

_SUFFIXES = frozenset({".txt", ".text"})


class PlainTextReader:
    """Reads any text that no other reader wants."""

    name = "plain-text"
    version = "1"
    media_type = "text/plain"

    def score(self, candidate: Candidate) -> int:
        """Return 50 for text named .txt, 10 for other text, 0 for anything else."""
        if not candidate.head or kind_of(candidate.head) is not TEXT:
            return 0
        return 50 if candidate.suffix in _SUFFIXES else 10

    def read(self, candidate: Candidate) -> list[ArticleReading]:
        """Return one article; raises Unreadable "empty", "too-large" or "no-text"."""
        decoded = decode(bytes_of(candidate))
        body = normalise(decoded.text)
        if not body.strip():
            raise no_text(candidate.name)
        return [
            ArticleReading(
                body,
                language=language_found(body),
                encoding=decoded.encoding,
                problems=doubts_of(decoded, candidate.name),
            )
        ]
