"""The text of an article in versions: edit it, compare versions, go back to one."""

from __future__ import annotations

from dataclasses import dataclass

from curator.archive import Transaction, articles, passages, texts
from curator.errors import CuratorError
from curator.i18n import N_, _
from curator.model.article import ArticleText
from curator.model.passage import Passage
from curator.model.revision import Changes, Label
from curator.model.text_version import TextVersion
from curator.operations.context import Context
from curator.text.differences import Cut, Difference, cut_lines, differences, with_line
from curator.text.plain import normalise


@dataclass(frozen=True, slots=True)
class TextChange:
    """What became of the text in use.

    Args:
        changes: what was touched; nothing when the text was so already.
        version: the version in use now.
        passages: the article's passages as they stand in it.
    """

    changes: Changes
    version: TextVersion
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a text, what differs, and the lines that the newer lacks."""

    old: str
    new: str
    differences: tuple[Difference, ...]
    cuts: tuple[Cut, ...]


def edit(context: Context, article_id: int, body: str) -> TextChange:
    """Store an edited text as a new version and use it. The extracted text stays, as do all versions between.

    The passages are carried over in the same act; see `curator.text.anchors`.

    Args:
        body: the whole text; it is brought to NFC and LF.

    Raises:
        CuratorError: when there is no such article, or the text is empty.
    """
    clean = _ended_like(normalise(body), in_use(context, article_id))
    if not clean.strip():
        raise CuratorError(
            _("The new text of article %(id)d is empty.") % {"id": article_id},
            _("Nothing was changed. To put the article away: curator trash ARCHIVE %(id)d") % {"id": article_id},
        )
    with context.archive.transaction(Label(N_("Edit the text of article %(id)d"), {"id": article_id})) as transaction:
        made_by = context.archive.actor or "person"
        _use(transaction, texts.add(transaction, article_id, clean, made_by))
    return _changed(context, article_id, transaction.changes)


def use(context: Context, article_id: int, number: int) -> TextChange:
    """Use another version of the text, by its number, and carry the passages over to it.

    Raises:
        CuratorError: when there is no such article or version.
    """
    text = texts.numbered(context.archive.read(), article_id, number)
    label = Label(N_("Use version %(number)d of the text of article %(id)d"), {"number": number, "id": article_id})
    with context.archive.transaction(label) as transaction:
        _use(transaction, text)
    return _changed(context, article_id, transaction.changes)


def restore(context: Context, article_id: int, number: int, start: int) -> TextChange:
    """Put a line that the text in use lacks back into it, as a new version; the passages are carried over.

    Args:
        number: the version that has the line.
        start: where the line begins in that version (code points).

    Raises:
        CuratorError: when there is no such article or version, or the text in use has what begins there.
    """
    old, new = texts.numbered(context.archive.read(), article_id, number).body, in_use(context, article_id)
    cut = next((cut for cut in cut_lines(old, new) if cut.start == start), None)
    if cut is None:
        raise CuratorError(
            _("The text of article %(id)d lacks nothing at that place.") % {"id": article_id}, _("Nothing was changed.")
        )
    label = Label(N_("Restore cut text of article %(id)d"), {"id": article_id})
    with context.archive.transaction(label) as transaction:
        made_by = context.archive.actor or "person"
        _use(transaction, texts.add(transaction, article_id, with_line(old, new, cut), made_by))
    return _changed(context, article_id, transaction.changes)


def in_use(context: Context, article_id: int) -> str:
    """Return the text in use; CuratorError when there is no such article."""
    return articles.text(context.archive.read(), article_id).body


def listed(context: Context, article_id: int) -> list[TextVersion]:
    """Return the versions of an article's text, the oldest first; CuratorError when there is no such article."""
    return texts.versions(context.archive.read(), article_id)


def compared(context: Context, article_id: int, old: int, new: int) -> Comparison:
    """Return what differs between two versions of a text, word by word, given their numbers."""
    connection = context.archive.read()
    one, other = (texts.numbered(connection, article_id, number).body for number in (old, new))
    return Comparison(one, other, tuple(differences(one, other, lines_first=True)), tuple(cut_lines(one, other)))


def _ended_like(body: str, other: str) -> str:
    """Return `body` with the line ends that `other` ends with: editors and pipes add one."""
    return body.rstrip("\n") + other[len(other.rstrip("\n")) :]


def _use(transaction: Transaction, text: ArticleText) -> None:
    if articles.get(transaction.connection, text.article_id).text_id != text.id:
        texts.use(transaction, text)
        passages.carry_over(transaction, text)


def _changed(context: Context, article_id: int, changes: Changes) -> TextChange:
    connection = context.archive.read()
    version = next(version for version in texts.versions(connection, article_id) if version.in_use)
    return TextChange(changes, version, tuple(passages.of_article(connection, article_id)))
