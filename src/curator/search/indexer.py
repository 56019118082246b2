"""Writing the index: articles in, articles out, commits that never merge, and a merge for idle times."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from curator.errors import CuratorError
from curator.i18n import _
from curator.search.columnar import ColumnarWriter, merging_policy, to_merge
from curator.search.folder import Index, checked, explaining_refusals, noticing_damage
from curator.search.places import Places
from curator.search.schema import ARTICLE, BODY, BODY_SPELLINGS, TITLE, TITLE_SPELLINGS, TITLE_WEIGHT, stems_field
from curator.search.whoosh_parts import LockError
from curator.text.stems import LANGUAGES, without_names

# Seconds to wait for another program that is writing.
_PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """What is indexed of an article.

    Args:
        article_id: its id, above 0.
        title: its title; empty if it has none.
        body: its text.
        languages: those of the text (BCP 47), by which its words have stems.
    """

    article_id: int
    title: str
    body: str
    languages: frozenset[str] = frozenset()

    def fields(self) -> dict[str, Any]:
        """Return what is indexed, by field."""
        found: dict[str, Any] = {ARTICLE: self.article_id, TITLE: self.title, BODY: self.body}
        found |= {TITLE_SPELLINGS: self.title, BODY_SPELLINGS: self.body}
        languages = {language.split("-")[0] for language in self.languages}
        if stemmed := languages & set(LANGUAGES):
            # Titles have capitals for other reasons than names.
            words = "\n".join((*[self.title] * TITLE_WEIGHT, without_names(self.body)))
            found |= {stems_field(language): words for language in stemmed}
        return found


class IndexWriter:
    """Changes one generation of the index; the only one in all processes to do so.

    Nothing is seen by searches before `commit`, and then all at once: a process that dies while committing leaves
    the state of the commit before. As a context manager it forgets, on leaving, what was not committed.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._files = index.whoosh()
        self._places = Places()
        self._writer: Any = None
        self._added: dict[int, int] = {}

    def update(self, documents: Iterable[IndexDocument]) -> int:
        """Add `documents`, each in place of an earlier one of the same article; return how many.

        Raises:
            CuratorError: another process is writing to this index, or the disk is full.
            IndexDamaged: the index has to be built anew.
        """
        count = 0
        for document in documents:
            self._delete(document.article_id)
            self._added[document.article_id] = self._open().docnum
            with explaining_refusals(self._index.folder):
                self._open().add_document(**document.fields())
            count += 1
        return count

    def remove(self, article_ids: Iterable[int]) -> None:
        """Take out articles; ids that the index does not hold are passed over. Raises what `update` does."""
        for article_id in article_ids:
            self._delete(article_id)

    def commit(self) -> None:
        """Let searches see what was changed since the last commit; no segment is merged. Raises what `update` does."""
        if self._writer is None:
            return
        writer, self._writer = self._writer, None
        self._added.clear()
        with explaining_refusals(self._index.folder):
            writer.commit(mergetype=_without_empty)

    def cancel(self) -> None:
        """Forget what was changed since the last commit."""
        if self._writer is not None:
            writer, self._writer = self._writer, None
            self._added.clear()
            writer.cancel()

    def merge(self, interrupt: Callable[[], object] = lambda: None) -> bool:
        """Merge some segments into one if there are many of about one size; return whether there were.

        It is for idle times, and commits what was changed before. Raises what `update` does.

        Args:
            interrupt: called now and then; it may raise to give up, which changes nothing.
        """
        self.commit()
        segments = self._open().segments
        chosen = to_merge([(segment.doc_count(), segment.doc_count_all()) for segment in segments])
        if not chosen:
            self.cancel()
            return False
        writer, self._writer = self._writer, None
        writer.interrupt = interrupt
        with explaining_refusals(self._index.folder), noticing_damage(self._index.folder):
            writer.commit(mergetype=merging_policy(chosen))
        return True

    def __enter__(self) -> IndexWriter:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.cancel()

    def _open(self) -> Any:
        if self._writer is None:
            self._writer = checked(self._index.folder, self._locked_writer)
        return self._writer

    def _locked_writer(self) -> Any:
        try:
            writer = ColumnarWriter(self._files, timeout=_PATIENCE)
        except LockError as error:
            message = _("The search index in %(folder)s is being written by another program.")
            hint = _("Close the other window, or wait for it to finish.")
            raise CuratorError(message % {"folder": self._index.folder}, hint) from error
        try:
            self._remove_debris()
            self._places.load(writer)
        except Exception:
            writer.cancel()
            raise
        return writer

    def _remove_debris(self) -> None:
        """Delete what Whoosh itself leaves lying after a process died while committing."""
        for path in self._index.path.glob("_*.toc.*"):
            path.unlink()

    def _delete(self, article_id: int) -> None:
        writer = self._open()
        if article_id in self._added:
            writer.newsegment.delete_document(self._added.pop(article_id))
        for segment, docnum in self._places.find(article_id):
            segment.delete_document(docnum)


def _without_empty(_writer: Any, segments: list[Any]) -> list[Any]:
    """Merge policy for Whoosh: merge nothing, but let go of segments whose documents are all deleted."""
    return [segment for segment in segments if segment.doc_count()]
